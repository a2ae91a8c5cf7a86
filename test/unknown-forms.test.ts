import { checkWorkbook } from "../src/core/check-workbook";
import type { SheetSnapshot } from "../src/core/workbook/snapshot";
import { grid, workbook } from "./support/grid";
import {
  disagreements,
  itIsReadByLayout,
  merged,
  mistyped,
  namedCells,
  type UnknownTable,
} from "./support/unknown-table";

/*
 * Tables of authorities whose forms nobody has described: read by their layout, their sums checked. Authorities and
 * figures are invented, the wording is that of published tables.
 */

const finalAccounts: UnknownTable = {
  what: "a county's 决算表 with codes of three lengths, stored as numbers, and a column of percentages",
  sheet: merged(
    grid(
      `
示例县2025年度一般公共预算支出决算表
公开04表 | | | | | 单位：万元
科目编码 | 科目名称 | 年初预算数 | 调整预算数 | 决算数 | 决算数为调整预算数的%
201      | 一般公共服务支出                     | 1250.00 | 1300.50 | 1286.40 | 98.9
20101    | __人大事务                           | 450.00  | 470.50  | 466.40  | 99.1
2010101  | ____行政运行                         | 300.00  | 310.50  | 308.40  | 99.3
2010104  | ____人大会议                         | 150.00  | 160.00  | 158.00  | 98.8
20103    | __政府办公厅（室）及相关机构事务     | 800.00  | 830.00  | 820.00  | 98.8
2010301  | ____行政运行                         | 620.00  | 640.00  | 632.00  | 98.8
2010350  | ____事业运行                         | 180.00  | 190.00  | 188.00  | 98.9
205      | 教育支出                             | 900.00  | 900.00  | 880.00  | 97.8
20502    | __普通教育                           | 900.00  | 900.00  | 880.00  | 97.8
2050202  | ____小学教育                         | 500.00  | 500.00  | 495.00  | 99.0
2050203  | ____初中教育                         | 400.00  | 400.00  | 385.00  | 96.3
         | 支出合计                             | 2150.00 | 2200.50 | 2166.40 | 98.5
注：本表反映示例县2025年度一般公共预算支出执行情况。
`,
      "支出决算表",
    ),
    "A1:F1",
    "A16:F16",
  ),
  unit: "万元",
  amounts: 36,
  slips: [
    ["C6", 30],
    ["D8", 380],
    ["E15", 2616.4],
  ],
};

const sideBySide: UnknownTable = {
  what: "income and expenditure side by side, with 一、（一）1.",
  sheet: merged(
    grid(
      `
表一
2026年部门收支预算总表
编制单位：示例市某某局 | | | 单位：万元
收入 | | 支出
项目 | 2026年预算 | 项目 | 2026年预算
一、财政拨款收入         | 820.00 | 一、基本支出           | 600.00
（一）一般公共预算收入   | 700.00 | （一）人员经费         | 500.00
1.经费拨款               | 650.00 | 1.工资福利支出         | 430.00
2.非税收入安排           | 50.00  | 2.对个人和家庭的补助   | 70.00
（二）政府性基金收入     | 120.00 | （二）日常公用经费     | 100.00
二、事业收入             | 90.00  | 二、项目支出           | 340.00
三、其他收入             | 10.00  | 三、经营支出
本年收入合计             | 920.00 | 本年支出合计           | 940.00
上年结转                 | 30.00  | 结转下年               | 10.00
收入总计                 | 950.00 | 支出总计               | 950.00
`,
      "表一",
    ),
    "A2:D2",
    "A4:B4",
    "C4:D4",
  ),
  unit: "万元",
  amounts: 19,
  slips: [
    ["B8", 560],
    ["D7", 50],
    ["D13", 490],
    ["B15", 590],
  ],
};

