import fc from "fast-check";
import { checkWorkbook } from "../src/core/check-workbook";
import { generateTables, type GeneratedTables } from "../src/core/generate";
import { toA1 } from "../src/core/workbook/address";
import type { PlannedCell, SheetPlan } from "../src/core/workbook/sheet-plan";
import { addPlannedSheets, readXlsx } from "../src/xlsx";
import { readCase } from "./support/cases";
import { ledgers } from "./support/changsha-draws";
import { changshaWorkbook, type Ledger } from "./support/changsha-ledger";
import { hunanWorkbook, type Entry, type Fund, type Unit } from "./support/hunan-ledger";
import { builtInTemplate, sheetNamed, withoutSheets } from "./support/round-trip";
import { savedWorkbook } from "./support/saved";

/* The tables of goals made out of the budget alone: right money, every level, no error. */

function cellAt({ cells }: SheetPlan, a1: string): PlannedCell | undefined {
  return cells.find((cell) => toA1(cell) === a1);
}

/** Values of cells from left to right, "" for a blank. */
function row(plan: SheetPlan, columns: string, number: number): unknown[] {
  return [...columns].map((column) => cellAt(plan, `${column}${String(number)}`)?.value ?? "");
}

const STANDARD = [
  "成本指标/经济成本指标",
  "社会成本指标",
  "生态环境成本指标",
  "产出指标/数量指标",
  "质量指标",
  "时效指标",
  "效益指标/经济效益指标",
  "社会效益指标",
  "生态效益指标",
  "可持续影响指标",
  "满意度指标/服务对象满意度指标",
];

/** The levels laid out in two columns, “一级/二级”, of a merged first level just the second. */
function levels(plan: SheetPlan, columns: string): string[] {
  const [first = "", second = ""] = columns;
  const rows = [...new Set(plan.cells.map((cell) => cell.row + 1))];
  return rows.flatMap((number) => {
    const [outer, inner] = row(plan, first + second, number).map(String);
    return /指标$/.test(inner ?? "") && outer !== "一级指标"
      ? [[outer, inner].filter((text) => text !== "").join("/")]
      : [];
  });
}

/** Items missing with the columns they are missing in: “资金总额 D”. */
function lacking({ missing }: Pick<GeneratedTables, "missing">, sheet: string): string[] {
  const own = missing.filter((lack) => lack.sheet.startsWith(sheet));
  return [...new Set(own.map(({ item, cell }) => `${item} ${cell.replace(/\d+/, "")}`))];
}

describe("预算21表, 22 and 23 out of 预算01–20表 alone", () => {
  const budget = withoutSheets(readCase("hunan-budget-2026"), "预算21表", "预算22表", "预算23表");
  const made = generateTables(budget, {
    templates: ["21", "22", "23"].map((number) => builtInTemplate(`hunan-budget-2026-${number}`)),
    mode: "functions",
  });
  const [special, other, whole] = made.plans;
  if (special === undefined || other === undefined || whole === undefined) throw new Error("no plans");

  test("the money of 预算23表 is right and refers to the cells of the budget", () => {
    expect(row(whole, "ABCDEFGH", 7)).toEqual(["合计：", 1257.94, 1257.94, 0, 0, 0, 1045.4, 212.54]);
    expect(row(whole, "ABCDEFGH", 8)).toEqual([
      "湖南省质量和标准化研究院",
      1257.94,
      1257.94,
      "",
      "",
      "",
      1045.4,
      212.54,
    ]);
    expect([..."BCGH"].map((column) => cellAt(whole, `${column}8`)?.formula)).toEqual([
      "='预算02表 收入总表'!D9",
      "='预算02表 收入总表'!E9+'预算02表 收入总表'!I9",
      "='预算03表 支出总表'!D7",
      "='预算02表 收入总表'!D9-'预算03表 支出总表'!D7",
    ]);
  });

  test("every required level is laid out, also for a project of which nothing is known yet", () => {
    expect(levels(special, "HI")).toEqual(STANDARD);
    expect(levels(other, "EF")).toEqual(STANDARD);
    expect(levels(whole, "KL")).toEqual(STANDARD);
    expect(row(special, "ABCD", 6)).toEqual(["047007", "湖南省质量和标准化研究院", "", 0]);
    expect(row(special, "ABCD", 8)).toEqual(["047007", "", "", ""]);
  });

  test("what is still to be filled in is listed, and nothing else", () => {
    const indicators = (columns: string): string[] =>
      ["三级指标", "指标值类型", "指标值"].map((item, at) => `${item} ${columns[at] ?? ""}`);
    expect(lacking(made, "预算21表")).toEqual([
      "专项名称 B",
      "支出方向 C",
      "资金总额 D",
      "省级支出 E",
      "年度绩效目标 G",
      ...indicators("JKL"),
    ]);
    expect(lacking(made, "预算22表")).toEqual([
      "项目名称 B",
      "资金总额 C",
      "年度绩效目标 D",
      ...indicators("GHI"),
    ]);
    expect(lacking(made, "预算23表")).toEqual(["部门职能职责描述 I", "年度绩效目标 J", ...indicators("MNO")]);
  });

  test("the file with the three sheets added has no error, and is told what it lacks", () => {
    const file = addPlannedSheets(savedWorkbook(budget), made.plans);
    const report = checkWorkbook(readXlsx(file, "预算.xlsx"));
    expect(report.tables.slice(-3).map(({ form }) => form)).toEqual([
      "hunan-budget-2026-21",
      "hunan-budget-2026-22",
      "hunan-budget-2026-23",
    ]);
    expect(report.summary).toMatchObject({ error: 0, violated: 0 });
    const told = report.findings.filter(({ severity }) => severity !== "rounding");
    expect(told.map(({ check, sheet }) => `${check} ${sheet.slice(0, 5)}`)).toEqual([
      "indicator-levels 预算21表",
      "indicator-levels 预算22表",
      "indicator-levels 预算23表",
    ]);
  });
});

