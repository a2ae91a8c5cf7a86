import fc from "fast-check";
import type { Entry, Fund, Kind, Ledger, Style, Unit } from "./changsha-ledger";

export const UNITS: readonly Unit[] = [
  { code: "501001", name: "长沙市某局" },
  { code: "501002", name: "长沙市某监测站" },
  { code: "501006", name: "长沙市某促进中心" },
  { code: "501009", name: "长沙市某服务中心" },
];
const FUNCTIONS = [
  "2010301",
  "2010302",
  "2010399",
  "2050803",
  "2080505",
  "2080506",
  "2089999",
  "2101101",
  "2101102",
  "2120101",
  "2150501",
  "2150502",
  "2150517",
  "2150550",
  "2150599",
  "2150899",
  "2210201",
  "2299999",
  // In no code book: a class of the city's own.
  "2150588",
];
/** Government funds and state capital have 项 of their own, in 类 that 一般公共预算 knows too and in others. */
const FUND_FUNCTIONS: Partial<Record<Fund, readonly string[]>> = {
  governmentFund: ["2120804", "2120899", "2082201", "2296003"],
  stateCapital: ["2230299", "2150599"],
};
const ECONOMIC: Readonly<Record<Kind, readonly string[]>> = {
  personnel: [
    "30101",
    "30102",
    "30103",
    "30107",
    "30108",
    "30113",
    "30199",
    "30299",
    "30301",
    "30302",
    "30305",
    "30399",
  ],
  public: ["30201", "30207", "30211", "30217", "30228", "30231", "30239", "30299", "31002", "31013"],
  project: [
    "30201",
    "30212",
    "30217",
    "30227",
    "30231",
    "30299",
    "30305",
    "31003",
    "31013",
    "31204",
    "39999",
  ],
  operating: ["30201", "30226"],
  upward: ["39999"],
  affiliated: ["39999"],
};
const OF_FISCAL: readonly Kind[] = ["personnel", "public", "project"];
const OF_UNIT: readonly Kind[] = ["personnel", "public", "project", "operating", "upward", "affiliated"];
const KINDS: Readonly<Record<Fund, readonly Kind[]>> = {
  appropriation: OF_FISCAL,
  nonTax: OF_FISCAL,
  governmentFund: OF_FISCAL,
  stateCapital: ["project"],
  fiscalAccount: OF_FISCAL,
  operating: ["operating"],
  superior: OF_FISCAL,
  business: OF_UNIT,
  affiliated: OF_UNIT,
  other: OF_UNIT,
};
const FUNDS = Object.keys(KINDS) as Fund[];
const PROJECTS = [
  "工业和信息化工作经费",
  "大院运行经费",
  "2025年离退休人员工作经费",
  "专项活动",
  "无线电管理经费",
];

interface Scope {
  readonly funds: readonly Fund[];
  readonly units: readonly Unit[];
  readonly functions: readonly string[];
  readonly kinds: readonly Kind[];
  readonly hasPrior: boolean;
  readonly ends: readonly Entry["end"][];
}

function entry({ funds, units, functions, kinds, hasPrior, ends }: Scope): fc.Arbitrary<Entry> {
  return fc.constantFrom(...funds).chain((fund) => {
    const own = KINDS[fund].filter((one) => kinds.includes(one));
    return fc.constantFrom(...(own.length === 0 ? KINDS[fund] : own)).chain((kind) =>
      fc.record({
        unit: fc.constantFrom(...units),
        function: fc.constantFrom(...(FUND_FUNCTIONS[fund] ?? functions)),
        fund: fc.constant(fund),
        kind: fc.constant(kind),
        economic: fc.constantFrom(...ECONOMIC[kind]),
        project: fc.constantFrom(...PROJECTS),
        amount: fc.integer({ min: 1, max: 5_000_000_00 }).map((fen) => fen / 100),
        prior: hasPrior ? fc.boolean() : fc.constant(false),
        // 财政拨款 that is left is carried over to next year; only a unit's own money is distributed.
        end: fc.constantFrom(
          "spent",
          "spent",
          ...ends.filter((one) => one !== "distributed" || OWN.includes(fund)),
        ),
      }),
    );
  });
}

const OWN: readonly Fund[] = ["operating", "business", "other"];

const style = (carryOverInGoals: boolean): fc.Arbitrary<Style> =>
  fc.record({
    carryOverInGoals: fc.constant(carryOverInGoals),
    shuffle: fc.constantFrom(0, 5, 31),
    fullSections: fc.boolean(),
    zeros: fc.boolean(),
    oneRowOfPublicCosts: fc.boolean(),
    codeOfEachProject: fc.boolean(),
    totalOfUnits: fc.boolean(),
  });

const scope: fc.Arbitrary<Scope> = fc.record({
  funds: fc.subarray(FUNDS, { minLength: 1 }),
  units: fc.subarray([...UNITS], { minLength: 1 }),
  functions: fc.subarray(FUNCTIONS, { minLength: 1 }),
  kinds: fc.subarray([...OF_UNIT], { minLength: 1 }),
  hasPrior: fc.boolean(),
  ends: fc.subarray<Entry["end"]>(["spent", "forward", "distributed"], { minLength: 0 }),
});

/** Ledgers of departments of all sorts: with one unit or several, few sources of money or all, with and without carry-over. */
export const ledgers = (carryOverInGoals: boolean, from: fc.Arbitrary<Scope> = scope): fc.Arbitrary<Ledger> =>
  from.chain((drawn) =>
    fc.record({
      department: fc.constant("长沙市某局"),
      entries: fc.array(entry(drawn), { minLength: 1, maxLength: 60 }),
      style: style(carryOverInGoals),
    }),
  );
