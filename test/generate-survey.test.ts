import { readFileSync } from "node:fs";
import { casePath } from "./support/cases";
import { readXlsx } from "../src/xlsx";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { generateInputSheets } from "../src/core/generate";
import { surveyWorkbook } from "../src/core/generate/survey";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";

const budget = readXlsx(new Uint8Array(readFileSync(casePath("hunan-budget-2026"))), "预算.xlsx");

function templateOf(id: string) {
  const found = BUILT_IN_TEMPLATES.find((template) => template.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}
const form23 = templateOf("hunan-budget-2026-23");

/** A sheet as “name | title of its form | same”. */
function told(snapshot: WorkbookSnapshot): readonly string[] {
  return surveyWorkbook(snapshot, form23).sheets.map(
    ({ name, title, isSame }) => `${name.slice(0, 5)} | ${title ?? ""} | ${isSame ? "same" : "other"}`,
  );
}

test("of a budget workbook the tables of goals can be taken over, and this year's own one is told apart", () => {
  expect(told(budget)).toEqual([
    "预算21表 | 预算21表 专项资金绩效目标表 | other",
    "预算22表 | 预算22表 其他资金绩效目标表 | other",
    "预算23表 | 预算23表 单位整体支出绩效目标表 | same",
  ]);
});

test.each(["2025年预算23表", "上年23表"])(
  "last year's table of the same form, %s, is there to be taken over",
  (name) => {
    const sheets = budget.sheets.map((sheet) =>
      sheet.name.startsWith("预算23表") ? { ...sheet, name } : sheet,
    );
    expect(told({ ...budget, sheets }).at(-1)).toBe(
      `${name.slice(0, 5)} | 预算23表 单位整体支出绩效目标表 | other`,
    );
  },
);

test("what a table prints tells its year where its name does not", () => {
  const changsha = readXlsx(new Uint8Array(readFileSync(casePath("changsha-budget-2025"))), "预算.xlsx");
  const form10 = templateOf("changsha-budget-2025-10");
  const isSame = (snapshot: WorkbookSnapshot): boolean | undefined =>
    surveyWorkbook(snapshot, form10).sheets.find(({ title }) => title === form10.title)?.isSame;
  expect(isSame(changsha)).toBe(true);
  const sheets = changsha.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      sheet.name.startsWith("10") && typeof cell.value === "string"
        ? {
            ...cell,
            value: cell.value.replace("2025年", "2024年"),
            text: cell.text.replace("2025年", "2024年"),
          }
        : cell,
    ),
  }));
  expect(isSame({ ...changsha, sheets })).toBe(false);
});

test("projects are those the budget tells of; input sheets are read anyway and not offered", () => {
  const { projects } = surveyWorkbook(budget, form23);
  expect(projects).toHaveLength(3);
  const [sheet] = generateInputSheets(budget, { templates: [form23], mode: "values" }).plans;
  if (sheet === undefined) throw new Error("no input sheet");
  const cells = sheet.cells.map(({ row, column, value }) => ({
    row,
    column,
    value,
    text: String(value),
    formula: null,
    decimals: null,
  }));
  const typed = {
    name: sheet.name,
    visibility: "visible",
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  } as const;
  const survey = surveyWorkbook({ ...budget, sheets: [...budget.sheets, typed] }, form23);
  expect(survey.inputs).toEqual(["绩效指标录入"]);
  expect(survey.sheets.map(({ name }) => name)).not.toContain("绩效指标录入");
});
