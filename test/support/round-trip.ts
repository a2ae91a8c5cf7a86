import type { Missing } from "../../src/core/generate/fill/fill";
import { generateTables } from "../../src/core/generate";
import { sheetOfPlan } from "../../src/core/generate/extract/planned-sheet.testing";
import { BUILT_IN_TEMPLATES } from "../../src/core/generate/templates";
import { rangeToA1, toA1, type CellRange } from "../../src/core/workbook/address";
import { parseDecimalText } from "../../src/core/workbook/decimal-text";
import type { SheetPlan } from "../../src/core/workbook/sheet-plan";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/* Round trip: what a real table says is read, the table is made again, and both are compared cell by cell. */

export interface MadeAgain {
  readonly plans: readonly SheetPlan[];
  readonly missing: readonly Missing[];
}

/**
 * Reads the sheets named (or those whose names begin so) and makes the tables of a template out of what they and the budget
 * tables of the workbook say.
 */
export function madeAgain(
  workbook: WorkbookSnapshot,
  templateId: string,
  ...carried: readonly string[]
): MadeAgain {
  const carry = workbook.sheets
    .map(({ name }) => name)
    .filter((name) => carried.some((start) => name.startsWith(start)));
  return generateTables(workbook, { templates: [builtInTemplate(templateId)], mode: "functions", carry });
}

export function builtInTemplate(id: string): (typeof BUILT_IN_TEMPLATES)[number] {
  const template = BUILT_IN_TEMPLATES.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  return template;
}

/** The workbook without the sheets whose names begin so. */
export function withoutSheets(workbook: WorkbookSnapshot, ...starts: readonly string[]): WorkbookSnapshot {
  const isKept = ({ name }: SheetSnapshot): boolean => !starts.some((start) => name.startsWith(start));
  return { ...workbook, sheets: workbook.sheets.filter(isKept) };
}

/** The sheet of a workbook whose name begins so. */
export function sheetNamed({ sheets }: WorkbookSnapshot, start: string): SheetSnapshot {
  const sheet = sheets.find(({ name }) => name.startsWith(start));
  if (sheet === undefined) throw new Error(`no sheet ${start}`);
  return sheet;
}

/**
 * Every cell and merge in which a table made again is not as the original, one line each: “H4 96.45% → 96.46%”,
 * “I4 9.64 → ∅”, “合并 B3:C3 → ∅”. Compared are the texts to the letter but for blanks at their ends, line ends and the width
 * of brackets, and the numbers to their last digit and as they are shown: 100% and 100.00% show the same, 23.57% and 24% do
 * not. Where both are shown alike, the values follow: “F40 #446.16 → #446.16 (446.1569)”. A zero that is not shown counts as
 * blank.
 */
export function differences(original: SheetSnapshot, plan: SheetPlan | undefined): string[] {
  if (plan === undefined) return ["no such sheet"];
  const made = new Map(
    sheetOfPlan(plan)
      .cells.filter((cell) => !isHiddenZero(cell, plan))
      .map((cell) => [toA1(cell), cell]),
  );
  const printed = new Map(original.cells.map((cell) => [toA1(cell), cell]));
  const all = [...printed.values(), ...made.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const cells = [...new Set(all.map(toA1))].flatMap((at) => {
    const [before, after] = [printed.get(at), made.get(at)];
    return comparable(before) === comparable(after) ? [] : [`${at} ${change(before, after)}`];
  });
  const merges = rangeDifferences(original.merges, plan.merges ?? []);
  return [...cells, ...merges];
}

const NOTHING = "∅";

function rangeDifferences(before: readonly CellRange[], after: readonly CellRange[]): string[] {
  const [printed, made] = [before, after].map((ranges) => new Set(ranges.map(rangeToA1)));
  return [
    ...[...(printed ?? [])]
      .filter((range) => made?.has(range) !== true)
      .map((range) => `合并 ${range} → ${NOTHING}`),
    ...[...(made ?? [])]
      .filter((range) => printed?.has(range) !== true)
      .map((range) => `合并 ${NOTHING} → ${range}`),
  ];
}

/** A sum of nothing, where the format shows a zero as a blank: “#,##0.00;-#,##0.00;”. */
function isHiddenZero({ row, column, value }: Cell, { areas }: SheetPlan): boolean {
  const format = areas.findLast(
    ({ range, style }) =>
      style.numberFormat !== undefined &&
      range.top <= row &&
      row <= range.bottom &&
      range.left <= column &&
      column <= range.right,
  )?.style.numberFormat;
  return value === 0 && format?.split(";")[2] === "";
}

/** A cell in the spelling in which it is compared; a number and a text of the same digits are two things. */
function comparable(cell: Cell | undefined): string {
  if (cell === undefined) return NOTHING;
  if (typeof cell.value !== "string") {
    const number = parseDecimalText(cell.text);
    return `${JSON.stringify(cell.value)}, shown as ${number?.toFixed() ?? "?"}`;
  }
  return `“${cell.value.trim().replace(/\r\n?/g, "\n").replaceAll("（", "(").replaceAll("）", ")")}”`;
}

function change(before: Cell | undefined, after: Cell | undefined): string {
  const [printed, made] = [shown(before), shown(after)];
  const value = printed === made ? ` (${JSON.stringify(after?.value)})` : "";
  return `${printed} → ${made}${value}`;
}

function shown(cell: Cell | undefined): string {
  if (cell === undefined) return NOTHING;
  const text = cell.text === "" ? JSON.stringify(cell.value) : cell.text;
  return typeof cell.value === "string" ? text : `#${text}`;
}
