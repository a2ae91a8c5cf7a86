import type { CellAddress } from "../../workbook/address";
import {
  evaluateFormula,
  FormulaDefect,
  formulaText,
  inBuiltIns,
  LONGEST_FORMULA,
  mapReferences,
  parseFormula,
  usesCustomFunctions,
  type FormulaMode,
  type FormulaNode,
  type FormulaResult,
  type FormulaValue,
  type MappedReference,
  type MayHoldText,
  type Reference,
} from "../formula";
import type { ContentValue } from "../content";
import { formulaDefects } from "./messages";
import type { ParsedCell } from "./placeholders";
import { TemplateDefect } from "./template-defect";
import { withValues } from "./template-formulas";

/** A formula of the sheet to be. */
export interface FormulaCell {
  /** In the template. */
  readonly cell: ParsedCell;
  /** What is written. */
  readonly written: FormulaNode;
  /** What is computed: with values where what is written refers to other sheets. */
  readonly computed: FormulaNode;
}

/**
 * A template's formula with its references moved and its placeholders replaced; null where it would have more cells than its
 * function takes. @param values none of them blank
 */
export function formulaCell(
  cell: ParsedCell,
  node: FormulaNode,
  move: (reference: Reference) => MappedReference,
  values: readonly ContentValue[],
): FormulaCell | null {
  const moved = defectless(() => mapReferences(node, move));
  if (moved === null) return null;
  const literals = values.map(literal);
  return {
    cell,
    written: withValues(
      moved,
      values.map((value, at) => liveNode(value) ?? literals[at] ?? literal(value)),
    ),
    computed: withValues(moved, literals),
  };
}

function literal(value: ContentValue): FormulaNode {
  if (value.kind === "number") return { kind: "number", value: value.number };
  return { kind: "text", value: value.kind === "text" ? value.text : "" };
}

function liveNode(value: ContentValue): FormulaNode | null {
  if (value.kind !== "number" || value.formula === null) return null;
  return defectless(() => parseFormula(value.formula ?? ""));
}

/** null for a formula that cannot be written: with more cells than its function takes, say. */
function defectless<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof FormulaDefect) return null;
    throw error;
  }
}

/**
 * The formula as text; null where Excel takes none so long, and where it is to be in Excel's own words and has none.
 * @param mayHoldText of the cells of this sheet
 */
export function writtenFormula(
  { written }: FormulaCell,
  mode: FormulaMode,
  mayHoldText: MayHoldText,
): string | null {
  const node = mode === "builtin" ? inBuiltIns(written, mayHoldText) : written;
  if (mode === "builtin" && usesCustomFunctions(node)) return null;
  const text = formulaText(node, "functions");
  return text.length > LONGEST_FORMULA ? null : text;
}

/** Reads what stands in a cell of the sheet: a value, a formula yet to be computed, or nothing. */
export type ReadPlanned = (at: CellAddress) => FormulaCell | FormulaValue;

/**
 * Computes formulas that depend on each other, each once. What refers to other sheets is not known. Throws a
 * `TemplateDefect` where a formula needs its own result.
 */
export function formulaComputer(read: ReadPlanned): (formula: FormulaCell) => FormulaResult {
  const results = new Map<FormulaCell, FormulaResult | "open">();
  const compute = (formula: FormulaCell): FormulaResult => {
    const known = results.get(formula);
    if (known === "open") throw new TemplateDefect(formula.cell, formulaDefects.circle);
    if (known !== undefined) return known;
    results.set(formula, "open");
    const result = evaluateFormula(formula.computed, (sheet, at) => {
      if (sheet !== null) return { kind: "unknown" };
      const found = read(at);
      return "computed" in found ? compute(found) : found;
    });
    results.set(formula, result);
    return result;
  };
  return compute;
}
