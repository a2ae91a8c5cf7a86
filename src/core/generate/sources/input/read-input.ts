import { toA1 } from "../../../workbook/address";
import { sheetGrid, textOf, type SheetGrid } from "../../../workbook/grid";
import type { Cell, SheetSnapshot } from "../../../workbook/snapshot";
import type { ContentItem, Scope } from "../../content";
import { readCellValue } from "../../extract/read-value";
import { completeIndicator } from "../../extract/target-forms";
import { foldName } from "../../fill/items";
import { readHeadingTable, type HeadingTable, type InputRow } from "./heading-table";
import { ledgerLists } from "./ledger";
import { messages, type InputProblem } from "./messages";
import { OwnerDrafts } from "./owner-drafts";
import { readLedger } from "./read-ledger";

/** The sheets a user fills in, by name; a second one is “绩效指标录入（2）”. */
export const INPUT_SHEETS = {
  indicators: "绩效指标录入",
  texts: "绩效资料录入",
  ledger: "支出明细",
} as const;

/** What the input sheets of a workbook say. */
export interface Input {
  /** Null where the workbook has no input sheet. */
  readonly scope: Scope | null;
  readonly problems: readonly InputProblem[];
}

/** Headings of other authorities' tables for the same item, normalised. */
const SAME_HEADING: Readonly<Record<string, string>> = {
  单位名称: "单位",
  单位编码: "单位",
  单位代码: "单位",
  项目名称: "项目",
  度量单位: "计量单位",
  "评(扣)分标准": "评分标准",
  指标值内容: "指标解释",
  自评得分: "得分",
  偏差原因分析及改进措施: "偏差原因",
};

/** Reads all input sheets of a workbook; all of it is of origin “input”. Rows that cannot be used are told, never guessed. */
export function readInput(sheets: readonly SheetSnapshot[]): Input {
  const drafts = new OwnerDrafts();
  const problems: InputProblem[] = [];
  const lists: Record<string, readonly Scope[]> = {};
  let found = false;
  for (const sheet of sheets) {
    const kind = kindOf(sheet.name);
    if (kind === null) continue;
    found = true;
    const grid = sheetGrid(sheet);
    const needed = NEEDED[kind];
    const table = readHeadingTable(grid, needed, SAME_HEADING);
    if (table === null)
      problems.push({ sheet: sheet.name, cell: "A1", message: messages.noHeader(sheet.name, needed) });
    else if (kind === "indicators") readIndicatorRows(grid, table, drafts, problems);
    else if (kind === "texts") readTextRows(grid, table, drafts, problems);
    else Object.assign(lists, ledgerLists(readLedger(grid, table, problems)));
  }
  if (!found) return { scope: null, problems };
  const scope = drafts.scope();
  const added = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { scope: { ...scope, lists: new Map([...scope.lists, ...added]) }, problems };
}

const NEEDED = {
  indicators: ["单位", "项目", "三级指标"],
  texts: ["资料项", "内容"],
  ledger: ["项目", "费用项", "金额"],
} as const;

/** Whether a sheet of this name is one that a user fills in, and no table of a budget. */
export function isInputSheet(name: string): boolean {
  return kindOf(name) !== null;
}

function kindOf(name: string): keyof typeof INPUT_SHEETS | null {
  const key = foldName(name).replace(/\(\d+\)$/, "");
  if (key === INPUT_SHEETS.indicators) return "indicators";
  if (key === INPUT_SHEETS.texts) return "texts";
  return key === INPUT_SHEETS.ledger ? "ledger" : null;
}

/** Words in the place of a project that mean the unit as a whole. */
const NO_PROJECT = /^(?:整体|单位整体|部门整体|整体支出|\/|—+|-+)$/;

function projectIn(row: InputRow): string {
  const text = row.text("项目");
  return NO_PROJECT.test(text) ? "" : text;
}

/** One row an indicator. What an inserted row leaves blank of unit, project and levels is as in the row above. */
function readIndicatorRows(
  grid: SheetGrid,
  { rows, printed }: HeadingTable,
  drafts: OwnerDrafts,
  problems: InputProblem[],
): void {
  let owner = { unit: "", project: "", isKnown: false };
  let levels = { level1: "", level2: "" };
  for (const row of rows) {
    const unit = row.text("单位");
    const isNew = unit !== "" || row.text("项目") !== "";
    if (isNew) {
      const next = { unit: unit === "" ? owner.unit : unit, project: projectIn(row), isKnown: true };
      if (next.unit !== owner.unit || next.project !== owner.project) levels = { level1: "", level2: "" };
      owner = next;
    } else if (!owner.isKnown) {
      const cell = toA1(row.address("单位"));
      problems.push({
        sheet: grid.sheet.name,
        cell,
        message: messages.noIndicatorOwner(grid.sheet.name, cell),
      });
      owner = { ...owner, isKnown: true };
    }
    const [level1, level2] = [row.text("一级指标"), row.text("二级指标")];
    if (level1 !== "" && level1 !== levels.level1) levels = { level1, level2 };
    else if (level2 !== "") levels = { ...levels, level2 };
    const items = new Map<string, ContentItem>();
    for (const heading of printed.keys()) {
      const cell = row.cell(heading);
      if (heading === "单位" || heading === "项目" || cell === undefined) continue;
      const item = inputItem(heading, cell);
      if (item !== null) items.set(heading, item);
    }
    if (items.size === 0) continue;
    setLevel(items, "一级指标", levels.level1);
    setLevel(items, "二级指标", levels.level2);
    drafts.of(owner.unit, owner.project).indicators.push(completeIndicator({ items, lists: new Map() }));
  }
}

function setLevel(items: Map<string, ContentItem>, item: string, level: string): void {
  if (level !== "") items.set(item, { value: { kind: "text", text: level }, origin: "input" });
}

/** One row an item: 单位 | 项目 | 资料项 | 内容; without unit and project it is about the whole. */
function readTextRows(
  grid: SheetGrid,
  { rows }: HeadingTable,
  drafts: OwnerDrafts,
  problems: InputProblem[],
): void {
  for (const row of rows) {
    const content = row.cell("内容");
    if (content === undefined) continue;
    const name = row.text("资料项");
    if (name === "") {
      const cell = toA1(row.address("资料项"));
      problems.push({ sheet: grid.sheet.name, cell, message: messages.noItem(grid.sheet.name, cell) });
      continue;
    }
    const item = inputItem(name, content);
    if (item !== null) drafts.of(row.text("单位"), projectIn(row)).items.set(name, item);
  }
}

/** What is typed below a heading: digits are a number, except codes and years; null for an error value. */
function inputItem(name: string, cell: Cell): ContentItem | null {
  const value = readCellValue(name, { cell, written: textOf(cell).trim() }, { amount: "number", shift: 0 });
  return value === null ? null : { value, origin: "input" };
}
