import { goalFindings, halfYearGoals } from "../../../../test/support/goals";

const review = (line: string): string[] =>
  goalFindings("indicator-half-year", halfYearGoals({ lines: line }));

test.each([
  "产出指标 | 数量指标 | 培训次数 | ≥2次 | ≥4次",
  "产出指标 | 数量指标 | 样机数 | ≥0个 | ≥2个",
  "产出指标 | 数量指标 | 检定台件数 | ≥9000台 | ≥1.8万台",
  "产出指标 | 质量指标 | 差错率 | ≤2% | ≤1%",
  "产出指标 | 质量指标 | 设备利用率 | ≥95% | ≥90%",
  "过程 | 资金管理 | 预算执行率 | =48% | =100%",
  "过程 | 资金管理 | 资金到位率 | 序时进度 | 100%",
  "产出指标 | 时效指标 | 完成周期 | ≤60天 | ≤30天",
])("valid: %s", (line) => {
  expect(review(line)).toEqual([]);
});

test.each([
  ["产出指标 | 数量指标 | 培训次数 | ≥6次 | ≥4次", "培训次数", "≥6次", "≥4次"],
  ["成本 | 经济成本 | 设备购置 | ≤50万元 | ≤47万元", "设备购置", "≤50万元", "≤47万元"],
  ["过程 | 资金管理 | 预算执行率 | =110% | =100%", "预算执行率", "=110%", "=100%"],
])("larger: %s", (line, name, half, full) => {
  expect(review(line)).toEqual([
    `warning D8 《业务经费》D8“${name}”的半年指标值“${half}”大于全年指标值“${full}”，请核对。`,
  ]);
});

test.each([
  ["产出指标 | 数量指标 | 抽查批次 | ≥30次 | ≥60批次", "抽查批次", "≥30次", "≥60批次"],
  ["产出指标 | 质量指标 | 合格率 | ≤95% | ≥95%", "合格率", "≤95%", "≥95%"],
])("otherwise: %s", (line, name, half, full) => {
  expect(review(line)).toEqual([
    `warning D8 《业务经费》D8“${name}”的半年指标值“${half}”与全年指标值“${full}”的比较符号或单位不同，请改为一致。`,
  ]);
});
