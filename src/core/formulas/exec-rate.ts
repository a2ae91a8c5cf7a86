import type { Argument, FormulaResult, Grid } from "./formula-value";
import { PARAMETER } from "./messages";
import { ratio } from "./ratio";

/**
 * 预算执行率: executed ÷ budget as a ratio (0.9554, not 95.54), see `ratio`. A blank executed amount is 0: nothing has been spent
 * yet. Without a budget there is no rate: #DIV/0!.
 */
export function execRate(
  executed: Grid<Argument>,
  budget: Grid<Argument>,
  decimals: Argument = null,
): Grid<FormulaResult> {
  const words = { rate: "执行率", dividend: PARAMETER.executed, divisor: PARAMETER.budget };
  return ratio(words, executed, budget, decimals);
}