const publicCosts: UnknownTable = {
  what: "a school's “三公” table with 增减额 and 增减率",
  sheet: merged(
    grid(
      `
示例县某某中学2026年“三公”经费预算表
 | | | | 单位：万元
项__目 | 2025年预算数 | 2026年预算数 | 增减额 | 增减率
合__计                          | 12.50 | 11.00 | -1.50 | '-12.00%
1.因公出国（境）费用            | 2.00  | 2.00  | 0.00  | '0.00%
2.公务接待费                    | 1.50  | 1.00  | -0.50 | '-33.33%
3.公务用车购置及运行维护费      | 9.00  | 8.00  | -1.00 | '-11.11%
其中：（1）公务用车运行维护费   | 4.00  | 3.00  | -1.00 | '-25.00%
（2）公务用车购置费             | 5.00  | 5.00  | 0.00  | '0.00%
说明：2026年“三公”经费预算比2025年减少1.50万元，下降12.00%。
`,
      "三公经费",
    ),
    "A1:E1",
  ),
  unit: "万元",
  amounts: 18,
  slips: [
    ["B6", 5.1],
    ["C4", 110],
    ["C7", 0.8],
  ],
};

const projectsByUnit: UnknownTable = {
  what: "projects by unit with 小计 below each and 合计 at the bottom",
  sheet: merged(
    grid(
      `
附件3
2026年度项目支出明细表
主管部门：示例县某某局 | | | | 单位：万元
单位名称   | 项目名称       | 资金总额 | 一般公共预算 | 政府性基金预算
县文化馆   | 免费开放补助   | 30.00    | 20.00        | 10.00
           | 设备更新       | 12.50    | 12.50
           | 小计           | 42.50    | 32.50        | 10.00
县图书馆   | 购书经费       | 18.00    | 18.00
           | 读者活动       | 6.60     | 6.60
           | 小计           | 24.60    | 24.60
合计       |                | 67.10    | 57.10        | 10.00
`,
      "项目支出",
    ),
    "A2:E2",
    "A5:A7",
    "A8:A10",
    "A11:B11",
  ),
  unit: "万元",
  amounts: 17,
  slips: [
    ["D8", 81],
    ["C7", 45.2],
    ["C11", 76.1],
  ],
};

const purchases: UnknownTable = {
  what: "政府采购预算 with 数量, 单价 and 总价: the total prices add up, nothing else does",
  sheet: merged(
    grid(
      `
2026年政府采购预算表
编报单位：示例市某某中心 | | | | | | 单位：元
序号 | 采购项目名称 | 规格参数 | 计量单位 | 数量 | 单价     | 总价
1    | 台式计算机   | 通用配置 | 台       | 20   | 5000.00  | 100000.00
2    | 多功能一体机 | A4黑白   | 台       | 6    | 2300.00  | 13800.00
3    | 办公桌       | 1.4米    | 张       | 15   | 1200.00  | 18000.00
     | 合计         |          |          |      |          | 131800.00
`,
      "政府采购",
    ),
    "A1:G1",
  ),
  unit: "元",
  // A unit price adds up to nothing, and neither does a number of pieces.
  amounts: 4,
  slips: [
    ["G5", 18300],
    ["G7", 138100],
  ],
};

const assets: UnknownTable = {
  what: "新增资产配置: funds across, assets down; numbers of pieces are no money",
  sheet: merged(
    grid(
      `
2026年新增资产配置预算表
部门：示例市某某局 | | | | | | 金额单位：万元
序号 | 资产名称 | 数量 | 金额 | 资金来源
     |          | （台/套） |      | 一般公共预算 | 政府性基金 | 单位资金
     | 合计     | 41   | 171.00 | 146.00 | 20.00 | 5.00
1    | 通用设备 | 30   | 45.00  | 40.00  |       | 5.00
2    | 专用设备 | 8    | 120.00 | 100.00 | 20.00 |
3    | 家具用具 | 3    | 6.00   | 6.00   |       |
`,
      "资产配置",
    ),
    "A1:G1",
    "A3:A4",
    "B3:B4",
    "D3:D4",
    "E3:G3",
  ),
  unit: "万元",
  amounts: 12,
  slips: [
    ["D6", 54],
    ["E5", 164],
    ["E7", 10],
  ],
};

