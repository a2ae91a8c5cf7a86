import { BUILT_IN_TEMPLATES } from "../templates";
import { templateDefects } from "./check-template";
import { template } from "./template.testing";

test.each([
  [
    "{{#指标}}{{三级指标 | =SUM( | {{单位名}}",
    ["模板 A1：“{{三级指标”没有合上", "模板 B1：公式", "模板 C1：占位符“{{单位名}}”不认识"],
  ],
  [
    "x | =SUM( | {{单位名}} | {{单位名称}} | {{我的资料}} | {{项目支出方向}}",
    ["模板 B1：", "模板 C1：占位符“{{单位名}}”不认识，是不是“{{单位名称}}”？"],
  ],
  ["{{#指标}}=B1 | =A1{{/指标}}", ["模板 A1：公式绕一圈"]],
  ["{{#项目}}{{金额}}{{/项目}} | \n =A1*2 | =SUM(A1)", ["模板 A2："]],
])("the defects of %s", (drawing, sentences) => {
  expect(templateDefects(template(drawing)).map(({ message }) => message)).toEqual(
    sentences.map((sentence) => expect.stringContaining(sentence) as string),
  );
});

test("the built-in templates have none", () => {
  expect(BUILT_IN_TEMPLATES.flatMap(templateDefects)).toEqual([]);
});
