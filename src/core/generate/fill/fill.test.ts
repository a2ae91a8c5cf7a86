import { rangeToA1, toA1 } from "../../workbook/address";
import { plannedRows, type SheetPlan } from "../../workbook/sheet-plan";
import type { AmountLookup, ContentValue } from "../content";
import type { Template } from "../template";
import { fillTemplate, type FillOptions, type Missing } from "./fill";
import { amount, at, ranges, scope, template, type ScopeDrawing } from "./template.testing";
import { TemplateDefect } from "./template-defect";

const NO_LOOKUP: AmountLookup = () => null;

interface Filled {
  readonly plan: SheetPlan;
  readonly plans: readonly SheetPlan[];
  readonly missing: readonly Missing[];
}

function fill(
  given: Template,
  content: ScopeDrawing,
  { lookup = NO_LOOKUP, ...options }: Partial<FillOptions> & { lookup?: AmountLookup } = {},
): Filled {
  const { plans, missing } = fillTemplate(
    given,
    { root: scope(content), lookup },
    { mode: "functions", sheetNames: [], ...options },
  );
  const [plan] = plans;
  if (plan === undefined) throw new Error("no plan");
  return { plan, plans, missing };
}

/** The values as a table; a text that looks like a number is in quotes. */
function drawn(plan: SheetPlan): string {
  return plannedRows(plan)
    .map((row) =>
      row
        .map((value) => (typeof value === "string" && /^-?[\d.]+$/.test(value) ? `'${value}` : String(value)))
        .join(" | ")
        .replace(/[ |]+$/, ""),
    )
    .join("\n");
}

function table(drawing: string): string {
  return drawing
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .map((part) => part.trim())
        .join(" | ")
        .replace(/[ |]+$/, ""),
    )
    .join("\n");
}

const merged = ({ merges = [] }: SheetPlan): string[] => merges.map(rangeToA1).sort();
const formulas = ({ cells }: SheetPlan): Record<string, string> =>
  Object.fromEntries(
    cells.flatMap((cell) => (cell.formula === undefined ? [] : [[toA1(cell), cell.formula]])),
  );
const lacks = ({ missing }: Filled): string[] =>
  missing.map(({ cell, item, owner }) => `${cell} ${item}${owner === "" ? "" : ` ${owner}`}`);

