import Decimal from "decimal.js";
import { fill, drawn, table, merged, formulas, lacks } from "./filled.testing";
import { amount, at, template, type ScopeDrawing } from "./template.testing";

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
        比率: { kind: "number", number: new Decimal("0.9645"), decimals: 2, percent: true, formula: null },
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

  test("amounts of the whole department are those of its only unit", () => {
    const given = template("{{#单位}}{{单位名称}} | {{基本支出}}{{/单位}}", {
      amounts: { 基本支出: ["预算03表[{单位代码}, 基本支出]", "只有一个单位时：收支总表.基本支出"] },
    });
    const drawnFor = (department: string | null, ...units: readonly ScopeDrawing[]): string =>
      drawn(
        fill(
          given,
          { ...(department === null ? {} : { 部门名称: department }), 单位: units },
          { lookup: (expression) => (expression === "收支总表.基本支出" ? amount(9, 0) : null) },
        ).plan,
      );
    expect(drawnFor("某 局", { 单位名称: "某局" })).toBe("某局 | 9");
    expect(drawnFor(null, { 单位名称: "某局" })).toBe("某局 | 9");
    // The only unit that is known of is not the department: there are others.
    expect(drawnFor("某局", { 单位名称: "某中心" })).toBe("某中心");
    expect(drawnFor("某局", { 单位名称: "某局" }, { 单位名称: "某中心" })).toBe("某局\n某中心");
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
