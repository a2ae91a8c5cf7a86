import { familiesFor } from "../../forms/kept-families";
import { BUILT_IN_FAMILIES } from "../../forms/families";
import { readTables } from "../../forms/read-tables";
import type { IndicatorGroup, IndicatorLine, LineCell } from "../../indicators/indicator";
import { readIndicators } from "../../indicators/read-indicators";
import { sheetGrid } from "../../workbook/grid";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { ContentValue, Scope } from "../content";
import { readCellValue } from "./read-value";
import { ScopeDraft } from "./scope-draft";
import { valueOfText } from "./target-forms";

/** Items of an indicator by the roles of its cells. */
const ITEMS = {
  level1: "一级指标",
  level2: "二级指标",
  focus: "重点工作",
  name: "三级指标",
  operator: "指标值类型",
  target: "指标值",
  unit: "计量单位",
  halfTarget: "半年指标值",
  actual: "实际完成值",
  weight: "分值",
  score: "得分",
  reason: "偏差原因",
  explanation: "指标解释",
  rule: "评分标准",
} as const;

type Role = keyof typeof ITEMS;

/**
 * The indicators of sheets in tables of any family, or of none, below the units and projects that the tables name: a scope
 * for each sheet that has some, by its name.
 */
export function indicatorContent(
  snapshot: WorkbookSnapshot,
  sheets: ReadonlySet<string>,
): Map<string, Scope> {
  // Sheets keep their positions; those not asked for count as blank.
  const grids = snapshot.sheets.map((sheet) =>
    sheetGrid(sheets.has(sheet.name) ? sheet : { ...sheet, cells: [], merges: [] }),
  );
  const { families } = familiesFor(snapshot.families ?? [], BUILT_IN_FAMILIES);
  const drafts = new Map<string, ScopeDraft>();
  for (const { table, groups } of readIndicators(readTables(grids, families))) {
    const root = drafts.get(table.sheet) ?? new ScopeDraft();
    const filled = groups.filter(({ indicators, emptyLevels }) => indicators.length + emptyLevels.length > 0);
    for (const group of filled) readGroup(root, group);
    if (filled.length > 0) drafts.set(table.sheet, root);
  }
  return new Map([...drafts].map(([sheet, draft]) => [sheet, draft.scope()]));
}

function readGroup(root: ScopeDraft, { owner, indicators, emptyLevels }: IndicatorGroup): void {
  const unit = owner.unit === null ? root : named(root, "单位", "单位名称", owner.unit);
  const about = owner.project === null ? unit : named(unit, "项目", "项目名称", owner.project);
  const lines = [...indicators.map(({ line }) => line), ...emptyLevels].sort((a, b) => a.row - b.row);
  for (const line of lines) readLine(about.add("指标"), line);
}

function named(outer: ScopeDraft, list: string, item: string, name: string): ScopeDraft {
  const text: ContentValue = { kind: "text", text: name };
  const known = outer.listOf(list).find((draft) => {
    const own = draft.valueOf(item);
    return own?.kind === "text" && own.text === name;
  });
  const draft = known ?? outer.add(list);
  draft.set(item, text);
  return draft;
}

function readLine(draft: ScopeDraft, { cells, criteria }: IndicatorLine): void {
  // A column of operators or units shows that the target stands in cells of its own.
  const isApart = cells.operator !== undefined || cells.unit !== undefined;
  if (criteria.length > 0) {
    const rules = [...(cells.rule === undefined ? [] : [cells.rule]), ...criteria].map(({ text }) => text);
    draft.set(ITEMS.rule, { kind: "text", text: rules.join("\n") });
    for (const text of rules) draft.add("评分标准").set("条", { kind: "text", text });
  }
  for (const role of Object.keys(ITEMS) as Role[]) {
    const cell = cells[role];
    if (cell === undefined) continue;
    const item = role === "target" && !isApart ? "年度指标值" : ITEMS[role];
    const value = valueOf(item, cell);
    if (value !== null) draft.set(item, value);
  }
}

/** Items that are numbers also where they were typed as texts. */
const NUMBERS: ReadonlySet<string> = new Set([ITEMS.target, ITEMS.weight, ITEMS.score]);

function valueOf(item: string, { value, text, row, column }: LineCell): ContentValue | null {
  if (typeof value === "string") return NUMBERS.has(item) ? valueOfText(text) : { kind: "text", text };
  const cell = { row, column, value, text, formula: null, decimals: null };
  return readCellValue(item, { cell, written: text }, { amount: null, shift: 0 });
}
