import { strToU8, zipSync } from "fflate";

/** A sheet of a package to be built: XML inside `<worksheet>`, and what the workbook part says of it. */
export interface BuiltSheet {
  readonly name?: string;
  readonly state?: "hidden" | "veryHidden";
  /** Inner XML of the worksheet part. */
  readonly xml: string;
}

export interface BuiltParts {
  /** Number format codes; cells use them as style 1, 2, …; style 0 is “General”. */
  readonly formats?: readonly string[];
  /** Inner XML of the shared string table. */
  readonly sharedStrings?: string;
  /** XML before `<sheets>`, e.g. `<workbookPr date1904="1"/>`. */
  readonly workbook?: string;
  /** Parts to add or replace whole; null takes a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"`;
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Zips a minimal workbook as Excel lays it out, so that a test shows just the XML it is about. */
export function buildXlsx(sheets: readonly BuiltSheet[], built: BuiltParts = {}): Uint8Array {
  const { formats = [], sharedStrings = "", workbook = "", parts = {} } = built;
  const all: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${String(index + 1)}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook ${NAMESPACES}>${workbook}<sheets>${sheets.map(sheetElement).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, index): Link => {
        const number = String(index + 1);
        return [`rId${number}`, "worksheet", `worksheets/sheet${number}.xml`];
      }),
      ["rIdStyles", "styles", "styles.xml"],
      ["rIdStrings", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": styles(formats),
    "xl/sharedStrings.xml": `<sst ${NAMESPACES}>${sharedStrings}</sst>`,
  };
  for (const [index, { xml }] of sheets.entries()) {
    all[`xl/worksheets/sheet${String(index + 1)}.xml`] =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${NAMESPACES}>${xml}</worksheet>`;
  }
  return zipParts({ ...all, ...parts });
}

/** Zips parts as they are; null ones are left out. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(parts)) {
    if (content !== null) files[name] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(files);
}

type Link = readonly [id: string, type: string, target: string];

export function relationships(links: readonly Link[]): string {
  const items = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function sheetElement({ name, state }: BuiltSheet, index: number): string {
  const number = String(index + 1);
  const visibility = state === undefined ? "" : ` state="${state}"`;
  return `<sheet name="${name ?? `Sheet${number}`}" sheetId="${number}"${visibility} r:id="rId${number}"/>`;
}

function styles(formats: readonly string[]): string {
  const id = (index: number): string => String(164 + index);
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${id(index)}" formatCode="${escapeXml(code)}"/>`,
  );
  const cells = formats.map(
    (_, index) =>
      `<xf numFmtId="${id(index)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  return `<styleSheet ${NAMESPACES}><numFmts>${codes.join("")}</numFmts><fonts><font><sz val="11"/><name val="宋体"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders><cellStyleXfs>${plain}</cellStyleXfs><cellXfs>${plain}${cells.join("")}</cellXfs></styleSheet>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
