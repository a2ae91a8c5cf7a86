import Decimal from "decimal.js";
import fc from "fast-check";
import { parseGradingRule, scoreBy } from "./grading-rule";
import { contradictionsOf } from "./grading/contradictions";
import { readTargetText } from "./read-target";

function scored(rule: string, target: string, actual: string, weight: number | null = 10): string {
  const result = scoreBy(
    parseGradingRule(rule),
    readTargetText(target),
    readTargetText(actual),
    weight === null ? null : new Decimal(weight),
  );
  return result.kind === "score" ? result.points.toDecimalPlaces(4).toString() : result.reason;
}

const DEVIATION =
  "偏离目标40%（含）不得分，偏离30%（含）以下得8分，偏离20%（含）以下得12分，偏离10%（含）以下得16分，偏离5%（含）以内计满分20分。";
const SATISFACTION = "满意度95%以上10分，90%-95%8分，80%（含）-90%5分，80%以下不得分";

/** Rule, target, actual value, score of a weight of 10. */
test.each([
  ["每少一次扣0.5分，扣完为止", "≥5次", "3次", "9"],
  ["每少一次扣0.5分，扣完为止", "≥5次", "6次", "10"],
  ["每少5人扣1分", "≥96人次", "92人次", "10"],
  ["每少5人扣1分", "≥96人次", "91人次", "9"],
  ["到位率100%计4分，每下降1%扣0.2分，扣完为止。", "=100%", "95%", "3"],
  ["95%以上计满分，每降5%扣 1分，扣完为止。", "≥95%", "84%", "8"],
  ["完成率达到100%得满分，每降低1%扣该项分值的2%", "≥200次", "190次", "9"],
  ["满意度达90%及以上得满分，每降低1个百分点扣1分，低于60%不得分", "≥90%", "88%", "8"],
  ["满意度达90%及以上得满分，每降低1个百分点扣0.1分，低于60%不得分", "≥90%", "59%", "0"],
  ["每超支1%扣1分", "≤200万元", "205万元", "8"],
  ["及时完成得满分，每逾期一天扣1分", "2026年6月30日前", "2026年7月3日", "7"],
  ["未发生得满分，每发生一起扣3分", "=0起", "2起", "4"],
  ["完成率≥100%得满分；80%≤完成率<100%得80%权重分；完成率<80%不得分", "≥50次", "45次", "8"],
  [SATISFACTION, "≥95%", "95%", "10"],
  [SATISFACTION, "≥95%", "90%", "8"],
  [SATISFACTION, "≥95%", "80%", "5"],
  [SATISFACTION, "≥95%", "79.9%", "0"],
  ["完成率小于60%不得分，大于等于60%，得分=（完成率-60%）/（1-60%）×指标分值", "≥50次", "40次", "5"],
  ["完成率小于60%不得分，大于等于60%，得分=（完成率-60%）/（1-60%）×指标分值", "≥50次", "29次", "0"],
  ["完成率小于60%不得分，大于等于60%，得分=（完成率-60%）/（1-60%）×指标分值", "≥50次", "90次", "10"],
  ["得分=实际完成率×指标分值", "≥3次", "2次", "6.6667"],
  ["完成计满分，否则不得分", "≥1次", "0次", "0"],
  ["共6分，提供得6分，未提供不得分。", "提供", "提供", "6"],
  ["未缩减至上年90%以内扣1分", "≤90%", "95%", "9"],
])("%s: %s, %s → %s", (rule, target, actual, expected) => {
  expect(scored(rule, target, actual)).toBe(expected);
});

test.each([
  [DEVIATION, "≤100万元", "96万元", "20"],
  [DEVIATION, "≤100万元", "110万元", "16"],
  [DEVIATION, "≤100万元", "60万元", "0"],
  [DEVIATION, "≤100万元", "65万元", "偏离目标 35%不在任何一档之内，评分标准没有写明得多少分。"],
])("%s: %s, %s → %s", (rule, target, actual, expected) => {
  expect(scored(rule, target, actual, 20)).toBe(expected);
});

test.each([
  ["根据完成情况评分", "评分标准没有写如何得分或扣分。"],
  ["①是否设立目标；是计1分，否计0分；", "评分标准要逐项回答“是”或“否”，不能由实际值算出。"],
  ["领导重视，每少一次扣1分", "评分标准中“领导重视”一句无法识别。"],
  ["优秀得10分，良好得8分，不合格不得分", "评分标准分几档，但没有都写出数值界限，不能由实际值算出。"],
  ["得分=完成率的平方×分值", "算式“完成率的平方×分值”的写法无法识别。"],
])("%s is not computable", (rule, reason) => {
  expect(parseGradingRule(rule)).toMatchObject({ kind: "not-computable", reason });
});

