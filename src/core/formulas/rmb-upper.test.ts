import fc from "fast-check";
import { readFen } from "../../../test/support/capital-amount";
import { evaluateCall, shownResult } from "../../../test/support/formula-call";
import { rmbUpper } from "./rmb-upper";

/** The examples of 《正确填写票据和结算凭证的基本规定》, where it leaves a choice the one taken here. */
const OFFICIAL: readonly (readonly [amount: string, capitals: string])[] = [
  ["1409.50", "壹仟肆佰零玖元伍角整"],
  ["6007.14", "陆仟零柒元壹角肆分"],
  ["1680.32", "壹仟陆佰捌拾元叁角贰分"],
  ["107000.53", "壹拾万零柒仟元伍角叁分"],
  ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
  ["325.04", "叁佰贰拾伍元零肆分"],
];

const OTHERS: readonly (readonly [amount: string, capitals: string])[] = [
  ["0", "零元整"],
  ["0.004", "零元整"],
  ["0.005", "壹分"],
  ["0.05", "伍分"],
  ["0.50", "伍角整"],
  ["0.55", "伍角伍分"],
  ["1", "壹元整"],
  ["10", "壹拾元整"],
  ["15", "壹拾伍元整"],
  ["100", "壹佰元整"],
  ["101", "壹佰零壹元整"],
  ["110", "壹佰壹拾元整"],
  ["1001", "壹仟零壹元整"],
  ["1010", "壹仟零壹拾元整"],
  ["10000", "壹万元整"],
  ["10001", "壹万零壹元整"],
  ["10010000", "壹仟零壹万元整"],
  ["100000000", "壹亿元整"],
  ["100000001", "壹亿零壹元整"],
  ["100010000", "壹亿零壹万元整"],
  ["1000000000000", "壹万亿元整"],
  ["1000100000000", "壹万零壹亿元整"],
  ["1000000010000", "壹万亿零壹万元整"],
  ["9999999999999999.99", "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
  ["-1234.5", "负壹仟贰佰叁拾肆元伍角整"],
  ["-0.001", "零元整"],
  ["(1,234.00)", "负壹仟贰佰叁拾肆元整"],
  ["", "零元整"],
];

test.each([...OFFICIAL, ...OTHERS])("%s is %s", (amount, capitals) => {
  expect(rmbUpper([[amount]])).toEqual([[capitals]]);
});

test.each([
  ["=RMB_UPPER(13113400)", "壹仟叁佰壹拾壹万叁仟肆佰元整"],
  ["=RMB_UPPER(0.1,TRUE)", "人民币壹角整"],
  ["=RMB_UPPER(-1,TRUE)", "人民币负壹元整"],
  ["=RMB_UPPER({1;2},1)", "人民币壹元整; 人民币贰元整"],
  ['=RMB_UPPER("10000000000000000")', "#NUM! 金额超过 9999 万亿元，不能写成大写。"],
  ['=RMB_UPPER("壹元")', "#VALUE! 金额“壹元”不是数字。"],
])("%s is %s", (formula, result) => {
  expect(shownResult(evaluateCall(formula))).toBe(result);
});

test("read back, the capitals give the amount, to the 分", () => {
  const digits = fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n });
  // Numbers of many zeros, which are where the rules are.
  const sparse = fc
    .array(fc.constantFrom(0, 0, 0, 1, 5, 9), { minLength: 1, maxLength: 18 })
    .map((places) => BigInt(places.join("")));
  fc.assert(
    fc.property(fc.oneof(digits, sparse), fc.boolean(), (fen, isNegative) => {
      const amount = `${isNegative ? "-" : ""}${String(fen / 100n)}.${String(fen % 100n).padStart(2, "0")}`;
      const [[capitals] = []] = rmbUpper([[amount]]);
      expect(readFen(String(capitals))).toBe(isNegative ? -fen : fen);
    }),
    { numRuns: 2_000 },
  );
});

test("no two zeros stand beside each other, and none at the end of 元", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n }), (fen) => {
      const [[capitals] = []] = rmbUpper([[`${String(fen / 100n)}.${String(fen % 100n).padStart(2, "0")}`]]);
      expect(capitals).not.toMatch(/零零|.零[元万亿整角分]/);
    }),
  );
});
