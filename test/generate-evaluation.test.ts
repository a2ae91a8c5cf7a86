import { checkWorkbook } from "../src/core/check-workbook";
import { generateTables, type GeneratedTables } from "../src/core/generate";
import { sheetOfPlan } from "../src/core/generate/extract/planned-sheet.testing";
import type { SheetPlan } from "../src/core/workbook/sheet-plan";
import type { SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";
import { workbook } from "./support/grid";
import { builtInTemplate, differences, sheetNamed } from "./support/round-trip";

/*
 * The evaluation tables of Hunan: what the published ones say is read, the tables are made again, and each is as it was
 * published but for the authorities' own slips and irregularities, each listed here.
 */

const TEMPLATES = {
  "hunan-self-evaluation-2024": ["annex-1", "annex-2", "annex-3"],
  "hunan-special-fund-2023": ["fund-annex-1", "fund-annex-2", "fund-annex-3", "fund-annex-4"],
} as const;

type Published = keyof typeof TEMPLATES;

/** All tables of a workbook made again: beside them with formulas on their cells, or by values in a workbook of their own. */
type Where = "beside" | "anew";

const made = new Map<string, GeneratedTables>();

function madeOf(name: Published, where: Where): GeneratedTables {
  const key = `${name} ${where}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const original = readCase(name);
  const templates = TEMPLATES[name].map((id) => builtInTemplate(`hunan-evaluation-2024-${id}`));
  const carry = original.sheets.map((sheet) => sheet.name);
  const tables =
    where === "beside"
      ? generateTables(original, { templates, mode: "functions", carry })
      : generateTables(workbook(), { templates, mode: "values", carryFrom: original });
  made.set(key, tables);
  return tables;
}

/** The plan of the same name as a sheet, but for what numbers it. */
function planFor({ name }: SheetSnapshot, plans: readonly SheetPlan[]): SheetPlan | undefined {
  const bare = (text: string): string => text.replace(/^附件[\d-]+ /, "").replace(/（\d+）$/, "");
  return plans.find((plan) => bare(plan.name) === bare(name));
}

/** Differences with the reason of each, and where it is found if not in both places. */
type Reasons = readonly (readonly [difference: string, why: string, only?: Where])[];

const CUT = "cut: 7,064.68 ÷ 7,324.16 = 96.457 %";
const OF_CUT = "follows the rate that was cut";
const ZERO = "beside, the amount is alive and has the decimals of the others in its table";
const ADDED = "printed rounded; the sum of the printed parts has more digits";
const RATE = "164.61 ÷ 196.00 = 83.985 %, 83.99 % is that of 164.6126";
const BLANK = "a blank before 分, in three places of eleven";
const NAME = "the four tables have three names for the fund";

const SLIPS: readonly (readonly [Published, sheet: string, Reasons])[] = [
  [
    "hunan-self-evaluation-2024",
    "附件1",
    [["A14 3.其他事业发展资金 → 3、其他事业发展资金", "a point where the lines above have 、"]],
  ],
  [
    "hunan-self-evaluation-2024",
    "附件2",
    [
      ["H4 #96.45% → #96.46%", CUT],
      ["I4 #9.64 → #9.65", OF_CUT],
      ["B7 政府性基金拨款：0 → 政府性基金拨款：0.00", ZERO, "beside"],
      ["B8 纳入专户管理的非税收入拨款：0 → 纳入专户管理的非税收入拨款：0.00", ZERO, "beside"],
      ["H34 #99.64 → #99.65", OF_CUT],
    ],
  ],
  ["hunan-self-evaluation-2024", "附件3-1", []],
  ["hunan-self-evaluation-2024", "附件3-2", [["D5 #428.73 → #428.76", "175.98 + 252.78 = 428.76"]]],
  [
    "hunan-special-fund-2023",
    "附件1",
    [
      ["AC7 #164.6126 → #164.61", "164.61 + 0.00"],
      ["AD7 #83.99% → #83.98%", RATE],
      ["AF7 #83.99% → #83.98%", RATE],
      ["AC13 #485.06 → #485.06 (485.0598)", ADDED],
      ["F40 #446.16 → #446.16 (446.164)", ADDED],
      ["G40 #716.12 → #716.12 (716.1229)", ADDED],
      ["H40 #1054.23 → #1054.23 (1054.22535)", ADDED],
      ["I40 #120.60 → #120.60 (120.599)", ADDED],
      ["K40 #2429.38 → #2429.38 (2429.382)", ADDED],
      ["L40 #7054.63 → #7054.63 (7054.6318)", ADDED],
      ["Z40 #17037.44 → #17037.44 (17037.44195)", ADDED],
      ["AB40 #1844.40 → #1844.40 (1844.3998)", ADDED],
      ["AC40 #33454.63 → #33454.63 (33454.6298)", ADDED],
    ],
  ],
  ["hunan-special-fund-2023", "附件2", []],
  [
    "hunan-special-fund-2023",
    "附件3",
    [
      [
        "A2 市场监督管理专项资金绩效评价指标评分表（共性指标） → 省级市场监督管理专项资金绩效评价指标评分表（共性指标）",
        NAME,
      ],
    ],
  ],
  [
    "hunan-special-fund-2023",
    "附件4",
    [
      [
        "A2 2023 年度省级市场监管专项资金绩效目标完成情况汇总表 → 2023 年度省级市场监督管理专项资金绩效目标完成情况汇总表",
        NAME,
      ],
      ["C140 时效指标 (10 分) → 时效指标 (10分)", BLANK],
      ["C193 可持续影响指标 (10 分) → 可持续影响指标 (10分)", BLANK],
      ["B196 满意度指标 (10 分) → 满意度指标 (10分)", BLANK],
      ["G202 #100 → #100 (100.27)", "75 × 0.27 = 20.25 under “20分”, and so on"],
      ["H202 #97.63 → #97.88", "the scores printed above it add up to 97.88"],
    ],
  ],
];

describe.each(["beside", "anew"] as const)(
  "made %s, a table is as it was published but for slips",
  (where) => {
    test.each(SLIPS)("%s %s", (name, start, reasons) => {
      const sheet = sheetNamed(readCase(name), start);
      expect(differences(sheet, planFor(sheet, madeOf(name, where).plans))).toEqual(
        reasons
          .filter(([, , only]) => only === undefined || only === where)
          .map(([difference]) => difference),
      );
    });
  },
);

test("there is a table for each that was published, and for a project that had no money in the year and no table", () => {
  const { plans, missing } = madeOf("hunan-self-evaluation-2024", "anew");
  // The projects stand as in 附件1; the published 附件3 has them the other way round.
  expect(plans.map(({ name }) => name)).toEqual([
    "附件1 基础数据表",
    "附件2 整体支出绩效自评表",
    "附件3-1 业务工作经费",
    "附件3-2 运行维护经费",
    "附件3-3 其他事业发展资金",
  ]);
  expect(new Set(missing.map(({ sheet }) => sheet))).toEqual(new Set(["附件3-3 其他事业发展资金"]));
  const fund = madeOf("hunan-special-fund-2023", "anew");
  expect(fund.plans).toHaveLength(4);
  expect(fund.missing).toEqual([]);
});

describe.each(Object.keys(TEMPLATES) as Published[])("%s made anew", (name) => {
  const sheets = (): SheetSnapshot[] => madeOf(name, "anew").plans.map(sheetOfPlan);

  test("is read and made once more without any difference", () => {
    const templates = TEMPLATES[name].map((id) => builtInTemplate(`hunan-evaluation-2024-${id}`));
    const { plans } = generateTables(workbook(), {
      templates,
      mode: "values",
      carryFrom: workbook(...sheets()),
    });
    expect(sheets().flatMap((sheet) => differences(sheet, planFor(sheet, plans)))).toEqual([]);
  });
});

/** Sums of amounts with up to five decimals, shown with two. */
const SHOWN_ROUNDED = ["F40", "G40", "H40", "I40", "K40", "L40", "Z40", "AB40"].map(
  (cell) => `rounding total-down ${cell}`,
);

test.each([
  [
    "hunan-self-evaluation-2024",
    ["rounding execution-rate H4", "rounding execution-score I4", "error total-down D5"],
    [],
  ],
  [
    "hunan-special-fund-2023",
    ["rounding rate-of-amounts AD7", ...SHOWN_ROUNDED, "rounding total-down AC40", "error score-total H202"],
    SHOWN_ROUNDED,
  ],
] as const)("rates, scores and sums down of %s are right once they are made anew", (name, before, after) => {
  const found = (snapshot: WorkbookSnapshot): string[] =>
    checkWorkbook(snapshot)
      .findings.filter(({ check }) => /^(?:execution|rate|score|total-down)/.test(check))
      .map(({ severity, check, cell }) => `${severity} ${check} ${cell}`);
  expect(found(readCase(name))).toEqual(before);
  expect(found(workbook(...madeOf(name, "anew").plans.map(sheetOfPlan)))).toEqual(after);
});
