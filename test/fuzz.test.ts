import { checkFormulas } from "../scripts/fuzz/check-formulas";
import { Random } from "../scripts/fuzz/random";
import { runCase, type CaseKind } from "../scripts/fuzz/run-case";

/*
 * A few drawn cases of the fuzzer, the same every time: whatever stands in a workbook or a file, the engine answers with a
 * sound report or a sentence. `npm run fuzz` draws without end, in processes that may hang or die.
 */

test.each<[CaseKind, number]>([
  ["small snapshot", 500],
  ["snapshot", 80],
  ["small file", 300],
  ["file", 60],
])("%s", (kind, count) => {
  for (let number = 0; number < count; number++) runCase(kind, 1, number);
});

test("custom functions", () => {
  for (let number = 0; number < 500; number++) checkFormulas(new Random(1, number));
});
