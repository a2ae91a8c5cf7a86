import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorkbook } from "../src/core/check-workbook";
import type { SheetSnapshot } from "../src/core/workbook/snapshot";
import { writeXlsx } from "../src/xlsx";
import { grid, workbook } from "./support/grid";

/*
 * Workbooks that hold no budget table, though they hold figures and even sums: nothing is read, nothing is said. All
 * names and figures are invented.
 */

const staffList = grid(
  `
示例省某某研究院在职人员信息表
填报部门：人事科                   | | | | | | | 2026年1月
序号 | 工号  | 姓名   | 性别 | 出生年月 | 参加工作时间 | 岗位工资 | 薪级工资 | 电话
1    | '0001 | 甲某某 | 男   | 1980.05  | 2003.07      | 3850.00  | 2640.00  | 10000000001
2    | '0002 | 乙某某 | 女   | 1985.11  | 2008.08      | 3200.00  | 2105.00  | 10000000002
3    | '0003 | 丙某某 | 男   | 1991.02  | 2016.07      | 2750.00  | 1480.00  | 10000000003
4    | '0004 | 丁某某 | 女   | 1994.09  | 2019.09      | 2750.00  | 1205.00  | 10000000004
`,
  "人员信息",
);

const timetable = grid(
  `
2025—2026学年第二学期七年级（3）班课程表
节次 | 星期一 | 星期二 | 星期三 | 星期四 | 星期五
1    | 语文   | 数学   | 英语   | 语文   | 数学
2    | 数学   | 语文   | 语文   | 英语   | 英语
3    | 英语   | 体育   | 数学   | 数学   | 语文
4    | 历史   | 英语   | 生物   | 地理   | 音乐
5    | 生物   | 美术   | 体育   | 历史   | 班会
班主任：甲某某 | | 教室：302
`,
  "课程表",
);

const invoice = grid(
  `
电子发票（增值税专用发票）
发票号码：00000000000000000000 | | | | 开票日期：2026年03月05日
购买方名称：示例省某某研究院 | | | | 销售方名称：示例市某某商贸有限公司
货物名称       | 规格型号 | 单位 | 数量 | 单价    | 金额    | 税率 | 税额
*办公用品*A4纸 | 70g      | 箱   | 10   | 150.00  | 1500.00 | '13% | 195.00
*办公用品*硒鼓 | M-1      | 个   | 4    | 320.00  | 1280.00 | '13% | 166.40
*办公用品*文件柜 | 1800   | 台   | 2    | 610.00  | 1220.00 | '13% | 158.60
合__计         |          |      |      |         | 4000.00 |      | 520.00
价税合计（大写） | 肆仟伍佰贰拾圆整 | | | | （小写） | 4520.00
收款人：甲某某 | | 复核：乙某某 | | 开票人：丙某某
`,
  "发票",
);

const grades = grid(
  `
七年级（3）班期末考试成绩表
学号  | 姓名   | 语文 | 数学 | 英语 | 历史 | 总分 | 平均分 | 名次
'0301 | 甲某某 | 92   | 88   | 95   | 81   | 356  | 89.00  | 2
'0302 | 乙某某 | 85   | 97   | 90   | 90   | 362  | 90.50  | 1
'0303 | 丙某某 | 78   | 82   | 71   | 85   | 316  | 79.00  | 3
平均分 |       | 85   | 89   | 85.33 | 85.33 | 344.67 | 86.17 |
`,
  "成绩",
);

const attendance = grid(
  `
2026年3月考勤表
部门：办公室 | | | | | | 制表人：甲某某
序号 | 姓名   | 应出勤天数 | 实际出勤 | 病假 | 事假 | 公休 | 出差 | 合计
1    | 乙某某 | 21         | 19       | 1    | 1    | 0    | 0    | 21
2    | 丙某某 | 21         | 16       | 0    | 0    | 2    | 3    | 21
3    | 丁某某 | 21         | 21       | 0    | 0    | 0    | 0    | 21
合计 |        | 63         | 56       | 1    | 1    | 2    | 3    | 63
`,
  "考勤",
);

const stock = grid(
  `
办公用品库存盘点表
仓库：一号库 | | | | | | 盘点日期：2026-03-31
编号   | 品名   | 规格 | 单位 | 期初结存 | 本期入库 | 本期出库 | 期末结存
'10101 | 复印纸 | A4   | 箱   | 12       | 20       | 18       | 14
'10102 | 复印纸 | A3   | 箱   | 5        | 4        | 6        | 3
'10201 | 硒鼓   | M-1  | 个   | 8        | 10       | 9        | 9
'10301 | 档案盒 | 55mm | 个   | 60       | 100      | 75       | 85
合计   |        |      |      | 85       | 134      | 108      | 111
`,
  "库存",
);

