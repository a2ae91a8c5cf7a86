import type { CellRange } from "../core/workbook/address";
import { parseA1Range } from "../core/workbook/address";
import { decimalsOfFormat } from "../core/workbook/number-format";
import type { Cell, CellValue, SheetVisibility } from "../core/workbook/snapshot";

/** A rectangle as the client library hands it over; all grids have its size. */
export interface Grids {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/** Excel hands error values over as texts. */
const ERROR_VALUE =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)$/;

/** Filled cells of a rectangle, row by row; a formula that shows nothing is one. */
export function cellsOf({ top, left, values, text, formulas, numberFormat }: Grids): Cell[] {
  const cells: Cell[] = [];
  for (const [r, row] of values.entries()) {
    for (const [c, raw] of row.entries()) {
      const formula = formulaOf(formulas[r]?.[c], raw);
      if (formula === null && (raw === "" || raw === null)) continue;
      cells.push({
        row: top + r,
        column: left + c,
        value: valueOf(raw),
        text: text[r]?.[c] ?? "",
        formula,
        decimals: decimals(String(numberFormat[r]?.[c] ?? "General")),
      });
    }
  }
  return cells;
}

/** A text that merely looks like a formula comes back as its own value. */
function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : null;
}

function valueOf(raw: unknown): CellValue {
  if (typeof raw === "number" || typeof raw === "boolean") return raw;
  const text = typeof raw === "string" ? raw : "";
  return ERROR_VALUE.test(text) ? { error: text } : text;
}

/** Workbooks use few number formats over many cells. */
const knownFormats = new Map<string, number | null>();

function decimals(format: string): number | null {
  let known = knownFormats.get(format);
  if (known === undefined) knownFormats.set(format, (known = decimalsOfFormat(format)));
  return known;
}

/** `'预算01表'!A1:C2` → the range; `null` where the address is of another kind. */
export function rangeOfAddress(address: string): CellRange | null {
  return parseA1Range(address.slice(address.lastIndexOf("!") + 1));
}

const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

export function visibilityOf(visibility: string): SheetVisibility {
  return VISIBILITIES[visibility] ?? "visible";
}
