import fc from "fast-check";
import { checkWorkbook } from "../src/core/check-workbook";
import type { Finding } from "../src/core/report";
import { parseA1, toA1 } from "../src/core/workbook/address";
import { ledgers, UNITS } from "./support/changsha-draws";
import { changshaWorkbook, type Entry, type Ledger, type Style } from "./support/changsha-ledger";
import { withCell } from "./support/grid";

/* Whatever a city department's budget looks like: printed without a slip, it gives no error. */

const READINGS = [
  ["9 and 10 count money carried over", true],
  ["9 and 10 leave money carried over out", false],
] as const;

describe.each(READINGS)("%s", (_reading, carryOverInGoals) => {
  test("a consistent workbook never gives an error or a warning", () => {
    fc.assert(
      fc.property(ledgers(carryOverInGoals), (drawn) => {
        const report = checkWorkbook(changshaWorkbook(drawn));
        const wrong = report.findings.filter(({ severity }) => severity !== "rounding");
        expect(wrong.map(({ message }) => message)).toEqual([]);
        expect(report.tables.map(({ form }) => form)).toEqual(
          Array.from({ length: 10 }, (_, at) => `changsha-budget-2025-${String(at + 1).padStart(2, "0")}`),
        );
        for (const { sheet, amounts, classified } of report.tables) {
          expect({ sheet, classified }).toEqual({ sheet, classified: amounts });
        }
      }),
      { numRuns: 75 },
    );
  });

  test("an amount mistyped in one of them is found", () => {
    const slips = fc.sample(ledgers(carryOverInGoals), { numRuns: 20, seed: 7 }).flatMap((drawn) => {
      const workbook = changshaWorkbook(drawn);
      const amounts = workbook.sheets.flatMap(({ name, cells }) =>
        cells.flatMap(({ row, column, value, decimals }) =>
          typeof value === "number" && decimals === 2 ? [{ name, row, column, value }] : [],
        ),
      );
      // Spread over all tables.
      const chosen = [0.1, 0.5, 0.9].map((share) => amounts[Math.floor(share * amounts.length)]);
      return chosen.flatMap((amount) => (amount === undefined ? [] : [{ workbook, ...amount }]));
    });
    const missed = slips.filter(({ workbook, name, row, column, value }) => {
      const typed = Math.round((value * 1.1 + 1) * 100) / 100;
      const cell = toA1({ row, column });
      const found = errorsOf(withCell(workbook, name, { row, column }, typed));
      return !found.some(({ cells }) => cells.some((one) => one.sheet === name && one.cell === cell));
    });
    expect(slips.length).toBe(60);
    expect(missed.map(({ name, row, column }) => `${name} ${toA1({ row, column })}`)).toEqual([]);
  });
});

const [office = { code: "", name: "" }, station = { code: "", name: "" }] = UNITS;
const STYLE: Style = {
  carryOverInGoals: false,
  shuffle: 0,
  fullSections: false,
  zeros: false,
  oneRowOfPublicCosts: false,
  codeOfEachProject: false,
  totalOfUnits: false,
};
const line = (over: Partial<Entry>): Entry => ({
  unit: office,
  function: "2150502",
  fund: "appropriation",
  kind: "project",
  economic: "30201",
  project: "工业和信息化工作经费",
  amount: 1_000_000,
  prior: false,
  end: "spent",
  ...over,
});
const ledgerOf = (entries: readonly Partial<Entry>[], style: Partial<Style> = {}): Ledger => ({
  department: office.name,
  entries: entries.map(line),
  style: { ...STYLE, ...style },
});

describe("what one table leaves open", () => {
  test("其中：经费拨款 is not all of 一般公共预算", () => {
    const workbook = changshaWorkbook(
      ledgerOf([{}, { fund: "nonTax" }, { fund: "governmentFund", function: "2120804" }]),
    );
    expect(errorsOf(workbook)).toEqual([]);
  });

  test("the only row of table 7 may be the whole department, which is called as its office", () => {
    const entries = [{}, { unit: station, kind: "public", economic: "30217", amount: 4_000_000 }] as const;
    expect(errorsOf(changshaWorkbook(ledgerOf(entries, { oneRowOfPublicCosts: true })))).toEqual([]);
  });

  test("a unit named in table 7 beside others has no more there than in table 10", () => {
    const entries = [
      { economic: "30217" },
      { unit: station, kind: "public", economic: "30217", amount: 4_000_000 },
    ] as const;
    const workbook = changshaWorkbook(ledgerOf(entries));
    expect(errorsOf(workbook)).toEqual([]);
    const swapped = [
      ["B6", 400],
      ["C6", 400],
      ["B7", 100],
      ["C7", 100],
    ] as const;
    const typed = swapped.reduce(
      (changed, [cell, value]) =>
        withCell(changed, "7三公经费支出表", parseA1(cell) ?? { row: 0, column: 0 }, value),
      workbook,
    );
    expect(errorsOf(typed).map(({ sheet }) => sheet)).toContain("10部门整体支出绩效目标表");
  });

  test.each(READINGS)("%s, and never more than table 3 spends", (_reading, carryOverInGoals) => {
    const workbook = changshaWorkbook(
      ledgerOf([{}, { prior: true }, { unit: station }], { carryOverInGoals }),
    );
    expect(errorsOf(workbook)).toEqual([]);
    const typed = ["C5", "C6", "C7"].reduce(
      (changed, cell) => withCell(changed, "9项目", parseA1(cell) ?? { row: 0, column: 0 }, 900),
      workbook,
    );
    expect(
      errorsOf(typed)
        .map(({ message }) => message)
        .join(),
    ).toContain("《9项目支出绩效目标表》");
  });

  test("经营支出 has no column in table 10", () => {
    const entries = [{}, { kind: "public" }, { fund: "operating", kind: "operating" }] as const;
    const workbook = changshaWorkbook(ledgerOf(entries));
    expect(errorsOf(workbook)).toEqual([]);
    // 基本支出 of all its units is that of table 1 all the same.
    const other = changshaWorkbook(ledgerOf([{}, { kind: "public", amount: 1_200_000 }])).sheets[9];
    const sheets = workbook.sheets.map((sheet) => (sheet.name === other?.name ? other : sheet));
    expect(errorsOf({ ...workbook, sheets }).map(({ check }) => check)).toContain("sum-elsewhere");
  });
});

function errorsOf(workbook: Parameters<typeof checkWorkbook>[0]): Finding[] {
  return checkWorkbook(workbook).findings.filter(({ severity }) => severity === "error");
}
