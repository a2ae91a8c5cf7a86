import { fill, drawn, table, merged, formulas, lacks } from "./filled.testing";
import { amount, scope, template, type ScopeDrawing } from "./template.testing";

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

describe("items that have a list of their own", () => {
  const units = template(`
    {{#单位：有项目}}{{单位代码}}
    {{#项目}}{{项目名称}}{{/项目}}{{/单位}}
    专项
    {{#单位：有项目：类别=专项}}{{单位代码}}
    {{#项目：类别=专项}}{{项目名称}}{{/项目}}{{/单位}}
  `);

  test("others are left out", () => {
    const filled = fill(units, {
      单位: [
        { 单位代码: "甲", 项目: [{ 项目名称: "修缮", 类别: "其他" }] },
        { 单位代码: "乙" },
        { 单位代码: "丙", 项目: [{ 项目名称: "会议" }, { 项目名称: "普查", 类别: "专项" }] },
        { 单位代码: "丁", 项目: [] },
      ],
    });
    expect(drawn(filled.plan)).toBe("甲\n修缮\n丙\n会议\n普查\n专项\n丙\n普查");
    expect(filled.missing).toEqual([]);
  });

  test("all are there as long as none is known to have it", () => {
    const filled = fill(units, { 单位: [{ 单位代码: "甲" }, { 单位代码: "乙" }] });
    expect(drawn(filled.plan)).toBe("甲\n\n乙\n\n专项\n甲\n\n乙");
    expect(lacks(filled)).toEqual([
      "A2 项目名称 单位“甲”",
      "A4 项目名称 单位“乙”",
      "A7 项目名称 单位“甲”",
      "A9 项目名称 单位“乙”",
    ]);
  });
});

describe("what is laid out where items are not known", () => {
  const levels = scope({
    指标: [goal("产出", "数量", ""), goal("产出", "质量", ""), goal("效益", "社会", "")],
  });
  const unknown = new Map([["项目", levels]]);

  test("stands in the place of an absent list, not of an empty one", () => {
    const filled = fill(GOALS, { 单位: [{ 单位代码: "甲" }, { 单位代码: "乙", 项目: [] }] }, { unknown });
    expect(drawn(filled.plan)).toBe(
      table(`
        单位 | 金额 | 一级 | 二级 | 指标 | 分值
        甲   | 0    |      |      |      |
             |      | 产出 | 数量 |      |
             |      |      | 质量 |      |
             |      | 效益 | 社会 |      |
        乙   | 0    |      |      |      |
             |
        合计 | 0    |      |      |      |
      `),
    );
    expect(merged(filled.plan)).toEqual(["A3:A5", "B3:B5", "C3:C4"]);
    expect(lacks(filled)).toEqual([
      "A3 项目名称 单位“甲”",
      "B3 资金总额 单位“甲”",
      "E3 三级指标 单位“甲”",
      "E4 三级指标 单位“甲”",
      "E5 三级指标 单位“甲”",
    ]);
  });

  test("also on the sheet made for one that is not known", () => {
    const sheet = template(
      `
      项目 | {{项目名称}}
      {{#指标}}{{一级指标}} | {{三级指标}}{{/指标}}
    `,
      { each: "项目" },
    );
    const filled = fill(sheet, {}, { unknown });
    expect(drawn(filled.plan)).toBe("项目\n产出\n\n效益");
    expect(lacks(filled)).toEqual(["B1 项目名称", "B2 三级指标", "B3 三级指标", "B4 三级指标"]);
  });
});
