import type { Argument, FormulaResult, Grid } from "./formula-value";
import type { ParameterName } from "./messages";

/** One parameter of a custom function. */
export interface FormulaParameter {
  /** Chinese, as Excel shows it while the formula is typed. */
  readonly name: ParameterName;
  readonly description: string;
  /** `cells`: a cell or a range; `option`: one value for the whole call. */
  readonly kind: "cells" | "option";
  readonly optional?: true;
}

/** A call and what the cell shows. */
export interface FormulaExample {
  /** With its leading “=” and literal arguments, so that it can be tried. */
  readonly formula: string;
  readonly result: number | string | boolean;
  /** What the example shows, or where its figures come from; "" where it speaks for itself. */
  readonly note: string;
}

/**
 * A custom function: everything that is told about it (Excel's help, docs/functions.md, the pane) and what it computes.
 * Texts are Chinese sentences for the user.
 */
export interface FormulaFunction {
  /** Latin name, `EXEC_RATE`; also the id Excel knows it by. */
  readonly id: string;
  /** Chinese name, `执行率`: the same function. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly FormulaParameter[];
  /** What the result is: unit, ratio or percent. */
  readonly result: string;
  readonly examples: readonly FormulaExample[];
  readonly compute: (given: Given) => Grid<FormulaResult>;
}

/** A group of functions under one heading. */
export interface FormulaCategory {
  readonly title: string;
  readonly functions: readonly FormulaFunction[];
}

/** The arguments of a call by their position, 0-based. */
export interface Given {
  /** A cell or a range; one blank cell where it was left out. */
  cells(at: number): Grid<Argument>;
  /** The first cell; `null` where it was left out. */
  option(at: number): Argument;
}

/** Calls a function with its arguments by position; missing ones at the end are left out. Never throws for what stands in cells. */
export function callFormula(
  { compute }: FormulaFunction,
  args: readonly (Grid<Argument> | undefined)[],
): Grid<FormulaResult> {
  return compute({
    cells: (at) => args[at] ?? [[null]],
    option: (at) => args[at]?.[0]?.[0] ?? null,
  });
}
