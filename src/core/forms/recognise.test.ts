import { grid } from "../../../test/support/grid";
import { sheetGrid } from "../workbook/grid";
import type { FormFamily } from "./definition";
import { BUILT_IN_FAMILIES } from "./families";
import { findTables } from "./recognise";

const header =
  "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出";
const body = `
 | 合计 | 5.00 | 5.00
047 | 某局 | 5.00 | 5.00
201 | 一般公共服务支出 | 5.00 | 5.00`;

const formsOn = (drawing: string, families: readonly FormFamily[] = BUILT_IN_FAMILIES): string[] =>
  findTables(sheetGrid(grid(drawing)), families).map(
    ({ form, top, header: { bottom }, rows }) =>
      `${form.id} ${String(top + 1)}–${String(bottom + 1)}, ${String(rows.length)} rows`,
  );

test("number, title and headings tell the form", () => {
  expect(formsOn(`预算03表\n支出总表\n | | 单位：万元\n${header}${body}`)).toEqual([
    "hunan-budget-2026-03 1–4, 3 rows",
  ]);
});

test("headings that are a form's alone tell it without number and title", () => {
  expect(formsOn(`${header}${body}`)).toEqual(["hunan-budget-2026-03 1–1, 3 rows"]);
});

test("a title without headings, as in a list of contents, is no table", () => {
  expect(formsOn("目录\n预算01表 | 收支总表 | 1\n预算03表 | 支出总表 | 3")).toEqual([]);
});

test("headings of two forms alike, with nothing to tell them apart, are no form's", () => {
  // 预算04表 and 预算16表 print the same headings.
  const alike =
    BUILT_IN_FAMILIES.flatMap(({ forms }) => forms)
      .find(({ id }) => id === "hunan-budget-2026-04")
      ?.header.slice(1) ?? [];
  expect(formsOn(alike.join(" | "))).toEqual([]);
});

test("of two families that fit equally well the one named last is meant", () => {
  const built = BUILT_IN_FAMILIES.find(({ id }) => id === "hunan-budget-2026");
  if (built === undefined) throw new Error("no family");
  const own: FormFamily = {
    ...built,
    id: "own",
    forms: built.forms.map((form) => ({ ...form, id: form.id.replace("hunan", "own") })),
  };
  expect(formsOn(`支出总表\n${header}${body}`, [built, own])).toEqual(["own-budget-2026-03 1–2, 3 rows"]);
});

test("a header repeated on a new page goes on with the table, whatever page marks stand above it", () => {
  const page = `预算03表\n支出总表（续表）\n第2页 共2页\n${header}\n20138 | 市场监督管理事务 | 5.00 | 5.00`;
  expect(formsOn(`预算03表\n支出总表\n${header}${body}\n${page}`)).toEqual([
    "hunan-budget-2026-03 1–3, 4 rows",
  ]);
});

test("the same form of another unit below is a table of its own", () => {
  const of = (unit: string): string => `预算03表\n支出总表\n填报单位：${unit}\n${header}${body}`;
  expect(formsOn(`${of("甲局")}\n${of("乙局")}`)).toEqual([
    "hunan-budget-2026-03 1–4, 3 rows",
    "hunan-budget-2026-03 8–11, 3 rows",
  ]);
});