describe("items", () => {
  test("a placeholder alone keeps its type, among words it is text", () => {
    const { plan, missing } = fill(
      template(`
        {{年度}}年度表               | 单位：万元
        填报单位：{{单位 名称}}      | {{资金总额}}
        其中：基本支出：{{基本支出}} | {{ 比率 }}
        {{代码}}                     | 执行率{{比率}}
      `),
      {
        年度: "2026",
        单位名称: "甲局",
        资金总额: amount("1240.50"),
        基本支出: amount("1000"),
        比率: { kind: "number", number: amountOf("0.9645"), decimals: 2, percent: true, formula: null },
        代码: "047007",
      },
    );
    expect(drawn(plan)).toBe(
      table(`
        2026年度表              | 单位：万元
        填报单位：甲局          | 1240.5
        其中：基本支出：1000.00 | 0.9645
        '047007                 | 执行率96.45%
      `),
    );
    expect(missing).toEqual([]);
  });

  test("what is missing is blank, listed and marked, unless it is optional or known to be blank", () => {
    const filled = fill(
      template("{{单位名称}} | {{备注?}} | {{电话}} | {{目标}} | 联系人：{{联系人}}", {
        optional: ["电 话"],
      }),
      { 目标: null, 联系人: " " },
    );
    expect(drawn(filled.plan)).toBe(" |  |  |  | 联系人：");
    expect(lacks(filled)).toEqual(["A1 单位名称", "E1 联系人"]);
    expect(filled.plan.areas).toEqual([
      { range: at("A1"), style: { fillColor: "#FFF2CC" } },
      { range: at("E1"), style: { fillColor: "#FFF2CC" } },
    ]);
  });

  test("an item is looked for outwards, beyond a unit or project only what is inherited", () => {
    const filled = fill(
      template(
        "{{#项目}}{{单位名称}} | {{项目名称}} | {{资金总额}} | {{#指标}}{{年度绩效目标}} | {{项目.电话}} | {{年度}}{{/指标}}{{/项目}}",
      ),
      {
        单位名称: "甲局",
        资金总额: 99,
        年度绩效目标: "整体",
        年度: "2026",
        电话: "0",
        项目: [
          { 项目名称: "一", 资金总额: 5, 年度绩效目标: "目标", 电话: "123", 指标: [{}, { 电话: "456" }] },
          { 项目名称: "二", 指标: [{}] },
        ],
      },
    );
    expect(drawn(filled.plan)).toBe(
      table(`
        甲局 | 一 | 5 | 目标 | '123 | '2026
             |    |   |      |      |
             | 二 |   |      |      |
      `),
    );
    expect(lacks(filled)).toEqual([
      "C3 资金总额 项目“二”",
      "D3 年度绩效目标 项目“二”",
      "E3 项目.电话 项目“二”",
    ]);
    expect(merged(filled.plan)).toEqual(["A1:A3", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:F3"]);
  });

  test("typed beats computed, computed beats taken over", () => {
    const given = template("{{甲}} | {{乙}} | {{丙}} | {{丁}}", {
      amounts: {
        甲: ["表[{代码}]"],
        乙: ["没有", "表[{代码}]"],
        丙: ["没有"],
        丁: ["表[{没有}]"],
      },
    });
    const asked: string[] = [];
    const { plan } = fill(
      given,
      {
        代码: "047",
        甲: { value: amount(1, 0), origin: "input" },
        乙: amount(2, 0),
        丙: amount(3, 0),
        丁: amount(4, 0),
      },
      {
        lookup: (expression) => {
          asked.push(expression);
          return expression === "表[047]" ? amount(7, 0, "'预算02表'!D9+'预算02表'!I9") : null;
        },
      },
    );
    expect(drawn(plan)).toBe("1 | 7 | 3 | 4");
    expect(formulas(plan)).toEqual({ B1: "='预算02表'!D9+'预算02表'!I9" });
    expect(asked).toEqual(["没有", "表[047]"]);
  });

  test("an amount of the budget tables in a cell", () => {
    const filled = fill(
      template("{{预算02表[{代码}, 小计]}} | {{预算03表.合计}} | {{预算04表.合计?}}"),
      { 代码: "047" },
      { lookup: (expression) => (expression === "预算02表[047, 小计]" ? amount("12.30") : null) },
    );
    expect(drawn(filled.plan)).toBe("12.3");
    expect(lacks(filled)).toEqual(["B1 预算03表.合计"]);
  });
});

const GOALS = template(
  `
    单位                  | 金额         | 一级         | 二级         | 指标         | 分值
    {{#单位}}{{单位代码}} | =SUM(B3)
    {{#项目}}{{#指标}}{{项目名称}} | {{资金总额}} | {{一级指标}} | {{二级指标}} | {{三级指标}} | {{分值}}{{/指标}}{{/项目}}{{/单位}}
    合计                  | =SUM(B2)
  `,
  { optional: ["分值"] },
);

function goal(first: string, second: string, third: string): ScopeDrawing {
  return { 一级指标: first, 二级指标: second, 三级指标: third };
}

describe("repeated rows", () => {
  const content: ScopeDrawing = {
    单位: [
      {
        单位代码: "047001",
        项目: [
          {
            项目名称: "培训",
            资金总额: amount(10),
            指标: [
              goal("产出指标", "数量指标", "人数"),
              goal("产出指标", "数量指标", "期数"),
              goal("产出指标", "质量指标", "合格率"),
              goal("效益指标", "质量指标", "影响"),
            ],
          },
          { 项目名称: "会议", 资金总额: amount(5), 指标: [goal("效益指标", "质量指标", "满意")] },
        ],
      },
      {
        单位代码: "047002",
        项目: [
          {
            项目名称: "修缮",
            资金总额: amount("7.5"),
            指标: [goal("产出指标", "", "面积"), goal("产出指标", "", "栋数")],
          },
        ],
      },
    ],
  };

  test("nested lists, merged over their rows; levels merged where they are equal", () => {
    const filled = fill(GOALS, content);
    expect(drawn(filled.plan)).toBe(
      table(`
        单位    | 金额 | 一级     | 二级     | 指标   | 分值
        '047001 | 15   |          |          |        |
        培训    | 10   | 产出指标 | 数量指标 | 人数   |
                |      |          |          | 期数   |
                |      |          | 质量指标 | 合格率 |
                |      | 效益指标 | 质量指标 | 影响   |
        会议    | 5    | 效益指标 | 质量指标 | 满意   |
        '047002 | 7.5  |          |          |        |
        修缮    | 7.5  | 产出指标 |          | 面积   |
                |      |          |          | 栋数   |
        合计    | 22.5 |          |          |        |
      `),
    );
    expect(merged(filled.plan)).toEqual(["A3:A6", "A9:A10", "B3:B6", "B9:B10", "C3:C5", "C9:C10", "D3:D4"]);
    expect(lacks(filled)).toEqual(["D9 二级指标 项目“修缮”", "D10 二级指标 项目“修缮”"]);
    expect(formulas(filled.plan)).toEqual({ B2: "=SUM(B3:B7)", B8: "=SUM(B9:B10)", B11: "=SUM(B2,B8)" });
  });

  test("an empty list leaves one blank repetition; an absent one, too, and its items are missing", () => {
    const filled = fill(GOALS, {
      单位: [
        { 单位代码: "1", 项目: [] },
        { 单位代码: "2" },
        { 单位代码: "3", 项目: [{ 项目名称: "丙", 资金总额: 1, 指标: [] }] },
      ],
    });
    expect(drawn(filled.plan)).toBe(
      table(`
        单位 | 金额 | 一级 | 二级 | 指标 | 分值
        '1   | 0
             |
        '2   | 0
             |
        '3   | 1
        丙   | 1
        合计 | 1
      `),
    );
    expect(lacks(filled)).toEqual([
      "A5 项目名称 单位“2”",
      "B5 资金总额 单位“2”",
      "C5 一级指标 单位“2”",
      "D5 二级指标 单位“2”",
      "E5 三级指标 单位“2”",
    ]);
  });
});

describe("merging", () => {
  test("an item of an outer list by the mark 按, equal neighbours by the mark 合并", () => {
    const filled = fill(
      template(
        "{{#单位}}{{#项目}}{{#指标}}{{单位代码}} | {{单位代码 按项目}} | {{专项名称 合并}} | {{序号}} | {{序号}}、{{项目名称}} | {{三级指标}}{{/指标}}{{/项目}}{{/单位}}",
      ),
      {
        单位: [
          {
            单位代码: "a",
            项目: [
              { 项目名称: "甲", 专项名称: "质量", 指标: [{ 三级指标: "1" }, { 三级指标: "2" }] },
              { 项目名称: "乙", 专项名称: "质量", 指标: [{ 三级指标: "3" }] },
              { 项目名称: "丙", 专项名称: "计量", 指标: [{ 三级指标: "4" }] },
            ],
          },
          { 单位代码: "b", 项目: [{ 项目名称: "丁", 专项名称: "计量", 指标: [{ 三级指标: "5" }] }] },
        ],
      },
    );
    expect(drawn(filled.plan)).toBe(
      table(`
        a | a | 质量 | 1 | 1、甲 | '1
          |   |      | 2 |       | '2
          | a |      | 1 | 2、乙 | '3
          | a | 计量 | 1 | 3、丙 | '4
        b | b | 计量 | 1 | 1、丁 | '5
      `),
    );
    expect(merged(filled.plan)).toEqual(["A1:A4", "B1:B2", "C1:C3", "E1:E2"]);
  });

  test("the points of a level are the sum of its indicators', where the content does not say them", () => {
    const points = (first: string, second: string, value: ContentValue | null): ScopeDrawing => ({
      一级指标: first,
      二级指标: second,
      分值: value,
    });
    const { plan, missing } = fill(
      template("{{#指标}}{{一级指标}}（{{一级分值}}分） | {{二级指标}} | {{二级分值}} | {{分值}}{{/指标}}"),
      {
        指标: [
          points("产出指标", "数量指标", amount("10.5", null)),
          points("产出指标", "数量指标", { kind: "text", text: "9.5" }),
          points("产出指标", "质量指标", amount(5, null)),
          { ...points("效益指标", "社会效益指标", amount(30, null)), 一级分值: amount(35, null) },
          points("满意度指标", "满意度指标", null),
        ],
      },
    );
    expect(drawn(plan)).toBe(
      table(`
        产出指标（25分） | 数量指标     | 20 | 10.5
                         |              |    | '9.5
                         | 质量指标     | 5  | 5
        效益指标（35分） | 社会效益指标 | 30 | 30
        满意度指标       | 满意度指标
      `),
    );
    expect(merged(plan)).toEqual(["A1:A3", "B1:B2", "C1:C2"]);
    expect(missing).toEqual([]);
  });

  test("merges of the template grow with what is repeated within them, or are repeated with it", () => {
    const filled = fill(
      template(
        `
          绩效指标 | 一级         | 名称
                   | {{#指标}}{{一级指标}} | {{三级指标}} | | {{/指标}}
          {{#单位}}{{单位名称}} | 小计 | x
                   | {{#项目}}{{项目名称}} | {{/项目}}{{/单位}} |
          合计
        `,
        { merges: ranges("A1:A2", "C2:D2", "A3:A4", "A5:D5", "C4:D4") },
      ),
      {
        指标: [
          { 一级指标: "产出", 三级指标: "1" },
          { 一级指标: "产出", 三级指标: "2" },
        ],
        单位: [
          { 单位名称: "甲", 项目: [{ 项目名称: "a" }, { 项目名称: "b" }] },
          { 单位名称: "乙", 项目: [{ 项目名称: "c" }] },
        ],
      },
    );
    expect(drawn(filled.plan)).toBe(
      table(`
        绩效指标 | 一级 | 名称
                 | 产出 | '1
                 |      | '2
        甲       | 小计 | x
                 | a
                 | b
        乙       | 小计 | x
                 | c
        合计
      `),
    );
    expect(merged(filled.plan)).toEqual([
      "A1:A3",
      "A4:A6",
      "A7:A8",
      "A9:D9",
      "B2:B3",
      "C2:D2",
      "C3:D3",
      "C5:D5",
      "C6:D6",
      "C8:D8",
    ]);
  });

  test("an item that no list is known to have is where the content has it; rows of a larger block stay apart", () => {
    const filled = fill(
      template(`
        {{#项目}}{{#指标}}{{负责人}} | {{三级指标}}{{/指标}}{{/项目}}
        {{#项目}}{{#指标}}{{负责人}} | {{三级指标}}
        注                           | {{/指标}}{{/项目}}
      `),
      { 项目: [{ 负责人: "张", 指标: [{ 三级指标: "a" }, { 三级指标: "b" }] }] },
    );
    expect(merged(filled.plan)).toEqual(["A1:A2"]);
    expect(drawn(filled.plan)).toBe("张 | a\n | b\n张 | a\n注\n张 | b\n注");
  });
});

test("filtered lists", () => {
  const filled = fill(
    template(`
      {{#项目：类别=专项}}{{项目名称}}{{/项目}}
      其他
      {{#项目：类别=其他、空}}{{项目名称}}{{/项目}}
      指标
      {{#指标：一级指标=产出、过程}}{{三级指标}}{{/指标}}
      {{#指标：一级指标=成本}}{{三级指标}}{{/指标}}
    `),
    {
      项目: [
        { 项目名称: "甲", 类别: "专 项" },
        { 项目名称: "乙", 类别: "其他" },
        { 项目名称: "丙" },
        { 项目名称: "丁", 类别: "基建" },
        { 项目名称: "戊", 类别: null },
      ],
      指标: [
        { 一级指标: "产出指标(50分)", 三级指标: "1" },
        { 一级指标: "效益指标", 三级指标: "2" },
        { 一级指标: "过程", 三级指标: "3" },
      ],
    },
  );
  expect(drawn(filled.plan)).toBe("甲\n其他\n乙\n丙\n戊\n指标\n'1\n'3");
  expect(filled.missing).toEqual([]);
});

describe("repeated columns", () => {
  const given = template(
    `
      项目                  | 支出                               | 合计
                            | {{#费用项 向右}}{{名称}}{{/费用项}} |
      {{#项目}}{{项目名称}} | {{金额}}                           | =SUM(B3){{/项目}}
      合计                  | =SUM(B3)                           | =SUM(C3)
    `,
    { merges: ranges("A1:A2", "C1:C2"), columnWidths: [20, 10, 12] },
  );

  test("what a row's item keeps for the column's item", () => {
    const filled = fill(given, {
      费用项: [{ 名称: "办公费", 金额: 100 }, { 名称: "印刷费" }, { 名称: "差旅费" }],
      项目: [
        {
          项目名称: "甲",
          金额: 55,
          费用项: [
            { 名称: "差旅 费", 金额: 2 },
            { 名称: "办公费", 金额: 1 },
          ],
        },
        { 项目名称: "乙", 费用项: [{ 名称: "办公费", 金额: 4 }, { 名称: "印刷费" }] },
        { 项目名称: "丙" },
      ],
    });
    expect(drawn(filled.plan)).toBe(
      table(`
        项目 | 支出   |        |        | 合计
             | 办公费 | 印刷费 | 差旅费 |
        甲   | 1      |        | 2      | 3
        乙   | 4      |        |        | 4
        丙   |        |        |        | 0
        合计 | 5      | 0      | 2      | 7
      `),
    );
    expect(formulas(filled.plan)).toEqual({
      E3: "=SUM(B3:D3)",
      E4: "=SUM(B4:D4)",
      E5: "=SUM(B5:D5)",
      B6: "=SUM(B3:B5)",
      C6: "=SUM(C3:C5)",
      D6: "=SUM(D3:D5)",
      E6: "=SUM(E3:E5)",
    });
    expect(merged(filled.plan)).toEqual(["A1:A2", "B1:D1", "E1:E2"]);
    expect(filled.plan.columnWidths).toEqual([20, 10, 10, 10, 12]);
    expect(lacks(filled)).toEqual(["C4 金额 项目“乙”"]);
  });

  test("an empty list leaves one blank column", () => {
    const filled = fill(given, { 费用项: [], 项目: [{ 项目名称: "甲", 金额: 55 }] });
    expect(drawn(filled.plan)).toBe("项目 | 支出 | 合计\n\n甲 |  | 0\n合计 | 0 | 0");
    expect(filled.missing).toEqual([]);
    expect(lacks(fill(given, { 项目: [] }))).toEqual(["B2 名称"]);
  });

  test("columns within columns", () => {
    const { plan } = fill(
      template(`
        {{#来源 向右}}{{名称}}      | {{/来源}}
        {{#项 向右}}{{名称}}{{/项}} | 小计
        {{#项目}}{{金额}}{{/项目}}  | =SUM(A3)
      `),
      {
        来源: [
          { 名称: "专项", 项: [{ 名称: "a" }, { 名称: "b" }] },
          { 名称: "业务", 项: [{ 名称: "a" }] },
        ],
        项目: [
          {
            来源: [
              { 名称: "业务", 项: [{ 名称: "a", 金额: 3 }] },
              { 名称: "专项", 项: [{ 名称: "b", 金额: 2 }] },
            ],
          },
        ],
      },
    );
    expect(drawn(plan)).toBe(
      table(`
        专项 |   |      | 业务
        a    | b | 小计 | a    | 小计
             | 2 | 2    | 3    | 3
      `),
    );
  });
});

describe("formulas", () => {
  const rates = template(
    `
      项目                  | 预算            | 执行            | 率
      {{#项目}}{{项目名称}} | {{预算}}        | {{执行}}        | =EXEC_RATE(C2,B2,4){{/项目}}
      合计                  | =SUM(B2:B2)     | =SUM(C2)        | =EXEC_RATE($C$3,B3,4)
    `,
  );
  const content: ScopeDrawing = {
    项目: [
      { 项目名称: "甲", 预算: amount("7324.16"), 执行: amount("7064.68", 2, "'03'!D9") },
      { 项目名称: "乙", 预算: amount("0"), 执行: amount("0.1") },
    ],
  };

  test("with the custom functions, with Excel's own, and without", () => {
    const functions = fill(rates, content).plan;
    expect(drawn(functions)).toBe(
      table(`
        项目 | 预算    | 执行    | 率
        甲   | 7324.16 | 7064.68 | 0.9646
        乙   | 0       | 0.1     | #DIV/0!
        合计 | 7324.16 | 7064.78 | 0.9646
      `),
    );
    expect(formulas(functions)).toEqual({
      C2: "='03'!D9",
      D2: "=EXEC_RATE(C2,B2,4)",
      D3: "=EXEC_RATE(C3,B3,4)",
      B4: "=SUM(B2:B3)",
      C4: "=SUM(C2:C3)",
      D4: "=EXEC_RATE(C4,B4,4)",
    });
    const plain = fill(rates, content, { mode: "values" }).plan;
    expect(formulas(plain)).toEqual({});
    expect(drawn(plain)).toBe(drawn(functions).replace("#DIV/0!", "").replace(" | \n", "\n"));
  });

  test("refer to the first cell of a merge, and to all instances from outside", () => {
    const { plan } = fill(
      template(`
        {{#项目}}{{#指标}}{{金额}} | {{分值}} | =B1/A1 | =A1*2 | =B1/SUM(B1) | =B1/B2{{/指标}}{{/项目}}
        =SUM(A1)                   | =SUM(B1,10) | =MAX(A1:B1)
      `),
      {
        项目: [
          { 金额: 10, 指标: [{ 分值: 1 }, { 分值: 4 }] },
          { 金额: 5, 指标: [{ 分值: 5 }] },
        ],
      },
    );
    expect(merged(plan)).toEqual(["A1:A2", "D1:D2"]);
    expect(formulas(plan)).toEqual({
      C1: "=B1/A1",
      D1: "=A1*2",
      E1: "=B1/SUM(B1)",
      F1: "=B1/B4",
      C2: "=B2/A1",
      E2: "=B2/SUM(B2)",
      F2: "=B2/B4",
      C3: "=B3/A3",
      D3: "=A3*2",
      E3: "=B3/SUM(B3)",
      F3: "=B3/B4",
      A4: "=SUM(A1:A3)",
      B4: "=SUM(B1:B3,10)",
      C4: "=MAX(A1:B3)",
    });
    expect(drawn(plan)).toBe(
      table(`
        10 | 1  | 0.1 | 20 | 1 | 0.05
           | 4  | 0.4 |    | 1 | 0.2
        5  | 5  | 1   | 10 | 1 | 0.25
        15 | 20 | 10
      `),
    );
  });

  test("more than 200 instances are nested", () => {
    const { plan } = fill(
      template(`
        {{#单位}}{{单位名称}} | {{金额}}
        小计                  | {{/单位}}
        合计                  | =SUM(B1)
      `),
      { 单位: Array.from({ length: 450 }, (_, at) => ({ 单位名称: String(at), 金额: 1 })) },
    );
    const total = plan.cells.at(-1);
    expect(total?.value).toBe(450);
    expect(total?.formula?.startsWith("=SUM(SUM(B1,B3,B5")).toBe(true);
    expect(total?.formula?.match(/B\d+/g)).toHaveLength(450);
  });

  test("more instances than a function takes leave the cell blank and listed", () => {
    const filled = fill(template("{{#单位}}{{金额}} | \n x{{/单位}} | \n =XYZ(A1)"), {
      单位: Array.from({ length: 300 }, () => ({ 金额: 1 })),
    });
    expect(filled.plan.cells.at(-1)).toEqual({ row: 599, column: 0, value: "x" });
    expect(lacks(filled)).toEqual(["A601 =XYZ(A1)"]);
  });

  test("placeholders within a formula become its amounts, with their cells, or texts", () => {
    const { plan, missing } = fill(
      template('={{资金总额}}/2+1 | ="截至{{年度}}年""底""" | ={{没有}}+1 | ={{备注?}}+1 | =10'),
      { 资金总额: amount(7, 0, "A!B1+A!B2"), 年度: "2026" },
    );
    expect(formulas(plan)).toEqual({ A1: "=('A'!B1+'A'!B2)/2+1", B1: '="截至"&"2026"&"年""底"""' });
    expect(plan.cells.map(({ value }) => value)).toEqual([4.5, '截至2026年"底"', 10]);
    expect(missing).toEqual([{ sheet: "测试表", cell: "C1", item: "没有", owner: "" }]);
  });

  test("what only Excel can tell has a formula and no result", () => {
    const given = template("=XLOOKUP(1,B1,B1) | =A1+1 | ='预算02表'!D9");
    expect(fill(given, {}).plan.cells).toEqual([
      { row: 0, column: 0, value: "", formula: "=XLOOKUP(1,B1,B1)" },
      { row: 0, column: 1, value: "", formula: "=A1+1" },
      { row: 0, column: 2, value: "", formula: "='预算02表'!D9" },
    ]);
  });

  test("a text that begins with = comes from the content as a text", () => {
    expect(fill(template("{{备注}}"), { 备注: "=1+1" }).plan.cells).toEqual([
      { row: 0, column: 0, value: "=1+1" },
    ]);
  });

  test.each([
    ["=B1+1 | =C1 | =SUM(A1:B1)", "模板 A1：公式绕一圈又用到了自己的结果"],
    ["=SUM(", "模板 A1："],
    ["{{#项目}}{{金额}}{{/项目}} | \n =A1*2", "模板 A2："],
  ])("the defect of %s", (drawing, sentence) => {
    const tried = (content: ScopeDrawing) => () => fill(template(drawing), content);
    expect(tried({ 项目: [{ 金额: 1 }] })).toThrow(TemplateDefect);
    expect(tried({ 项目: [] })).toThrow(sentence);
  });
});

describe("looks", () => {
  const given = template(
    `
      标题
      {{#项目}}{{项目名称}} | {{金额}} | {{率}}
      小计 | |
      {{#指标}}{{三级指标}} | {{备注}} | {{/指标}}{{/项目}}
      注
    `,
    {
      areas: [
        { range: at("A1:C5"), style: { fontSize: 9 } },
        { range: at("B2:B2"), style: { numberFormat: "#,##0.00" } },
        { range: at("A4:C4"), style: { border: {} } },
        { range: at("A5:C9"), style: { italic: true } },
      ],
      rowHeights: [
        { row: 0, points: 24 },
        { row: 3, points: 30 },
        { row: 6, points: 50 },
      ],
      dropDowns: [{ range: at("B4"), options: ["是", "否"], free: true }],
      frozenRows: 1,
      page: {
        orientation: "landscape",
        paper: "A4",
        titleRows: { top: 0, bottom: 0 },
        printArea: at("A1:C5"),
      },
    },
  );
  const rate = {
    kind: "number",
    number: amountOf("0.5"),
    decimals: 1,
    percent: true,
    formula: null,
  } as const;

  test("areas, heights, lists and page set-up move and grow with the rows", () => {
    const { plan } = fill(given, {
      项目: [
        { 项目名称: "甲", 金额: amount(1), 率: rate, 指标: [{ 三级指标: "a" }, { 三级指标: "b" }] },
        { 项目名称: "乙", 金额: amount(2), 率: rate, 指标: [{ 三级指标: "c", 备注: "d" }] },
      ],
    });
    expect(plan.areas.map(({ range, style }) => [rangeToA1(range), style])).toEqual([
      ["A1:C9", { fontSize: 9 }],
      ["B2", { numberFormat: "#,##0.00" }],
      ["B6", { numberFormat: "#,##0.00" }],
      ["A4:C5", { border: {} }],
      ["A8:C8", { border: {} }],
      ["A9:C13", { italic: true }],
      ["C2", { numberFormat: "0.0%" }],
      ["C6", { numberFormat: "0.0%" }],
      ["B4:B5", { fillColor: "#FFF2CC" }],
    ]);
    expect(plan.rowHeights).toEqual([
      { row: 0, points: 24 },
      { row: 3, points: 30 },
      { row: 4, points: 30 },
      { row: 7, points: 30 },
      { row: 10, points: 50 },
    ]);
    expect(plan.dropDowns?.map(({ range }) => rangeToA1(range))).toEqual(["B4:B5", "B8"]);
    expect(plan.frozenRows).toBe(1);
    expect(plan.page).toEqual({
      orientation: "landscape",
      paper: "A4",
      titleRows: { top: 0, bottom: 0 },
      printArea: at("A1:C9"),
    });
  });

  test("8,000 rows of one repeated row are one area", () => {
    const { plan } = fill(
      template("{{#指标}}{{三级指标}} | {{分值}} | {{备注}}{{/指标}}", {
        areas: [{ range: at("A1:C1"), style: { border: {} } }],
      }),
      { 指标: Array.from({ length: 8000 }, (_, index) => ({ 三级指标: String(index), 分值: amount(1, 1) })) },
    );
    expect(plan.areas.map(({ range }) => rangeToA1(range))).toEqual(["A1:C8000", "B1:B8000", "C1:C8000"]);
    expect(plan.merges).toEqual([]);
  });
});

describe("sheets", () => {
  const projects = template("{{项目名称}} | {{年度}}", {
    each: "项目",
    sheetName: "附件3-{{序号}} {{项目名称}}",
  });

  test("one for each item of a list, each with a name of its own", () => {
    const { plans, missing } = fill(
      projects,
      {
        年度: "2026",
        项目: [{ 项目名称: "甲[1]/乙" }, { 项目名称: "长".repeat(40) }, {}],
      },
      { sheetNames: ["附件3-1 甲（1）-乙"] },
    );
    expect(plans.map(({ name }) => name)).toEqual([
      "附件3-1 甲（1）-乙（2）",
      `附件3-2 ${"长".repeat(25)}`,
      "附件3-3",
    ]);
    expect(plans.map(drawn)).toEqual(["甲[1]/乙 | '2026", `${"长".repeat(40)} | '2026`, " | '2026"]);
    expect(missing).toEqual([{ sheet: "附件3-3", cell: "A1", item: "项目名称", owner: "" }]);
  });

  test("a list without items leaves one sheet", () => {
    const empty = fill(projects, { 年度: "2026", 项目: [] });
    expect(empty.plans.map(drawn)).toEqual([" | '2026"]);
    expect(empty.missing).toEqual([]);
    expect(lacks(fill(projects, { 年度: "2026" }))).toEqual(["A1 项目名称"]);
  });
});

function amountOf(text: string) {
  const value = amount(text);
  if (value.kind !== "number") throw new Error("no number");
  return value.number;
}
