import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport, Finding } from "../src/core/report";
import { parseA1 } from "../src/core/workbook/address";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";
import { withCell } from "./support/grid";

/* The ten tables of 长沙市工业和信息化局, 2025, as published. */

const snapshot = readCase("changsha-budget-2025");
const clean = checkWorkbook(snapshot);
/** Tables of amounts; 9 and 10 are performance tables with columns of funds. */
const amountTables = snapshot.sheets.slice(0, 8).map(({ name }) => name);

describe("as published", () => {
  test("all ten tables are recognised, each as its own form", () => {
    expect(clean.tables.map(({ sheet }) => sheet)).toEqual(snapshot.sheets.map(({ name }) => name));
    expect(clean.tables.map(({ form }) => form)).toEqual(
      snapshot.sheets.map((_, at) => `changsha-budget-2025-${String(at + 1).padStart(2, "0")}`),
    );
    expect(clean.families).toEqual(["changsha-budget-2025"]);
    expect([...new Set(clean.tables.map(({ unit }) => unit))]).toEqual(["万元"]);
  });

  test("tables 1 to 8: every amount is classified, nearly all stand in an equation", () => {
    const tables = clean.tables.filter(({ sheet }) => amountTables.includes(sheet));
    for (const { sheet, amounts, classified } of tables) {
      expect({ sheet, classified }).toEqual({ sheet, classified: amounts });
    }
    const sum = (count: "amounts" | "covered"): number =>
      tables.reduce((rest, table) => rest + table[count], 0);
    const numbers = snapshot.sheets
      .filter(({ name }) => amountTables.includes(name))
      .flatMap(({ cells }) => cells.filter(({ value }) => typeof value === "number"));
    expect(sum("amounts")).toBe(numbers.length);
    expect(sum("covered") / sum("amounts")).toBeGreaterThanOrEqual(0.98);
  });

  test("of 9 and 10 only the columns of money are amounts, no target and no weight", () => {
    expect(clean.tables.slice(8).map(({ amounts, covered }) => ({ amounts, covered }))).toEqual([
      { amounts: 16, covered: 16 },
      { amounts: 15, covered: 15 },
    ]);
  });

  test("table 8 has no amount and gives no finding", () => {
    expect(clean.tables[7]).toMatchObject({ sheet: "8政府性基金预算支出表", amounts: 0 });
  });

  test("the amounts hold throughout: no error, no rounding", () => {
    const amounts = clean.findings.filter(({ severity }) => severity === "error" || severity === "rounding");
    expect(amounts.map(({ message }) => message)).toEqual([]);
  });
});

/** One wrong amount in a copy of the workbook; the figure is what is typed over the printed one. */
const SLIPS: readonly (readonly [sheet: string, cell: string, typed: number, what: string])[] = [
  ["1部门", "B5", 10909.57, "本级财政拨款收入, two digits swapped"],
  ["1部门", "B11", 10099.75, "本年收入合计"],
  ["1部门", "B14", 1009.96, "收入总计, point shifted"],
  ["1部门", "D5", 6948.55, "基本支出"],
  ["1部门", "D6", 3151.02, "项目支出"],
  ["1部门", "D11", 10999.57, "本年支出合计"],
  ["1部门", "D14", 10099.75, "支出总计"],
  ["2部门", "E6", 10099.75, "合计"],
  ["2部门", "E8", 10909.57, "工业和信息产业, a 款 without its 类"],
  ["2部门", "E9", 2591.7, "行政运行"],
  ["2部门", "F10", 391.35, "一般行政管理事务, 金额"],
  ["2部门", "G6", 10068.2, "其中：经费拨款, 合计"],
  ["2部门", "G10", 350.98, "其中：经费拨款, more than the 金额 it is a part of"],
  ["2部门", "F12", 4446.85, "事业运行"],
  ["2部门", "G13", 1131.67, "其他工业和信息产业支出, 经费拨款"],
  ["3部门", "E6", 10999.57, "总计"],
  ["3部门", "G7", 3151.02, "资源勘探工业信息等支出, 项目支出"],
  ["3部门", "F8", 6948.55, "工业和信息产业, 基本支出"],
  ["3部门", "F9", 2591.7, "行政运行, 基本支出"],
  ["3部门", "G10", 391.35, "一般行政管理事务, 项目支出"],
  ["3部门", "E12", 4446.85, "事业运行"],
  ["3部门", "G13", 1131.67, "其他工业和信息产业支出"],
  ["4财政", "B5", 10909.57, "本年收入"],
  ["4财政", "B6", 1009.57, "一般公共预算拨款收入, a digit lost"],
  ["4财政", "B29", 10099.75, "收入总计"],
  ["4财政", "D5", 10909.57, "本年支出"],
  ["4财政", "D19", 10999.57, "资源勘探工业信息等支出"],
  ["4财政", "E19", 10099.75, "资源勘探工业信息等支出, 一般公共预算"],
  ["4财政", "E29", 10990.57, "支出总计, 一般公共预算"],
  ["5一般", "E6", 10909.57, "总计"],
  ["5一般", "F9", 2519.07, "行政运行"],
  ["5一般", "F11", 4446.85, "事业运行, printed before a smaller code"],
  ["5一般", "G12", 1448, "产业发展"],
  ["5一般", "E13", 1113.67, "其他工业和信息产业支出"],
  ["6一般", "E5", 428.38, "公用经费, 合计"],
  ["6一般", "C6", 4251.92, "工资福利支出"],
  ["6一般", "D7", 749.63, "基本工资"],
  ["6一般", "C8", 239.5, "津贴补贴"],
  ["6一般", "D9", 1317.55, "奖金"],
  ["6一般", "E32", 37.08, "其他交通费用"],
  ["6一般", "D33", 28.11, "其他商品和服务支出, 人员类"],
  ["6一般", "E33", 394.48, "其他商品和服务支出, 公用经费"],
  ["6一般", "D34", 1985.44, "对个人和家庭的补助"],
  ["6一般", "C36", 1553.73, "退休费"],
  ["6一般", "D39", 375.84, "其他对个人和家庭的补助"],
  ["7三公", "B5", 61.04, "小计"],
  ["7三公", "C6", 5.4, "公务接待费"],
  ["7三公", "D6", 51, "因公出国（境）费"],
  ["7三公", "E6", 46.04, "公务用车购置及运行费"],
  ["7三公", "F6", 81, "其中：公务用车购置"],
  ["7三公", "G5", 26.24, "其中：公务用车运行费, 合计"],
  ["9项目", "C5", 3151.02, "合计"],
  ["9项目", "C6", 391.35, "a unit's sum"],
  ["9项目", "C7", 159.15, "a project"],
  ["9项目", "C41", 31.37, "a project whose row has no unit code"],
  ["9项目", "C89", 1448, "another unit's sum"],
  ["9项目", "C125", 1108, "its largest project"],
  ["9项目", "C175", 100, "a project, a digit lost"],
  ["10部门", "C6", 2893.05, "资金总额 of a unit"],
  ["10部门", "D6", 2389.05, "its 一般公共预算"],
  ["10部门", "H6", 2591.7, "its 基本支出"],
  ["10部门", "C22", 302.1, "a unit without projects"],
  ["10部门", "I29", 1448, "its 项目支出"],
  ["10部门", "D44", 2331.71, "its 一般公共预算"],
  ["10部门", "H44", 1020.04, "its 基本支出"],
];

