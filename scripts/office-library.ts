/** Where the pages get Microsoft's client library from: Microsoft's CDN, 21Vianet's in China, or the site itself. */
export const OFFICE_SOURCES = ["cdn", "cn", "local"] as const;

export type OfficeSource = (typeof OFFICE_SOURCES)[number];

/** Folder of the site that holds the copy of the library. */
export const LOCAL_FOLDER = "office-js";

const SCRIPTS: Readonly<Record<OfficeSource, string>> = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  cn: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  local: `${LOCAL_FOLDER}/office.js`,
};

/**
 * Files of `@microsoft/office-js/dist` that the library loads at run time in an Excel that can run the add-in (Windows,
 * Mac, web; there is no shared runtime on a tablet), in Chinese or English. The mapping table is what office.js
 * asks for where a page is opened in a plain browser. Left out: telemetry, other programs and languages, debug versions.
 */
export const LOCAL_FILES: readonly string[] = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];

/** The library's part for Excel alone, which the workbench drives without office.js; one of the above. */
export const EXCEL_LIBRARY = "excel-win32-16.01.js";

/** Reads the build setting. @throws Error naming the choices */
export function officeSource(setting: string): OfficeSource {
  const source = OFFICE_SOURCES.find((known) => known === setting);
  if (source === undefined) {
    throw new Error(`officejs must be one of ${OFFICE_SOURCES.join(", ")}, not “${setting}”.`);
  }
  return source;
}

/** Address of office.js for a page at the top of the site. */
export function officeScript(source: OfficeSource): string {
  return SCRIPTS[source];
}

/**
 * What a page may load and where it may send anything: scripts from the site and the library's own server, and no connection
 * but to the site. So budget data stays on the machine, and the library's telemetry goes nowhere.
 */
export function contentSecurityPolicy(source: OfficeSource): string {
  return policy(source === "local" ? [] : [new URL(SCRIPTS[source]).origin]);
}

/** The same for the workbench, which needs nothing from elsewhere. */
export function workbenchPolicy(): string {
  return policy([]);
}

function policy(libraryServer: readonly string[]): string {
  const directives: readonly (readonly string[])[] = [
    ["default-src", "'self'"],
    ["script-src", "'self'", ...libraryServer],
    // Fluent UI's Griffel writes its rules into <style> elements while it runs; they cannot be hashed in advance, and a nonce in
    // a page that is a static file is no secret. Styles cannot send data anywhere: images and fonts are the site's own.
    ["style-src", "'self'", "'unsafe-inline'"],
    ["img-src", "'self'", "data:"],
    ["font-src", "'self'"],
    ["connect-src", "'self'"],
    ["worker-src", "'self'"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}
