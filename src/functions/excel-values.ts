import {
  isFormulaError,
  type Argument,
  type FormulaError,
  type FormulaResult,
  type Grid,
} from "../core/formulas/formula-value";

/**
 * The cells of a range parameter, as Excel hands them over. For a blank cell Excel on the web gives `null`, Excel
 * for Windows gives 0; the formulas treat both alike. An error arrives as a `CustomFunctions.Error`; a picture or
 * another rich value, which no formula can read, becomes #VALUE!.
 */
export function cellsFromExcel(cells: readonly (readonly unknown[])[]): Grid<Argument> {
  return cells.map((row) =>
    row.map((cell) => {
      const value = plainValue(cell);
      return value === undefined ? { error: "#VALUE!" } : value;
    }),
  );
}

/**
 * The value of an optional parameter, `null` where it was left out. The runtime appends an invocation object to the
 * arguments, so that may stand in the place of one left out.
 */
export function optionFromExcel(value: unknown): Argument {
  return plainValue(value) ?? null;
}

/** `undefined` for what is no value of a cell. */
function plainValue(value: unknown): Argument | undefined {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      return "code" in value && typeof value.code === "string" ? { error: value.code } : undefined;
    default:
      return undefined;
  }
}

/** Errors a custom function may answer; a #REF! of an argument must go out as another one, its sentence names it. */
const ANSWERABLE: ReadonlySet<string> = new Set(["#DIV/0!", "#VALUE!", "#N/A", "#NUM!", "#NULL!"]);

/**
 * Results as Excel takes them, an error as a `CustomFunctions.Error` in its cell.
 * @throws CustomFunctions.Error where the whole result is one error
 */
export function resultsToExcel(results: Grid<FormulaResult>): unknown[][] {
  const [first] = results[0] ?? [];
  if (results.length === 1 && results[0]?.length === 1 && isFormulaError(first)) throw toExcelError(first);
  return results.map((row) => row.map((cell) => (isFormulaError(cell) ? toExcelError(cell) : cell)));
}

function toExcelError({ error, message }: FormulaError): CustomFunctions.Error {
  const code = ANSWERABLE.has(error) ? error : "#VALUE!";
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);
}
