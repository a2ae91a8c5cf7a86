import { slipOf, type Slip } from "./slips";

test.each<[wrong: string | null, right: string, slip: Slip | null]>([
  [null, "163.60", "omitted"],
  ["0.00", "163.60", "omitted"],
  ["12.50", "0.00", "surplus"],
  ["12.50", "12.5", null],
  ["-31.20", "31.20", "sign"],
  ["-31.20", "31.21", null],
  // Exchanged neighbours, from the first to the last digit.
  ["210.36", "120.36", "transposed"],
  ["120.63", "120.36", "transposed"],
  ["321.00", "123.00", null],
  ["120.36", "210.37", null],
  ["12.21", "21.12", null],
  ["23.00", "12.00", null],
  ["31.00", "12.00", null],
  ["10203", "10302", null],
  // One digit.
  ["128.36", "120.36", "digit"],
  ["220.36", "120.36", "digit"],
  ["120.37", "120.36", "digit"],
  // Digits lost and put in, at either end and within.
  ["94.82", "904.82", "lostDigit"],
  ["904.8", "904.82", "lostDigit"],
  ["04.82", "904.82", null],
  ["04.82", "94.82", "lostDigit"],
  ["0.053", "0.153", "lostDigit"],
  ["511.06", "51.06", "extraDigit"],
  ["51.067", "51.06", "extraDigit"],
  ["951.06", "51.06", "extraDigit"],
  ["51.0678", "51.06", null],
  ["91.067", "51.06", null],
  // × and ÷ 10, 100, 1,000; 10,000 is 元 for 万元.
  ["136.2", "13.62", "point"],
  ["0.1362", "13.62", "point"],
  ["13620", "13.62", "point"],
  ["1362000", "13.62", "point"],
  ["136200", "13.62", "unit"],
  ["0.0053", "53", "unit"],
  ["136.21", "13.62", "extraDigit"],
  ["-31.20", "-312.00", "point"],
  ["-132.00", "-123.00", "transposed"],
])("%j for %j: %j", (wrong, right, slip) => {
  expect(slipOf(wrong, right)).toBe(slip);
});
