import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport, Finding } from "../src/core/report";
import { parseA1 } from "../src/core/workbook/address";
import { readCase } from "./support/cases";
import { withCell } from "./support/grid";

/* 预算01–23表 of 湖南省质量和标准化研究院, 2026, as published. */

const snapshot = readCase("hunan-budget-2026");
const clean = checkWorkbook(snapshot);
const sheets = snapshot.sheets.map(({ name }) => name);
const amountTables = sheets.filter((name) => Number(name.slice(2, 4)) <= 20);

describe("as published", () => {
  test("all tables are recognised, each as its own form", () => {
    expect(clean.tables.map(({ sheet }) => sheet)).toEqual(sheets);
    expect(clean.tables.map(({ form }) => form)).toEqual(
      sheets.map((name) => `hunan-budget-2026-${name.slice(2, 4)}`),
    );
    expect(clean.families).toEqual(["hunan-budget-2026"]);
  });

  test("every amount is classified and stands in an equation", () => {
    for (const { sheet, amounts, classified, covered } of clean.tables) {
      expect({ sheet, classified, covered }).toEqual({ sheet, classified: amounts, covered: amounts });
    }
    const amounts = snapshot.sheets
      .filter(({ name }) => amountTables.includes(name))
      .flatMap(({ cells }) => cells.filter(({ value }) => typeof value === "number"));
    const read = clean.tables.filter(({ sheet }) => amountTables.includes(sheet));
    expect(read.reduce((sum, table) => sum + table.amounts, 0)).toBe(amounts.length);
  });

  test("of the goal tables the money columns alone are amounts", () => {
    const goals = clean.tables.filter(({ sheet }) => !amountTables.includes(sheet));
    expect(goals.map(({ amounts }) => amounts)).toEqual([8, 2, 8]);
  });

  test("empty tables are recognised silently", () => {
    const empty = clean.tables.filter(({ amounts }) => amounts === 0).map(({ sheet }) => sheet.slice(0, 5));
    expect(empty).toEqual(["预算15表", "预算16表", "预算17表", "预算18表", "预算19表", "预算20表"]);
  });

  test("no error; as rounding exactly the six printed slips of 0.01", () => {
    const findings = clean.findings.filter(({ sheet }) => amountTables.includes(sheet));
    expect(
      findings.map(
        ({ severity, sheet, cell, actual, expected }) =>
          `${severity} ${sheet.slice(0, 5)} ${cell} ${actual ?? ""} ≠ ${expected ?? ""}`,
      ),
    ).toEqual([
      "rounding 预算01表 F10 265.94 ≠ 265.95",
      "rounding 预算01表 H32 1311.34 ≠ 1311.35",
      "rounding 预算04表 F6 1311.34 ≠ 1311.35",
      "rounding 预算04表 F7 1311.34 ≠ 1311.35",
      "rounding 预算04表 F8 1311.34 ≠ 1311.35",
      "rounding 预算04表 K8 1180.64 ≠ 1180.63",
      "rounding 预算05表 K6 265.94 ≠ 265.95",
      "rounding 预算05表 K7 265.94 ≠ 265.95",
      "rounding 预算05表 K8 265.94 ≠ 265.95",
      "rounding 预算05表 L8 205.24 ≠ 205.23",
    ]);
  });

  test("the summary counts what was checked", () => {
    const { equations, satisfied, rounding, violated } = clean.summary;
    expect(satisfied + rounding + violated).toBe(equations);
    expect({ rounding, violated }).toEqual({ rounding: 10, violated: 0 });
  });
});

/** One wrong amount in a copy of the workbook; the figure is what is typed over the printed one. */
const SLIPS: readonly (readonly [sheet: string, cell: string, typed: number, what: string])[] = [
  ["预算01表", "B6", 1275.94, "一般公共预算拨款收入, two digits swapped"],
  ["预算01表", "B7", 1247.47, "经费拨款"],
  ["预算01表", "B12", 102.0, "国有资源有偿使用收入, point shifted"],
  ["预算01表", "B33", 54.3, "上年结转结余"],
  ["预算01表", "B34", 1311.84, "收入总计"],
  ["预算01表", "D6", 1004.83, "一般公共服务支出"],
  ["预算01表", "D22", 80, "住房保障支出"],
  ["预算01表", "D34", 1331.34, "支出总计"],
  ["预算01表", "F7", 904.28, "工资福利支出"],
  ["预算01表", "F15", 67.01, "资本性支出"],
  ["预算01表", "H11", 60.11, "对事业单位资本性补助"],
  ["预算02表", "C8", 1311.43, "部门合计"],
  ["预算02表", "E9", 1257.49, "一般公共预算"],
  ["预算02表", "R7", 35.4, "上年结转, 一般公共预算"],
  ["预算02表", "Q9", 53.9, "上年结转小计"],
  ["预算03表", "C12", 120.63, "信息化建设合计"],
  ["预算03表", "E10", 7.64, "其他知识产权事务支出, 项目支出"],
  ["预算03表", "D20", 151.2, "行政事业单位养老支出, 基本支出"],
  ["预算03表", "C28", 89, "住房保障支出"],
  ["预算04表", "K10", 69.9, "信息化建设, 经常性补助"],
  ["预算04表", "L8", 60.17, "单位行, 资本性补助"],
  ["预算04表", "O16", 96, "事业单位离退休, 个人和家庭"],
  ["预算05表", "P10", 51.6, "信息化建设, 资本性支出"],
  ["预算05表", "P11", 9.56, "质量基础, 资本性支出"],
  ["预算05表", "H12", 675.59, "事业运行, 工资福利"],
  ["预算05表", "J6", 7, "合计行, 对个人和家庭"],
  ["预算06表", "B7", 1257.49, "一般公共预算拨款"],
  ["预算06表", "B11", 35.4, "上年结转, 一般公共预算"],
  ["预算06表", "D23", 880, "住房保障支出"],
  ["预算06表", "D34", 1311.43, "支出总计"],
  ["预算07表", "E9", 940.82, "人员经费, 单位行"],
  ["预算07表", "F23", 96, "离退休, 对个人和家庭"],
  ["预算07表", "G16", 75.08, "事业运行, 公用经费"],
  ["预算07表", "H14", 102.36, "信息化建设, 项目支出"],
  ["预算08表", "M10", 83.9, "养老保险缴费"],
  ["预算08表", "F6", 940.82, "总计"],
  ["预算09表", "M10", 89.1, "机关事业单位基本养老保险缴费"],
  ["预算09表", "K9", 396.95, "绩效工资"],
  ["预算09表", "Q8", 15.1, "其他社会保障缴费, 单位行"],
  ["预算10表", "G10", 6, "社会福利和救助"],
  ["预算10表", "J8", 46, "离退休费, 单位行"],
  ["预算11表", "K10", 9, "生活补助"],
  ["预算11表", "O6", 2, "奖励金, 合计行"],
  ["预算12表", "Q9", 75.08, "商品和服务支出"],
  ["预算12表", "F7", 70.85, "总计, 部门行"],
  ["预算13表", "S8", 10, "公务接待费"],
  ["预算13表", "M7", 27.62, "物业管理费, 单位行"],
  ["预算13表", "U8", 13.57, "工会经费"],
  ["预算14表", "G8", 20, "公务用车运行费"],
  ["预算14表", "C6", 5, "三公合计"],
];

