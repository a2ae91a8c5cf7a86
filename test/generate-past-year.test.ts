import { generateTables } from "../src/core/generate";
import { readCase } from "./support/cases";
import { workbook } from "./support/grid";
import { builtInTemplate } from "./support/round-trip";

/** 附件2 made for a year out of the one published for 2024: its cells by address. */
function annexFor(year: number): ReadonlyMap<string, string | number | boolean> {
  const { plans } = generateTables(workbook(), {
    templates: [builtInTemplate("hunan-evaluation-2024-annex-2")],
    mode: "values",
    carryFrom: readCase("hunan-self-evaluation-2024"),
    year,
  });
  const cells = plans.flatMap((plan) => plan.cells);
  return new Map(
    cells.map(({ row, column, value }) => [`${String.fromCharCode(65 + column)}${String(row + 1)}`, value]),
  );
}

test("of the same year everything is taken over", () => {
  const cells = annexFor(2024);
  expect(["A1", "E4", "E13", "F13", "H13"].map((cell) => cells.get(cell))).toEqual([
    "2024年度单位整体支出绩效自评表",
    7324.16,
    "≥2.5万人次",
    expect.stringContaining("26710人"),
    5,
  ]);
});

test("of an earlier year goals, targets and weights are taken over, but no money, actual values or scores", () => {
  const cells = annexFor(2025);
  expect(["A1", "D2", "D13", "E13", "G13"].map((cell) => cells.get(cell))).toEqual([
    "2025年度单位整体支出绩效自评表",
    "湖南省工业和信息化行业事务中心",
    "组织省内参加计算机软件资格考试人次",
    "≥2.5万人次",
    5,
  ]);
  for (const cell of ["D4", "E4", "F4", "F11", "F13", "H13"])
    expect([cell, cells.get(cell) ?? ""]).toEqual([cell, ""]);
  expect([...cells.values()].join()).not.toContain("7071.38");
});
