import Decimal from "decimal.js";
import { readAmount, readDecimalCount } from "./arguments";
import { elementWise } from "./element-wise";
import { product, roundHalfUp, toCellNumber } from "./exact";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { PARAMETER } from "./messages";

const WAN_PER_YUAN = new Decimal("0.0001");
const YUAN_PER_WAN = new Decimal(10_000);

/** 元转万元: an amount in 元 as 万元, exact, or rounded half up to `decimals` places. Blank is 0, as in Excel's own division. */
export function toWan(amount: Grid<Argument>, decimals: Argument = null): Grid<FormulaResult> {
  return converted(amount, decimals, WAN_PER_YUAN);
}

/** 万元转元: an amount in 万元 as 元, exact, or rounded half up to `decimals` places. Blank is 0. */
export function toYuan(amount: Grid<Argument>, decimals: Argument = null): Grid<FormulaResult> {
  return converted(amount, decimals, YUAN_PER_WAN);
}

function converted(amount: Grid<Argument>, decimals: Argument, factor: Decimal): Grid<FormulaResult> {
  // Left out, nothing is rounded: the place of the last digit is the user's business.
  const places = decimals === null ? null : readDecimalCount(decimals, 0);
  if (isFormulaError(places)) return [[places]];
  return elementWise([{ parameter: PARAMETER.amount, cells: amount }], (cell) => {
    const value = readAmount(cell, PARAMETER.amount) ?? new Decimal(0);
    if (isFormulaError(value)) return value;
    const exact = product(value, factor);
    return toCellNumber(places === null ? exact : roundHalfUp(exact, places));
  });
}