describe("one amount mistyped", () => {
  test.each(SLIPS)("%s %s → %d (%s)", (sheet, cell, typed) => {
    const errors = errorsOf(checkWorkbook(change(snapshot, sheet, cell, typed)));
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.some((finding) => namesCell(finding, sheet, cell))).toBe(true);
  });

  test("every single amount of all tables is found when it is changed by a tenth and one", () => {
    const missed = snapshot.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, value, decimals }) => {
        if (typeof value !== "number" || decimals !== 2) return [];
        const changed = Math.round((value * 1.1 + 1) * 100) / 100;
        const { summary } = checkWorkbook(withCell(snapshot, name, { row, column }, changed));
        return summary.error > 0 ? [] : [`${name} ${String(row + 1)},${String(column + 1)}`];
      }),
    );
    expect(missed).toEqual([]);
  });
});

describe("a table that agrees with itself alone disagrees with another one", () => {
  test.each<[what: string, cells: readonly (readonly [sheet: string, cell: string, typed: number])[]]>([
    [
      "a project, its unit and the sum of 9",
      [
        ["9项目", "C7", 161.95],
        ["9项目", "C6", 329.35],
        ["9项目", "C5", 3125.02],
      ],
    ],
    [
      "a unit's funds in 10",
      [
        ["10部门", "C22", 330.1],
        ["10部门", "D22", 330.1],
        ["10部门", "H22", 330.1],
      ],
    ],
    [
      "a 项 and all that contains it in 2",
      [
        ["2部门", "E11", 1448],
        ["2部门", "F11", 1448],
        ["2部门", "G11", 1448],
        ...["6", "7", "8"].flatMap((row): [string, string, number][] => [
          ["2部门", `E${row}`, 10063.57],
          ["2部门", `F${row}`, 10063.57],
          ["2部门", `G${row}`, 10050.2],
        ]),
      ],
    ],
    [
      "a 款 of basic expenditure in 6",
      [
        ["6一般", "D7", 749.63],
        ["6一般", "C7", 749.63],
        ["6一般", "D6", 4476.92],
        ["6一般", "C6", 4476.92],
        ["6一般", "D5", 6457.17],
        ["6一般", "C5", 6939.55],
      ],
    ],
  ])("%s", (_what, cells) => {
    const changed = cells.reduce(
      (workbook, [sheet, cell, typed]) => change(workbook, sheet, cell, typed),
      snapshot,
    );
    const [[own = ""] = []] = cells;
    const errors = errorsOf(checkWorkbook(changed));
    const across = errors.filter(({ cells: all }) => new Set(all.map(({ sheet }) => sheet)).size > 1);
    expect(across.length).toBeGreaterThan(0);
    for (const { cells: all } of errors) expect(all.some(({ sheet }) => sheet.startsWith(own))).toBe(true);
  });
});

function change(workbook: WorkbookSnapshot, sheet: string, cell: string, value: number): WorkbookSnapshot {
  const address = parseA1(cell);
  if (address === null) throw new Error(cell);
  return withCell(workbook, sheet, address, value);
}

function errorsOf({ findings }: CheckReport): Finding[] {
  return findings.filter(({ severity }) => severity === "error");
}

function namesCell({ cells }: Finding, sheet: string, cell: string): boolean {
  return cells.some((candidate) => candidate.sheet.startsWith(sheet) && candidate.cell === cell);
}
