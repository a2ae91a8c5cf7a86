import Decimal from "decimal.js";
import type { ContentItem, Origin, Scope } from "../content";
import { assembleContent, type ContentSources } from "./assemble";
import { listOf, scopeOfTexts, textOfItem } from "./scopes";

type Texts = Readonly<Record<string, string>>;

function scope(
  texts: Texts,
  lists: Readonly<Record<string, readonly Scope[]>> = {},
  origin: Origin = "carried",
): Scope {
  const items = Object.fromEntries(Object.entries(texts));
  return scopeOfTexts(items, origin, new Map(Object.entries(lists)));
}

const typed = (texts: Texts, lists: Readonly<Record<string, readonly Scope[]>> = {}): Scope =>
  scope(texts, lists, "input");

function assembled(sources: Omit<ContentSources, "lookup">): Scope {
  return assembleContent({ ...sources, lookup: () => null }).root;
}

/** “单位代码 单位名称: 项目, 项目” a unit. */
function owners(root: Scope): string[] {
  return listOf(root, "单位").map(
    (unit) =>
      `${textOfItem(unit, "单位代码")} ${textOfItem(unit, "单位名称")}: ${listOf(unit, "项目")
        .map((project) => textOfItem(project, "项目名称"))
        .join(", ")}`,
  );
}

const BUDGET = scope(
  { 年度: "2026", 单位名称: "某局" },
  {
    单位: [
      scope(
        { 单位代码: "047001", 单位名称: "某局（本级）" },
        { 项目: [scope({ 项目名称: "信息化", 资金总额: "10" })] },
      ),
      scope(
        { 单位代码: "047007", 单位名称: "研究院" },
        { 项目: [scope({ 项目名称: "标准化", 支出方向: "标准化", 专项名称: "质量专项" })] },
      ),
    ],
  },
);

describe("what is typed beats what is taken over, and that beats the budget", () => {
  const carried = scope(
    { 年度: "2025", 部门职能职责描述: "旧", 联系人: "" },
    {
      单位: [
        scope(
          { 单位名称: "某局(本级)" },
          { 项目: [scope({ 项目名称: "信息化 ", 年度绩效目标: "旧目标", 资金总额: "9" })] },
        ),
      ],
    },
  );
  const input = typed(
    { 部门职能职责描述: "新" },
    {
      单位: [
        typed({ 单位代码: "047001" }, { 项目: [typed({ 项目名称: "信息化", 年度绩效目标: "新目标" })] }),
      ],
    },
  );
  const root = assembled({ input, carried, budget: BUDGET });

  test("items of the whole", () => {
    expect(["年度", "单位名称", "部门职能职责描述"].map((item) => textOfItem(root, item))).toEqual([
      "2026",
      "某局",
      "新",
    ]);
    expect(root.items.get("部门职能职责描述")?.origin).toBe("input");
  });

  test("units are one by code or by name, projects by name, whatever the blanks and brackets", () => {
    expect(owners(root)).toEqual(["047001 某局（本级）: 信息化", "047007 研究院: 标准化"]);
    const [project] = listOf(listOf(root, "单位")[0] ?? root, "项目");
    expect(project && ["年度绩效目标", "资金总额"].map((item) => textOfItem(project, item))).toEqual([
      "新目标",
      "9",
    ]);
  });

  test("all projects stand together for the whole, with their units", () => {
    expect(
      listOf(root, "项目").map((project) => [
        textOfItem(project, "项目名称"),
        textOfItem(project, "单位代码"),
      ]),
    ).toEqual([
      ["信息化", "047001"],
      ["标准化", "047007"],
    ]);
  });
});

describe("amounts", () => {
  const amount = (number: string, origin: Origin): ContentItem => ({
    value: { kind: "number", number: new Decimal(number), decimals: 2, percent: false, formula: null },
    origin,
  });
  const root = (items: Readonly<Record<string, ContentItem>>): Scope => ({
    items: new Map(Object.entries(items)),
    lists: new Map(),
  });
  const blank: ContentItem = { value: { kind: "blank" }, origin: "carried" };
  const old = root({
    资金总额: amount("9", "carried"),
    其他资金: amount("3", "carried"),
    编制数: amount("66", "carried"),
  });
  const budget = root({ 资金总额: amount("10", "carried"), 其他资金: blank });
  const told = (sources: Omit<ContentSources, "lookup">): string[] =>
    ["资金总额", "其他资金", "编制数"].map((item) => textOfItem(assembled(sources), item));

  test("of the budget are not replaced by older ones, not even where there is none", () => {
    expect(told({ carried: old, budget })).toEqual(["10.00", "", "66.00"]);
  });

  test("that were typed go before all", () => {
    expect(
      told({ input: root({ 其他资金: amount("1", "input"), 资金总额: blank }), carried: old, budget }),
    ).toEqual(["10.00", "1.00", "66.00"]);
  });
});

