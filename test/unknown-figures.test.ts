import { checkWorkbook } from "../src/core/check-workbook";
import { grid, workbook } from "./support/grid";
import { disagreements, itIsReadByLayout, merged, type UnknownTable } from "./support/unknown-table";

/*
 * Figures that stand beside amounts in tables of no known form: averages, percentages, running balances, years,
 * balances that are no sums. None of them is taken for a part, and the sums around them are checked. All invented.
 */

const TABLES: readonly UnknownTable[] = [
  {
    what: "a monthly report of income: percentages of the budget and of growth, 其中 lines",
    sheet: merged(
      grid(
        `
示例县2026年3月一般公共预算收入执行情况表
 | | | | | | 单位：万元
项__目                             | 年初预算 | 本月完成数 | 累计完成数 | 累计占预算% | 上年同期累计 | 同比增减%
一、税收收入                       | 52000    | 4100       | 13600      | 26.2        | 12900        | 5.4
1.增值税                           | 21000    | 1700       | 5600       | 26.7        | 5300         | 5.7
2.企业所得税                       | 9000     | 600        | 2500       | 27.8        | 2400         | 4.2
3.其他税收收入                     | 22000    | 1800       | 5500       | 25.0        | 5200         | 5.8
二、非税收入                       | 18000    | 1300       | 4200       | 23.3        | 4500         | -6.7
其中：专项收入                     | 3000     | 200        | 700        | 23.3        | 650          | 7.7
国有资源（资产）有偿使用收入       | 9000     | 700        | 2100       | 23.3        | 2300         | -8.7
一般公共预算收入合计               | 70000    | 5400       | 17800      | 25.4        | 17400        | 2.3
`,
        "收入月报",
      ),
      "A1:G1",
    ),
    unit: "万元",
    amounts: 32,
    slips: [
      ["B5", 12000],
      ["C8", 3100],
      ["D11", 18700],
      ["D9", 7000],
    ],
  },
  {
    what: "a social insurance fund: 收支结余 is a difference, 滚存结余 a running balance",
    sheet: merged(
      grid(
        `
示例市2026年社会保险基金预算表
 | | | 单位：亿元
项__目                   | 合计   | 企业职工基本养老保险基金 | 城乡居民基本医疗保险基金
一、收入                 | 180.50 | 120.30 | 60.20
其中：1.社会保险费收入   | 110.20 | 90.10  | 20.10
2.财政补贴收入           | 60.00  | 25.00  | 35.00
3.利息收入               | 3.10   | 2.40   | 0.70
二、支出                 | 170.40 | 115.20 | 55.20
其中：社会保险待遇支出   | 165.00 | 112.00 | 53.00
三、本年收支结余         | 10.10  | 5.10   | 5.00
四、年末滚存结余         | 95.60  | 70.20  | 25.40
`,
        "社保基金",
      ),
      "A1:D1",
    ),
    unit: "亿元",
    amounts: 24,
    slips: [
      ["C4", 130.2],
      ["D9", 35],
      ["B11", 96.5],
    ],
  },
  {
    what: "a rolling plan whose headings are years, projects with their years of building",
    sheet: merged(
      grid(
        `
2026年政府投资项目三年滚动计划表
 | | | | | | 单位：万元
序号 | 项目名称 | 建设年限  | 总投资 | 截至2025年底已安排 | 2026年计划 | 以后年度
1    | 某某大道 | 2024-2027 | 12000  | 5000               | 4000       | 3000
2    | 某某医院 | 2025-2026 | 8000   | 3000               | 5000       |
3    | 某某学校 | 2026-2027 | 6000   |                    | 2500       | 3500
合计 |          |           | 26000  | 8000               | 11500      | 6500
`,
        "滚动计划",
      ),
      "A1:G1",
    ),
    unit: "万元",
    amounts: 14,
    slips: [
      ["E4", 500],
      ["F6", 5200],
      ["D7", 20600],
    ],
  },
  {
    what: "“三公” by year, the years as numbers in the stub",
    sheet: merged(
      grid(
        `
近三年“三公”经费支出情况表
 | | | | 单位：万元
年度 | 合计  | 因公出国（境）费 | 公务用车费 | 公务接待费
2023 | 14.20 | 2.00             | 10.00      | 2.20
2024 | 12.80 | 2.00             | 9.00       | 1.80
2025 | 12.50 | 2.00             | 9.00       | 1.50
`,
        "三公经费",
      ),
      "A1:E1",
    ),
    unit: "万元",
    amounts: 12,
    slips: [
      ["D5", 6],
      ["B6", 15.2],
    ],
  },
  {
    what: "income codes of five, seven and nine digits, balance lines without a code below",
    sheet: merged(
      grid(
        `
示例县2026年政府性基金预算收入表
 | | 单位：万元
科目编码   | 科目名称                 | 预算数
'10301     | 政府性基金收入           | 45000
'1030148   | 国有土地使用权出让收入   | 42000
'103014801 | 土地出让价款收入         | 40000
'103014898 | 其他土地出让收入         | 2000
'1030156   | 城市基础设施配套费收入   | 3000
           | 本年收入合计             | 45000
           | 上级补助收入             | 500
           | 上年结余收入             | 1500
           | 收入总计                 | 47000
`,
        "基金收入",
      ),
      "A1:C1",
    ),
    unit: "万元",
    amounts: 9,
    slips: [
      ["C6", 4000],
      ["C8", 30000],
      ["C11", 15000],
    ],
  },
  {
    what: "adjustments: 调整后 = 年初 + 调增 − 调减, which no heading says",
    sheet: merged(
      grid(
        `
示例市某某局2026年部门预算调整情况表
 | | | | 单位：万元
项目     | 年初预算 | 调增  | 调减  | 调整后预算
基本支出 | 600.00   | 30.00 | 10.00 | 620.00
项目支出 | 340.00   |       | 40.00 | 300.00
合计     | 940.00   | 30.00 | 50.00 | 920.00
`,
        "调整表",
      ),
      "A1:E1",
    ),
    unit: "万元",
    amounts: 11,
    slips: [
      ["B4", 60],
      ["E6", 290],
    ],
  },
  {
    what: "execution: 结余数 is a difference, 执行率 a text",
    sheet: merged(
      grid(
        `
2026年上半年项目支出预算执行情况表
 | | | | 单位：万元
项目名称 | 全年预算数 | 执行数 | 结余数 | 执行率
某某运维 | 100.00     | 45.50  | 54.50  | '45.50%
某某培训 | 20.00      | 12.00  | 8.00   | '60.00%
合计     | 120.00     | 57.50  | 62.50  | '47.92%
`,
        "执行情况",
      ),
      "A1:E1",
    ),
    unit: "万元",
    amounts: 9,
    slips: [
      ["C4", 54.5],
      ["B6", 210],
    ],
  },
  {
    what: "全市 = 市本级 + 县（市、区）, 其中 a part of the column before it, growth in per cent",
    sheet: merged(
      grid(
        `
示例市2026年一般公共预算支出情况表
 | | | | | 单位：万元
科目                 | 全市合计 | 市本级 | 其中：经开区 | 县（市、区） | 比上年增长%
一、一般公共服务支出 | 120000   | 40000  | 5000         | 80000        | 3.2
二、教育支出         | 260000   | 60000  | 8000         | 200000       | 5.1
支出合计             | 380000   | 100000 | 13000        | 280000       | 4.5
`,
        "支出情况",
      ),
      "A1:F1",
    ),
    unit: "万元",
    amounts: 12,
    slips: [
      ["C4", 4000],
      ["D5", 80000],
      ["E6", 208000],
    ],
  },
  {
    what: "debt falling due by year, which speaks of 债券 and not of a budget",
    sheet: merged(
      grid(
        `
示例县地方政府债券还本付息计划表
 | | | 单位：万元
年__度 | 本息合计 | 本金     | 利息
2026年 | 5200.00  | 4000.00  | 1200.00
2027年 | 6100.00  | 5000.00  | 1100.00
2028年 | 4900.00  | 4000.00  | 900.00
合__计 | 16200.00 | 13000.00 | 3200.00
`,
        "还本付息",
      ),
      "A1:D1",
    ),
    unit: "万元",
    amounts: 12,
    slips: [
      ["C5", 500],
      ["D7", 2300],
    ],
  },
];

