/** Words of the sheet 模板设置, which a workbook with templates may have. */
export const SETTINGS = {
  sheet: "模板设置",
  headings: ["设置", "资料项", "内容"],
  amount: "取数",
  optional: "可缺",
} as const;

/** What the sheet 模板设置 of a written template says above its table. */
export const HOW_TO: readonly string[] = [
  "另一张工作表就是模板：版面、格式可以随意修改，双大括号里的占位符在生成时换成内容。",
  "{{单位名称}} 填入资料项，{{备注?}} 没有时不算缺项，{{预算02表.合计}} 从预算表取数。",
  "{{#指标}} 与 {{/指标}} 之间的各行，每个指标重复一遍；{{#费用项 向右}} 重复的是列。",
  "工作表名以 {{#项目}} 开头，则每个项目生成一张表。",
  "下表“取数”一行写一个资料项从预算表取数的算式，同一资料项可写几行，从上到下试；“可缺”的资料项没有时不算缺项。",
];

/** What is wrong with a template of the user's own: one Chinese sentence each. */
export const TEMPLATE_DEFECT = {
  none: (file: string) => `“${file}”中没有一张工作表写有占位符（如 {{单位名称}}），不能用作模板。`,
  inSheet: (sheet: string, sentence: string) => `模板“${sheet}”${sentence.replace(/^模板\s*/, "的 ")}`,
  setting: (cell: string, text: string) =>
    `“${SETTINGS.sheet}”的 ${cell}：“${text}”不认识，请写“${SETTINGS.amount}”或“${SETTINGS.optional}”。`,
  noItem: (cell: string) => `“${SETTINGS.sheet}”的 ${cell}：没有写资料项，请补上或删去这一行。`,
  noAmount: (cell: string, item: string) =>
    `“${SETTINGS.sheet}”的 ${cell}：没有写“${item}”的取数算式，请补上，如“预算02表.合计”。`,
} as const;
