import { grid, typed, workbook } from "../../../test/support/grid";
import { checkWorkbook } from "../check-workbook";
import type { CheckReport } from "../report";
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";

/* Slips in one small table whose every amount stands in a sum of its row and in one of its column. */

const TABLE = grid(
  `
某市部门支出表 |      |          |          |
              |      |          |          | 单位：万元
项目           | 合计  | 基本支出 | 项目支出 | 其他支出
合计           | 300.00 | 120.00 | 150.00 | 30.00
一、行政管理    | 130.00 | 61.50 | 58.50 | 10.00
_1.人员        | 80.00 | 41.20 | 30.80 | 8.00
_2.公用        | 50.00 | 20.30 | 27.70 | 2.00
二、事业发展    | 170.00 | 58.50 | 91.50 | 20.00
_1.培训        | 70.00 | 24.60 | 38.40 | 7.00
_2.设备        | 100.00 | 33.90 | 53.10 | 13.00
`,
  "表一",
);

/** One sum, down a column. */
const DOWN = grid(
  `
某市项目支出表 |
              | 单位：万元
项目          | 预算数
合计          | 60.00
甲项目        | 10.50
乙项目        | 19.50
丙项目        | 30.00
`,
  "表一",
);

/** One sum a row. */
const ACROSS = grid(
  `
某市项目支出表 |      |          |
              |      |          | 单位：万元
项目          | 合计  | 基本支出 | 项目支出
甲项目        | 31.00 | 10.50 | 20.50
乙项目        | 45.00 | 19.50 | 25.50
丙项目        | 70.00 | 30.00 | 40.00
`,
  "表一",
);

type Slip = readonly [cell: string, value: CellValue | null];

const withSlips = (sheet: SheetSnapshot, slips: readonly Slip[]): WorkbookSnapshot =>
  slips.reduce((book, [cell, value]) => typed(book, "表一", cell, value), workbook(sheet));

const checkedOn = (sheet: SheetSnapshot, ...slips: readonly Slip[]): CheckReport =>
  checkWorkbook(withSlips(sheet, slips));

/** What makes E6 of the first table blank, and all of it hold. */
const WITHOUT_E6: readonly Slip[] = [
  ["E6", null],
  ["E7", 10],
  ["C6", 49.2],
  ["C7", 12.3],
];

const checked = (...slips: readonly Slip[]): CheckReport => checkedOn(TABLE, ...slips);

/** “B7→30.00 0.38”, likeliest first. */
function ranked({ diagnoses }: CheckReport): string[] {
  return diagnoses.map(
    ({ cell, suggested, confidence }) => `${cell}→${suggested ?? "?"} ${String(confidence)}`,
  );
}

/** “C6 14.20→41.20 (2): 疑点：…”, with the number of findings it explains. */
function suspects(...slips: readonly Slip[]): string[] {
  return checked(...slips).diagnoses.map(
    ({ cell, actual, suggested, findings, message }) =>
      `${cell} ${actual ?? "空"}→${suggested ?? "?"} (${String(findings.length)}): ${message}`,
  );
}

test("the table holds as drawn", () => {
  const { summary, findings, diagnoses } = checked();
  expect(summary).toMatchObject({ equations: 19, satisfied: 19 });
  expect([findings, diagnoses]).toEqual([[], []]);
});

test.each<[cell: string, typed: CellValue | null, said: string]>([
  ["C6", 14.2, "C6 14.20→41.20 (2): 疑点：《表一》C6 应为 41.20（相邻两位数字颠倒）。"],
  ["B6", 90, "B6 90.00→80.00 (2): 疑点：《表一》B6 应为 80.00（一位数字有误）。"],
  ["B6", null, "B6 空→80.00 (2): 疑点：《表一》B6 应为 80.00（漏填）。"],
  ["C6", null, "C6 空→41.20 (2): 疑点：《表一》C6 应为 41.20（漏填）。"],
  ["D10", null, "D10 空→53.10 (2): 疑点：《表一》D10 应为 53.10（漏填）。"],
  ["E7", 12, "E7 12.00→2.00 (2): 疑点：《表一》E7 应为 2.00（多了一位数字）。"],
  ["E7", 0, "E7 0.00→2.00 (2): 疑点：《表一》E7 应为 2.00（漏填）。"],
  ["B6", -80, "B6 -80.00→80.00 (2): 疑点：《表一》B6 应为 80.00（正负号相反）。"],
  ["B6", 800000, "B6 800000.00→80.00 (2): 疑点：《表一》B6 应为 80.00（元与万元混淆）。"],
  ["C4", 130, "C4 130.00→120.00 (2): 疑点：《表一》C4 应为 120.00（一位数字有误）。"],
  ["B4", 301, "B4 301.00→300.00 (2): 疑点：《表一》B4 应为 300.00（一位数字有误）。"],
  ["E10", 77.77, "E10 77.77→13.00 (2): 疑点：《表一》E10 应为 13.00。"],
  // Within rounding, it is named all the same.
  ["C6", 41.21, "C6 41.21→41.20 (2): 疑点：《表一》C6 应为 41.20（一位数字有误）。"],
  // No number, and what the sums leave for it.
  ["C6", "41.2O", "C6 41.2O→41.20 (1): 按有关合计和其他表推算，应为 41.20。"],
  ["B4", { error: "#DIV/0!" }, "B4 #DIV/0!→300.00 (1): 按有关合计和其他表推算，应为 300.00。"],
  ["D8", { error: "#REF!" }, "D8 #REF!→91.50 (1): 按有关合计和其他表推算，应为 91.50。"],
])("%s is %j: the cell and its right amount", (cell, typed, said) => {
  expect(suspects([cell, typed])).toEqual([said]);
});

