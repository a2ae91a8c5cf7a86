import { CELL_CHECKS, EQUATION_CHECKS } from "../src/core/checks";
import type { Severity } from "../src/core/report";

export const CATALOGUE_FILE = "docs/checks.zh-CN.md";

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: "错误",
  rounding: "尾差",
  warning: "警告",
  info: "提示",
};

/** The catalogue of checks as a Markdown page, from what the checks say about themselves. */
export function checkCatalogue(): string {
  const rows = [...EQUATION_CHECKS, ...CELL_CHECKS].map(
    ({ id, title, severity, explanation }) =>
      `| ${title} | \`${id}\` | ${SEVERITY[severity]} | ${explanation} |`,
  );
  return [
    "# 核对项目",
    "",
    "本页由 `npm run docs` 根据程序中的核对项目生成，请勿手工修改。",
    "",
    "合计与分项按显示位数相加差一点、但在四舍五入可能的范围内的，报为“尾差”，不算错误。",
    "",
    "| 名称 | 编号 | 级别 | 说明 |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
