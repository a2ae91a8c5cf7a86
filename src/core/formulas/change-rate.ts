import { difference, quotient } from "./exact";
import type { Argument, FormulaResult, Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";
import { ratio } from "./ratio";

/**
 * 增减率: (present − former) ÷ former as a ratio, negative where it went down, see `ratio`. A blank present amount is 0, so that what
 * has come to an end gives −1. A negative former amount gives #NUM!: the quotient's sign would say the opposite.
 */
export function changeRate(
  present: Grid<Argument>,
  former: Grid<Argument>,
  decimals: Argument = null,
): Grid<FormulaResult> {
  const words = { rate: "增减率", dividend: PARAMETER.present, divisor: PARAMETER.former };
  return ratio(words, present, former, decimals, (now, before) =>
    before.isNegative()
      ? formulaErrors.negativeBase(before.toFixed())
      : quotient(difference(now, before), before),
  );
}