test("a suspect that explains all is nearly sure, and its findings end with what it says", () => {
  const { findings, diagnoses } = checked(["C6", 14.2]);
  expect(diagnoses).toMatchObject([
    { sheet: "表一", confidence: 0.95, findings: ["total-across/表一!B6", "total-down/表一!C5"] },
  ]);
  expect(findings.every(({ message }) => message.endsWith(diagnoses[0]?.message ?? "?"))).toBe(true);
});

test("two amounts exchanged in a row, and in a column", () => {
  const inRow = "疑点：《表一》C6 与 《表一》D6 两个数互相填错了位置。";
  expect(suspects(["C6", 30.8], ["D6", 41.2])).toEqual([
    `C6 30.80→41.20 (2): ${inRow}`,
    `D6 41.20→30.80 (2): ${inRow}`,
  ]);
  const inColumn = "疑点：《表一》C5 与 《表一》C7 两个数互相填错了位置。";
  expect(suspects(["C5", 20.3], ["C7", 61.5])).toEqual([
    `C5 20.30→61.50 (4): ${inColumn}`,
    `C7 61.50→20.30 (4): ${inColumn}`,
  ]);
});

test("further apart, and in one sum alone, two amounts are not called exchanged", () => {
  const { diagnoses } = checked(["C7", 24.6], ["C9", 20.3]);
  expect(diagnoses.map(({ message }) => message)).toEqual(
    Array(2).fill("疑点：《表一》C7 与 《表一》C9 两个数互相填错了位置。"),
  );
  expect(suspects(["C6", 24.6], ["C9", 41.2])).toEqual([
    "C6 24.60→41.20 (2): 疑点：《表一》C6 应为 41.20。",
    "C9 41.20→24.60 (2): 疑点：《表一》C9 应为 24.60。",
  ]);
  const total = checkedOn(ACROSS, ["B4", 10.5], ["C4", 31]);
  expect(total.diagnoses.some(({ message }) => message.includes("互相"))).toBe(false);
});

test("an amount that stands in the wrong row or column", () => {
  const moved = checked(...WITHOUT_E6, ["E6", 10], ["E7", null]);
  const message = "疑点：《表一》E6 的 10.00 应填在 《表一》E7（错栏或错行）。";
  expect(moved.diagnoses).toMatchObject([
    { cell: "E6", actual: "10.00", suggested: "0.00", confidence: 0.95, message },
    { cell: "E7", actual: null, suggested: "10.00", confidence: 0.95, message },
  ]);
  expect(
    checked(...WITHOUT_E6, ["D6", null], ["E6", 30.8]).diagnoses.map(({ message: said }) => said),
  ).toEqual(Array(2).fill("疑点：《表一》E6 的 30.80 应填在 《表一》D6（错栏或错行）。"));
});

test("what a cell should say is told once", () => {
  // 41.20 was typed over 8.00, in the wrong column: the row alone would be mended by either cell.
  const { diagnoses, summary } = checked(["C6", null], ["E6", 41.2]);
  expect(diagnoses.map(({ cell, suggested }) => `${cell}→${suggested ?? "?"}`)).toEqual([
    "C6→8.00",
    "E6→49.20",
  ]);
  expect(summary.error).toBe(3);
});

test("two slips that do not touch are two causes", () => {
  expect(suspects(["D10", 35.1], ["C6", 14.2])).toEqual([
    "C6 14.20→41.20 (2): 疑点：《表一》C6 应为 41.20（相邻两位数字颠倒）。",
    "D10 35.10→53.10 (2): 疑点：《表一》D10 应为 53.10（相邻两位数字颠倒）。",
  ]);
});

test("where the totals of the column were made from the wrong amount, every amount of the row may be it", () => {
  const report = checked(["C6", 51.2], ["C5", 71.5], ["C4", 130]);
  expect(ranked(report)).toEqual(["B6→90.00 0.31", "C6→41.20 0.31", "D6→20.80 0.31", "E6→-2.00 0.03"]);
  expect(new Set(report.diagnoses.map(({ message }) => message))).toEqual(
    new Set([
      "疑点有 4 处，改任一处都能对上：《表一》B6 应为 90.00（一位数字有误）；或 《表一》C6 应为 41.20（一位数字有误）；或 《表一》D6 应为 20.80（一位数字有误）；或 《表一》E6 应为 -2.00。请对照原始资料确定。",
    ]),
  );
});

