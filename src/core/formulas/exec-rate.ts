import Decimal from "decimal.js";
import { readAmount, readDecimalCount } from "./arguments";
import { elementWise } from "./element-wise";
import { quotient, roundHalfUp, toCellNumber } from "./exact";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";

/** The performance forms print the execution rate as a percentage with two decimals: 95.54 %. */
const USUAL_DECIMALS = 4;

/**
 * 预算执行率: executed ÷ budget as a ratio (0.9554, not 95.54), rounded half up to `decimals` places, by default 4.
 * Cell by cell over ranges of equal shape; a single cell next to a range goes with every cell of it.
 *
 * A blank executed amount is 0: nothing has been spent yet. A blank budget and a budget of 0 give #DIV/0!, a text that is no
 * number #VALUE!, a number of places outside 0 … 15 #NUM!. An error in a cell is passed on for that cell alone.
 */
export function execRate(
  executed: Grid<Argument>,
  budget: Grid<Argument>,
  decimals: Argument = null,
): Grid<FormulaResult> {
  const places = readDecimalCount(decimals, USUAL_DECIMALS);
  if (isFormulaError(places)) return [[places]];
  return elementWise(
    { parameter: PARAMETER.executed, cells: executed },
    { parameter: PARAMETER.budget, cells: budget },
    (executedCell, budgetCell) => rateOf(executedCell, budgetCell, places),
  );
}

function rateOf(executedCell: Argument, budgetCell: Argument, places: number): FormulaResult {
  const executed = readAmount(executedCell, PARAMETER.executed) ?? new Decimal(0);
  if (isFormulaError(executed)) return executed;
  const budget = readAmount(budgetCell, PARAMETER.budget);
  if (isFormulaError(budget)) return budget;
  if (budget === null || budget.isZero()) return formulaErrors.zeroBudget();
  return toCellNumber(roundHalfUp(quotient(executed, budget), places));
}
