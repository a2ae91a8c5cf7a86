import type { ContentValue } from "../content";
import { fill, drawn, table, merged } from "./filled.testing";
import { amount, ranges, template, type ScopeDrawing } from "./template.testing";

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
          // The only one of its first level: what is stated for that one, 3 × 3.33.
          { ...points("效益指标", "社会效益指标", amount("3.33", null)), 一级分值: amount(10, null) },
          points("效益指标", "社会效益指标", amount("3.33", null)),
          points("效益指标", "社会效益指标", amount("3.33", null)),
          { ...points("管理指标", "预算管理", amount(3, null)), 一级分值: amount(10, null) },
          points("管理指标", "资产管理", amount(6, null)),
          points("满意度指标", "满意度指标", null),
        ],
      },
    );
    expect(drawn(plan)).toBe(
      table(`
        产出指标（25分） | 数量指标     | 20 | 10.5
                         |              |    | '9.5
                         | 质量指标     | 5  | 5
        效益指标（10分） | 社会效益指标 | 10 | 3.33
                         |              |    | 3.33
                         |              |    | 3.33
        管理指标（10分） | 预算管理     | 3  | 3
                         | 资产管理     | 6  | 6
        满意度指标       | 满意度指标
      `),
    );
    expect(merged(plan)).toEqual(["A1:A3", "A4:A6", "A7:A8", "B1:B2", "B4:B6", "C1:C2", "C4:C6"]);
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
