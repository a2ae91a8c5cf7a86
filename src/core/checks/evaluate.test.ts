import { CellState, type Facts } from "../facts/facts";
import { preciseAmount, type PrecisionMode } from "../facts/precision";
import { EquationWriter, type Relation } from "./equations";
import { evaluateAll, VERDICTS } from "./evaluate";
import { totalAcross } from "./total-across";

/** Facts of 万元 amounts typed as texts, the first being the total. */
function factsOf(amounts: readonly string[], mode: PrecisionMode, stored: readonly number[] = []): Facts {
  const facts: Facts = {
    tables: [],
    blocks: [],
    count: amounts.length,
    state: new Uint8Array(amounts.length).fill(CellState.number),
    value: new Float64Array(amounts.length),
    low: new Float64Array(amounts.length),
    high: new Float64Array(amounts.length),
    shown: new Float64Array(amounts.length),
    shownDecimals: new Uint8Array(amounts.length),
  };
  amounts.forEach((text, at) => {
    const shownDecimals = text.split(".")[1]?.length ?? 0;
    const value = stored[at] ?? Number(text);
    const storedDecimals =
      stored[at] === undefined ? shownDecimals : (String(value).split(".")[1]?.length ?? 0);
    const amount = preciseAmount(Math.round(value * 1e7), storedDecimals, shownDecimals, "万元", 0, mode);
    facts.value[at] = amount.value;
    facts.low[at] = amount.low;
    facts.high[at] = amount.high;
    facts.shown[at] = amount.shown;
  });
  return facts;
}

function verdict(
  [total = "", ...parts]: readonly string[],
  {
    mode = "nearest",
    relation = "equal",
    stored = [],
  }: { mode?: PrecisionMode; relation?: Relation; stored?: number[] } = {},
): string {
  const write = new EquationWriter();
  write.by(totalAcross);
  parts.forEach((_, at) => write.part(at + 1));
  write.state(0, relation);
  const [verdict = -1] = evaluateAll(factsOf([total, ...parts], mode, stored), write.equations());
  return VERDICTS[verdict] ?? "";
}

describe("round to nearest", () => {
  test.each([
    [["10.00", "4.00", "6.00"], "satisfied"],
    [["265.94", "205.24", "60.71"], "rounding"],
    // Three parts may be off by half a unit each, the total too: 0.02 at most.
    [["10.02", "3.00", "3.00", "4.00"], "rounding"],
    [["10.03", "3.00", "3.00", "4.00"], "violated"],
    [["9.97", "3.00", "3.00", "4.00"], "violated"],
    [["5.00"], "violated"],
    [["0.00"], "satisfied"],
    [["-1.00", "2.00", "-3.00"], "satisfied"],
  ])("%j: %s", (amounts, expected) => {
    expect(verdict(amounts)).toBe(expected);
  });
});

describe("cut, not rounded", () => {
  test.each([
    // Cut parts only ever lose: the total may be more than their sum, by less than a unit each, never less.
    [["10.01", "4.00", "6.00"], "rounding"],
    [["10.02", "4.00", "6.00"], "rounding"],
    [["10.03", "4.00", "6.00"], "violated"],
    [["9.98", "4.00", "6.00"], "violated"],
    [["-10.01", "-4.00", "-6.00"], "rounding"],
  ])("%j: %s", (amounts, expected) => {
    expect(verdict(amounts, { mode: "truncated" })).toBe(expected);
  });
});

test("what the cell stores goes before what it shows", () => {
  // 5.004 + 5.004 = 10.008, and the total stores 10.004: shown, 5.00 + 5.00 = 10.00.
  expect(verdict(["10.00", "5.00", "5.00"], { stored: [10.004, 5.004, 5.004] })).toBe("violated");
  expect(verdict(["10.01", "5.00", "5.00"], { stored: [10.008, 5.004, 5.004] })).toBe("rounding");
  expect(verdict(["10.00", "5.00", "5.00"], { stored: [10.002, 5.001, 5.001] })).toBe("satisfied");
});

test("a whole is no less than its parts", () => {
  expect(verdict(["3.00", "1.00", "1.00"], { relation: "atLeast" })).toBe("satisfied");
  expect(verdict(["2.00", "1.00", "1.01"], { relation: "atLeast" })).toBe("rounding");
  expect(verdict(["1.90", "1.00", "1.00"], { relation: "atLeast" })).toBe("violated");
});
