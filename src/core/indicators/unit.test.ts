import Decimal from "decimal.js";
import { readChineseNumber } from "./chinese-number";
import { compareUnits, inBase, readUnit } from "./unit";

test.each([
  ["万人次", "人次", "10000"],
  ["人/次", "人次", "1"],
  ["万/人次", "人次", "10000"],
  ["亿元", "元", "100000000"],
  ["个百分点", "百分点", "1"],
  ["百分点", "百分点", "1"],
  ["个月", "月", "1"],
  ["年", "月", "12"],
  ["天", "秒", "86400"],
  ["公里", "米", "1000"],
  ["‰", "%", "0.1"],
  ["批次", "批次", "1"],
  ["标准箱", "标准箱", "1"],
])("%s measures %s", (text, base, factor) => {
  const unit = readUnit(text);
  expect([unit?.base, unit?.factor.toString()]).toEqual([base, factor]);
});

test.each(["3次", "，", "千家万户的事情都要办好", "以及其他与此有关的事项"])("%s is no unit", (text) => {
  expect(readUnit(text)).toBeNull();
});

test.each([
  ["万元", "元", "same"],
  ["小时", "天", "same"],
  ["天", "工作日", "different"],
  ["次", "个", "different"],
  ["人次", "人", "different"],
  ["个产业链", "个", "same"],
  ["个产业链", "个企业", "different"],
  ["万", "万元", "assumed"],
  ["万元/个", "万元", "assumed"],
  ["元/人/天", "元/天/人", "same"],
  ["元/人", "元/天", "different"],
])("%s and %s: %s", (a, b, expected) => {
  const [one, other] = [readUnit(a), readUnit(b)];
  expect(one !== null && other !== null ? compareUnits(one, other) : null).toBe(expected);
});

test("conversion is exact beyond what a double holds", () => {
  const unit = readUnit("亿元");
  const base = unit === null ? null : inBase(new Decimal("12345678901234.123456789012345678"), unit);
  expect(base?.toFixed()).toBe("1234567890123412345678.9012345678");
});

test.each([
  ["四", 4],
  ["两", 2],
  ["十二", 12],
  ["三百六十五", 365],
  ["一千零五", 1005],
  ["百", null],
  ["一一", null],
  ["", null],
])("%s in figures is %s", (text, value) => {
  expect(readChineseNumber(text)).toBe(value);
});
