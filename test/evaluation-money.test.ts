import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport } from "../src/core/report";
import { parseA1 } from "../src/core/workbook/address";
import { readCase } from "./support/cases";
import { withCell } from "./support/grid";

/* The money of the evaluation annexes and of Jiangsu's goal tables: within a sheet, between sheets, rates. */

const lines = (report: CheckReport, checks: readonly string[]): string[] =>
  report.findings
    .filter(({ check }) => checks.includes(check))
    .map(
      ({ severity, sheet, cell, actual, expected }) =>
        `${severity} ${sheet.split(" ")[0] ?? ""} ${cell} ${actual ?? ""} ≠ ${expected ?? ""}`,
    );

const MONEY = [
  "total-across",
  "total-down",
  "same-amount",
  "sum-elsewhere",
  "sum-of-tables",
  "sum-of-projects",
  "no-less-than",
  "amount-unreadable",
  "rate-of-amounts",
];

describe("自评附件1至附件3", () => {
  const snapshot = readCase("hunan-self-evaluation-2024");
  const clean = checkWorkbook(snapshot);

  test("every sheet is read by its forms, all amounts classified", () => {
    expect(clean.tables.every(({ form }) => form !== null)).toBe(true);
    expect(clean.tables.every(({ amounts, classified }) => amounts === classified)).toBe(true);
  });

  test("the printed inconsistencies, and nothing else", () => {
    expect(lines(clean, MONEY)).toEqual([
      // The project tables give 1,241.76; 业务工作经费 alone is what differs.
      "warning 附件1 D11 1343.35 ≠ 1241.76",
      "error 附件2 E4 7324.16 ≠ 7425.75",
      "rounding 附件2 F4 7064.68 ≠ 7064.69",
      "rounding 附件2 F6 6078.90 ≠ 6078.91",
      "error 附件3-2 D5 428.73 ≠ 428.76",
      "error 附件3-2 E5 334.90 ≠ 436.49",
    ]);
  });

  test("the common cause of three of them is named first", () => {
    expect(clean.diagnoses[0]).toMatchObject({ sheet: "附件1 基础数据表", cell: "D12", suggested: "334.90" });
  });
});

describe("专项资金附件1、附件2", () => {
  const snapshot = readCase("hunan-special-fund-2023");
  const clean = checkWorkbook(snapshot);

  test("nothing but rounding, among it the rate of AD7", () => {
    const found = lines(clean, MONEY);
    expect(found.filter((line) => !line.startsWith("rounding"))).toEqual([]);
    expect(found).toContain("rounding 附件1 AD7 83.99% ≠ 83.98%");
  });

  test.each([
    ["附件1", "AD9", 0.95, "rate-of-amounts"],
    ["附件1", "L9", 225.3318, "total-across"],
    ["附件1", "C20", 1, "total-down"],
    ["附件1", "AC15", 1, "total-across"],
    ["附件2", "C10", 893, "total-across"],
  ])("%s %s typed as %d is found", (sheet, cell, typed, check) => {
    const address = parseA1(cell);
    if (address === null) throw new Error(cell);
    const { findings } = checkWorkbook(withCell(snapshot, sheet, address, typed));
    const named = findings.filter(
      ({ severity, cells }) => severity === "error" && cells.some((one) => one.cell === cell),
    );
    expect(named.map((finding) => finding.check)).toContain(check);
  });
});

describe("江苏绩效目标表", () => {
  const snapshot = readCase("jiangsu-goals-2023");

  test("the money holds throughout, and every amount of the expenditure stands in a relation", () => {
    const clean = checkWorkbook(snapshot);
    expect(lines(clean, MONEY)).toEqual([]);
    const spent = clean.tables.filter(({ form }) => form?.endsWith("project-expenditure"));
    expect(spent.map(({ amounts, covered }) => amounts === covered)).toEqual(Array(8).fill(true));
  });

  test.each([
    ["部门整体", "E13", 10320],
    ["部门整体", "F17", 31059.2],
    ["部门整体", "E20", 2308.96],
    ["计量监督管理业务经费", "D12", 4829.49],
    ["计量监督管理业务经费", "D21", 1589.96],
    ["计量监督管理业务经费", "E22", 540],
  ])("%s %s typed as %d is found", (sheet, cell, typed) => {
    const address = parseA1(cell);
    if (address === null) throw new Error(cell);
    const { findings } = checkWorkbook(withCell(snapshot, sheet, address, typed));
    const named = findings.some(
      ({ severity, cells }) =>
        severity === "error" && cells.some((one) => one.sheet.startsWith(sheet) && one.cell === cell),
    );
    expect(named).toBe(true);
  });
});

test.each(["hunan-self-evaluation-2024", "hunan-special-fund-2023", "jiangsu-goals-2023"] as const)(
  "%s reads the same without its merged areas",
  (name) => {
    const snapshot = readCase(name);
    const flat = { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, merges: [] })) };
    const report = checkWorkbook(flat);
    const plain = checkWorkbook(snapshot);
    expect(lines(report, MONEY)).toEqual(lines(plain, MONEY));
    expect(report.tables).toEqual(plain.tables);
  },
);