describe("预算23表 of drawn departments of several units", () => {
  const UNITS: readonly Unit[] = [
    { code: "047001", name: "机关本级", administrative: true },
    { code: "047007", name: "某研究院", administrative: false },
    { code: "047012", name: "某检测中心", administrative: false },
  ];
  const entry: fc.Arbitrary<Entry> = fc
    .record({
      unit: fc.constantFrom(...UNITS),
      function: fc.constantFrom("2013801", "2013850", "2080505", "2101102", "2150517"),
      fund: fc.constantFrom<Fund>("general", "governmentFund", "stateCapital", "fiscalAccount", "business"),
      kind: fc.constantFrom<"basic" | "project">("basic", "project"),
      economic: fc.constantFrom("30201", "30217", "30299"),
      // Whole hundreds, so that amounts in 万元 with two decimals are exact.
      amount: fc.integer({ min: 1, max: 50_000 }).map((hundreds) => hundreds * 100),
      prior: fc.boolean(),
    })
    .map((drawn) => ({ ...drawn, prior: drawn.prior && drawn.kind === "project" }));

  const inWan = (entries: readonly Entry[]): number | "" =>
    entries.length === 0 ? "" : entries.reduce((sum, { amount }) => sum + amount / 100, 0) / 100;

  test("money of each unit by fund and kind, without what was carried over; checked it has no error", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 25 }), (entries) => {
        const workbook = hunanWorkbook({ department: { code: "047", name: "某局" }, entries });
        const { plans } = generateTables(workbook, {
          templates: [builtInTemplate("hunan-budget-2026-23")],
          mode: "functions",
        });
        const [plan] = plans;
        if (plan === undefined) throw new Error("no plan");
        const spent = UNITS.flatMap(({ code, name }): unknown[][] => {
          const all = entries.filter(({ unit }) => unit.code === code);
          const own = all.filter(({ prior }) => !prior);
          const by = (...funds: readonly Fund[]): Entry[] => own.filter(({ fund }) => funds.includes(fund));
          if (all.length === 0) return [];
          const basic = inWan(own.filter(({ kind }) => kind === "basic"));
          const projects = own.length === 0 ? "" : inWan(own.filter(({ kind }) => kind === "project"));
          return [
            [
              name,
              inWan(own),
              inWan(by("general")),
              inWan(by("governmentFund")),
              inWan(by("fiscalAccount")),
              inWan(by("stateCapital", "business")),
              basic,
              // The rest of the money, 0 where all of it is basic expenditure.
              projects === "" && own.length > 0 ? 0 : projects,
            ],
          ];
        });
        const made = spent.map((_, at) => row(plan, "ABCDEFGH", 8 + at * STANDARD.length));
        expect(made).toEqual(spent);
        const report = checkWorkbook(readXlsx(addPlannedSheets(savedWorkbook(workbook), plans), "预算.xlsx"));
        expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

describe("Changsha's table 10 out of what the other tables tell", () => {
  const workbook = readCase("changsha-budget-2025");
  const made = (...given: readonly string[]): SheetPlan => {
    const [plan] = generateTables(withoutSheets(workbook, ...given), {
      templates: [builtInTemplate("changsha-budget-2025-10")],
      mode: "functions",
    }).plans;
    if (plan === undefined) throw new Error("no plan");
    return plan;
  };

  test("a department of which no other unit is known has the amounts of tables 1 and 4", () => {
    const plan = made("9", "10");
    const [name, ...amounts] = row(plan, "BCDEFGHI", 6);
    expect(name).toBe("长沙市工业和信息化局");
    expect(amounts).toEqual([10099.57, 10099.57, "", "", 0, 6984.55, 3115.02]);
    expect(levels(plan, "KL")).toEqual(STANDARD);
    const { sheets } = withoutSheets(workbook, "9", "10");
    const file = addPlannedSheets(savedWorkbook({ ...workbook, sheets }), [plan]);
    expect(checkWorkbook(readXlsx(file, "预算.xlsx")).summary).toMatchObject({ error: 0, violated: 0 });
  });

  test("drawn departments of one unit: as their own table 10 has them", () => {
    // As the lines above the sample's tables call it, which the drawn ones keep.
    const office = { code: "501001", name: "长沙市工业和信息化局" };
    const drawn = ledgers(true).map((ledger): Ledger => ({
      ...ledger,
      department: office.name,
      style: { ...ledger.style, totalOfUnits: false, zeros: false },
      entries: ledger.entries
        .filter(({ kind }) => kind === "personnel" || kind === "public" || kind === "project")
        .map((entry) => ({ ...entry, unit: office, prior: false, end: "spent" })),
    }));
    fc.assert(
      fc.property(drawn, (ledger) => {
        const published = changshaWorkbook(ledger);
        const budget = withoutSheets(published, "9", "10");
        const { plans } = generateTables(budget, {
          templates: [builtInTemplate("changsha-budget-2025-10")],
          mode: "functions",
        });
        const [plan] = plans;
        if (plan === undefined) throw new Error("no plan");
        const printed = sheetNamed(published, "10").cells.filter(({ row: at }) => at === 5);
        const wanted = [2, 3, 4, 5, 6, 7, 8].map((column) =>
          Number(printed.find((cell) => cell.column === column)?.value ?? 0),
        );
        // 其他资金 is what the others leave; each of them is rounded.
        const amounts = row(plan, "CDEFGHI", 6).map(Number);
        expect(Math.abs((amounts[4] ?? 0) - (wanted[4] ?? 0))).toBeLessThan(0.025);
        expect(amounts.toSpliced(4, 1)).toEqual(wanted.toSpliced(4, 1));
        const file = addPlannedSheets(savedWorkbook(budget), plans);
        expect(checkWorkbook(readXlsx(file, "预算.xlsx")).summary.error).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  test("of several units just their 项目支出 can be told, by table 9", () => {
    const plan = made("10");
    const rows = [0, 1, 2].map((at) => row(plan, "ACHI", 6 + at * STANDARD.length));
    expect(rows).toEqual([
      ["501001", "", "", 319.35],
      ["501006", "", "", 1484],
      ["501009", "", "", 1311.67],
    ]);
    expect(cellAt(plan, "I6")?.formula).toBe("='9项目支出绩效目标表'!C6");
  });
});

test("a project form of Jiangsu can be made before any project is known, with all levels", () => {
  const { plans } = generateTables(
    { name: "空.xlsx", sheets: [] },
    { templates: [builtInTemplate("jiangsu-goals-2023-project")], mode: "builtin" },
  );
  expect(plans.map(({ name }) => name)).toEqual(["江苏省省级项目预算绩效目标表"]);
  const [plan] = plans;
  expect(plan === undefined ? [] : levels(plan, "AB")).toEqual(STANDARD.slice(3));
});
