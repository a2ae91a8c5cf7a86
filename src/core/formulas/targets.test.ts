import { evaluateCall, shownResult } from "../../../test/support/formula-call";
import { targetMet } from "./target-met";
import { targetScore } from "./target-score";

const show = (formula: string): string => shownResult(evaluateCall(formula));

test.each([
  ['=TARGET_MET("≥2次","2次")', "true"],
  ['=TARGET_MET("≥2.5万人次","26710人次")', "true"],
  ['=TARGET_MET("≥2.5万人次","24999人次")', "false"],
  ['=TARGET_MET("≤30分钟","0.4小时")', "true"],
  ['=TARGET_MET("≤91万","74.1万元")', "true"],
  ['=TARGET_MET("优秀","良好")', "false"],
  ['=TARGET_MET("良好以上","优秀")', "true"],
  ['=TARGET_MET("5-8项","22项")', "true"],
  ["=TARGET_MET(80,94)", "true"],
  ["=TARGET_MET(80,79.99)", "false"],
  // A cell that shows 96% holds 0.96; one below a heading with “%” may hold 96.
  ['=TARGET_MET("≥95%",0.96)', "true"],
  ['=TARGET_MET("≥95%",0.94)', "false"],
  ['=TARGET_MET("≥95%",96)', "true"],
  ['=TARGET_MET("≥95%",94)', "false"],
  ['=TARGET_MET("≥95%",1)', "true"],
  ['=TARGET_MET("≥95%",0)', "false"],
  ['=TARGET_MET("≤5%",0.04)', "true"],
  ['=TARGET_MET(0.95,"96%")', "true"],
  ['=TARGET_MET("80%-90%",0.85)', "true"],
  [
    '=TARGET_MET("≥95%",1.2)',
    '#N/A 实际值 1.2 分不清是比率还是百分数，请写成带“%”的文本，如 TEXT(单元格,"0.00%")。',
  ],
  // A cell formatted as a date holds the number of the day.
  ['=TARGET_MET("2026年12月31日前",46387)', "true"],
  ['=TARGET_MET("2026年12月31日前",46388)', "false"],
  ['=TARGET_MET(46387,"2026年12月1日")', "true"],
  ['=TARGET_MET("2026年12月31日前",20261231)', "true"],
  // What cannot be told.
  [
    '=TARGET_MET("≥300次","400余家")',
    "#N/A 目标“≥300次”，实际“400余家”，单位“次”与“家”不同，不能判断是否达到。",
  ],
  [
    '=TARGET_MET("显著提升","有所提升")',
    "#N/A 目标“显著提升”，实际“有所提升”，两处文字不同，不能判断是否达到。",
  ],
  ['=TARGET_MET("",1)', "#N/A 目标值是空的，请填写。"],
  ['=TARGET_MET("≥1次","")', "#N/A 实际值是空的，请填写。"],
  ['=TARGET_MET("≥1次",EXEC_RATE(1,0))', "#DIV/0! 实际值所引用的单元格是错误值 #DIV/0!。"],
  ['=TARGET_MET({"≥1次";"≥2次"},{"1次";"1次"})', "true; false"],
])("%s is %s", (formula, result) => {
  expect(show(formula)).toBe(result);
});

test.each([
  ['=TARGET_DEVIATION("≥300次","400次")', "0.3333"],
  ['=TARGET_DEVIATION("≥300次","400次",2)', "0.33"],
  // 附件4 row 56 of the special fund: over-met by far.
  ['=TARGET_DEVIATION("≥5%",0.2529)', "4.058"],
  ['=TARGET_DEVIATION("≤138万元","134.57万元")', "-0.0249"],
  ['=TARGET_DEVIATION("5-8项","22项")', "1.75"],
  ['=TARGET_DEVIATION("5-8项","6项")', "0"],
  ['=TARGET_DEVIATION("≥2.5万人次","26710人次")', "0.0684"],
  ['=TARGET_DEVIATION("0次","1次")', "#DIV/0! 目标值为空或为 0，无法计算偏差率。"],
  [
    '=TARGET_DEVIATION("≤24小时","≤24小时")',
    "#N/A 目标值“≤24小时”与实际值“≤24小时”不都是确定的数，没有偏差率。",
  ],
  [
    '=TARGET_DEVIATION("2023年6月30日前","2023年12月31日")',
    "#N/A 目标值“2023年6月30日前”与实际值“2023年12月31日”不都是确定的数，没有偏差率。",
  ],
  [
    '=TARGET_DEVIATION("≥300次","400家")',
    "#N/A 目标“≥300次”，实际“400家”，单位“次”与“家”不同，不能判断是否达到。",
  ],
])("%s is %s", (formula, result) => {
  expect(show(formula)).toBe(result);
});

