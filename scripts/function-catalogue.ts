import { FORMULA_CATEGORIES } from "../src/core/formulas/catalogue";
import type { FormulaFunction, FormulaParameter } from "../src/core/formulas/formula-function";
import { resultText } from "./function-metadata";

export const FUNCTIONS_FILE = "docs/functions.md";

/** The custom functions as a Markdown page, in Chinese, from what the catalogue says of them. */
export function functionCatalogue(): string {
  const functions = FORMULA_CATEGORIES.flatMap((category) => category.functions);
  const overview = functions.map(
    (each) => `| [${each.name}](#${anchorOf(each)}) | \`${each.id}\` | ${inTable(each.description)} |`,
  );
  return [
    "# 自定义函数",
    "",
    "本页由 `npm run docs` 根据程序中的函数表生成，请勿手工修改。",
    "",
    "在任何单元格里像 Excel 自带的函数一样使用。每个函数有中文、英文两个名字，作用完全相同：`=执行率(B4,C4)` 就是 `=EXEC_RATE(B4,C4)`。",
    "",
    "- 计算用精确的十进制，不会出现 0.30000000000000004；文本数字（带千分位、全角、百分号、括号负数）照样计算，“/”“—”视为空白。",
    "- 参数可以是单元格，也可以是区域：结果自动溢出到同样大小的区域，一个单元格可以与整个区域配合，两个区域大小要一致。某一格出错只影响那一格。",
    "- 算不出来时得错误值，点单元格旁边的感叹号可以看到原因：#VALUE! 不是数字、日期或编码，#DIV/0! 除数为空或为 0，#NUM! 数值超出允许的范围，#N/A 没有填写、不能判断或查不到。绝不把看不懂的当作 0。",
    "- 函数不联网，面板关着也能用。把文件发给没有装勾稽的人之前，把公式粘贴为数值。",
    "",
    "| 名称 | 英文名 | 作用 |",
    "|---|---|---|",
    ...overview,
    "",
    ...FORMULA_CATEGORIES.flatMap(({ title, functions: members }) => [
      `## ${title}`,
      "",
      ...members.flatMap(section),
    ]),
  ].join("\n");
}

function section(each: FormulaFunction): readonly string[] {
  const { name, id, description, parameters, result, examples } = each;
  return [
    `### ${name} ${id}`,
    "",
    description,
    "",
    `\`=${name}(${parameters.map(shownParameter).join(", ")})\`，或 \`=${id}(…)\``,
    "",
    "| 参数 | 说明 |",
    "|---|---|",
    ...parameters.map(
      ({ name: parameter, description: text, optional }) =>
        `| ${parameter}${optional === true ? "（可省略）" : ""} | ${inTable(text)} |`,
    ),
    "",
    `结果：${result}。`,
    "",
    "| 例 | 得 | |",
    "|---|---|---|",
    ...examples.map(
      ({ formula, result: value, note }) =>
        `| \`${inTable(formula)}\` | ${inTable(resultText(value))} | ${inTable(note)} |`,
    ),
    "",
  ];
}

function shownParameter({ name, optional }: FormulaParameter): string {
  return optional === true ? `[${name}]` : name;
}

/** A bar would begin another cell. */
function inTable(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** As GitHub names the heading of a section. */
function anchorOf({ name, id }: FormulaFunction): string {
  return `${name}-${id.toLowerCase()}`;
}