describe("one amount mistyped", () => {
  test.each(SLIPS)("%s %s → %d (%s)", (sheet, cell, typed) => {
    const errors = errorsAfter(sheet, cell, typed);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.some((finding) => namesCell(finding, sheet, cell))).toBe(true);
  });

  test("公务接待费 of 预算13表 raised all through the table disagrees with 12 and with 14", () => {
    let changed = snapshot;
    for (const row of [5, 6, 7]) {
      changed = withCell(changed, "预算13表", { row, column: 18 }, 10);
      changed = withCell(changed, "预算13表", { row, column: 5 }, 79.58);
    }
    const errors = checkWorkbook(changed).findings.filter(({ severity }) => severity === "error");
    const tables = new Set(errors.flatMap(({ cells }) => cells.map(({ sheet }) => sheet.slice(0, 5))));
    expect([...tables]).toEqual(expect.arrayContaining(["预算12表", "预算13表", "预算14表"]));
    expect(
      errors.filter(({ check }) => check === "no-less-than").map(({ cell, actual }) => [cell, actual]),
    ).toContainEqual(["H6", "1.00"]);
  });

  test("every single amount of the twenty tables is found when it is changed by a tenth and one", () => {
    const missed = snapshot.sheets
      .filter(({ name }) => amountTables.includes(name))
      .flatMap(({ name, cells }) =>
        cells.flatMap(({ row, column, value }) => {
          if (typeof value !== "number") return [];
          const changed = Math.round((value * 1.1 + 1) * 100) / 100;
          const report = checkWorkbook(withCell(snapshot, name, { row, column }, changed));
          return report.summary.error > 0 ? [] : [`${name} ${String(row + 1)},${String(column + 1)}`];
        }),
      );
    expect(missed).toEqual([]);
  });
});

describe("cells that are no amounts", () => {
  test("a letter for a digit is named with the number meant, the rest is still checked", () => {
    const report = change("预算03表", "C12", "12O.36");
    expect(
      report.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
    ).toEqual([
      "《预算03表》C12“信息化建设 · 合计”写的是“12O.36”，不是数字，可能应为 120.36，请改正。按有关合计和其他表推算，应为 120.36。",
    ]);
    expect(report.summary.rounding).toBe(10);
  });

  test("an error value is named and never taken for 0", () => {
    const report = change("预算05表", "H12", { error: "#REF!" });
    expect(
      report.findings
        .filter(({ severity }) => severity === "error")
        .map(({ cell, message }) => [cell, message]),
    ).toEqual([
      [
        "H12",
        "《预算05表》H12“事业运行 · 基本支出/工资福利支出”是错误值 #REF!，凡用到它的合计都无法核对，请先改正公式。按有关合计和其他表推算，应为 675.95。",
      ],
    ]);
  });

  test("text numbers are read as numbers", () => {
    expect(change("预算01表", "B34", "１，３１１．３４").findings).toEqual(clean.findings);
    expect(change("预算02表", "F7", "—").findings).toEqual(clean.findings);
  });
});

function change(sheet: string, cell: string, value: Parameters<typeof withCell>[3]): CheckReport {
  const address = parseA1(cell);
  if (address === null) throw new Error(cell);
  return checkWorkbook(withCell(snapshot, sheet, address, value));
}

function errorsAfter(sheet: string, cell: string, typed: number): Finding[] {
  return change(sheet, cell, typed).findings.filter(({ severity }) => severity === "error");
}

function namesCell({ cells }: Finding, sheet: string, cell: string): boolean {
  return cells.some((candidate) => candidate.sheet.startsWith(sheet) && candidate.cell === cell);
}
