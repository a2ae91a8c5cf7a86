import fc from "fast-check";
import { sheetGrid } from "../../workbook/grid";
import type { Scope } from "../content";
import { fillTemplate } from "../fill/fill";
import { textOfValue } from "../fill/value-text";
import { amount, ranges, scope, template, type ScopeDrawing } from "../fill/template.testing";
import type { Template } from "../template";
import { extractContent, fitTemplate } from "./extract-content";
import { foldText } from "./folded";
import { sheetOfPlan } from "./planned-sheet.testing";
import { told } from "./told.testing";

/* Filling and reading back gives the content again, whatever it is. */

const GOALS = template(
  `
  {{年度}}年项目绩效目标表 | | | | | |
  填报单位：{{单位代码}}-{{单位名称}} | | | | | | 单位：万元
  单位代码 | 项目名称 | 资金总额 | 绩效指标 | | |
           |          |          | 一级指标 | 二级指标 | 三级指标 | 指标值
  {{#单位}}{{单位代码}} | {{单位名称}} | {{资金总额}} | | | |
  {{#项目}}{{#指标}}{{单位代码}} | {{项目名称}} | {{资金总额}} | {{一级指标}} | {{二级指标}} | {{三级指标}} | {{指标值}}{{/指标}}{{/项目}}{{/单位}}
  注：不含上年结转结余。 | | | | | |
`,
  { merges: ranges("A1:G1", "A2:F2", "A3:A4", "B3:B4", "C3:C4", "D3:G3", "A7:G7") },
);

const EVALUATION = template(
  `
  {{年度}}年度项目支出绩效自评表 | | |
  项目名称 | {{项目名称}} | 实施单位 | {{实施单位}}
  年度资金总额 | {{资金总额.年初预算数}} | {{资金总额.全年执行数}} | =EXEC_RATE(C3,B3,4)
  绩效指标 | 一级指标 | 三级指标 | 分值
           | {{#指标}}{{一级指标}}（{{一级分值}}分） | {{三级指标}} | {{分值}}{{/指标}}
  总分 | | | =SUM(D5)
`,
  { each: "项目", merges: ranges("A1:D1", "A4:A5", "A6:C6") },
);

const SPENT = template(
  `
  {{年度}}年使用结构明细表 | | | |
  项目名称 | 到位 | {{#费用项 向右}}{{名称}}{{/费用项}} | 支出合计 |
  {{#项目}}{{项目名称}}{{/项目}} | {{到位}} | {{金额}} | =SUM(C3) | {{备注}}
  合计 | =SUM(B3) | =SUM(C3) | =SUM(D3) |
`,
  { merges: ranges("A1:D1") },
);

const text = fc.constantFrom(
  "甲",
  "业务（一）",
  "满意度≥95%",
  "=1+1",
  "3.5",
  "第 2 期",
  "（略）",
  "1、其中：乙",
);
const money = fc.integer({ min: 0, max: 1e9 }).map((cents) => amount(String(cents / 100), 2));
const value = fc.oneof({ weight: 3, arbitrary: text }, { weight: 2, arbitrary: money }, fc.constant(null));
/** A blank line below another one of its level is no indicator: nothing is printed in it. */
function printed(indicators: readonly ScopeDrawing[]): ScopeDrawing[] {
  const levels = (own: ScopeDrawing | undefined): string =>
    JSON.stringify([own?.["一级指标"], own?.["二级指标"]]);
  return indicators.filter(
    (own, at) =>
      levels(own) !== levels(indicators[at - 1]) ||
      ["三级指标", "指标值", "分值"].some((item) => (own[item] ?? null) !== null),
  );
}

/** Names tell items apart, so that no two are the same. */
const names = (prefix: string, list: readonly ScopeDrawing[], item: string): ScopeDrawing[] =>
  list.map((drawing, at) => ({ [item]: `${prefix}${String(at + 1)}`, ...drawing }));

const level = fc.constantFrom(["成本", "经济"], ["产出", "数量"], ["产出", "质量"], ["效益", "社会"]);
const indicator = fc
  .record({ level, 三级指标: value, 指标值: value })
  .map(({ level: [first, second], ...own }): ScopeDrawing => ({
    一级指标: `${first ?? ""}指标`,
    二级指标: `${second ?? ""}指标`,
    ...own,
  }));
