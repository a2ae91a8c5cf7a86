import type { Argument, FormulaResult, Grid } from "./formula-value";
import { PARAMETER } from "./messages";
import { ratio } from "./ratio";

/** 占比: part ÷ whole as a ratio, see `ratio`. A blank part is 0. */
export function share(
  part: Grid<Argument>,
  whole: Grid<Argument>,
  decimals: Argument = null,
): Grid<FormulaResult> {
  const words = { rate: "占比", dividend: PARAMETER.part, divisor: PARAMETER.whole };
  return ratio(words, part, whole, decimals);
}
