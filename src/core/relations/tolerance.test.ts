import { RuleDefect } from "./defect";
import { parseTolerance } from "./tolerance";

test.each([
  ["", null],
  ["—", null],
  ["0.05", "plain 0.05"],
  ["±０.０５", "plain 0.05"],
  ["0", "plain 0"],
  ["0.05万元", "money 500000"],
  ["1 元", "money 1000"],
  ["1%", "share 0.01"],
  ["１％", "share 0.01"],
])("%j is read", (text, expected) => {
  const read = parseTolerance(text);
  expect(read === null ? null : `${read.kind} ${read.size.toString()}`).toBe(expected);
});

test.each(["少许", "-0.05", "1%元", "1.2.3", "99999999999999999999"])("%j is none", (text) => {
  expect(() => parseTolerance(text)).toThrow(RuleDefect);
  expect(() => parseTolerance(text)).toThrow(`容差“${text}”看不懂`);
});