const ofWhich: UnknownTable = {
  what: "columns that are some of the column before them",
  sheet: merged(
    grid(
      `
示例县2026年部门支出预算汇总表
 | | | | | 单位：万元
单位名称   | 支出合计 | 基本支出 | 其中：人员经费 | 项目支出 | 其中：政府购买服务
合计       | 500.00   | 320.00   | 280.00         | 180.00   | 60.00
某某局机关 | 300.00   | 200.00   | 180.00         | 100.00   | 40.00
某某中心   | 200.00   | 120.00   | 100.00         | 80.00    | 20.00
`,
      "支出汇总",
    ),
    "A1:F1",
  ),
  unit: "万元",
  amounts: 15,
  slips: [
    ["D6", 150],
    ["E5", 10],
    ["B6", 220],
  ],
};

const indented: UnknownTable = {
  what: "a hierarchy shown by indentation alone",
  sheet: merged(
    grid(
      `
示例乡2026年一般公共预算支出安排表
 | 单位：万元
支出项目               | 2026年预算数
合计                   | 100.00
__教育支出             | 60.00
____小学教育           | 35.00
____初中教育           | 25.00
__卫生健康支出         | 40.00
____乡镇卫生院         | 28.50
____疾病预防控制机构   | 11.50
`,
      "支出安排",
    ),
    "A1:B1",
  ),
  unit: "万元",
  amounts: 7,
  slips: [
    ["B6", 53],
    ["B8", 4],
    ["B4", 1000],
  ],
};

const shortSections: UnknownTable = {
  what: "款 printed as two digits under their 类, 项 in full",
  sheet: merged(
    grid(
      `
示例区2026年部门支出预算明细表
单位：示例区某某局 | | | | 单位：元
编码     | 科目              | 预算合计   | 人员及公用支出 | 专项支出
         | 合计              | 1800000.00 | 1500000.00     | 300000.00
'208     | 社会保障和就业支出 | 1200000.00 | 1000000.00     | 200000.00
'05      | 行政事业单位养老支出 | 700000.00 | 700000.00
'2080501 | 行政单位离退休    | 250000.00  | 250000.00
'2080505 | 机关事业单位基本养老保险缴费支出 | 450000.00 | 450000.00
'08      | 抚恤              | 500000.00  | 300000.00      | 200000.00
'2080801 | 死亡抚恤          | 500000.00  | 300000.00      | 200000.00
'210     | 卫生健康支出      | 600000.00  | 500000.00      | 100000.00
'11      | 行政事业单位医疗  | 600000.00  | 500000.00      | 100000.00
'2101101 | 行政单位医疗      | 600000.00  | 500000.00      | 100000.00
`,
      "支出明细",
    ),
    "A1:E1",
  ),
  unit: "元",
  amounts: 27,
  slips: [
    ["D7", 520000],
    ["C6", 7000000],
    ["E12", 1000000],
  ],
};

const quarters: UnknownTable = {
  what: "a plan of payments by quarter",
  sheet: merged(
    grid(
      `
2026年度部门用款计划表
填报部门：示例市某某局 | | | | | 单位：万元
预算单位   | 全年合计 | 一季度 | 二季度 | 三季度 | 四季度
局机关     | 480.00   | 120.00 | 130.00 | 110.00 | 120.00
某某中心   | 260.00   | 70.00  | 60.00  | 65.00  | 65.00
某某站     | 95.50    | 20.00  | 25.50  | 25.00  | 25.00
合__计     | 835.50   | 210.00 | 215.50 | 200.00 | 210.00
填表人：甲某某 | | | 审核人：乙某某
`,
      "用款计划",
    ),
    "A1:F1",
  ),
  unit: "万元",
  amounts: 20,
  slips: [
    ["D5", 6],
    ["B4", 840],
    ["C7", 201],
  ],
};

