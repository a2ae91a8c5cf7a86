import type { Argument, FormulaResult, Grid } from "../../src/core/formulas/formula-value";
import { callFormula } from "../../src/core/formulas/formula-function";
import { FORMULA_FUNCTIONS } from "../../src/core/formulas/catalogue";
import { hold, holdSentence } from "./failure";
import type { Random } from "./random";
import { anyValue, indicatorText, NUMBERS } from "./words";

/** Calls of custom functions with anything as arguments: each cell of the answer is a value Excel can show, or says why not. */
export function checkFormulas(random: Random): void {
  for (let left = random.between(1, 6); left > 0; left--) {
    const called = random.pick(FORMULA_FUNCTIONS);
    const count = random.oneIn(6) ? random.below(8) : called.parameters.length;
    const args = random.times(count, () => argument(random));
    const answer = callFormula(called, args);
    hold(
      answer.length > 0 && answer.every((row) => row.length === answer[0]?.length),
      `${called.id}: no grid`,
    );
    for (const result of answer.flat()) holdResult(result, called.id);
  }
}

function argument(random: Random): Grid<Argument> | undefined {
  if (random.oneIn(10)) return undefined;
  const [rows, columns] = random.weighted([
    [8, [1, 1]],
    [2, [3, 1]],
    [1, [1, 3]],
    [1, [2, 2]],
    [1, [60, 2]],
  ] as const);
  return random.times(rows, () => random.times(columns, () => cell(random)));
}

function cell(random: Random): Argument {
  return random.weighted<() => Argument>([
    [1, () => null],
    [3, () => random.pick(NUMBERS)],
    [3, () => random.below(1000) / 10],
    [2, () => indicatorText(random)],
    [2, () => anyValue(random)],
    [1, () => random.pick([-0, 2 ** 53, 16, -1, 1.5])],
  ])();
}

function holdResult(result: FormulaResult, id: string): void {
  if (typeof result === "number") hold(Number.isFinite(result), `${id}: number`, () => String(result));
  else if (typeof result === "object") holdSentence(result.message, `${id}: error`);
  else hold(!/undefined|\[object/.test(String(result)), `${id}: text`, () => String(result));
}
