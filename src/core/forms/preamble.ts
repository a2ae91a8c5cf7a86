import { remembered } from "../remembered";
import { normaliseName } from "../classification/normalise";
import { isAmountAt, textOf, type SheetGrid } from "../workbook/grid";
import { unitOfLine } from "../workbook/money";
import { isNote } from "./words";

/* The lines between a table's upper edge and its header: form number, title, reporting unit, unit of money, page marks. */

/** Lines above a header that may belong to it. */
const MOST_LINES = 6;
/** Filled cells of a line above a header; a line of the body or of a header has more. */
const MOST_CELLS = 4;

/**
 * First row of the lines above `headerTop` that belong to the table there; `headerTop` where none do. `after` is the
 * last row known to belong to something else, −1 for none: then all rows above do, unless there are numbers among them.
 */
export function preambleStart(grid: SheetGrid, headerTop: number, after: number): number {
  const above = grid.rowNumbers.filter((row) => row > after && row < headerTop);
  if (after < 0 && !above.some((row) => hasNumber(grid, row))) return 0;
  let start = headerTop;
  for (const row of above.slice(-MOST_LINES).reverse()) {
    if (!mayStandAbove(grid, row)) break;
    if (isHeadLine(grid, row)) start = row;
  }
  return start;
}

/** True at a title or form number that a header follows within a few lines: another table begins there. */
export function beginsTable(grid: SheetGrid, row: number): boolean {
  if (!mayStandAbove(grid, row) || !isHeadLine(grid, row)) return false;
  const at = grid.rowNumbers.indexOf(row);
  const below = grid.rowNumbers.slice(at + 1, at + MOST_LINES);
  const header = below.find((candidate) => grid.row(candidate).length > 1 || hasNumber(grid, candidate));
  return header !== undefined && !hasNumber(grid, header) && !isNote(textOf(grid.row(header)[0]));
}

/** Texts of rows from `from` up to but without `to`, normalised, without page marks. */
export function preambleTexts(grid: SheetGrid, from: number, to: number): string[] {
  return grid.rowNumbers
    .filter((row) => row >= from && row < to)
    .flatMap((row) => grid.row(row).map((cell) => withoutPageMarks(normaliseName(textOf(cell)))))
    .filter((text) => text !== "");
}

/** A title's own words: without the year in front and remarks such as （续表）: 2025年部门收支总体情况表 → 部门收支总体情况表. */
export const titleName: (text: string) => string = remembered((text) =>
  withoutPageMarks(normaliseName(text)).replace(/^\d{4}年度?/, ""),
);

/** “第2页 共3页”, “（续表）” and the like, by themselves. */
export function isPageMark(text: string): boolean {
  const name = normaliseName(text);
  return name !== "" && withoutPageMarks(name) === "";
}

const withoutPageMarks: (text: string) => string = remembered((text) =>
  text
    .replace(/\((?:续表?|续上表|接上页|第\d+页|第[一二三四五六七八九十]+页)\)|[-—]*续表$/g, "")
    .replace(/^(?:续表|续上表|接上页|接下页|续)$/, "")
    .replace(/(?:第[\d一二三四五六七八九十]+页)?[,，/]?(?:共[\d一二三四五六七八九十]+页)?$/, ""),
);

/** A telephone number is none. */
function hasNumber(grid: SheetGrid, row: number): boolean {
  if (!grid.hasAmount(row)) return false;
  const { columns } = grid;
  const { from, to } = grid.positionsOf(row);
  for (let position = from; position < to; position++) {
    if (!isAmountAt(columns, position)) continue;
    if (position === from || !isTelephone(columns.textAt(position - 1))) return true;
  }
  return false;
}

/** The label of a telephone number. */
function isTelephone(label: string): boolean {
  return /(?:电话|手机|联系方式)(?:号码)?[:：]?$/.test(normaliseName(label));
}

function mayStandAbove(grid: SheetGrid, row: number): boolean {
  const { from, to } = grid.positionsOf(row);
  if (to - from > MOST_CELLS || hasNumber(grid, row)) return false;
  const cells = grid.row(row);
  return !isNote(textOf(cells[0])) && !cells.some((cell) => /^\d{3,}$/.test(textOf(cell).trim()));
}

/** A line that only stands at the head of a table: number, title, reporting unit, unit of money, page mark. */
export function isHeadLine(grid: SheetGrid, row: number): boolean {
  const cells = grid.row(row);
  return cells.some((cell) => standsAtHead(textOf(cell)) || (cells.length === 1 && isTitle(textOf(cell))));
}

/** Says that a line stands at the head, whatever else is in it. */
const standsAtHead: (text: string) => boolean = remembered((text) => {
  const name = normaliseName(text);
  return (
    unitOfLine(text) !== null ||
    /^(?:预算|决算|公开|附|附件|附表|表)0?\d{1,3}(?:-\d+)?表?$/.test(name) ||
    /^(?:填报|编制|预算|填制|编报|制表|申报)?(?:单位|部门|机构)(?:名称|盖章|\(盖章\)|\(公章\))?[:：]/.test(
      name,
    ) ||
    (withoutPageMarks(name) !== name && name.length <= 12)
  );
});

/** Named as tables are. */
const isTitle: (text: string) => boolean = remembered((text) => {
  const name = normaliseName(text);
  return name.length >= 4 && /(?:表|情况|明细|清单)(?:\(.*\))?\d*$/.test(withoutPageMarks(name));
});
