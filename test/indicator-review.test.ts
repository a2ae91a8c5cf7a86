import { checkWorkbook } from "../src/core/check-workbook";
import { readCase, type CaseName } from "./support/cases";

/* The review of performance indicators on real workbooks: mistakes that are there must be found at their cells. */

/** “warning indicator-unit 预算22表!J21”, sheets by the beginning of their names. */
function findings(name: CaseName): { readonly at: string; readonly cells: readonly string[] }[] {
  return checkWorkbook(readCase(name))
    .findings.filter(({ check }) => check.startsWith("indicator-"))
    .map(({ severity, check, sheet, cell, cells }) => ({
      at: `${severity} ${check} ${sheet.split(" ")[0] ?? ""}!${cell}`,
      cells: cells.map((place) => place.cell),
    }));
}

test.each<[CaseName, string[]]>([
  [
    "hunan-budget-2026",
    [
      // 合格率 = 100 mm; 完成率 = 1 次; 可用性 ≤ 95 % where 预算22表 has ≥
      "warning indicator-unit 预算21表!M51",
      "warning indicator-unit 预算22表!J21",
      "warning indicator-operator 预算23表!N70",
      "warning indicator-same 预算23表!N70",
      // 20261231 日
      "warning indicator-date 预算22表!I24",
      "warning indicator-date 预算22表!I25",
      // 1119.5 万元 of 139.00; lists beside the names
      "warning indicator-money 预算21表!L8",
      "info indicator-alignment 预算21表!L8",
    ],
  ],
  [
    "changsha-budget-2025",
    [
      "warning indicator-operator 9项目支出绩效目标表!L152",
      "warning indicator-levels 9项目支出绩效目标表!E159",
      "warning indicator-year 9项目支出绩效目标表!D110",
      "warning indicator-year 9项目支出绩效目标表!D147",
      "warning indicator-year 9项目支出绩效目标表!I169",
      "warning indicator-target 9项目支出绩效目标表!H187",
      "warning indicator-operator 10部门整体支出绩效目标表!N23",
    ],
  ],
  [
    "jiangsu-goals-2023",
    [
      "warning indicator-target 检验检测业务成本!E49",
      "warning indicator-unit 科研项目经费!E35",
      "warning indicator-same 部门整体绩效目标表!F76",
      "warning indicator-same 部门整体绩效目标表!F64",
      "warning indicator-levels 检验业务用房建设及改造经费!A24",
    ],
  ],
  [
    "hunan-self-evaluation-2024",
    ["warning indicator-target 附件2!E32", "warning indicator-operator 附件2!E21"],
  ],
])("%s", (name, expected) => {
  const found = findings(name).map(({ at }) => at);
  expect(found).toEqual(expect.arrayContaining(expected));
});

test("shares that do not add up are found with all their cells, and no others", () => {
  const shares = findings("hunan-budget-2026").filter(({ at }) => at.includes("indicator-shares"));
  const rows = (first: number, last: number): string[] =>
    Array.from({ length: last - first + 1 }, (_, at) => `O${String(first + at)}`);
  expect(shares).toEqual([
    { at: "warning indicator-shares 预算23表!O8", cells: rows(8, 12) },
    { at: "warning indicator-shares 预算23表!O21", cells: rows(21, 27) },
  ]);
});

test("values that changed places name each other's cells", () => {
  const swapped = findings("hunan-budget-2026").filter(({ at }) => /indicator-unit 预算23表/.test(at));
  expect(swapped).toEqual([
    { at: "warning indicator-unit 预算23表!P68", cells: ["P68", "P71"] },
    { at: "warning indicator-unit 预算23表!P71", cells: ["P71", "P68"] },
  ]);
});

test("lists beside the names raise no flood of findings", () => {
  const inFirstBlock = findings("hunan-budget-2026").filter(({ at }) => /预算21表/.test(at));
  expect(inFirstBlock.length).toBeLessThan(6);
});
