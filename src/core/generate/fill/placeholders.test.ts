import {
  fillExpression,
  itemsOfExpression,
  parseCell,
  type ListFilter,
  type ParsedCell,
} from "./placeholders";
import { TemplateDefect } from "./template-defect";

const parse = (text: string): ParsedCell => parseCell({ row: 3, column: 1, text });

function condition(filter: ListFilter): string {
  if (filter.by === "item")
    return `${filter.item}=${[...filter.values, ...(filter.blank ? ["∅"] : [])].join("|")}`;
  return `∃${filter.list}${filter.filter === null ? "" : ` ${condition(filter.filter)}`}`;
}

/** One line a part: what it is, its name, its marks. */
function described(text: string): string[] {
  const { parts, marks, kind } = parse(text);
  const merged = (merge: { by: string; list?: string } | null): string =>
    merge === null ? "" : merge.by === "value" ? " 合并" : ` 按${merge.list ?? ""}`;
  return [
    ...(kind === "formula" ? ["formula"] : []),
    ...marks.map((mark) =>
      mark.kind === "close"
        ? `/${mark.list}`
        : `#${mark.list}${mark.direction === "right" ? " →" : ""}${
            mark.filter === null ? "" : ` ${condition(mark.filter)}`
          }`,
    ),
    ...parts.map((part) =>
      part.kind === "text"
        ? `"${part.text}"`
        : part.kind === "ordinal"
          ? `№${merged(part.merge)}`
          : `${part.kind} ${part.kind === "item" ? part.item : part.expression}${part.optional ? "?" : ""}${merged(part.merge)}`,
    ),
  ];
}

test.each<[string, string[]]>([
  ["单位名称", ['"单位名称"']],
  ["{{单位名称}}", ["item 单位名称"]],
  ["{{ 项目名称 ? }}", ["item 项目名称?"]],
  ["｛｛备注？｝｝", ["item 备注?"]],
  [
    "填报单位：{{单位名称}}（{{单位代码}}）",
    ['"填报单位："', "item 单位名称", '"（"', "item 单位代码", '"）"'],
  ],
  ["{{单位代码 按项目}}", ["item 单位代码 按项目"]],
  ["{{专项名称? 合并}}", ["item 专项名称? 合并"]],
  ["{{专项名称 合并?}}", ["item 专项名称? 合并"]],
  ["{{一般公共 预算}}", ["item 一般公共 预算"]],
  ["{{三公经费.上年决算数}}", ["item 三公经费.上年决算数"]],
  ["{{序号}}、{{项目名称}}", ["№", '"、"', "item 项目名称"]],
  ["{{序号 按项目}}", ["№ 按项目"]],
  ["{{预算02表.合计}}", ["amount 预算02表.合计"]],
  ["{{预算03表[{单位代码}, 基本支出]?}}", ["amount 预算03表[{单位代码}, 基本支出]?"]],
  ["{{a表[x]+b表[{单位代码}]}}", ["amount a表[x]+b表[{单位代码}]"]],
  ["{{#单位：有项目}}", ["#单位 ∃项目"]],
  ["{{#单位： 有 项目：类别=专项 }}", ["#单位 ∃项目 类别=专项"]],
  ["{{#单位：有关部门=甲}}", ["#单位 有关部门=甲"]],
  ["{{#单位}}{{#项目：类别=其他、空}}{{单位代码}}", ["#单位", "#项目 类别=其他|∅", "item 单位代码"]],
  ["{{分值?}}{{/指标}}{{/项目}}", ["/指标", "/项目", "item 分值?"]],
  ["{{#费用项 向右}}{{名称}}{{/费用项}}", ["#费用项 →", "/费用项", "item 名称"]],
  ["{{＃费用项：来源＝专项 向右}}", ["#费用项 → 来源=专项"]],
  ["=EXEC_RATE(F4,E4,4)", ["formula", '"=EXEC_RATE(F4,E4,4)"']],
  ["{{#项目}}={{金额}}/2{{/项目}}", ["formula", "#项目", "/项目", '"="', "item 金额", '"/2"']],
  ["=", ['"="']],
])("%s", (text, parts) => {
  expect(described(text)).toEqual(parts);
});

test.each([
  ["{{单位名称", "模板 B4：“{{单位名称”没有合上"],
  ["{{单位名称}", "没有合上"],
  ["{{单位{{名称}}", "没有合上"],
  ["单位名称}}", "前面没有“{{”"],
  ["{{ }}", "没有名称"],
  ["{{#}}", "没有名称"],
  ["{{?}}", "没有名称"],
  ["{{#费用项 向左}}", "“向左”不认识"],
  ["{{!费用项}}", "“!”不认识"],
  ["{{费用项 向右}}", "不能写“向右”"],
  ["{{#项目：类别}}", "筛选条件看不懂"],
  ["{{#项目：类别=}}", "筛选条件看不懂"],
  ["{{#单位：有}}", "筛选条件看不懂"],
  ["{{#单位：有项目：类别}}", "筛选条件看不懂"],
  ["{{预算03表[{单位代码}, 基本支出}}", "括号不成对"],
  ["{{预算03表[合计, 基本支出}}", "括号不成对"],
  ["{{单位{代码}}}", "括号不成对"],
])("the defect of %s", (text, sentence) => {
  expect(() => parse(text)).toThrow(TemplateDefect);
  expect(() => parse(text)).toThrow(sentence);
});

test("items inside an expression", () => {
  const expression = "预算02表[{单位代码}, 小计] + 预算03表[{ 单位代码 }, {科目}]";
  expect(itemsOfExpression(expression)).toEqual(["单位代码", "单位代码", "科目"]);
  expect(fillExpression(expression, (item) => (item === "科目" ? "201" : "047007"))).toBe(
    "预算02表[047007, 小计] + 预算03表[047007, 201]",
  );
  expect(fillExpression(expression, (item) => (item === "科目" ? null : "047007"))).toBeNull();
});
