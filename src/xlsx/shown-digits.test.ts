import Decimal from "decimal.js";
import fc from "fast-check";
import { grouped, shownDigits } from "./shown-digits";

test.each<[number, number, string]>([
  [1.005, 2, "1.01"],
  [-1.005, 2, "1.01"],
  [0.285, 2, "0.29"],
  [1.45, 1, "1.5"],
  [2.5, 0, "3"],
  [0.5, 0, "1"],
  [0.05, 1, "0.1"],
  [0.004, 2, "0.00"],
  [1e-20, 2, "0.00"],
  [123456789012345.6, 2, "123456789012346.00"],
  [1e21, 1, "1000000000000000000000.0"],
  [0, 3, "0.000"],
])("%d with %i decimals shows as %s", (value, decimals, digits) => {
  expect(shownDigits(value, decimals)).toBe(digits);
});

test("agrees with exact arithmetic on the 15 digits Excel works with", () => {
  const amount = fc.double({ min: -1e15, max: 1e15, noNaN: true });
  // Halves are where rounding goes wrong, and random doubles never hit one.
  const half = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(8)).map(([n, d]) => (n + 0.5) / 10 ** d);
  fc.assert(
    fc.property(fc.oneof(amount, half), fc.nat(8), (value, decimals) => {
      const exact = new Decimal(value.toPrecision(15)).abs().toFixed(decimals, Decimal.ROUND_HALF_UP);
      expect(shownDigits(value, decimals)).toBe(exact);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ["1", "1"],
  ["999.99", "999.99"],
  ["1000", "1,000"],
  ["123456.78", "123,456.78"],
  ["1234567.00", "1,234,567.00"],
])("%s grouped is %s", (digits, expected) => {
  expect(grouped(digits)).toBe(expected);
});
