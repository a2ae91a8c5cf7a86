import { MAX_CELLS, MAX_PART_BYTES, MAX_UNPACKED_BYTES, newBudget } from "./limits";

const tooLarge = expect.objectContaining({ code: "too-large" }) as Error;

test("cells are counted over all sheets", () => {
  const budget = newBudget();
  for (let cell = 0; cell < MAX_CELLS; cell++) budget.cell(cell % 2 === 0 ? "一" : "二");
  expect(() => budget.cell("二")).toThrow(tooLarge);
});

test("unpacked bytes are counted over all parts", () => {
  const budget = newBudget();
  const part = MAX_UNPACKED_BYTES / 4;
  for (let index = 0; index < 4; index++) budget.unpack(part / 10, part, "xl/worksheets/sheet1.xml");
  expect(() => budget.unpack(1, 1, "xl/worksheets/sheet5.xml")).toThrow(tooLarge);
});

test("one part has a limit of its own", () => {
  expect(() => newBudget().unpack(MAX_PART_BYTES, MAX_PART_BYTES + 1, "a")).toThrow(tooLarge);
});

test("small parts may shrink as much as they like, large ones not", () => {
  const budget = newBudget();
  budget.unpack(100, 60 * 2 ** 20, "a");
  expect(() => budget.unpack(100, 65 * 2 ** 20, "a")).toThrow(tooLarge);
});
