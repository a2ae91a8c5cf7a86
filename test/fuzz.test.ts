import { checkFormulas } from "../scripts/fuzz/check-formulas";
import { Random } from "../scripts/fuzz/random";
import { runCase } from "../scripts/fuzz/run-case";

/*
 * A few drawn cases of the fuzzer, the same every time: whatever stands in a workbook or a file, the engine answers with a
 * sound report or a sentence. `npm run fuzz` draws without end, in processes that may hang or die.
 */

test("snapshots", () => {
  for (let number = 0; number < 300; number++) runCase("snapshot", 1, number);
});

test("files", () => {
  for (let number = 0; number < 150; number++) runCase("bytes", 1, number);
});

test("custom functions", () => {
  for (let number = 0; number < 1500; number++) checkFormulas(new Random(1, number));
});
