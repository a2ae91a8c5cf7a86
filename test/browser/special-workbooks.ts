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

/** A line of a large table: who, and what is spent; departments are sums of their units, formulas as offices write them. */
interface Line {
  readonly code: string;
  readonly name: string;
  readonly basic: number;
  readonly project: number;
  /** First and last line of the parts; null for a unit. */
  readonly parts: { readonly first: number; readonly last: number } | null;
}

/** Lines of the table as the file counts them begin here. */
const FIRST_LINE = 5;
const UNITS = 99;

/**
 * 预算03表 `sheets` times over, with 20 departments of 99 units each: 2,001 lines and 6,003 formulas a sheet. All agree.
 */
export function largeWorkbook(sheets: number): Uint8Array {
  const xml = `<sheetData>${head()}${lines().map(lineXml).join("")}</sheetData>`;
  return buildXlsx(
    Array.from({ length: sheets }, (_, index) => ({ name: `预算03表 (${String(index + 1)})`, xml })),
    { formats: ["#,##0.00"] },
  );
}

function lines(): readonly Line[] {
  const departments = Array.from({ length: 20 }, (_, index) => {
    const code = `0${String(index + 10)}`;
    const units = Array.from({ length: UNITS }, (_unit, unit): Line => {
      const number = String(unit + 1).padStart(3, "0");
      const [basic, project] = [100 + ((index * 7 + unit * 3) % 97), 1 + ((index + unit) % 13)];
      return { code: `  ${code}${number}`, name: `  单位${code}${number}`, basic, project, parts: null };
    });
    const first = FIRST_LINE + 2 + index * (UNITS + 1);
    return [
      { ...sumOf(units), code, name: `部门${code}`, parts: { first, last: first + UNITS - 1 } },
      ...units,
    ];
  });
  const heads = departments.map(([department]) => department as Line);
  const last = FIRST_LINE + departments.length * (UNITS + 1);
  return [
    { ...sumOf(heads), code: "", name: "合计", parts: { first: FIRST_LINE + 1, last } },
    ...departments.flat(),
  ];
}

function sumOf(parts: readonly Line[]): Pick<Line, "basic" | "project"> {
  return {
    basic: parts.reduce((sum, { basic }) => sum + basic, 0),
    project: parts.reduce((sum, { project }) => sum + project, 0),
  };
}

function head(): string {
  const heads = ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "事业单位经营支出"];
  const cells = heads.map((each, index) => text(`${"ABCDEF".charAt(index)}4`, each)).join("");
  return (
    `<row r="1">${text("A1", "预算03表")}</row><row r="2">${text("A2", "支 出 总 表")}</row>` +
    `<row r="3">${text("A3", "填报单位：某某省")}${text("F3", "单位：万元")}</row><row r="4">${cells}</row>`
  );
}

function lineXml({ code, name, basic, project, parts }: Line, index: number): string {
  const row = String(FIRST_LINE + index);
  const sum = (column: string): string => {
    if (parts === null) return "";
    const range = (of: string): string => `${of}$${String(parts.first)}:${of}$${String(parts.last)}`;
    // The grand total adds the departments, which are the lines with short codes.
    const formula =
      code === "" ? `SUMPRODUCT((LEN($A$6:$A$2005)=3)*${range(column)})` : `SUM(${range(column)})`;
    return `<f>${formula}</f>`;
  };
  const amount = (column: string, value: number, formula: string): string =>
    `<c r="${column}${row}" s="1">${formula}<v>${String(value)}</v></c>`;
  return (
    `<row r="${row}">${code === "" ? "" : text(`A${row}`, code)}${text(`B${row}`, name)}` +
    amount("C", basic + project, `<f>D${row}+E${row}</f>`) +
    amount("D", basic, sum("D")) +
    amount("E", project, sum("E")) +
    "</row>"
  );
}

function text(cell: string, value: string): string {
  return `<c r="${cell}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
}