test.each([
  ["不符合要求不得分或扣相应分数，符合要求得满分", "=100%", "90%", "未达到目标，评分标准没有写明扣多少分。"],
  ["每发生一次扣1分", "=100%", "90%", "未达到目标，要知道发生的次数才能计分。"],
  [
    "无人员伤亡得满分，有人员伤亡不得分",
    "=0起",
    "1起",
    "评分标准看的是“无人员伤亡”，实际值没有说明，不能计分。",
  ],
  ["完成8次计满分，每少一次扣1分", "≥8个", "6个", "评分标准按“次”计，实际值单位是“个”，不能按评分标准计分。"],
  ["得分=完成率×分值", "≤80万元", "70万元", "目标是“≤”，完成率怎么算没有写明，不能按评分标准计分。"],
  ["每少一次扣1分", "≥8次", "约6次", "实际值“约6次”不是一个确定的数，不能按评分标准计分。"],
])("%s: %s, %s gives no score but a reason", (rule, target, actual, reason) => {
  expect(scored(rule, target, actual)).toBe(reason);
});

test("without a weight the rule's own total counts; without both there is no score", () => {
  expect(scored("共3分，完成5次得3分，少一次扣一分，扣完为止。", "≥5次", "4次", null)).toBe("2");
  expect(scored("每少一次扣1分", "≥5次", "4次", null)).toBe("没有分值，不能算出得分。");
});

test("the score comes with its reasoning", () => {
  const rule = parseGradingRule("每少一次扣0.5分，扣完为止");
  expect(scoreBy(rule, readTargetText("≥5次"), readTargetText("3次"), new Decimal(2))).toMatchObject({
    reasoning: "实际 3次，比 5次 少 2次，每 1次 扣 0.5 分，满 2 个扣分单位，扣 1 分，得 1 分。",
  });
});

test.each([
  ["95%以上10分，90%-95%8分，85%以下0分", "gap"],
  ["95%以上10分，90%-96%8分，90%以下0分", "overlap"],
  ["95%以上8分，90%-95%10分，90%以下0分", "not-monotonic"],
  ["得分=（完成率-60%）/（1-50%）×分值", "formula"],
  ["共4分，完成得5分，未完成不得分", "total-weight,total-award"],
  ["90%以上得满分，每低1%扣1分", "target"],
  ["满意度95%以上得满分，每低1%扣1分。 % ≥ 10", "stray"],
  [SATISFACTION, "award-weight"],
  ["调查满意度95%以上得5分，90%以上得4分，80%以上得2分，80%以下不得分", ""],
  ["完成4次得5分，完成3次得3分，3次以下不得分", ""],
  ["每少一次扣9分，扣完为止", ""],
])("%s, weight 5, ≥95%%: %s", (rule, kinds) => {
  const target = readTargetText("≥95%");
  const found = contradictionsOf(parseGradingRule(rule), { weight: new Decimal(5), target });
  expect(
    found
      .map(({ kind }) => kind)
      .filter((kind) => kinds === "target" || kind !== "target")
      .join(","),
  ).toBe(
    kinds === "gap" || kinds === "overlap" || kinds === "not-monotonic" ? `award-weight,${kinds}` : kinds,
  );
});

const RULES = [
  "每少一次扣0.5分，扣完为止",
  "共20分，完成30次得20分，少一次扣1.5分，扣完为止",
  "每超过2次扣1分",
  "40次以上10分，20次-40次6分，20次以下不得分",
  "得分=完成率×分值",
  "完成率小于60%不得分，大于等于60%，得分=(完成率-60%)/(1-60%)*指标分值",
  "偏离20%以内得满分，偏离20%-50%得5分，偏离50%以上不得分",
  "完成计满分，否则不得分",
  "每发生一次扣1分，扣完为止",
] as const;

test("a score lies between 0 and the weight", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RULES),
      fc.nat(100),
      fc.nat(300),
      fc.nat(30),
      (text, target, actual, weight) => {
        const given = scoreBy(
          parseGradingRule(text),
          readTargetText(`≥${String(target)}次`),
          readTargetText(`${String(actual)}次`),
          new Decimal(weight),
        );
        if (given.kind === "score") expect(given.points.gte(0) && given.points.lte(weight)).toBe(true);
      },
    ),
  );
});

test("by a rule of steps more is never worth less", () => {
  const rule = parseGradingRule("每少2次扣0.7分，扣完为止");
  const points = (actual: number): Decimal => {
    const given = scoreBy(
      rule,
      readTargetText("≥40次"),
      readTargetText(`${String(actual)}次`),
      new Decimal(8),
    );
    if (given.kind !== "score") throw new Error(given.reason);
    return given.points;
  };
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (a, b) => {
      expect(points(Math.max(a, b)).gte(points(Math.min(a, b)))).toBe(true);
    }),
  );
});
