import { formulaFunction } from "../../formulas/catalogue";

/** How many arguments a built-in function takes; `many`: any number of amounts or texts, each may be a range. */
export interface Arity {
  readonly least: number;
  readonly most: number;
  readonly many?: true;
}

/** Arguments of one call in Excel. */
const MOST_ARGUMENTS = 255;

const exactly = (count: number): Arity => ({ least: count, most: count });
const between = (least: number, most: number): Arity => ({ least, most });
const MANY: Arity = { least: 1, most: MOST_ARGUMENTS, many: true };

/** The built-in functions that can be computed here. */
export const BUILT_IN_FUNCTIONS = {
  ABS: exactly(1),
  AND: MANY,
  AVERAGE: MANY,
  COUNT: MANY,
  COUNTA: MANY,
  FIND: between(2, 3),
  IF: between(2, 3),
  IFERROR: exactly(2),
  ISNUMBER: exactly(1),
  MAX: MANY,
  MIN: MANY,
  N: exactly(1),
  NOT: exactly(1),
  OR: MANY,
  ROUND: exactly(2),
  ROUNDDOWN: exactly(2),
  ROUNDUP: exactly(2),
  SUM: MANY,
  TEXT: exactly(2),
} as const satisfies Readonly<Record<string, Arity>>;

export type BuiltInFunction = keyof typeof BUILT_IN_FUNCTIONS;

export function isBuiltIn(name: string): name is BuiltInFunction {
  return Object.hasOwn(BUILT_IN_FUNCTIONS, name);
}

/** Arguments a function takes, built-in or custom; null for a function that is not known here. */
export function arityOf(name: string): Arity | null {
  if (isBuiltIn(name)) return BUILT_IN_FUNCTIONS[name];
  const custom = formulaFunction(name);
  if (custom === null) return null;
  const { parameters } = custom;
  return between(parameters.filter(({ optional }) => optional !== true).length, parameters.length);
}

/**
 * What one cell may become that stands as an argument: one cell alone, a range (the parts of SUM_CHECK), or as many cells as
 * there are. Of a function that is not known here nothing is forbidden.
 */
export function placeOf(name: string, argument: number): "one" | "range" | "many" {
  const arity = arityOf(name);
  if (arity === null || arity.many === true) return "many";
  return formulaFunction(name)?.id === "SUM_CHECK" && argument === 1 ? "range" : "one";
}