test.each([
  // 长沙 2025, table 9: rules as they are printed there.
  ['=TARGET_SCORE("≥95%",0.9,10,"服务对象满意度95%以上的计10分，90%-95%的计8分，90%以下的计5分")', "8"],
  ['=TARGET_SCORE("≥10次","8次",5,"每少1次扣0.5分，扣完为止")', "4"],
  ['=TARGET_SCORE("≥10次","8次",5,"达标得满分，否则不得分")', "0"],
  [
    '=TARGET_SCORE("≥3次","2次",10,"完成率小于60%不得分，大于等于60%，得分=(完成率-60%)/(1-60%)×指标分值")',
    "1.67",
  ],
  [
    '=TARGET_SCORE("≥3次","2次",10,"完成率小于60%不得分，大于等于60%，得分=(完成率-60%)/(1-60%)×指标分值",4)',
    "1.6667",
  ],
  // A rule typed into the target itself, as in Hunan's self-evaluation.
  ['=TARGET_SCORE("95%以上计满分，每降5%扣1分，扣完为止。",1,5)', "5"],
  ['=TARGET_SCORE("95%以上计满分，每降5%扣1分，扣完为止。","85%",5)', "3"],
  // Without a rule.
  ['=TARGET_SCORE("≥95%","96%",10)', "10"],
  ['=TARGET_SCORE("≥95%","94%",10)', "#N/A 目标“≥95%”，实际“94%”，未达到。没有评分标准，不能算出应扣的分。"],
  ['=TARGET_SCORE("显著","较好",10)', "#N/A 目标“显著”，实际“较好”，两处文字不同，不能判断是否达到。"],
  // A rule from which nothing can be worked out.
  ['=TARGET_SCORE("≥95%","94%",10,"酌情扣分")', "#N/A 评分标准没有写如何得分或扣分。"],
  ['=TARGET_SCORE("≥3次","2次","","共5分，每少一次扣1分")', "4"],
  ['=TARGET_SCORE("≥3次","3次","")', "#N/A 分值是空的，请填写。"],
  ['=TARGET_SCORE("≥3次","3次",-1)', "#NUM! 分值 -1 是负数，请填写不小于 0 的分值。"],
  ['=TARGET_SCORE("≥3次","3次",5,"每少一次扣1分",99)', "#NUM! 小数位数应为 0 到 15 的整数，不能是 99。"],
])("%s is %s", (formula, result) => {
  expect(show(formula)).toBe(result);
});

test("an error in the rule's cell is passed on, and a number there is no rule", () => {
  expect(targetScore([["≥1次"]], [["1次"]], [[5]], [[{ error: "#N/A" }]])).toMatchObject([
    [{ error: "#N/A" }],
  ]);
  expect(targetScore([["≥1次"]], [["1次"]], [[5]], [[3]])).toMatchObject([[{ error: "#N/A" }]]);
});

test("TRUE in a cell is no amount", () => {
  expect(targetMet([["≥1次"]], [[true]])).toMatchObject([[{ error: "#N/A" }]]);
});

test.each([
  ['=PERIOD_DUE("2026年12月31日前","2026年11月20日")', "true"],
  ['=PERIOD_DUE("2023年6月30日之前完成验收","2023年12月底")', "false"],
  ['=PERIOD_DUE("12月底","12月31日")', "true"],
  ['=PERIOD_DUE("6月底","2026年7月3日",2026)', "false"],
  ['=PERIOD_DUE("2026年内","2026年3月")', "true"],
  ["=PERIOD_DUE(46387,46387)", "true"],
  ["=PERIOD_DUE(46387.5,46388.25)", "false"],
  ['=PERIOD_DUE(20261231,"2027/1/1")', "false"],
  ['=PERIOD_DUE("每月15日前","每月10日")', "true"],
  // December without a day may be before the 15th or after it.
  [
    '=PERIOD_DUE("2023年12月15日前","2023年12月")',
    "#N/A 目标“2023年12月15日前”，实际“2023年12月”，实际值只是一个范围，与目标部分重合，不能判断是否达到。",
  ],
  [
    '=PERIOD_DUE("及时完成","2026年1月1日")',
    "#VALUE! 目标时间“及时完成”不是能识别的日期，请写成“2026年12月31日前”“12月底”或日期格式。",
  ],
  [
    '=PERIOD_DUE("2026年2月30日","2026年1月1日")',
    "#VALUE! 目标时间“2026年2月30日”不是能识别的日期，请写成“2026年12月31日前”“12月底”或日期格式。",
  ],
  [
    '=PERIOD_DUE("2026年12月31日前",12)',
    "#VALUE! 实际时间“12”不是能识别的日期，请写成“2026年12月31日前”“12月底”或日期格式。",
  ],
  ['=PERIOD_DUE("","2026年1月1日")', "#N/A 目标时间是空的，请填写。"],
  ['=PERIOD_DUE("12月底","11月底",26)', "#NUM! 年度应为 2000 到 2099 的整数，不能是 26。"],
  ['=时限达成({"6月底";"12月底"},{"5月1日";"12月底"})', "true; true"],
])("%s is %s", (formula, result) => {
  expect(show(formula)).toBe(result);
});
