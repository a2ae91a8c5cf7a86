import Decimal from "decimal.js";
import { readAmount, readDecimalCount } from "./arguments";
import { isSingle, shapeOf } from "./element-wise";
import { difference, toCellNumber, Wide } from "./exact";
import {
  isFormulaError,
  type Argument,
  type FormulaError,
  type FormulaResult,
  type Grid,
} from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";

/** Published amounts have two decimals. */
const MONEY_DECIMALS = 2;

/**
 * 合计校验: 0 where the total is the sum of its parts within rounding, else total − sum, exact. An amount stands for the interval
 * it may have been rounded from, half a unit of its last place to either side; the last place is that of `decimals` (by default 2)
 * or, where a cell keeps more digits, its own. Total and sum agree where their intervals meet (the engine's checks decide
 * in the same way, see facts/precision.ts and checks/evaluate.ts). Blank parts are none and have no interval; so is a blank total, that is
 * 0.
 *
 * One total goes with all parts. A row of totals goes with the columns of the parts, a column of totals with their rows; any other
 * shape gives #VALUE!. A part that is no number gives #VALUE! which names its place in the range.
 */
export function sumCheck(
  total: Grid<Argument>,
  parts: Grid<Argument>,
  decimals: Argument = null,
): Grid<FormulaResult> {
  const places = readDecimalCount(decimals, MONEY_DECIMALS);
  if (isFormulaError(places)) return [[places]];
  const totals = shapeOf(total);
  const shape = shapeOf(parts);
  if (isSingle(totals)) {
    const cells = parts.flatMap((row, at) => row.map((value, column) => ({ value, row: at, column })));
    return [[checkOne(total[0]?.[0] ?? null, cells, places)]];
  }
  if (totals.rows === 1 && totals.columns === shape.columns) {
    return [
      (total[0] ?? []).map((value, column) =>
        checkOne(
          value,
          parts.map((cells, row) => ({ value: cells[column] ?? null, row, column })),
          places,
        ),
      ),
    ];
  }
  if (totals.columns === 1 && totals.rows === shape.rows) {
    return total.map((cells, row) => [
      checkOne(
        cells[0] ?? null,
        (parts[row] ?? []).map((value, column) => ({ value, row, column })),
        places,
      ),
    ]);
  }
  return [[formulaErrors.totalsDoNotFit(totals, shape)]];
}

interface PartCell {
  readonly value: Argument;
  /** 0-based, in the range. */
  readonly row: number;
  readonly column: number;
}

function checkOne(totalCell: Argument, cells: readonly PartCell[], places: number): FormulaResult {
  const total = readAmount(totalCell, PARAMETER.total);
  if (isFormulaError(total)) return total;
  let sum = new Wide(0);
  let reach = reachOf(total, places);
  for (const { value, row, column } of cells) {
    const part = readPart(value, row, column);
    if (isFormulaError(part)) return part;
    if (part !== null) sum = sum.plus(part);
    reach = reach.plus(reachOf(part, places));
  }
  const beyond = difference(total ?? new Decimal(0), sum);
  return beyond.abs().lte(reach) ? 0 : toCellNumber(beyond);
}

/** Half a unit of the last place; nothing for a blank. */
function reachOf(amount: Decimal | null, places: number): Decimal {
  if (amount === null) return new Wide(0);
  return new Wide(10).pow(-Math.max(places, amount.decimalPlaces())).div(2);
}

function readPart(value: Argument, row: number, column: number): Decimal | null | FormulaError {
  const part = readAmount(value, PARAMETER.parts);
  return isFormulaError(part) ? formulaErrors.inRange(part, PARAMETER.parts, row, column) : part;
}
