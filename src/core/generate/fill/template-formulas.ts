import {
  FormulaDefect,
  isReference,
  mapReferences,
  parseFormula,
  rangeOf,
  rangeReference,
  type FormulaNode,
} from "../formula";
import { around, commonRepetition, type Layout, type Repetition } from "./layout";
import type { ParsedCell } from "./placeholders";
import { TemplateDefect } from "./template-defect";

/** Stands in a formula's tree for its n-th placeholder. */
const PLACEHOLDER = "PLACEHOLDER";

/** The trees of a template's formula cells; each defect is put into `defects`. */
export function templateFormulas(
  layout: Layout,
  defects: TemplateDefect[],
): ReadonlyMap<ParsedCell, FormulaNode> {
  const formulas = new Map<ParsedCell, FormulaNode>();
  for (const cell of layout.cells) {
    if (cell.kind !== "formula") continue;
    try {
      const node = parseFormula(sourceOf(cell));
      tryMoving(layout, cell, node);
      formulas.set(cell, node);
    } catch (error) {
      if (!(error instanceof FormulaDefect)) throw error;
      defects.push(new TemplateDefect(cell, error.message));
    }
  }
  return formulas;
}

/** The formula with a call in the place of each placeholder; one within quotes is joined to the text around it. */
function sourceOf({ parts }: ParsedCell): string {
  let source = "";
  let count = 0;
  let isQuoted = false;
  for (const part of parts) {
    if (part.kind === "text") {
      source += part.text;
      if ((part.text.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
      continue;
    }
    const call = `${PLACEHOLDER}(${String(count++)})`;
    source += isQuoted ? `"&${call}&"` : call;
  }
  return source;
}

/**
 * Whether references to repeated rows or columns stand where several cells may: what is wrong with several items is said
 * whatever the content. Throws a `FormulaDefect`.
 */
function tryMoving(layout: Layout, cell: ParsedCell, node: FormulaNode): void {
  const ownRow = layout.rowRepetition(cell.row);
  const ownColumn = layout.columnRepetition(cell.column, cell.row);
  mapReferences(node, (reference) => {
    if (reference.sheet !== null) return reference;
    const { top, left, bottom, right } = rangeOf(reference);
    const row = commonRepetition(layout.rowRepetition(top), layout.rowRepetition(bottom));
    const column = commonRepetition(layout.columnRepetition(left, top), layout.columnRepetition(right, top));
    const repeated = [...repeatedFor(ownRow, row), ...repeatedFor(ownColumn, column)];
    if (repeated.length === 0) return reference;
    const grown = rangeReference({ top, left, bottom: bottom + 1, right });
    const staysTogether = repeated.every(({ first, last }) => first === last);
    return staysTogether ? grown : [grown, grown];
  });
}

/** The repetitions that multiply a reference as seen from a cell. */
function repeatedFor(own: Repetition | null, wanted: Repetition | null): Repetition[] {
  const ofOwn = around(own);
  return around(wanted).filter((repetition) => !ofOwn.includes(repetition));
}

/** The tree with its placeholders replaced, in the order of the cell's parts. */
export function withValues(node: FormulaNode, values: readonly FormulaNode[]): FormulaNode {
  if (values.length === 0 || isReference(node)) return node;
  switch (node.kind) {
    case "prefix":
    case "percent":
      return { ...node, operand: withValues(node.operand, values) };
    case "binary":
      return { ...node, left: withValues(node.left, values), right: withValues(node.right, values) };
    case "call": {
      const [first] = node.args;
      if (node.name === PLACEHOLDER && first?.kind === "number")
        return values[first.value.toNumber()] ?? node;
      return { ...node, args: node.args.map((argument) => withValues(argument, values)) };
    }
    default:
      return node;
  }
}
