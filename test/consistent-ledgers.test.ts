import fc from "fast-check";
import { analyseWorkbook } from "../src/core/analyse";
import { checkWorkbook } from "../src/core/check-workbook";
import { explainCell } from "../src/core/explain-cell";
import {
  hunanWorkbook,
  type Entry,
  type Fund,
  type Kind,
  type Ledger,
  type Unit,
} from "./support/hunan-ledger";

/* Whatever a department's budget looks like: printed without a slip, it gives no error. */

const UNITS: readonly Unit[] = [
  { code: "047001", name: "机关本级", administrative: true },
  { code: "047007", name: "某研究院", administrative: false },
  { code: "047012", name: "某检测中心", administrative: false },
];
const FUNCTIONS = [
  "2011499",
  "2013801",
  "2013808",
  "2013850",
  "2050803",
  "2080502",
  "2080505",
  "2101101",
  "2101102",
  "2210201",
  "2150517",
];
const BASIC = [
  "30101",
  "30102",
  "30103",
  "30107",
  "30108",
  "30110",
  "30113",
  "30199",
  "30201",
  "30207",
  "30217",
  "30226",
  "30231",
  "30299",
  "30302",
  "30305",
  "30309",
  "30311",
];
const PROJECT = [
  "30201",
  "30217",
  "30226",
  "30227",
  "30231",
  "30299",
  "30305",
  "31002",
  "31003",
  "31013",
  "31299",
  "39999",
];

/** Administrative units pay no 绩效工资: the governmental classification has no 款 for it there. */
function wageOf(unit: Unit, economic: string): string {
  return unit.administrative && economic === "30107" ? "30102" : economic;
}

const entry = (funds: readonly Fund[], units: readonly Unit[]): fc.Arbitrary<Entry> =>
  fc
    .record({
      unit: fc.constantFrom(...units),
      function: fc.constantFrom(...FUNCTIONS),
      fund: fc.constantFrom(...funds),
      kind: fc.constantFrom<Kind>("basic", "project"),
      basic: fc.constantFrom(...BASIC),
      project: fc.constantFrom(...PROJECT),
      amount: fc.integer({ min: 1, max: 5_000_000_00 }).map((fen) => fen / 100),
      prior: fc.boolean(),
      carried: fc.constantFrom(false, false, false, true),
    })
    .map(({ basic, project, ...rest }) => ({
      ...rest,
      economic: rest.kind === "basic" ? wageOf(rest.unit, basic) : project,
    }));

const ledger: fc.Arbitrary<Ledger> = fc
  .record({
    funds: fc.subarray<Fund>(["general", "governmentFund", "stateCapital", "fiscalAccount", "business"], {
      minLength: 1,
    }),
    units: fc.subarray([...UNITS], { minLength: 1 }),
  })
  .chain(({ funds, units }) =>
    fc.record({
      department: fc.constant({ code: "047", name: "某局" }),
      entries: fc.array(entry(funds, units), { minLength: 1, maxLength: 60 }),
    }),
  );

test("a consistent workbook never gives an error or a warning", () => {
  fc.assert(
    fc.property(ledger, (drawn) => {
      const report = checkWorkbook(hunanWorkbook(drawn));
      const wrong = report.findings.filter(({ severity }) => severity !== "rounding");
      expect(wrong.map(({ message }) => message)).toEqual([]);
      for (const { sheet, amounts, classified } of report.tables) {
        expect({ sheet, classified }).toEqual({ sheet, classified: amounts });
      }
    }),
    { numRuns: 150 },
  );
});

describe("two fund sources, each with a table of its own", () => {
  const [unit = { code: "", name: "", administrative: false }] = UNITS.slice(1);
  const line = (fund: Fund, code: string, amount: number): Entry => ({
    unit,
    function: code,
    fund,
    kind: "project",
    economic: "30201",
    amount,
    prior: false,
  });
  const ledgerOf = (governmentFund: number): Ledger => ({
    department: { code: "047", name: "某局" },
    entries: [
      line("general", "2013808", 500_000),
      line("general", "2050803", 120_000),
      line("governmentFund", "2013808", governmentFund),
    ],
  });
  const workbook = hunanWorkbook(ledgerOf(300_000));

  test("a class over all funds is the sum of 预算07表 and 15", () => {
    const names = workbook.sheets.map(({ name }) => name);
    const found = explainCell(analyseWorkbook(workbook), names, "预算01表", "D6");
    expect(
      typeof found === "string" ? found : found.equations.map(({ title, text }) => `${title} ${text}`),
    ).toContain("分资金性质各表之和 D6 80.00 = 《预算07表》C10 50.00 + 《预算15表》C11 30.00");
  });

  test("a 预算15表 that agrees with itself alone is found", () => {
    const other = hunanWorkbook(ledgerOf(310_000)).sheets.find(({ name }) => name.startsWith("预算15表"));
    const sheets = workbook.sheets.map((sheet) => (sheet.name === other?.name ? other : sheet));
    const checks = checkWorkbook({ ...workbook, sheets }).findings.map(({ check }) => check);
    expect(checks).toContain("sum-of-tables");
  });
});
