import { parseA1Range } from "../workbook/address";
import type { PlannedCell, SheetPlan } from "../workbook/sheet-plan";
import { missingGroups, outlookOf } from "./outlook";
import type { Template } from "./template";
import { BUILT_IN_TEMPLATES } from "./templates";

function at(a1: string): { readonly row: number; readonly column: number } {
  const range = parseA1Range(a1);
  return { row: range?.top ?? 0, column: range?.left ?? 0 };
}

function template(cells: Readonly<Record<string, string>>): Template {
  const [any] = BUILT_IN_TEMPLATES;
  if (any === undefined) throw new Error("no template");
  return { ...any, cells: Object.entries(cells).map(([a1, text]) => ({ ...at(a1), text })) };
}

function plan(name: string, cells: Readonly<Record<string, PlannedCell["value"]>>): SheetPlan {
  return {
    name,
    otherNames: [],
    areas: [],
    columnWidths: [],
    start: at("A1"),
    cells: Object.entries(cells).map(([a1, value]) =>
      typeof value === "string" && value.startsWith("=")
        ? { ...at(a1), value: 1, formula: value }
        : { ...at(a1), value },
    ),
  };
}

test("the words of the form are no content; formulas are counted apart", () => {
  const form = template({ A1: "项目名称", B1: "{{项目名称}}", A2: "金额", B2: "{{资金总额}}", C2: "=B2" });
  const sheets = [
    plan("一", { A1: "项目名称", B1: "检测", A2: "金额", B2: "=预算02表!B5", C2: "=B2" }),
    plan("二", { A1: "项目名称", B1: "培训", A2: "金额" }),
  ];
  const missing = [{ sheet: "二", cell: "B2", item: "资金总额", owner: "项目“培训”" }];
  expect(outlookOf(form, sheets, missing)).toEqual([
    { sheet: "一", filled: 3, formulas: 2, missing: 0, groups: [] },
    {
      sheet: "二",
      filled: 1,
      formulas: 0,
      missing: 1,
      groups: [{ owner: "项目“培训”", items: [{ item: "资金总额", cells: ["B2"] }] }],
    },
  ]);
});

test("an item that several cells wait for is named once, under its unit or project", () => {
  const missing = [
    { owner: "单位“甲”", item: "三级指标", cell: "M8" },
    { owner: "单位“乙”", item: "三级指标", cell: "M19" },
    { owner: "单位“甲”", item: "指标值", cell: "O8" },
    { owner: "单位“甲”", item: "三级指标", cell: "M9" },
  ].map((one) => ({ sheet: "23", ...one }));
  expect(missingGroups(missing)).toEqual([
    {
      owner: "单位“甲”",
      items: [
        { item: "三级指标", cells: ["M8", "M9"] },
        { item: "指标值", cells: ["O8"] },
      ],
    },
    { owner: "单位“乙”", items: [{ item: "三级指标", cells: ["M19"] }] },
  ]);
});