test.each<[what: string, sheet: SheetSnapshot, slips: Slip[], said: string[]]>([
  ["a part by its row alone", ACROSS, [["C5", { error: "#N/A" }]], ["C5 #N/A→19.50"]],
  ["a total by its row alone", ACROSS, [["B6", { error: "#N/A" }]], ["B6 #N/A→70.00"]],
  ["a part by its column alone", DOWN, [["B6", { error: "#N/A" }]], ["B6 #N/A→19.50"]],
  ["a text without the blanks around it", TABLE, [["C6", "  41.2O "]], ["C6 41.2O→41.20"]],
  // No sum tells: what the text looks like does.
  [
    "a letter for a digit",
    ACROSS,
    [
      ["C5", "19.5O"],
      ["B5", { error: "#N/A" }],
    ],
    ["C5 19.5O→19.50"],
  ],
  [
    "thousands",
    ACROSS,
    [
      ["C5", "1,019.5O"],
      ["B5", { error: "#N/A" }],
    ],
    ["C5 1,019.5O→1019.50"],
  ],
  // A sum tells more than what the text looks like.
  ["the sum against the text", ACROSS, [["C5", "91.5O"]], ["C5 91.5O→19.50"]],
  // Two sums that tell different amounts: the text looks like one of them.
  [
    "a wrong total besides",
    TABLE,
    [
      ["C6", "41.2O"],
      ["C5", 91.5],
    ],
    ["C6 41.2O→41.20"],
  ],
])("a cell without a number: %s", (_what, sheet, slips, said) => {
  const { diagnoses } = checkedOn(sheet, ...slips);
  const implied = diagnoses.filter(({ message }) => message.startsWith("按有关合计和其他表推算"));
  expect(
    implied.map(({ cell, actual, suggested }) => `${cell} ${actual ?? "空"}→${suggested ?? "?"}`),
  ).toEqual(said);
});

test("two cells without a number in one sum: each by its other sum, neither where both have two", () => {
  const error = { error: "#REF!" };
  expect(suspects(["C6", error], ["D6", error])).toEqual([
    "C6 #REF!→41.20 (1): 按有关合计和其他表推算，应为 41.20。",
    "D6 #REF!→30.80 (1): 按有关合计和其他表推算，应为 30.80。",
  ]);
  expect(suspects(["C6", error], ["C7", error], ["D6", error], ["D7", error])).toEqual([]);
});

test.each<[what: string, sheet: SheetSnapshot, slip: Slip, suspects: string[]]>([
  // A blank is likelier than a wrong digit, and that than an amount that looks like no slip.
  ["a blank", DOWN, ["B7", null], ["B7→30.00 0.38", "B4→30.00 0.19", "B5→40.50 0.19", "B6→49.50 0.19"]],
  ["a mark", DOWN, ["B7", "—"], ["B7→30.00 0.38", "B4→30.00 0.19", "B5→40.50 0.19", "B6→49.50 0.19"]],
  ["a digit", DOWN, ["B4", 61], ["B4→60.00 0.28", "B5→11.50 0.28", "B7→31.00 0.28", "B6→20.50 0.1"]],
  ["a blank in a row", ACROSS, ["C5", null], ["C5→19.50 0.71", "B5→25.50 0.12", "D5→45.00 0.12"]],
  ["a mark in a row", ACROSS, ["D6", "/"], ["D6→40.00 0.47", "B6→30.00 0.24", "C6→70.00 0.24"]],
  ["a total of a row", ACROSS, ["B4", null], ["B4→31.00 0.86", "C4→-20.50 0.04", "D4→-10.50 0.04"]],
  ["exchanged digits", ACROSS, ["B4", 13], ["B4→31.00 0.56", "D4→2.50 0.37", "C4→-7.50 0.02"]],
  ["a total that took a part away", ACROSS, ["B4", 10], ["C4→-10.50 0.64", "B4→31.00 0.24", "D4→-0.50 0.07"]],
  ["a sign", ACROSS, ["D4", -20.5], ["D4→20.50 0.83", "C4→51.50 0.09", "B4→-10.00 0.03"]],
])("where one sum alone tells, %s is told by what it looks like", (_what, sheet, slip, suspects) => {
  expect(ranked(checkedOn(sheet, slip))).toEqual(suspects);
});

test("a rounding difference is no amount left out or too many, and is traced where one cell alone explains it", () => {
  const report = checkedOn(DOWN, ["B7", null], ["B4", 30.01]);
  expect(report.findings.map(({ severity }) => severity)).toEqual(["rounding"]);
  expect(report.diagnoses).toEqual([]);
  const beside0: readonly Slip[] = [
    ["E6", 10],
    ["C6", 39.2],
    ["C7", 22.3],
    ["E7", 0.01],
  ];
  expect(suspects(...beside0)).toEqual(["E7 0.01→0.00 (2): 疑点：《表一》E7 应为 0.00。"]);
});
