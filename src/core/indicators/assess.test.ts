import Decimal from "decimal.js";
import { assess } from "./assess";
import { parseGradingRule } from "./grading-rule";
import type { Indicator, IndicatorKind } from "./indicator";
import { readTarget } from "./read-target";

/** An indicator out of its texts; the line it stands in plays no part here. */
function indicator(
  kind: IndicatorKind,
  name: string,
  target: string,
  actual: string,
  rule: string | null = null,
): Indicator {
  return {
    line: { row: 0, owner: { unit: null, project: null }, cells: {}, criteria: [] },
    level1: "",
    level2: "",
    name,
    kind,
    target: readTarget({ value: target }),
    halfTarget: null,
    actual: readTarget({ value: actual }),
    weight: new Decimal(5),
    score: null,
    rule: rule === null ? null : parseGradingRule(rule),
  };
}

test.each<[IndicatorKind, string, string, string, string, boolean]>([
  ["quantity", "检查次数", "12次", "13次", "attained", true],
  ["quantity", "投诉件数", "3件", "2件", "attained", true],
  ["quality", "投诉办结率", "90%", "92%", "attained", true],
  ["benefit", "安全事故处置率", "90%", "80%", "missed", true],
  ["benefit", "安全事故次数", "0次", "0次", "attained", true],
  ["benefit", "带动融资额", "60万元", "70万元", "attained", true],
  ["cost", "会议成本", "60万元", "70万元", "missed", true],
  ["quantity", "补贴发放额", "60万元", "70万元", "missed", false],
  ["quantity", "补贴发放额", "≤60万元", "70万元", "missed", true],
  ["quantity", "培训人次", "≥2.5万人次", "组织考试两次，报考人数共 26710人次", "attained", false],
])("%s %s: %s, done %s is %s, certain: %s", (kind, name, target, actual, status, isCertain) => {
  const assessment = assess(indicator(kind, name, target, actual));
  expect([assessment.attainment?.status, assessment.isCertain]).toEqual([status, isCertain]);
});

test("nothing is assessed without a target or an actual value", () => {
  const blank = assess(indicator("quantity", "检查次数", "12次", "/", "完成12次计满分，否则不得分"));
  expect(blank).toEqual({ attainment: null, isCertain: false, computed: null });
  expect(assess(indicator("quantity", "检查次数", "/", "12次")).attainment).toBeNull();
});

test("a score is computed by the rule, also by one that was typed into the target", () => {
  const rule = "95%以上计满分，每降5%扣1分，扣完为止。";
  const computed = [
    assess(indicator("satisfaction", "满意度", "≥95%", "85%", rule)).computed,
    assess(indicator("satisfaction", "满意度", rule, "85%")).computed,
  ];
  for (const score of computed) {
    expect(score?.kind === "score" ? score.points.toFixed() : score?.reason).toBe("3");
  }
  expect(assess(indicator("satisfaction", "满意度", "≥95%", "85%")).computed).toBeNull();
});
