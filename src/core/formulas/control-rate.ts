import type { Argument, FormulaResult, Grid } from "./formula-value";
import { PARAMETER } from "./messages";
import { ratio } from "./ratio";

/**
 * 控制率: what there is ÷ what is allowed, as a ratio, see `ratio`: staff in post ÷ staff ceiling (编制), floor space built ÷ approved,
 * 三公 spent ÷ 三公 budget. Source: Hunan's self-evaluation, 附件1 基础数据表 (控制率, 规模控制率, 投资概算控制率).
 */
export function controlRate(
  actual: Grid<Argument>,
  limit: Grid<Argument>,
  decimals: Argument = null,
): Grid<FormulaResult> {
  const words = { rate: "控制率", dividend: PARAMETER.inFact, divisor: PARAMETER.limit };
  return ratio(words, actual, limit, decimals);
}
