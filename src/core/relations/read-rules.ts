import { normaliseName } from "../classification/normalise";
import { isNote } from "../forms/words";
import type { CellAddress } from "../workbook/address";
import { sheetGrid, textOf, type SheetGrid } from "../workbook/grid";
import { isCellError, type Cell, type SheetSnapshot } from "../workbook/snapshot";
import { defectOr } from "./defect";
import { defects } from "./messages";
import type { Tolerance } from "./relation";
import { RULE_HEADINGS, RULES_SHEET_NAMES } from "./rule-columns";
import { parseTolerance } from "./tolerance";

type RuleColumn = keyof typeof RULE_HEADINGS;

/** What says in the column 启用 that a rule is not to be used. */
const DISABLED = new Set([
  "否",
  "停用",
  "不启用",
  "未启用",
  "禁用",
  "关闭",
  "示例",
  "不用",
  "0",
  "×",
  "false",
  "no",
  "n",
]);

const LEVELS: Readonly<Record<string, RuleLevel>> = { 错误: "error", 警告: "warning", 提醒: "warning" };

/** Rows a title and hints may take above the header. */
const HEADER_WITHIN = 30;

export type RuleLevel = "error" | "warning";

/** A row of the sheet that is to be used. */
export interface RuleRow extends CellAddress {
  readonly sheet: string;
  /** As shown beside the row, 1-based; 0 for a relation of a form family. */
  readonly number: number;
  /** The relation as written. */
  readonly text: string;
  readonly level: RuleLevel;
  /** "" where there is none. */
  readonly note: string;
  /** Null where none is given: then rounding decides. */
  readonly tolerance: Tolerance | null;
  /** What is wrong with the row itself, in Chinese; null for a row to be parsed. */
  readonly defect: string | null;
}

/** What a sheet of rules holds. */
export interface RulesOnSheet {
  readonly sheet: string;
  readonly rows: readonly RuleRow[];
  /** What is wrong with the sheet as a whole, in Chinese. */
  readonly defect: string | null;
}

/**
 * Whether a sheet is one of rules. A sheet called 勾稽关系 that has no column 关系 is somebody's own text and no sheet of
 * ours; one called 勾稽规则 always is.
 */
export function isRulesSheet(sheet: SheetSnapshot): boolean {
  if (!hasRulesName(sheet.name)) return false;
  return /规则/.test(sheet.name.replace(/\s/g, "")) || findHeader(sheetGrid(sheet)) !== null;
}

/** Whether a sheet is called as sheets of rules are; blanks, width and a number behind do not matter. */
export function hasRulesName(name: string): boolean {
  const own = normaliseName(name).replace(/表?(?:\(\d+\))?$/, "");
  return RULES_SHEET_NAMES.some((known) => known === own);
}

/** The rules of a sheet that are to be used: blank rows, remarks and rows that are switched off are left out. */
export function readRules(sheet: SheetSnapshot): RulesOnSheet {
  const grid = sheetGrid(sheet);
  const header = findHeader(grid);
  if (header === null) {
    return { sheet: sheet.name, rows: [], defect: grid.rowNumbers.length === 0 ? null : defects.noHeader };
  }
  const rows = grid.rowNumbers
    .filter((row) => row > header.row)
    .flatMap((row) => readRow(grid, header, row) ?? []);
  return { sheet: sheet.name, rows, defect: null };
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<RuleColumn, number>;
}

/** The row with most of the headings, 关系 among them; a title 勾稽规则 stands above it, so the later one counts. */
function findHeader(grid: SheetGrid): Header | null {
  let best: Header | null = null;
  for (const row of grid.rowNumbers.slice(0, HEADER_WITHIN)) {
    const columns = new Map<RuleColumn, number>();
    for (const cell of grid.row(row)) {
      const kind = columnKind(textOf(cell));
      if (kind !== null && !columns.has(kind)) columns.set(kind, cell.column);
    }
    if (columns.has("relation") && columns.size >= (best?.columns.size ?? 0)) best = { row, columns };
  }
  return best;
}

function columnKind(text: string): RuleColumn | null {
  const name = withoutRemark(normaliseName(text));
  const kinds = Object.keys(RULE_HEADINGS) as RuleColumn[];
  return kinds.find((kind) => RULE_HEADINGS[kind].some((known) => known === name)) ?? null;
}

/** 容差(万元) → 容差. Of a cell of thousands of brackets a pattern would look from each of them to the end. */
function withoutRemark(name: string): string {
  const start = name.indexOf("(");
  return start >= 0 && name.endsWith(")") ? name.slice(0, start) : name;
}

/** Null for a row that holds no rule to be used. */
function readRow(grid: SheetGrid, { columns }: Header, row: number): RuleRow | null {
  const cellOf = (kind: RuleColumn): Cell | undefined => {
    const column = columns.get(kind);
    return column === undefined ? undefined : grid.at(row, column);
  };
  const relation = cellOf("relation");
  const text = textOf(relation).trim();
  if (relation === undefined || (text === "" && relation.formula === null) || isNote(text)) return null;
  if (DISABLED.has(shownText(cellOf("enabled")).toLowerCase())) return null;
  const own = { sheet: grid.sheet.name, row, column: relation.column, number: row + 1, text };
  const note = textOf(cellOf("note"))
    .trim()
    .replace(/[。.；;]+$/, "");
  const read = readOthers(relation, toleranceText(cellOf("tolerance")), shownText(cellOf("level")));
  return typeof read === "string"
    ? { ...own, note, level: "error", tolerance: null, defect: read }
    : { ...own, note, ...read, defect: null };
}

/** Tolerance and level of a rule; the sentence where one of its cells cannot be used. */
function readOthers(
  relation: Cell,
  tolerance: string,
  level: string,
): { readonly tolerance: Tolerance | null; readonly level: RuleLevel } | string {
  if (relation.formula !== null || isCellError(relation.value)) return defects.notText;
  const known = level === "" ? "error" : LEVELS[level];
  if (known === undefined) return defects.level(level);
  const read = defectOr(() => parseTolerance(tolerance));
  return "defect" in read ? read.defect : { tolerance: read.value, level: known };
}

/** A tolerance as kept, whatever digits its format shows; 0.01 under a percent format is 1%. */
function toleranceText(cell: Cell | undefined): string {
  const shown = shownText(cell);
  return typeof cell?.value === "number" && !shown.endsWith("%") ? String(cell.value) : shown;
}

/** What is seen in a cell, normalised. */
function shownText(cell: Cell | undefined): string {
  return cell === undefined ? "" : normaliseName(cell.text === "" ? textOf(cell) : cell.text);
}