const goals: fc.Arbitrary<ScopeDrawing> = fc
  .array(
    fc.record({
      资金总额: fc.option(money),
      项目: fc.array(
        fc.record({ 资金总额: fc.option(money), 指标: fc.array(indicator, { minLength: 1, maxLength: 6 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((units) => ({
    年度: "2026",
    单位代码: "047",
    单位名称: "某局（本级）",
    单位: names("单位", units, "单位名称").map((unit, at) => ({
      ...unit,
      单位代码: `04700${String(at + 1)}`,
      项目: names("项目", units[at]?.项目 ?? [], "项目名称").map((project, index) => ({
        ...project,
        指标: printed(units[at]?.项目[index]?.指标 ?? []),
      })),
    })),
  }));

const evaluation: fc.Arbitrary<ScopeDrawing> = fc
  .record({
    实施单位: value,
    "资金总额.年初预算数": fc.option(money),
    "资金总额.全年执行数": fc.option(money),
    指标: fc.array(fc.record({ 三级指标: value, 分值: fc.option(money) }), { minLength: 1, maxLength: 6 }),
  })
  .map((project) => ({
    年度: "2026",
    项目: [
      {
        项目名称: "业务工作经费",
        ...project,
        指标: printed(
          project.指标.map((own, at) => ({
            一级指标: at < 3 ? "产出指标" : "效益指标",
            一级分值: amount("50", 0),
            ...own,
          })),
        ),
      },
    ],
  }));

const spent: fc.Arbitrary<ScopeDrawing> = fc
  .record({
    items: fc.integer({ min: 1, max: 5 }),
    projects: fc.array(
      fc.record({
        到位: fc.option(money),
        备注: value,
        amounts: fc.array(fc.option(money), { minLength: 5, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ items, projects }) => {
    const called = Array.from({ length: items }, (_, at) => `费用${String(at + 1)}`);
    return {
      年度: "2026",
      费用项: called.map((name) => ({ 名称: name })),
      项目: projects.map(({ amounts, ...own }, row) => ({
        项目名称: `项目${String(row + 1)}`,
        ...own,
        费用项: called.flatMap((name, at) => {
          const 金额 = amounts[at] ?? null;
          return 金额 === null ? [] : [{ 名称: name, 金额 }];
        }),
      })),
    };
  });

function readBack(layout: Template, content: Scope): Scope | null {
  const { plans } = fillTemplate(
    layout,
    { root: content, lookup: () => null },
    { mode: "values", sheetNames: [] },
  );
  const [plan] = plans;
  return plan === undefined ? null : extractContent(layout, sheetGrid(sheetOfPlan(plan)));
}

/** Items and lists by name, since their order is that of the template's cells; an empty list is none. */
function sorted({ items, lists }: Scope): Scope {
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    a < b ? -1 : 1;
  const filled = [...lists].filter(([, list]) => list.length > 0).sort(byName);
  return {
    items: new Map([...items].sort(byName)),
    lists: new Map(filled.map(([name, list]) => [name, list.map(sorted)])),
  };
}

test.each([
  ["units, their projects and indicators", GOALS, goals],
  ["a sheet for a project", EVALUATION, evaluation],
  ["repeated columns", SPENT, spent],
] as const)("%s", (_name, layout, contents) => {
  fc.assert(
    fc.property(contents, (drawing) => {
      const content = scope(drawing);
      const back = readBack(layout, content);
      expect(back && told(sorted(back))).toEqual(told(sorted(content)));
    }),
    { numRuns: 150 },
  );
});

test("whatever is torn out of a sheet, the rest is read without an error", () => {
  const keep = fc.infiniteStream(fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(goals, keep, (drawing, dice) => {
      const content = { root: scope(drawing), lookup: () => null };
      const [plan] = fillTemplate(GOALS, content, { mode: "values", sheetNames: [] }).plans;
      if (plan === undefined) throw new Error("no sheet");
      const whole = sheetOfPlan(plan);
      const isKept = (): boolean => Number(dice.next().value) > 1;
      const torn = { ...whole, cells: whole.cells.filter(isKept), merges: whole.merges.filter(isKept) };
      const fit = fitTemplate(GOALS, sheetGrid(torn));
      const kept = new Set(torn.cells.map(({ text: shown }) => foldText(shown).text));
      const said = fit === null ? [] : textsIn(fit.read());
      // Nothing is made up: every text stands on the sheet, alone or within another one.
      expect(said.filter((one) => ![...kept].some((shown) => shown.includes(foldText(one).text)))).toEqual(
        [],
      );
    }),
    { numRuns: 100 },
  );
});

function textsIn({ items, lists }: Scope): string[] {
  const own = [...items.values()].flatMap(({ value: { kind }, value: said }) =>
    kind === "blank" ? [] : [textOfValue(said)],
  );
  return [...own, ...[...lists.values()].flatMap((list) => list.flatMap(textsIn))];
}
