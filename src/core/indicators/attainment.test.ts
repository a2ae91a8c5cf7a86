import { attainmentOf, type AttainmentOptions } from "./attainment";
import { readTargetText } from "./read-target";

function attain(
  target: string,
  actual: string,
  options?: AttainmentOptions,
): ReturnType<typeof attainmentOf> {
  return attainmentOf(readTargetText(target), readTargetText(actual), options);
}

/** Target, actual value, status, degree and deviation with four decimals. */
test.each([
  ["≥2.5万人次", "26710人次", "attained", "1.0684", "0.0684"],
  ["≥300批次", "2百批", "unclear", null, null],
  ["≥12次", "9次", "missed", "0.75", "-0.25"],
  ["≤270万元", "269.1万元", "attained", "1.0033", "-0.0033"],
  ["≤91万", "91.1万元", "missed", "0.9989", "0.0011"],
  [">50亿元", "50亿元", "missed", "1", "0"],
  [">50亿元", ">50亿元", "attained", null, null],
  ["=100%", "98%", "missed", "0.98", "-0.02"],
  ["=8次", "9次", "unclear", "1.125", "0.125"],
  ["=0次", "1次", "missed", null, null],
  ["258家次", "277家次", "attained", "1.0736", "0.0736"],
  ["60万元", "43万元", "attained", "1.3953", "-0.2833"],
  ["15 天", "16天", "missed", "0.9375", "0.0667"],
  ["5-8项", "6项", "attained", "1", "0"],
  ["5-8项", "22 项", "attained", "2.75", "1.75"],
  ["5-8项", "4项", "missed", "0.8", "-0.2"],
  ["2万元-20万元/个", "21万元/个", "missed", "0.9524", "0.05"],
  ["≥300次", "400余次", "attained", null, null],
  ["≥300次", "200余次", "unclear", null, null],
  ["≤2 小时", "≤2 小时", "attained", null, null],
  ["提升1个百分点", "提升1.82个百分点", "attained", "1.82", "0.82"],
  ["提升1个百分点", "下降1个百分点", "missed", "-1", "-2"],
  ["≥95%", "96", "attained", "1.0105", "0.0105"],
  ["≥95%", "0.96", "unclear", null, null],
  ["1个", "0", "missed", "0", "-1"],
])("%s against %s: %s", (target, actual, status, degree, deviation) => {
  const found = attain(target, actual);
  const short = (value: typeof found.degree): string | null => value?.toDecimalPlaces(4).toString() ?? null;
  expect([found.status, short(found.degree), short(found.deviation)]).toEqual([status, degree, deviation]);
});

test.each([
  ["2023年6月30日之前完成验收", "2023年12月底", "missed"],
  ["2023 年 12 月 31 日前", "2023 年 11 月 30 日完成", "attained"],
  ["2023年12月15日前", "2023年12月", "unclear"],
  ["12月底前", "2023年12月20日", "attained"],
  ["每月15日前", "每月10日前", "attained"],
  ["每月15日前", "每月月底", "missed"],
  ["较显著", "较显著", "attained"],
  ["良好以上", "优秀", "attained"],
  ["良好", "合格", "missed"],
  ["提升", "未提升", "missed"],
  ["提升", "有所改善", "unclear"],
  ["50万元/县(市区); 100万元/市州", "50万元/县(市区); 100万元/市州", "attained"],
  ["全量推送4次，增量推送12次", "全量推送4次，增量推送10次", "missed"],
  ["全量推送4次，增量推送12次", "0", "missed"],
  ["≥300次", "400余家", "unclear"],
  ["45家组织3个人", "45家组织3个人", "attained"],
])("%s against %s: %s", (target, actual, status) => {
  expect(attain(target, actual).status).toBe(status);
});

test("one amount in a sentence that fits is compared, and that is said", () => {
  const found = attain("≥1498万元", "按照年初计划，完成各项任务，上缴非税收入 1498万元。");
  expect(found).toMatchObject({ status: "attained", basis: "mention" });
  expect(found.reason).toContain("按文字中的“1498万元”比较");
  expect(attain("≥30次", "培训 6次，开展相关的各类活动共计，另有调研 40次。").status).toBe("unclear");
});

test("the reason says what was assumed", () => {
  expect(attain("258家次", "277家次").reason).toBe(
    "目标“258家次”，实际“277家次”，目标没有写比较符号，按“不低于”比较，已达到。",
  );
  expect(attain("投诉 3次", "2次", { direction: "lower" }).status).toBe("attained");
  expect(attain("≥300次", "400余家").reason).toBe(
    "目标“≥300次”，实际“400余家”，单位“次”与“家”不同，不能判断是否达到。",
  );
});