describe("a project that stands outside of a unit's list", () => {
  test.each<[string, Scope, readonly string[]]>([
    [
      "belongs to the unit it names",
      scope({ 项目名称: "新项目", 单位名称: "研究院" }),
      ["047001 某局（本级）: 信息化", "047007 研究院: 标准化, 新项目"],
    ],
    [
      "is the one that has its name",
      scope({ 支出方向: "标准化", 专项名称: "质量专项", 年度绩效目标: "目标" }),
      ["047001 某局（本级）: 信息化", "047007 研究院: 标准化"],
    ],
    [
      "belongs to no unit where that is not known",
      scope({ 项目名称: "新项目" }),
      ["047001 某局（本级）: 信息化", "047007 研究院: 标准化"],
    ],
  ])("%s", (_name, project, expected) => {
    const root = assembled({ carried: scope({}, { 项目: [project] }), budget: BUDGET });
    expect(owners(root)).toEqual(expected);
  });

  test("is not lost where its unit is not known", () => {
    const root = assembled({ carried: scope({}, { 项目: [scope({ 项目名称: "新项目" })] }), budget: BUDGET });
    expect(listOf(root, "项目").map((project) => textOfItem(project, "项目名称"))).toEqual([
      "信息化",
      "标准化",
      "新项目",
    ]);
  });

  test("is another one below another 专项", () => {
    const other = scope({ 单位代码: "047007", 项目名称: "标准化", 专项名称: "科技专项" });
    expect(owners(assembled({ carried: scope({}, { 项目: [other] }), budget: BUDGET }))[1]).toBe(
      "047007 研究院: 标准化, 标准化",
    );
  });
});

test("what the budget does not know stands behind its neighbour in its own table", () => {
  const unit = (code: string, ...projects: readonly string[]): Scope =>
    scope({ 单位代码: code, 单位名称: code }, { 项目: projects.map((name) => scope({ 项目名称: name })) });
  const of = (...units: readonly Scope[]): Scope => scope({}, { 单位: units });
  const root = assembled({
    carried: of(unit("047009"), unit("047001", "维护", "会议"), unit("047002"), unit("047003")),
    budget: of(unit("047001", "维护", "培训"), unit("047003")),
  });
  expect(owners(root)).toEqual([
    "047001 047001: 维护, 会议, 培训",
    "047002 047002: ",
    "047003 047003: ",
    "047009 047009: ",
  ]);
});

test("a unit that is known to have no project is not asked for one; of another nothing is known", () => {
  const budget = scope(
    {},
    { 单位: [scope({ 单位代码: "047001" }, { 项目: [] }), scope({ 单位代码: "047002" })] },
  );
  const units = listOf(assembled({ budget }), "单位");
  expect(units.map(({ lists }) => lists.get("项目"))).toEqual([[], undefined]);
});

describe("indicators", () => {
  const LEVELS = [
    scope({ 一级指标: "成本指标", 二级指标: "经济成本指标" }),
    scope({ 一级指标: "产出指标", 二级指标: "数量指标" }),
  ];
  const unit = (indicators: readonly Scope[]): Scope =>
    scope({}, { 单位: [scope({ 单位代码: "047001" }, { 指标: indicators })] });
  const budget = unit(LEVELS);
  const names = (root: Scope): string[] =>
    listOf(listOf(root, "单位")[0] ?? root, "指标").map((indicator) =>
      ["二级指标", "三级指标", "指标值", "年度指标值", "评分标准"]
        .map((item) => textOfItem(indicator, item))
        .join("|"),
    );
  const old = scope({
    一级指标: "产出指标",
    二级指标: "数量指标",
    三级指标: "培训 人次",
    指标值: "2",
    年度指标值: "≥2万",
    评分标准: "旧标准",
  });

  test("levels alone are laid out where nothing is known", () => {
    expect(names(assembled({ input: unit(LEVELS.slice(0, 1)), budget }))).toEqual(["经济成本指标||||"]);
    expect(names(assembled({ budget }))).toEqual(["经济成本指标||||", "数量指标||||"]);
  });

  test("those taken over go before levels that were typed without an indicator", () => {
    expect(names(assembled({ input: unit(LEVELS), carried: unit([old]), budget }))).toEqual([
      "数量指标|培训 人次|2|≥2万|旧标准",
    ]);
  });

  test("those typed are completed by those of the same name, but a target comes from one source", () => {
    const fresh = typed({ 一级指标: "产出", 二级指标: "数量指标", 三级指标: "培训人次", 指标值: "3" });
    expect(names(assembled({ input: unit([fresh]), carried: unit([old]), budget }))).toEqual([
      "数量指标|培训人次|3||旧标准",
    ]);
  });

  test("without a typed target the old one is kept whole", () => {
    const fresh = typed({ 一级指标: "产出指标", 三级指标: "培训人次", 评分标准: "新标准" });
    expect(names(assembled({ input: unit([fresh]), carried: unit([old]), budget }))).toEqual([
      "数量指标|培训人次|2|≥2万|新标准",
    ]);
  });
});
