import fc from "fast-check";
import { rangeToA1, type CellRange } from "../../workbook/address";
import type { SheetPlan } from "../../workbook/sheet-plan";
import type { Scope } from "../content";
import { BUILT_IN_TEMPLATES } from "../templates";
import { fillTemplate } from "./fill";
import { templateLayout } from "./layout";
import { itemsOfExpression, placeholdersOf } from "./placeholders";
import { amount, scope, type ScopeDrawing } from "./template.testing";

/** All items a template asks for, in random company: texts, equal or not, amounts, blanks, or nothing at all. */
function contents(items: readonly string[]): fc.Arbitrary<Scope> {
  const value = fc.oneof(
    fc.constantFrom("甲", "乙", "产出指标", "效益指标（30分）", "专项", "其他", "=1+1", ""),
    fc.integer({ min: 0, max: 20 }).map((number) => amount(number, 2)),
    fc.constant(null),
  );
  const own = fc
    .tuple(fc.subarray([...items]), fc.array(value, { minLength: items.length, maxLength: items.length }))
    .map(([names, values]): ScopeDrawing =>
      Object.fromEntries(names.map((name, at) => [name, values[at] ?? null])),
    );
  const listed = (lists: Readonly<Record<string, fc.Arbitrary<ScopeDrawing>>>): fc.Arbitrary<ScopeDrawing> =>
    fc
      .record({
        own,
        lists: fc.record(
          Object.fromEntries(
            Object.entries(lists).map(([list, each]) => [list, fc.array(each, { maxLength: 4 })]),
          ),
          { requiredKeys: [] },
        ),
      })
      .map(({ own: items, lists: inner }): ScopeDrawing => ({
        ...items,
        ...Object.fromEntries(Object.entries(inner).map(([list, each]) => [list, each ?? []])),
      }));
  const columns = { 费用项: own, 子项目: own };
  const goals = { 指标: listed({ 评分标准: own }), ...columns };
  const projects = { 项目: listed({ ...goals, 支出明细: own }) };
  return listed({
    单位: listed({ ...goals, ...projects, 支出明细: own }),
    ...projects,
    ...goals,
    评价单位: listed(columns),
    地区: listed({ 区县: listed(columns) }),
  }).map((drawing) => scope(drawing));
}

/** What no sheet can have: merges over each other, or values under them. */
function clashes({ merges = [], cells }: SheetPlan): string[] {
  const owners = new Map<string, CellRange>();
  const found: string[] = [];
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) {
        const key = `${String(row)},${String(column)}`;
        const other = owners.get(key);
        if (other !== undefined) found.push(`${rangeToA1(merge)} lies over ${rangeToA1(other)}`);
        owners.set(key, merge);
      }
    }
  }
  for (const { row, column } of cells) {
    const merge = owners.get(`${String(row)},${String(column)}`);
    if (merge !== undefined && (merge.top !== row || merge.left !== column))
      found.push(`a value lies under ${rangeToA1(merge)}`);
  }
  return found;
}

test.each(BUILT_IN_TEMPLATES.map((template) => [template.id, template] as const))(
  "%s is filled whatever there is",
  (_id, template) => {
    const { cells } = templateLayout(template);
    const items = cells.flatMap(placeholdersOf).flatMap((part) => {
      if (part.kind === "item") return [part.item];
      return part.kind === "amount" ? itemsOfExpression(part.expression) : [];
    });
    const names = [...new Set([...items, "名称", "项目名称", "单位名称", "类别"])];
    fc.assert(
      fc.property(contents(names), (root) => {
        const content = { root, lookup: () => null };
        const { plans, missing } = fillTemplate(template, content, { mode: "functions", sheetNames: [] });
        expect(plans.flatMap(clashes)).toEqual([]);
        expect(new Set(plans.map(({ name }) => name)).size).toBe(plans.length);
        for (const { name } of plans) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
        // What is missing is marked, and marks are on nothing else.
        for (const plan of plans) {
          const marks = plan.areas.filter(({ style }) => style.fillColor === "#FFF2CC");
          const lacks = missing.filter(({ sheet }) => sheet === plan.name);
          expect(marks.length > 0).toBe(lacks.length > 0);
        }
        const plain = fillTemplate(template, content, { mode: "values", sheetNames: [] });
        expect(
          plain.plans.flatMap((plan) => plan.cells.filter((cell) => cell.formula !== undefined)),
        ).toEqual([]);
        expect(plain.missing).toEqual(missing);
      }),
      { numRuns: 15 },
    );
  },
);
