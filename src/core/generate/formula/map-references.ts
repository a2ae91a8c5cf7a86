import { isReference, rangeOf, type FormulaCall, type FormulaNode, type Reference } from "./formula";
import { FormulaDefect } from "./formula-defect";
import { referenceText } from "./formula-text";
import { placeOf } from "./known-functions";
import { defects } from "./messages";

/** What takes the place of a reference: another one, or several (never none). */
export type MappedReference = Reference | readonly Reference[];

type ReferenceMap = (reference: Reference) => MappedReference;

/** Most arguments a call is given here; Excel takes 255. */
const MOST_ARGUMENTS = 200;

/**
 * Functions whose result over many arguments is had from their results over groups of them, and by what. A count of counts
 * would count the groups, and a mean of means weighs them wrongly (see `grouped`).
 */
const JOINED_BY: Readonly<Record<string, string>> = {
  SUM: "SUM",
  MIN: "MIN",
  MAX: "MAX",
  COUNT: "SUM",
  COUNTA: "SUM",
  AND: "AND",
  OR: "OR",
};

/**
 * The formula with each reference replaced by what `map` gives for it. One cell may become several, a range or a list, where a
 * function takes any number of arguments: a list becomes so many arguments, and more than 200 are put into calls within
 * the call, `SUM(SUM(…),SUM(…))`.
 *
 * @throws FormulaDefect where one cell becomes several and there is place for one alone: `D8*2`, `ROUND(D8,2)`
 */
export function mapReferences(node: FormulaNode, map: ReferenceMap): FormulaNode {
  switch (node.kind) {
    case "cell":
    case "range":
      return single(node, map(node)) ?? refuse(defects.oneCellWanted(referenceText(node)));
    case "prefix":
    case "percent":
      return { ...node, operand: mapReferences(node.operand, map) };
    case "binary":
      return { ...node, left: mapReferences(node.left, map), right: mapReferences(node.right, map) };
    case "call": {
      const args = node.args.flatMap((argument, at) =>
        isReference(argument) ? mappedArgument(node.name, at, argument, map) : mapReferences(argument, map),
      );
      return grouped({ ...node, args });
    }
    default:
      return node;
  }
}

function mappedArgument(
  name: string,
  at: number,
  argument: Reference,
  map: ReferenceMap,
): readonly Reference[] {
  const mapped = map(argument);
  const place = placeOf(name, at);
  if (place === "many") return listOf(mapped);
  if (place === "range" && listOf(mapped).length === 1) return listOf(mapped);
  const one = single(argument, mapped);
  return one === null ? refuse(defects.oneCellOfFunction(referenceText(argument), name)) : [one];
}

/** What stands for a reference where one is wanted: for a cell one cell; null where it is more. */
function single(reference: Reference, mapped: MappedReference): Reference | null {
  const [first, ...others] = listOf(mapped);
  if (first === undefined || others.length > 0) return null;
  return reference.kind === "range" || isOneCell(first) ? first : null;
}

function listOf(mapped: MappedReference): readonly Reference[] {
  return "kind" in mapped ? [mapped] : mapped;
}

function isOneCell(reference: Reference): boolean {
  const { top, left, bottom, right } = rangeOf(reference);
  return top === bottom && left === right;
}

function refuse(sentence: string): never {
  throw new FormulaDefect(sentence);
}

/** The call with no more than 200 arguments. */
function grouped(call: FormulaCall): FormulaNode {
  const { name, args } = call;
  if (args.length <= MOST_ARGUMENTS) return call;
  if (name === "AVERAGE") {
    const [left, right] = ["SUM", "COUNT"].map((part) => grouped({ ...call, name: part }));
    if (left !== undefined && right !== undefined) return { kind: "binary", operator: "/", left, right };
  }
  const joining = JOINED_BY[name];
  if (joining === undefined) throw new FormulaDefect(defects.tooManyArguments(name, args.length));
  const groups: FormulaNode[] = [];
  for (let from = 0; from < args.length; from += MOST_ARGUMENTS) {
    groups.push({ ...call, args: args.slice(from, from + MOST_ARGUMENTS) });
  }
  return grouped({ ...call, name: joining, args: groups });
}
