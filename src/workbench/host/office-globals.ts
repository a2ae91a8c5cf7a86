import type { ExcelBridge } from "./bridge";

/** What this host claims to support: the add-in's target, so that a newer call fails here as it would there. */
const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.14",
  CustomFunctionsRuntime: "1.4",
  SharedRuntime: "1.1",
  // Internal to the client library: results of custom functions come as arrays.
  CustomFunctions: "1.8",
};

type CustomFunction = (...parameters: never[]) => unknown;

/** The part of `CustomFunctions` that office.js, not the Excel library, brings along. */
class FunctionAssociation {
  readonly mappings: Record<string, CustomFunction> = {};
  private readonly listeners: (() => void)[] = [];

  readonly associate = (id: string | Record<string, CustomFunction>, body?: CustomFunction): void => {
    if (typeof id === "string" && body !== undefined) this.mappings[id] = body;
    else if (typeof id === "object") Object.assign(this.mappings, id);
    for (const listener of this.listeners) listener();
  };

  onchange(listener: () => void): void {
    this.listeners.push(listener);
  }
}

/** The globals the client library reads and writes; a browser's `window` or Node's `globalThis`. */
export type OfficeGlobal = Record<string, unknown>;

/** Before `excel-win32-16.01.js` is loaded: puts the bridge and the table of custom functions in place. */
export function prepareOffice(global: OfficeGlobal, bridge: ExcelBridge): void {
  const association = new FunctionAssociation();
  global["_richApiNativeBridge"] = bridge;
  global["CustomFunctions"] = { _association: association, associate: association.associate };
}

/**
 * After it is loaded: what office.js would have found out about its host.
 * @param isDark what `Office.context.officeTheme` says; without it the page follows the browser
 */
export function completeOffice(global: OfficeGlobal, isDark?: () => boolean): void {
  const info = { host: "Excel", platform: "OfficeOnline", addin: null };
  const context = {
    host: info.host,
    platform: info.platform,
    displayLanguage: "zh-CN",
    contentLanguage: "zh-CN",
    diagnostics: { host: info.host, platform: info.platform, version: "16.0" },
    requirements: { isSetSupported },
    get officeTheme() {
      return isDark === undefined ? undefined : { isDarkTheme: isDark() };
    },
  };
  // `Office.context` is a getter of the library that asks this object, which only office.js would define.
  (global["OSF"] as Record<string, unknown>)["_OfficeAppFactory"] = {
    getContext: () => context,
    getHostInfo: () => ({ hostType: "excel", hostPlatform: "web", hostSpecificFileVersion: "16.00" }),
  };
  (global["Office"] as Record<string, unknown>)["onReady"] = (
    callback?: (ready: typeof info) => unknown,
  ): Promise<typeof info> => {
    const ready = Promise.resolve(info);
    return callback === undefined ? ready : ready.then((value) => (callback(value), value));
  };
}

function isSetSupported(name: string, version: string | number = "1.1"): boolean {
  const offered = REQUIREMENT_SETS[name];
  if (offered === undefined) return false;
  const [offeredMajor = 0, offeredMinor = 0] = offered.split(".").map(Number);
  const [major = 0, minor = 0] = String(version).split(".").map(Number);
  return offeredMajor > major || (offeredMajor === major && offeredMinor >= minor);
}
