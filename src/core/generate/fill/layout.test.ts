import { parseA1 } from "../../workbook/address";
import { templateDefects } from "./check-template";
import { templateLayout, type Repetition } from "./layout";
import { template } from "./template.testing";

/** “项目 2–3 {指标 3–3}”, 1-based as in a sheet. */
function drawn(repetitions: readonly Repetition[]): string {
  return repetitions
    .map(({ list, first, last, inner }) => {
      const within = inner.length === 0 ? "" : ` {${drawn(inner)}}`;
      return `${list} ${String(first + 1)}–${String(last + 1)}${within}`;
    })
    .join(", ");
}

test("repetitions within and below each other", () => {
  const layout = templateLayout(
    template(`
      代码                       | 名称         | 指标
      {{#单位}}{{单位代码}}      | {{单位名称}} |
      {{#项目}}{{#指标}}         | {{项目名称}} | {{三级指标}}{{/指标}}{{/项目}}{{/单位}}
      合计                       |              |
      {{#指标}}{{三级指标}}{{/指标}} |          |
    `),
  );
  expect(drawn(layout.rows)).toBe("单位 2–3 {项目 3–3 {指标 3–3}}, 指标 5–5");
  expect(layout.rowRepetition(2)?.list).toBe("指标");
  expect(layout.rowRepetition(3)).toBeNull();
  expect([layout.height, layout.width]).toEqual([5, 3]);
});

test("columns are repeated from the row of the opening mark on", () => {
  const layout = templateLayout(
    template(`
      项目                  | 资金使用情况                            |                      | 合计
      {{#项目}}{{项目名称}} | {{#来源 向右}}{{#费用项 向右}}{{名称}} | {{备注}}{{/费用项}}{{/来源}} |
      {{/项目}}             | {{金额}}                                |                      |
      合计                  | {{#来源 向右}}{{#费用项 向右}}{{金额}}  | {{/费用项}}{{/来源}} |
    `),
  );
  expect(drawn(layout.rows)).toBe("项目 2–3");
  expect(drawn(layout.columns)).toBe("来源 2–3 {费用项 2–3}");
  expect(layout.columnRepetition(1, 0)).toBeNull();
  expect(layout.columnRepetition(1, 2)?.list).toBe("费用项");
});

test.each([
  ["{{#项目}}{{#指标}} | {{/项目}}{{/指标}}", ["模板 B1：“{{/项目}}”与“{{#指标}}”交叉"]],
  ["{{#项目}} | {{/指标}}", ["模板 A1：“{{#项目}}”没有结尾", "模板 B1：“{{/指标}}”前面没有“{{#指标}}”"]],
  ["{{#项目}}{{/项目}} | {{#指标}}{{/指标}}", ["模板 B1：“{{#指标}}”与“{{#项目}}”在同一行并排"]],
  ["{{#项目}}{{#项目}} | {{/项目}}{{/项目}}", ["模板 A1：“{{#项目}}”写在另一个“{{#项目}}”里面"]],
  ["x | {{#项 向右}} \n {{/项}} |", ["模板 B1：“{{#项 向右}}”的结尾在开头左边"]],
  [
    "{{#甲 向右}} | {{/甲}} | \n | {{#乙 向右}} | {{/乙}}",
    ["模板 B2：“{{#乙 向右}}”与“{{#甲 向右}}”的列交错"],
  ],
  [
    "{{#甲 向右}} |   | \n | {{#乙 向右}} | {{/乙}} \n | {{/甲}}",
    ["模板 B2：“{{#乙 向右}}”与“{{#甲 向右}}”的列交错"],
  ],
  ["{{#指标}}{{单位代码 按项目}}{{/指标}}", ["模板 A1：“按项目”合并不了"]],
  ["{{单位名称 | {{#指标}}", ["模板 A1：“{{单位名称”没有合上", "模板 B1：“{{#指标}}”没有结尾"]],
])("the defects of %s", (drawing, sentences) => {
  const found = templateDefects(template(drawing));
  expect(found.map(({ message }) => message)).toEqual(
    sentences.map((sentence) => expect.stringContaining(sentence) as string),
  );
  for (const { cell } of found) expect(parseA1(cell)).not.toBeNull();
  expect(() => templateLayout(template(drawing))).toThrow(found[0]?.message);
});