describe.each(TABLES)("$what", itIsReadByLayout);

/* Where the layout leaves open what is a part of what, or how much of it is an amount: no false alarm. */
test.each([
  [
    "an average beside the amounts: 人均 adds up to nothing",
    `
2026年部门基本支出预算汇总表
 | | | | | | 单位：万元
预算单位 | 编制人数 | 实有人数 | 基本支出合计 | 人员经费 | 公用经费 | 人均公用经费
局机关   | 42       | 38       | 760.00       | 700.00   | 60.00    | 1.58
某某中心 | 20       | 18       | 320.00       | 300.00   | 20.00    | 1.11
合计     | 62       | 56       | 1080.00      | 1000.00  | 80.00    | 1.43
`,
  ],
  [
    "parts below their whole without indentation, ordinal or 其中",
    `
示例县2026年一般公共预算收支平衡表
 | | | 单位：万元
收入               | 金额   | 支出                 | 金额
一般公共预算收入   | 70000  | 一般公共预算支出     | 150000
上级补助收入       | 85000  | 上解上级支出         | 4000
返还性收入         | 5000   | 债务还本支出         | 6000
一般性转移支付收入 | 60000  | 安排预算稳定调节基金 | 1000
专项转移支付收入   | 20000  | 年终结余             | 2000
债务转贷收入       | 6000   |                      |
调入资金           | 2000   |                      |
收入总计           | 163000 | 支出总计             | 163000
`,
  ],
  [
    "a cash journal with a running balance",
    `
2026年1月现金日记账
 | | | | | 单位：元
日期       | 凭证号 | 摘要       | 收入    | 支出    | 余额
2026-01-01 |        | 上年结转   |         |         | 3200.00
2026-01-05 | 记-001 | 提取备用金 | 5000.00 |         | 8200.00
2026-01-08 | 记-004 | 报销差旅费 |         | 1860.50 | 6339.50
2026-01-20 | 记-011 | 报销办公费 |         | 420.00  | 5919.50
           |        | 本月合计   | 5000.00 | 2280.50 | 5919.50
`,
  ],
])("no false alarm from %s", (_what, drawing) => {
  expect(disagreements(checkWorkbook(workbook(grid(drawing))).findings)).toEqual([]);
});
