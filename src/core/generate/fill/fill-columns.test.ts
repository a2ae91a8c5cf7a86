import { fill, drawn, table, merged, formulas, lacks } from "./filled.testing";
import { ranges, template } from "./template.testing";

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