const transfers: UnknownTable = {
  what: "an allocation by county, 小计 by city above its counties, three levels of headings",
  sheet: merged(
    grid(
      `
附件1
示例省2026年某某专项转移支付分配表
 | | | | | | 单位：万元
地区       | 合计   | 中央资金 | | | 省级资金
           |        | 小计   | 因素法分配 | 以奖代补 | 基础补助 | 绩效奖励
全省合计   | 950.00 | 600.00 | 420.00 | 180.00 | 250.00 | 100.00
甲市小计   | 560.00 | 350.00 | 250.00 | 100.00 | 150.00 | 60.00
甲市本级   | 210.00 | 130.00 | 90.00  | 40.00  | 60.00  | 20.00
甲一县     | 350.00 | 220.00 | 160.00 | 60.00  | 90.00  | 40.00
乙市小计   | 390.00 | 250.00 | 170.00 | 80.00  | 100.00 | 40.00
乙一县     | 240.00 | 150.00 | 100.00 | 50.00  | 65.00  | 25.00
乙二县     | 150.00 | 100.00 | 70.00  | 30.00  | 35.00  | 15.00
`,
      "分配表",
    ),
    "A2:G2",
    "A4:A5",
    "B4:B5",
    "C4:E4",
    "F4:G4",
  ),
  unit: "万元",
  amounts: 42,
  slips: [
    ["D9", 610],
    ["C7", 530],
    ["B6", 905],
    ["G12", 51],
  ],
};

const debt: UnknownTable = {
  what: "limits and balances of debt, with a row that numbers the columns and says how they add up",
  sheet: merged(
    grid(
      `
示例市2025年地方政府债务限额及余额情况表
 | | | | | | 单位：亿元
地区   | 2025年债务限额 | | | 2025年债务余额（预计执行数）
       | 合计   | 一般债务 | 专项债务 | 合计   | 一般债务 | 专项债务
公式   | A=B+C  | B        | C        | D=E+F  | E        | F
示例市 | 120.50 | 70.30    | 50.20    | 115.80 | 68.10    | 47.70
市本级 | 60.20  | 35.10    | 25.10    | 58.00  | 34.00    | 24.00
甲区   | 35.30  | 20.20    | 15.10    | 33.90  | 19.60    | 14.30
乙县   | 25.00  | 15.00    | 10.00    | 23.90  | 14.50    | 9.40
`,
      "债务限额",
    ),
    "A1:G1",
    "A3:A4",
    "B3:D3",
    "E3:G3",
  ),
  unit: "亿元",
  amounts: 24,
  slips: [
    ["C7", 31.5],
    ["G9", 4.9],
    ["E6", 151.8],
  ],
};

const TABLES: readonly UnknownTable[] = [
  finalAccounts,
  sideBySide,
  publicCosts,
  projectsByUnit,
  purchases,
  assets,
  ofWhich,
  indented,
  shortSections,
  quarters,
  transfers,
  debt,
];

describe.each(TABLES)("$what", itIsReadByLayout);

test("two of them on one sheet are two tables, each checked for itself", () => {
  const below = quarters.sheet.cells.map((cell) => ({ ...cell, row: cell.row + 20 }));
  const both: SheetSnapshot = { ...transfers.sheet, cells: [...transfers.sheet.cells, ...below] };
  const { tables, findings } = checkWorkbook(workbook(both));
  expect(tables.map(({ form, amounts }) => ({ form, amounts }))).toEqual([
    { form: null, amounts: transfers.amounts },
    { form: null, amounts: quarters.amounts },
  ]);
  expect(disagreements(findings)).toEqual([]);
  expect(namedCells(checkWorkbook(mistyped(both, "D25", 6)))).toContain("D25");
});
