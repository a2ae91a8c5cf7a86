import { textOfValue } from "../fill/value-text";
import { scope } from "../fill/template.testing";
import { completeIndicator, targetParts, targetText } from "./target-forms";
import { told } from "./told.testing";

const shown = (value: Parameters<typeof textOfValue>[0] | null): string | null => value && textOfValue(value);

test.each([
  ["≥2.5万人次", "≥", "2.5", "万人次"],
  ["≤0.18万元/批", "≤", "0.18", "万元/批"],
  ["=100%", "=", "100", "%"],
  ["258家次", null, "258", "家次"],
  ["提升", "定性", "提升", ""],
  ["2026年12月31日前", "定性", "2026年12月31日前", ""],
  ["/", "", "", ""],
  ["5-8项", null, null, null],
  ["提升1个百分点", null, null, null],
  ["50余家", null, null, null],
  ["完成33户危房搬迁，达到标准", null, null, null],
])("%s comes apart as far as it is one number with its unit, or words", (text, type, value, unit) => {
  expect(targetParts(text).map(shown)).toEqual([type, value, unit]);
});

test.each([
  ["≥", "2.5", "万人次", "≥2.5万人次"],
  ["=", "100", "%", "=100%"],
  ["定性", "提升", "", "提升"],
  ["定性", "2026年12月31日前", "", "2026年12月31日前"],
  ["", "8", "万/项", "8万/项"],
  ["≤", "20261231", "日", "≤20261231日"],
  ["≥", "", "次", ""],
  ["≥", "增加30户，减少5户", "户", null],
])("%s | %s | %s is one text", (type, value, unit, text) => {
  expect(shown(targetText(type, value, unit))).toBe(text);
});

test("points behind a level stand apart from it, and what is there already is kept", () => {
  expect(
    told(
      completeIndicator(
        scope({ 一级指标: "产出指标（50分）", 二级指标: "数量指标", 指标值: "按时", 年度指标值: "≥3次" }),
      ),
    ),
  ).toEqual([
    "一级指标=产出指标 | 二级指标=数量指标 | 指标值=按时 | 年度指标值=≥3次 | 一级分值=50 | 全年指标值=≥3次",
  ]);
});
