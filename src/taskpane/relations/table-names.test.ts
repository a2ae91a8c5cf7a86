import type { RelationNode } from "../../core/relation-map";
import { tableNames } from "./table-names";

function table(sheet: string, title: string, number: string | null = null): RelationNode {
  const within = { holding: 0, rounding: 0, violated: 0, accepted: 0, equations: [] };
  return { sheet, title, number, unit: "万元", amounts: 0, covered: 0, errors: 0, within };
}

const short = (...nodes: readonly RelationNode[]): readonly string[] =>
  tableNames(nodes).map((name) => name.short);

test("the number of the form, else the sheet, names a table where room is scarce", () => {
  expect(
    short(table("预算03表 支出总表", "支出总表", "预算03表"), table("3部门支出总表", "部门支出总体情况表")),
  ).toEqual(["预算03表", "3部门支出总表"]);
});

test("tables that share a number or a sheet are told apart by what they do not share", () => {
  expect(
    short(
      table("047001", "支出总表", "预算03表"),
      table("047002", "支出总表", "预算03表"),
      table("附件2", "项目甲自评表"),
      table("附件2", "项目乙自评表"),
    ),
  ).toEqual(["047001", "047002", "项目甲自评表", "项目乙自评表"]);
});

test("the full name has the title unless the sheet's says it", () => {
  const names = tableNames([
    table("预算03表 支出总表", "支出总表", "预算03表"),
    table("3部门支出总表", "部门支出总体情况表"),
  ]);
  expect(names.map(({ full }) => full)).toEqual(["预算03表 支出总表", "3部门支出总表 部门支出总体情况表"]);
});
