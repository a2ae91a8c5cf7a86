import { analyseWorkbook } from "../src/core/analyse";
import { checkWorkbook } from "../src/core/check-workbook";
import { readKeptFamily } from "../src/core/forms/kept-families";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";
import { joinedFamily } from "./support/families";

/* Form families kept with a workbook, over the real Hunan workbook: with no built-in family it shows what they bring. */

const HUNAN = "hunan-budget-2026";
const budget = readCase(HUNAN);
const keeping = (...families: readonly string[]): WorkbookSnapshot => ({ ...budget, families });
const renamed = (name: string): string =>
  joinedFamily(HUNAN, (files) => {
    files["family.json"] = { ...files["family.json"], name };
  });
const broken = joinedFamily(HUNAN, (files) => {
  files["03.json"] = { ...files["03.json"], members: { stage: "spend" } };
  files["05.json"] = { ...files["05.json"], titles: [] };
});

/** Names of the families of which tables were found. */
function familiesFound(snapshot: WorkbookSnapshot, options: Parameters<typeof analyseWorkbook>[1]): string[] {
  const { tables } = analyseWorkbook(snapshot, options).context.facts;
  return [...new Set(tables.flatMap(({ family }) => family?.name ?? []))];
}

test("a family kept with the workbook is used", () => {
  expect(familiesFound(budget, { families: [] })).toEqual([]);
  expect(familiesFound(keeping(renamed("自己的")), { families: [] })).toEqual(["自己的"]);
});

test("it takes the place of a built-in one with its id; of two with one id the later counts", () => {
  expect(familiesFound(keeping(renamed("甲")), {})).toEqual(["甲"]);
  expect(familiesFound(keeping(renamed("甲"), renamed("乙")), {})).toEqual(["乙"]);
});

test("a family named for the check goes before the one kept", () => {
  const { family } = readKeptFamily(renamed("正在编写"));
  expect(family).not.toBeNull();
  expect(familiesFound(keeping(renamed("甲")), { ownFamilies: family === null ? [] : [family] })).toEqual([
    "正在编写",
  ]);
});

test("a broken one is one clear message, and the check goes on with the others", () => {
  const clean = checkWorkbook(budget);
  const report = checkWorkbook(keeping(broken));
  expect(report.findings.filter(({ check }) => check === "broken-family")).toMatchObject([
    {
      id: "broken-family/hunan-budget-2026",
      severity: "warning",
      sheet: budget.sheets[0]?.name,
      cell: "A1",
      message:
        "随工作簿保存的表套“湖南省省级部门预算公开表样”不能使用，本次核对没有用它（共 2 处）：03.json · members.stage：维度 stage 中没有成员“spend”，是不是“spent”？请更正后重新载入，或移除它。",
    },
  ]);
  expect(report.findings.filter(({ check }) => check !== "broken-family")).toEqual(clean.findings);
  expect(report.summary.warning).toBe(clean.summary.warning + 1);
});

test.each(["", "{", "[]", '{"family.json": 3}', "\u0000"])(
  "whatever was kept, the check does not fail: %j",
  (text) => {
    const found = checkWorkbook(keeping(text)).findings.filter(({ check }) => check === "broken-family");
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^随工作簿保存的表套不能使用/),
    ]);
  },
);