const signIn = grid(
  `
预算编制工作布置会签到表
时间：2026年1月12日上午9:00 | | 地点：三楼会议室
序号 | 单位           | 姓名 | 职务 | 联系电话
1    | 示例市某某局   | 甲某某 | 科长 | 10000000001
2    | 示例市某某中心 | 乙某某 | 会计 | 10000000002
3    | 示例县某某局   |        |      |
4    | 示例县某某中心 |        |      |
`,
  "签到表",
);

const payroll = grid(
  `
2026年2月工资条
单位：示例省某某研究院 | | | | | | | | | 单位：元
工号  | 姓名   | 岗位工资 | 薪级工资 | 绩效工资 | 应发合计 | 养老保险 | 住房公积金 | 个人所得税 | 实发合计
'0001 | 甲某某 | 3850.00  | 2640.00  | 2100.00  | 8590.00  | 687.20   | 1030.80    | 56.16      | 6815.84
'0002 | 乙某某 | 3200.00  | 2105.00  | 1950.00  | 7255.00  | 580.40   | 870.60     | 24.12      | 5779.88
'0003 | 丙某某 | 2750.00  | 1480.00  | 1800.00  | 6030.00  | 482.40   | 723.60     | 0.00       | 4824.00
合计  |        | 9800.00  | 6225.00  | 5850.00  | 21875.00 | 1750.00  | 2625.00    | 80.28      | 17419.72
`,
  "工资条",
);

const textOnly = grid(
  `
关于做好2026年部门预算编制工作的通知
各预算单位：
根据《中华人民共和国预算法》，现就2026年部门预算编制有关事项通知如下：
一、收入预算应当全面、完整，一般公共预算、政府性基金预算分别编列。
二、基本支出按定员定额核定，项目支出从项目库中选取，金额单位：万元。
三、“三公”经费合计不得超过上年，预算数 1,257.94 万元以内据实安排。
附件：1.收支总表 2.支出总表
`,
  "通知",
);

const blank = grid("", "Sheet1");

const SHEETS: readonly (readonly [what: string, sheet: SheetSnapshot])[] = [
  ["a staff list", staffList],
  ["a timetable", timetable],
  ["an invoice", invoice],
  ["a list of grades", grades],
  ["an attendance sheet", attendance],
  ["a stock list", stock],
  ["a sign-in sheet", signIn],
  ["a payroll", payroll],
  ["a circular", textOnly],
  ["an empty sheet", blank],
];

test.each(SHEETS)("%s gives no table and no finding", (_what, sheet) => {
  const { tables, families, findings, diagnoses, summary } = checkWorkbook(workbook(sheet));
  expect({ tables, families, findings, diagnoses }).toEqual({
    tables: [],
    families: [],
    findings: [],
    diagnoses: [],
  });
  expect(summary.equations).toBe(0);
});

test("a mistyped sum in one of them is nobody's business", () => {
  const wrong = {
    ...invoice,
    cells: invoice.cells.map((cell) => (cell.value === 4000 ? { ...cell, value: 4100 } : cell)),
  };
  expect(wrong).not.toEqual(invoice);
  expect(checkWorkbook(workbook(wrong)).findings).toEqual([]);
});

test("all of them in one workbook, and a workbook without a sheet", () => {
  const all = checkWorkbook(workbook(...SHEETS.map(([, sheet]) => sheet)));
  expect({ tables: all.tables, findings: all.findings }).toEqual({ tables: [], findings: [] });
  expect(checkWorkbook(workbook()).tables).toEqual([]);
});

describe("the command line says in one line that there is no budget table, status 2", () => {
  const folder = mkdtempSync(join(tmpdir(), "gouji-non-budget-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each<[name: string, sheets: readonly SheetSnapshot[]]>([
    ["花名册.xlsx", [staffList]],
    ["杂项.xlsx", SHEETS.map(([, sheet]) => sheet)],
    ["空白.xlsx", [blank]],
  ])("%s", (name, sheets) => {
    const path = join(folder, name);
    writeFileSync(path, fileOf(sheets));
    const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/gouji.mjs", "check", path], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(name);
    expect(stderr).toContain("没有找到预算表");
  });
});

function fileOf(sheets: readonly SheetSnapshot[]): Uint8Array {
  return writeXlsx({
    sheets: sheets.map(({ name, cells }) => ({
      name,
      cells: cells.map(({ row, column, value }) => ({ row, column, content: { value } })),
    })),
  });
}
