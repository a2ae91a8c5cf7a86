import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import type { ExcelBridge } from "./bridge";
import { completeOffice, prepareOffice } from "./office-globals";
import type { OfficeGlobal } from "./office-globals";

const LIBRARY = "node_modules/@microsoft/office-js/dist/excel-win32-16.01.js";

/** Globals the last load created: the library must find a clean slate each time. */
let created: readonly string[] = [];
let source: string | null = null;

/** Just enough of a page for the library to load in Node; nothing of the Excel API is imitated here. */
const PAGE: OfficeGlobal = {
  document: {
    readyState: "complete",
    addEventListener: () => undefined,
    getElementsByTagName: () => [],
    createElement: () => ({}),
  },
  location: { href: "http://localhost/", protocol: "http:", search: "", hash: "", pathname: "/" },
  navigator: { userAgent: "node" },
};

export interface OfficeLibrary {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: typeof Office;
  readonly CustomFunctions: { associate(id: string, body: (...parameters: never[]) => unknown): void };
}

/**
 * Loads Microsoft's own Excel library, fresh, onto this bridge. For Node alone (tests); a browser page calls
 * `prepareOffice`, loads the same file by a script tag and calls `completeOffice`.
 */
export function loadOfficeJs(bridge: ExcelBridge): OfficeLibrary {
  const global = globalThis as unknown as OfficeGlobal;
  unloadOfficeJs();
  const before = new Set(Object.getOwnPropertyNames(global));

  global["window"] ??= global;
  global["self"] ??= global;
  for (const [key, value] of Object.entries(PAGE)) global[key] ??= value;
  prepareOffice(global, bridge);
  source ??= readFileSync(resolve(process.cwd(), LIBRARY), "utf8");
  // Indirect, so that the library's top-level variables become globals as under a script tag.
  (0, eval)(source);
  completeOffice(global);

  created = Object.getOwnPropertyNames(global).filter((key) => !before.has(key));
  return global as unknown as OfficeLibrary;
}

/** Takes the library and the page it was given off the global object again. */
export function unloadOfficeJs(): void {
  const global = globalThis as unknown as OfficeGlobal;
  for (const key of created) Reflect.deleteProperty(global, key);
  created = [];
}
