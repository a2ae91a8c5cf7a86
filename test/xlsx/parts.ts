import { openZip } from "../../src/xlsx/zip";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** Compressed content of every part as it lies in the package, with its check sum. */
export function packedParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, string>();
  for (const entry of openZip(bytes).entries.values()) {
    const extra = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const start = entry.offset + 30 + extra;
    const content = Buffer.from(bytes.subarray(start, start + entry.compressedSize)).toString("base64");
    parts.set(entry.name, `${String(entry.method)} ${String(entry.crc)} ${content}`);
  }
  return parts;
}

/** Names of the parts that are not the same to the bit, or are there in one package alone. */
export function differingParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [packedParts(before), packedParts(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}

/** Text of one part. */
export function partText(bytes: Uint8Array, name: string): string {
  const content = unzipSync(bytes)[name];
  if (content === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(content);
}

const WORKSHEET =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst";
/** Order of children by element, as the schema has it. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  worksheet: WORKSHEET.split(" "),
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst".split(
      " ",
    ),
  styleSheet:
    "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" "),
  c: ["f", "v", "is", "extLst"],
  xf: ["alignment", "protection", "extLst"],
  border: ["left", "right", "top", "bottom", "diagonal", "vertical", "horizontal"],
};
const REPEATED = new Set(["conditionalFormatting"]);

/**
 * What is wrong with a package: parts that are not well-formed, children in an order the schema does not know, rows or
 * cells that do not ascend, counts that do not count, relationships and content types of parts that are not there.
 */
export function packageFaults(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const faults: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    if (/\.(?:xml|rels)$/.test(name)) faults.push(...partFaults(name, new TextDecoder().decode(content)));
  }
  const types = new TextDecoder().decode(files["[Content_Types].xml"]);
  for (const [, part = ""] of types.matchAll(/PartName="\/([^"]*)"/g)) {
    if (files[part] === undefined) faults.push(`content type of missing part ${part}`);
  }
  for (const name of Object.keys(files).filter((part) => part.endsWith(".rels"))) {
    const folder = name.replace(/_rels\/[^/]*$/, "");
    const text = new TextDecoder().decode(files[name]);
    const ids = [...text.matchAll(/Id="([^"]*)"/g)].map(([, id]) => id);
    if (new Set(ids).size !== ids.length) faults.push(`${name}: an id twice`);
    for (const [, target = ""] of text.matchAll(/Target="([^"#]*)"(?! TargetMode)/g)) {
      const part = new URL(target, `file:///${folder}`).pathname.slice(1);
      if (files[decodeURI(part)] === undefined) faults.push(`${name}: ${target} is missing`);
    }
  }
  return faults;
}

function partFaults(part: string, xml: string): readonly string[] {
  const faults: string[] = [];
  const stack: { name: string; last: number; count: number; expected: string | undefined }[] = [];
  let lastRow = 0;
  let lastColumn = 0;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new Error(`${part}: ${error.message}`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const parent = stack.at(-1);
    const order = parent === undefined ? undefined : ORDER[parent.name];
    if (parent !== undefined) parent.count++;
    if (parent !== undefined && order !== undefined) {
      const place = order.indexOf(name);
      const isFine = place > parent.last || (place === parent.last && REPEATED.has(name));
      if (!isFine) faults.push(`${part}: <${name}> out of order in <${parent.name}>`);
      parent.last = place;
    }
    if (name === "row") {
      const row = Number(attributes["r"] ?? lastRow + 1);
      if (row <= lastRow) faults.push(`${part}: row ${String(row)} after ${String(lastRow)}`);
      [lastRow, lastColumn] = [row, 0];
    }
    if (name === "c" && parent?.name === "row" && attributes["r"] !== undefined) {
      const [, letters = "", row] = /^([A-Z]+)(\d+)$/.exec(String(attributes["r"])) ?? [];
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      if (column <= lastColumn || Number(row) !== lastRow)
        faults.push(`${part}: ${String(attributes["r"])} out of place`);
      lastColumn = column;
    }
    const counted =
      /^(?:mergeCells|fonts|fills|borders|cellXfs|numFmts|dxfs|dataValidations|tableColumns)$/.test(name);
    stack.push({
      name,
      last: -1,
      count: 0,
      expected: counted ? (attributes["count"] as string | undefined) : undefined,
    });
  });
  parser.on("closetag", () => {
    const element = stack.pop();
    if (element?.expected !== undefined && Number(element.expected) !== element.count) {
      faults.push(`${part}: ${element.name} has ${String(element.count)}, not ${element.expected}`);
    }
  });
  parser.write(xml).close();
  return faults;
}
