import type { IndicatorTable } from "../../indicators/indicator";
import { filledRows, textOf, type SheetGrid } from "../../workbook/grid";
import type { CellCheck, CheckContext } from "../check";
import { findingsOf, type Place, type Remark } from "./finding";
import { reviewMessages } from "./messages";

/** Another year than the budget's, left over from an earlier table. */
export const indicatorYear: CellCheck = {
  id: "indicator-year",
  title: "年份与预算年度",
  severity: "warning",
  explanation:
    "绩效目标、指标名称、指标值和指标解释中，说在以前年度完成、预计以前年度需要的，多半是上年的表改漏了，应改为本预算年度。预算年度按表题（如“2025年项目支出绩效目标表”），表题没有的按各指标的完成日期判断。历史情况（上年数据、较某年增长、文号、通知、规划期间）不算。年份在预算年度之后的完成时间给出提示。",
  findings: (context) => {
    const { indicators, grids } = context;
    const seen = new Set<string>();
    return findingsOf(
      indicatorYear,
      indicators.flatMap((table) => {
        const grid = grids[table.table.sheetIndex];
        const year = grid === undefined ? null : budgetYear(table, grid, context);
        if (grid === undefined || year === null) return [];
        return placesOf(table, grid).flatMap((place): Remark[] => {
          const key = `${place.sheet}!${String(place.cell.row)},${String(place.cell.column)}`;
          if (seen.has(key)) return [];
          seen.add(key);
          return review(place, year);
        });
      }),
    );
  },
};

/**
 * The budget year: of the sheet's first lines; of all other sheets where they agree; of the family where dates of the
 * workbook's indicators say so too, as forms are used for years on end; else the one that most of those dates have.
 */
function budgetYear({ table }: IndicatorTable, grid: SheetGrid, context: CheckContext): number | null {
  if (grid.year !== null) return grid.year;
  const titles = new Set(context.grids.flatMap(({ year }) => year ?? []));
  const [only] = titles;
  if (titles.size === 1 && only !== undefined) return only;
  const years = context.indicators.flatMap(({ indicators }) =>
    indicators.flatMap(({ target }) => (target?.kind === "date" ? (target.to.year ?? []) : [])),
  );
  const ofFamily = table.family?.year;
  if (ofFamily !== undefined && years.includes(ofFamily)) return ofFamily;
  const most = years.find((year) => years.filter((other) => other === year).length * 2 > years.length);
  return years.length > 2 && most !== undefined ? most : null;
}

/** Cells that say what is to be done: goals beside or above the indicators, and the indicators' own. */
function placesOf({ table, indicators }: IndicatorTable, grid: SheetGrid): Place[] {
  const cells: Place[] = [];
  const push = (row: number, column: number): void => {
    const merge = grid.mergeOf(row, column);
    const origin = merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
    const cell = grid.at(origin.row, origin.column);
    const text = textOf(cell).trim();
    if (cell !== undefined && text !== "")
      cells.push({ sheet: table.sheet, cell: { ...origin, text, value: cell.value } });
  };
  for (const { line } of indicators) {
    const { level1, name, target, explanation } = line.cells;
    for (const cell of [name, target, explanation]) if (cell !== undefined) push(cell.row, cell.column);
    for (const cell of grid.row(line.row))
      if (cell.column < (level1?.column ?? 0)) push(line.row, cell.column);
  }
  const top = Math.min(...indicators.map(({ line }) => line.row));
  for (const row of grid.rowNumbers.filter((candidate) => candidate < top)) {
    const [label, ...rest] = grid.row(row);
    if (label === undefined || !/^\s*(?:年度|绩效|当年|本年)+(?:总体|绩效)*目标\s*$/.test(textOf(label)))
      continue;
    const bottom = grid.mergeOf(row, label.column)?.bottom ?? row;
    for (const cell of rest) push(row, cell.column);
    // A merge may claim rows far beyond the sheet: only those that hold something are gone through.
    for (const below of filledRows(grid, row + 1, bottom)) {
      for (const cell of grid.row(below)) push(below, cell.column);
    }
  }
  return cells;
}

const MENTION = /(?<![\d\-—~～至到])(20\d{2})年(?:度)?/g;
/** Behind a year: a stretch of years, a past event, a document, a comparison. */
const NO_PLAN =
  /^(?:[-—~～至到]|以来|以后|起|前(?!完成)|开始|启动|印发|出台|通知|文件|版|至今|建成|成立|企业年报|决算|财政|数据|专项资金绩效自评|.{0,6}(?:通知|文件|办法|意见|规定|规划|年报|自评))/;
/** Before a year: what is planned or to be done in it. */
const PLAN = /(?:预计|计划|拟|力争|确保|保证|将|在|于|截至|截止|≤|^|[。;；,，:：、\n.]\s*)$/;
/** Behind a year: what is to be done in it. */
const DONE =
  /^(?:度|内|全年|底|末|上半年|下半年|\d{1,2}月(?:\d{1,2}日|底|末)?)*(?:之?前|内)?(?:全部|全面|高质量|按时)*(?:完成|实现|达到|开展|举办|建成|需|投入|实施|从|组织|$)/;

/** “20251231”, as it is typed where dates are numbers. */
const DIGITS = /^[≤<=]*(20\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])日?$/;

function review({ sheet, cell }: Place, due: number): Remark[] {
  const digits = Number(DIGITS.exec(cell.text.replaceAll(",", ""))?.[1] ?? due);
  if (digits !== due) return [remarkOn({ sheet, cell }, digits, due, cell.text)];
  for (const match of cell.text.matchAll(MENTION)) {
    const year = Number(match[1]);
    if (year === due) continue;
    const before = cell.text.slice(Math.max(0, match.index - 8), match.index);
    const after = cell.text.slice(match.index + match[0].length, match.index + match[0].length + 24);
    if (NO_PLAN.test(after) || /[较比对]$|《[^》]*$|[(（〔[]$/.test(before)) continue;
    if (!PLAN.test(before) || !DONE.test(after.replace(/^\s+/, ""))) {
      if (!/(?:预计|计划|拟)$/.test(before)) continue;
    }
    const quote = `${before}${match[0]}${after}`.replace(/\s+/g, "").slice(0, 24);
    return [remarkOn({ sheet, cell }, year, due, quote)];
  }
  return [];
}

function remarkOn(at: Place, year: number, due: number, quote: string): Remark {
  return {
    at,
    message: reviewMessages.otherYear(at, quote, String(year), String(due), year < due),
    severity: year < due ? "warning" : "info",
    expected: `${String(due)}年`,
    actual: `${String(year)}年`,
  };
}
