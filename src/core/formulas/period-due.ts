import { attainmentOf } from "../indicators/attainment";
import { readTarget } from "../indicators/read-target";
import type { Target } from "../indicators/target";
import { decimalOf, readWholeNumber } from "./arguments";
import { dateOfNumber } from "./date-number";
import { elementWise } from "./element-wise";
import {
  isFormulaError,
  type Argument,
  type FormulaError,
  type FormulaResult,
  type Grid,
} from "./formula-value";
import { formulaErrors, PARAMETER, type ParameterName } from "./messages";
import { readText } from "./read-target-cells";

/**
 * 时限达成: TRUE where what was done is over in time, FALSE where it is late, #N/A with the reason where that cannot be told (“2023年12月” against
 * “2023年12月15日前”). Dates are texts (“2026年12月31日前”, “12月底”, “每月15日前”), Excel's own dates, or 20261231. `year` is the budget year, for dates
 * without one; left out, both are of the same year. A text that is no date gives #VALUE!. Cell by cell over ranges of equal shape.
 */
export function periodDue(
  due: Grid<Argument>,
  done: Grid<Argument>,
  year: Argument = null,
): Grid<FormulaResult> {
  const inYear = year === null ? null : readWholeNumber(year, PARAMETER.year, 2000, 2099);
  if (isFormulaError(inYear)) return [[inYear]];
  return elementWise(
    [
      { parameter: PARAMETER.dueDate, cells: due },
      { parameter: PARAMETER.doneDate, cells: done },
    ],
    (dueCell, doneCell) => {
      const target = readDateCell(dueCell, PARAMETER.dueDate);
      if (isFormulaError(target)) return target;
      const actual = readDateCell(doneCell, PARAMETER.doneDate);
      if (isFormulaError(actual)) return actual;
      const { status, reason } = attainmentOf(target, actual, inYear === null ? {} : { year: inYear });
      return status === "unclear" ? formulaErrors.notKnown(reason) : status === "attained";
    },
  );
}

function readDateCell(cell: Argument, parameter: ParameterName): Target | FormulaError {
  const text =
    typeof cell === "number" ? (dateOfNumber(decimalOf(cell)) ?? String(cell)) : readText(cell, parameter);
  if (isFormulaError(text)) return text;
  const read = readTarget({ value: text });
  if (read === null) return formulaErrors.blank(parameter);
  return read.kind === "date" || read.kind === "recurring" ? read : formulaErrors.notADate(parameter, text);
}
