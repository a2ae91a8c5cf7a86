import { isSheetName, renameSheets } from "./sheet-names";

const RENAMING = new Map<string, string | null>([
  ["预算表", "预算 表's"],
  ["sheet1", "一"],
  ["乙", null],
]);
const NEW = "'预算 表''s'!";

describe("renameSheets", () => {
  test.each([
    ["SUM(预算表!A1:B2)", `SUM(${NEW}A1:B2)`],
    ["'预算表'!$A$1+SHEET1!B2*'Sheet1'!C3", `${NEW}$A$1+'一'!B2*'一'!C3`],
    ["预算表!合计", `${NEW}合计`],
    ["SUM(Sheet1:预算表!A1)", "SUM('一:预算 表''s'!A1)"],
    ["SUM(Sheet1:其他!A1)", "SUM('一:其他'!A1)"],
    // Not references to it: texts, other workbooks, longer names, no sheet at all.
    ['"预算表!A1"&A1', '"预算表!A1"&A1'],
    ["[1]预算表!A1+'[1]预算表'!A1", "[1]预算表!A1+'[1]预算表'!A1"],
    ["预算表2!A1+'预算表 '!A1", "预算表2!A1+'预算表 '!A1"],
    ["#REF!+其他!A1", "#REF!+其他!A1"],
    ["SUM(预算表)", "SUM(预算表)"],
  ])("%s → %s", (formula, expected) => {
    expect(renameSheets(formula, RENAMING)).toEqual({ formula: expected, lost: [] });
  });

  test.each([
    ["乙!A1+1", "#REF!+1"],
    ["SUM('乙'!$A$1:$B$2,C1)", "SUM(#REF!,C1)"],
    ["SUM(乙!A:B)+SUM(乙!1:2)+乙!名", "SUM(#REF!)+SUM(#REF!)+#REF!"],
    ["乙!#REF!", "#REF!"],
    ["SUM(乙:预算表!A1)", "SUM(#REF!)"],
  ])("deleted: %s → %s", (formula, expected) => {
    const renamed = renameSheets(formula, RENAMING);
    expect(renamed.formula).toBe(expected);
    expect(new Set(renamed.lost)).toEqual(new Set(["乙"]));
  });
});

test.each([
  ["预算03表", true],
  ["字".repeat(31), true],
  ["字".repeat(32), false],
  ["", false],
  ["a/b", false],
  ["[甲]", false],
  ["'甲", false],
])("isSheetName(%s) is %s", (name, expected) => {
  expect(isSheetName(name)).toBe(expected);
});
