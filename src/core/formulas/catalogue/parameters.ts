import type { FormulaParameter } from "../formula-function";
import { PARAMETER } from "../messages";

/** 小数位数 of a rate; left out it is 4. */
export const rateDecimals: FormulaParameter = {
  name: PARAMETER.decimals,
  description: "保留的小数位数，0 到 15 的整数，省略时为 4（即百分数两位小数）",
  kind: "option",
  optional: true,
};

/** 小数位数 of a score; left out it is 2. */
export const scoreDecimals: FormulaParameter = {
  name: PARAMETER.decimals,
  description: "保留的小数位数，0 到 15 的整数，省略时为 2",
  kind: "option",
  optional: true,
};

/** 小数位数 of a converted amount; left out it is not rounded. */
export const amountDecimals: FormulaParameter = {
  name: PARAMETER.decimals,
  description: "四舍五入保留的小数位数，0 到 15 的整数，省略时不取整",
  kind: "option",
  optional: true,
};
