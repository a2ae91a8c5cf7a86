import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { buildXlsx } from "../xlsx/package-builder";

const SAMPLE = "test/cases/hunan-budget-2026.xlsx";

/**
 * The sample as an office may pass it on: 预算02表 hidden, 预算03表 very hidden and with a wrong total (C12), 预算05表
 * protected and wrong (P10), calculation by hand.
 */
export function awkwardWorkbook(): Uint8Array {
  const parts = unzipSync(readFileSync(SAMPLE));
  const edit = (name: string, change: (xml: string) => string): void => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${SAMPLE} has no part ${name}.`);
    const before = strFromU8(part);
    const after = change(before);
    if (after === before) throw new Error(`${name} did not change.`);
    parts[name] = strToU8(after);
  };
  edit("xl/workbook.xml", (xml) =>
    xml
      .replace('sheetId="2" state="visible"', 'sheetId="2" state="hidden"')
      .replace('sheetId="3" state="visible"', 'sheetId="3" state="veryHidden"')
      .replace(/<calcPr[^>]*\/>/, "")
      .replace("</sheets>", '</sheets><calcPr calcId="191029" calcMode="manual"/>'),
  );
  edit("xl/worksheets/sheet3.xml", (xml) => withValue(xml, "C12", "999.99"));
  edit("xl/worksheets/sheet5.xml", (xml) =>
    withValue(xml, "P10", "99.99").replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'),
  );
  return zipSync(parts);
}

function withValue(xml: string, cell: string, value: string): string {
  return xml.replace(new RegExp(`(<c r="${cell}"[^>]*>)<v>[^<]*</v>`), `$1<v>${value}</v>`);
}

/** `sheets` sheets of `rows` rows of a table whose totals are formulas and agree; 8 cells a row. */
export function largeWorkbook(sheets: number, rows: number): Uint8Array {
  const text = (cell: string, value: string): string =>
    `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const heads = ["科目编码", "科目名称", "合计", "基本支出", "人员经费", "公用经费", "项目支出", "备注"];
  const head =
    `<row r="1">${text("A1", "支出明细表")}${text("H1", "单位：万元")}</row>` +
    `<row r="2">${heads.map((each, index) => text(`${"ABCDEFGH".charAt(index)}2`, each)).join("")}</row>`;
  const line = (r: number): string => {
    const n = String(r);
    const [staff, office, project] = [r % 97, r % 31, r % 211];
    const number = (column: string, value: number): string =>
      `<c r="${column}${n}" s="1"><v>${value}.5</v></c>`;
    return (
      `<row r="${n}">${text(`A${n}`, String(2_010_000 + r))}${text(`B${n}`, `科目${n}`)}` +
      `<c r="C${n}" s="1"><f>D${n}+G${n}</f><v>${String(staff + office + project + 1.5)}</v></c>` +
      `<c r="D${n}" s="1"><f>E${n}+F${n}</f><v>${String(staff + office + 1)}</v></c>` +
      `${number("E", staff)}${number("F", office)}${number("G", project)}${text(`H${n}`, "")}</row>`
    );
  };
  const body = Array.from({ length: rows }, (_, index) => line(index + 3)).join("");
  const xml = `<sheetData>${head}${body}</sheetData>`;
  return buildXlsx(
    Array.from({ length: sheets }, (_, index) => ({ name: `明细${String(index + 1)}`, xml })),
    { formats: ["#,##0.00"] },
  );
}
