import fc from "fast-check";
import { readNumber } from "./cell-reader";

test.each([
  ["0", 0],
  ["-0", 0],
  ["-0.00", 0],
  ["007", 7],
  [".5", 0.5],
  ["5.", 5],
  ["31610.23", 31610.23],
  ["-1.20", -1.2],
  ["0.1", 0.1],
  ["123456789012345", 123456789012345],
  ["123456789012345.67", 123456789012345.67],
  ["0.000000000000001", 1e-15],
  ["3.4999999999999996", 3.4999999999999996],
  ["1E5", 1e5],
  ["-2.5e-3", -0.0025],
  ["+3", 3],
  [" 7 ", 7],
])("%j is %d", (content, number) => {
  expect(readNumber(content)).toBe(number);
});

test.each(["-", ".", "-.", " ", "1.2.3", "1-", "0x1F", "0b1", "0o7", "-0x1", "Infinity", "1,5", "12a"])(
  "%j is no number",
  (content) => {
    expect(readNumber(content)).toBeNull();
  },
);

test("decimal digits with a point anywhere are the nearest double, as for Number", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 18 });
  fc.assert(
    fc.property(digits, fc.nat(18), fc.boolean(), (text, at, negative) => {
      const written = `${negative ? "-" : ""}${text.slice(0, at)}.${text.slice(at)}`;
      // −0 reads as 0.
      expect(readNumber(written)).toBe(Number(written) + 0);
    }),
    { numRuns: 2000 },
  );
});
