import type { Content, ContentItem, Scope } from "../../content";
import { foldName, listsOfItem } from "../../fill/items";
import { isAmountExpression } from "../../fill/placeholders";
import { itemOf } from "../../fill/scopes";
import { listOf, scopeOfTexts, textItem, textOfItem } from "../scopes";

/*
 * The rows with which input sheets are laid out: a list 录入行 of the whole. Their levels are called 一级 and 二级 there, since
 * cells that are filled in row by row are not merged as levels are.
 */

const ROWS = "录入行";

/** Of an indicator, what its row takes over besides the levels. */
const INDICATOR_ITEMS = [
  "三级指标",
  "指标值类型",
  "指标值",
  "计量单位",
  "半年指标值",
  "分值",
  "指标解释",
  "评分标准",
  "实际完成值",
  "得分",
  "偏差原因",
  "备注",
] as const;

/** Rows of 绩效指标录入: all indicators that are known of every unit and project, at least the levels they need. */
export function indicatorRows(content: Content): Content {
  const units = listOf(content.root, "单位");
  const own = units.flatMap((unit) => {
    const name = textOfItem(unit, "单位名称");
    const projects = listOf(unit, "项目");
    return [
      ...rowsOf(unit, name, ""),
      ...projects.flatMap((project) => rowsOf(project, name, textOfItem(project, "项目名称"))),
    ];
  });
  // Where no unit is known, the whole is laid out.
  return withRows(
    content,
    own.length > 0 ? own : rowsOf(content.root, textOfItem(content.root, "单位名称"), ""),
  );
}

function rowsOf(owner: Scope, unit: string, project: string): Scope[] {
  return listOf(owner, "指标").map((indicator) => {
    const levels = scopeOfTexts(
      {
        单位: unit,
        项目: project,
        一级: textOfItem(indicator, "一级指标"),
        二级: textOfItem(indicator, "二级指标"),
      },
      "carried",
    );
    const items = INDICATOR_ITEMS.flatMap((name) => {
      const item = itemOf(indicator, name);
      return item === null ? [] : [[name, item] as const];
    });
    return { items: new Map<string, ContentItem>([...levels.items, ...items]), lists: new Map() };
  });
}

/** What a table lacks, as filling tells it. */
export interface MissingItem {
  readonly item: string;
  /** “项目“业务工作经费””; "" for the whole. */
  readonly owner: string;
}

/** Rows of 绩效资料录入: one for each item that the chosen tables lack; those of indicators belong to the other sheet. */
export function textRows(content: Content, missing: readonly MissingItem[]): Content {
  const rows = new Map<string, Scope>();
  for (const { item, owner } of missing) {
    if (isAmountExpression(item) || listsOfItem(item).includes("指标")) continue;
    const [, list = "", name = ""] = /^(单位|项目)“(.*)”$/s.exec(owner) ?? [];
    const unit = list === "单位" ? name : list === "项目" ? unitOfProject(content, name) : "";
    const texts = { 单位: unit, 项目: list === "项目" ? name : "", 资料项: item };
    const key = JSON.stringify(Object.values(texts).map(foldName));
    if (!rows.has(key)) rows.set(key, scopeOfTexts(texts, "carried"));
  }
  return withRows(content, [...rows.values()]);
}

/** The unit that has a project of this name; "" where several have. */
function unitOfProject({ root }: Content, project: string): string {
  const having = listOf(root, "单位").filter((unit) =>
    listOf(unit, "项目").some((other) => foldName(textOfItem(other, "项目名称")) === foldName(project)),
  );
  const [only, second] = having;
  return only === undefined || second !== undefined ? "" : textOfItem(only, "单位名称");
}

/** Rows left blank for amounts. */
const BLANK_ROWS = 100;

/** Rows of 支出明细: what has arrived for every project by the two sources, and blank ones. */
export function ledgerRows(content: Content): Content {
  const projects = listOf(content.root, "项目");
  const arrived = projects.flatMap((project) =>
    ["专项资金", "业务工作经费"].map((source) =>
      scopeOfTexts(
        {
          项目: textOfItem(project, "项目名称"),
          单位: textOfItem(project, "单位名称"),
          费用项: "资金到位",
          资金来源: source,
        },
        "carried",
      ),
    ),
  );
  const blank = Array.from({ length: BLANK_ROWS }, (): Scope => ({
    items: new Map([["项目", textItem("", "carried")]]),
    lists: new Map(),
  }));
  return withRows(content, [...arrived, ...blank]);
}

function withRows({ root, lookup }: Content, rows: readonly Scope[]): Content {
  return { root: { items: root.items, lists: new Map([[ROWS, rows]]) }, lookup };
}
