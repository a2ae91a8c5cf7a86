import { normaliseName } from "../src/core/classification/normalise";
import { indicatorModel } from "../src/core/indicators/describe";
import type { IndicatorModel, IndicatorOfModel, IndicatorTableModel } from "../src/core/indicators/model";
import { columnLetters, parseA1, toA1 } from "../src/core/workbook/address";
import { sheetGrid, textOf } from "../src/core/workbook/grid";
import type { SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase, type CaseName } from "./support/cases";
import { VARIANTS } from "./support/variants";
import type { Changed } from "./support/variants/layout";

/* Every indicator of the five real workbooks is read, as it stands in the cells. */

const NAMES: readonly CaseName[] = [
  "hunan-budget-2026",
  "changsha-budget-2025",
  "jiangsu-goals-2023",
  "hunan-self-evaluation-2024",
  "hunan-special-fund-2023",
];
const snapshots = new Map(NAMES.map((name) => [name, readCase(name)]));
const models = new Map([...snapshots].map(([name, snapshot]) => [name, indicatorModel(snapshot)]));

function modelOf(name: CaseName): IndicatorModel {
  const model = models.get(name);
  if (model === undefined) throw new Error(`no case ${name}`);
  return model;
}

function indicatorsOf(tables: readonly IndicatorTableModel[]): IndicatorOfModel[] {
  return tables.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators));
}

function tablesOn(name: CaseName, sheet: string): IndicatorTableModel[] {
  return modelOf(name).tables.filter((table) => table.sheet.startsWith(sheet));
}

/** The indicator whose name stands in a cell. */
function at(name: CaseName, sheet: string, cell: string): IndicatorOfModel {
  const found = indicatorsOf(tablesOn(name, sheet)).find((indicator) => indicator.cell === cell);
  if (found === undefined) throw new Error(`no indicator at ${sheet}!${cell}`);
  return found;
}

/** A header of indicators, found by its own words, and the rows below it: not by the code under test. */
interface Stretch {
  readonly sheet: SheetSnapshot;
  readonly headings: ReadonlyMap<string, number>;
  readonly rows: readonly number[];
}

function stretchesOf({ sheets }: WorkbookSnapshot): Stretch[] {
  return sheets.flatMap((sheet) => {
    const grid = sheetGrid(sheet);
    const words = (row: number): Map<string, number> =>
      new Map(grid.row(row).map((cell) => [normaliseName(textOf(cell)), cell.column]));
    const tops = grid.rowNumbers.filter((row) => words(row).has("三级指标"));
    return tops.map((top, index) => {
      const next = tops[index + 1] ?? Infinity;
      return {
        sheet,
        headings: words(top),
        rows: grid.rowNumbers.filter((row) => row > top && row < next),
      };
    });
  });
}

/** Filled cells of a stretch below a heading, as [A1, text]. */
function below({ sheet, headings, rows }: Stretch, heading: string): [cell: string, text: string][] {
  const column = headings.get(heading);
  if (column === undefined) return [];
  return sheet.cells
    .filter((cell) => cell.column === column && rows.includes(cell.row))
    .map((cell) => [toA1(cell), textOf(cell).trim()]);
}

/** Text of a column at a row, or the nearest one above it below the same header. */
function nearestAbove({ sheet, headings, rows }: Stretch, heading: string, row: number): string {
  const column = headings.get(heading) ?? -1;
  const cells = sheet.cells.filter(
    (cell) => cell.column === column && cell.row <= row && rows.includes(cell.row),
  );
  return cells.at(-1)?.text ?? "";
}

describe("every row with a third-level indicator is read, and no other", () => {
  test.each(NAMES)("%s", (name) => {
    const snapshot = snapshots.get(name);
    const stretches = snapshot === undefined ? [] : stretchesOf(snapshot);
    const { tables, summary } = modelOf(name);
    expect(tables.map(({ sheet }) => sheet)).toEqual(stretches.map(({ sheet }) => sheet.name));
    stretches.forEach((stretch, index) => {
      const table = tables[index];
      const read = indicatorsOf(table === undefined ? [] : [table]);
      expect(read.map(({ cell, name: words }) => [cell, words])).toEqual(below(stretch, "三级指标"));
    });
    expect(summary.indicators).toBe(stretches.flatMap((stretch) => below(stretch, "三级指标")).length);
  });

  test.each(NAMES)("%s: levels are those at or above the row", (name) => {
    const snapshot = snapshots.get(name);
    const stretches = snapshot === undefined ? [] : stretchesOf(snapshot);
    const plain = (text: string): string => normaliseName(text).replace(/\(\d+分\)$/, "");
    stretches.forEach((stretch, index) => {
      for (const { cell, level1, level2 } of indicatorsOf(modelOf(name).tables.slice(index, index + 1))) {
        const row = parseA1(cell)?.row ?? -1;
        expect({ cell, level1, level2 }).toEqual({
          cell,
          level1: plain(nearestAbove(stretch, "一级指标", row)),
          level2: plain(nearestAbove(stretch, "二级指标", row)),
        });
      }
    });
  });
});

test("counts a sheet, by unit and project", () => {
  const counts = NAMES.flatMap((name) =>
    modelOf(name).tables.map(
      ({ sheet, groups }) =>
        `${sheet}: ${groups
          .map(({ unit, project, indicators }) => {
            const owner = project ?? unit ?? "—";
            return `${owner.replace("江苏省计量科学研究院（江苏省能源计量数据中心）", "江苏计量院")} ${String(indicators.length)}`;
          })
          .join(", ")}`,
    ),
  );
  expect(counts).toEqual([
    "预算21表 专项资金绩效目标表: 质量基础设施建设 78, 监督执法 11",
    "预算22表 其他资金绩效目标表: 业务工作经费 22",
    "预算23表 单位整体支出绩效目标表: 湖南省质量和标准化研究院 68",
    `9项目支出绩效目标表: ${[
      "工业和信息化工作经费 19",
      "派驻纪检监察组办公经费 7",
      "无线电管理经费 14",
      "下属两家已改制事业单位独生子女父母奖励金 7",
      "项目前期工作经费 14",
      "常规业务经费 15",
      "大院运行经费 12",
      "工发资金切块业务工作专项经费 16",
      "2025年长沙市企业服务中心工作经费 8",
      "2025年公共服务平台运维及项目评审室项目经费 4",
      "2025年离退休人员工作经费 7",
      "2025年中小企业公共服务专项活动 9",
    ].join(", ")}`,
    `10部门整体支出绩效目标表: ${[
      "长沙市工业和信息化局 13",
      "湖南省无线电管理委员会办公室长沙市无线电监测站 7",
      "长沙市制造业发展促进中心 10",
      "长沙市企业服务中心 20",
    ].join(", ")}`,
    "部门整体绩效目标表: 江苏计量院 30",
    "部门整体绩效目标表: 江苏计量院 29",
    "部门整体绩效目标表: 江苏计量院 11",
    "计量监督管理业务经费: 计量监督管理业务经费 39",
    "计量检验检测能力提升经费: 计量检验检测能力提升经费 29",
    "计量综合业务管理经费: 计量综合业务管理经费 37",
    "科研项目经费: 科研项目经费 29",
    "检验检测业务成本: 检验检测业务成本 35",
    "检验业务用房建设及改造经费: 检验业务用房建设及改造经费 29",
    "信息化建设经费: 信息化建设经费 25",
    "信息化运行维护经费: 信息化运行维护经费 31",
    "附件2 整体支出绩效自评表: 湖南省工业和信息化行业事务中心 21",
    "附件3-1 运行维护经费: 运行维护经费 17",
    "附件3-2 业务工作经费: 业务工作经费 11",
    "附件3 绩效评价指标评分表: — 11",
    "附件4 绩效目标完成情况汇总表: 省级市场监督管理专项 189",
  ]);
});

test("projects stand below the unit the sheet names", () => {
  const owners = tablesOn("changsha-budget-2025", "9").flatMap(({ groups }) =>
    groups.map(({ unit }) => unit ?? ""),
  );
  expect([...new Set(owners)].map((unit) => [unit, owners.filter((owner) => owner === unit).length])).toEqual(
    [
      ["长沙市工业和信息化局", 5],
      ["长沙市制造业发展促进中心", 3],
      ["长沙市企业服务中心", 4],
    ],
  );
  const unitOf = (name: CaseName, sheet: string): string | null | undefined =>
    tablesOn(name, sheet)[0]?.groups[0]?.unit;
  expect(unitOf("hunan-budget-2026", "预算21表")).toBe("湖南省质量和标准化研究院");
  expect(unitOf("hunan-self-evaluation-2024", "附件3-2")).toBe("湖南省工业和信息化行业事务中心");
  expect(unitOf("hunan-special-fund-2023", "附件4")).toBe("湖南省市场监督管理局");
  expect(unitOf("jiangsu-goals-2023", "科研")).toBe("江苏省计量科学研究院（江苏省能源计量数据中心）");
});

test.each<[CaseName, string, string, Partial<IndicatorOfModel>]>([
  [
    "hunan-budget-2026",
    "预算21表",
    "J103",
    { level1: "满意度指标", level2: "服务对象满意度指标", kind: "满意度" },
  ],
  ["hunan-budget-2026", "预算23表", "M33", { level1: "成本指标", level2: "经济成本指标", kind: "成本" }],
  ["hunan-budget-2026", "预算23表", "M36", { level1: "产出指标", level2: "数量指标", kind: "数量" }],
  ["changsha-budget-2025", "9", "G106", { level1: "效益指标", level2: "社会效益指标", weight: "8" }],
  ["changsha-budget-2025", "9", "G165", { level1: "产出指标", level2: "数量指标", weight: null }],
  ["changsha-budget-2025", "10", "M58", { level1: "产出指标", level2: "时效指标", kind: "时效" }],
  ["jiangsu-goals-2023", "部门整体", "C41", { level1: "过程", level2: "预算执行", kind: "过程" }],
  [
    "jiangsu-goals-2023",
    "部门整体",
    "D77",
    { level2: "履行智慧计量职能", focus: "信息化运行维护经费", kind: "产出" },
  ],
  ["jiangsu-goals-2023", "信息化运行", "C42", { level1: "成本", level2: "生态成本", kind: "成本" }],
  ["hunan-self-evaluation-2024", "附件2", "D22", { level1: "产出指标", level2: "成本指标", kind: "成本" }],
  [
    "hunan-self-evaluation-2024",
    "附件3-2",
    "D20",
    { level1: "效益指标", level2: "生态效益指标", score: "8" },
  ],
  [
    "hunan-special-fund-2023",
    "附件3",
    "C36",
    { level1: "过程", level2: "组织实施", weight: "4", score: "3.5" },
  ],
  [
    "hunan-special-fund-2023",
    "附件4",
    "D154",
    { level2: "时效指标", weight: "0.67", score: "0", kind: "时效" },
  ],
])("%s %s %s", (name, sheet, cell, expected) => {
  expect(at(name, sheet, cell)).toMatchObject(expected);
});

describe("targets and actual values", () => {
  /** “≥2.5万人次”, “100%”, “50 篇以上”: an amount and nothing else, by a rule of its own. */
  const PLAIN =
    /^(?:[≥≤=><]\s*)?\d[\d,]*(?:\.\d+)?\s*(?:%|[万亿]?[\u4e00-\u9fff]{0,4}(?:\/[\u4e00-\u9fff]{1,3}){0,2})$/;
  const DAY = /^(?:[≥≤=]\s*)?20\d{6}日?$|^(?:≤\s*)?20\d\d\s*年/;

  test.each(NAMES)("%s: a plain amount is read as one, words as words", (name) => {
    const values = indicatorsOf(modelOf(name).tables).flatMap(({ target, halfTarget, actual }) =>
      [target, halfTarget, actual].filter((value) => value !== null),
    );
    const kindsOf = (test: (text: string) => boolean): string[] => [
      ...new Set(values.filter(({ text }) => test(text)).map(({ kind }) => kind)),
    ];
    const plain = values.filter(({ text }) => PLAIN.test(text) && !DAY.test(text));
    expect(new Set(plain.map(({ kind }) => kind))).toEqual(new Set(["quantity"]));
    expect(plain.length).toBeGreaterThan(name === "hunan-self-evaluation-2024" ? 20 : 100);
    const words = kindsOf((text) => !/[\d一二两三四五六七八九十每]/.test(text));
    expect(words.filter((kind) => kind !== "qualitative")).toEqual([]);
  });

  test("a target is missing only where its cell is blank", () => {
    const missing = NAMES.flatMap((name) =>
      indicatorsOf(modelOf(name).tables.filter(({ form }) => form !== "hunan-evaluation-2024-scores"))
        .filter(({ target }) => target === null)
        .map(({ cell }) => cell),
    );
    // 预算21表 lists distinct values of a group in place of a value a row; 检验检测业务成本 E49 is blank.
    const blank = (column: string, first: number, last: number): string[] =>
      Array.from({ length: last - first + 1 }, (_, index) => `${column}${String(first + index)}`);
    expect(missing).toEqual([
      ...blank("J", 36, 49),
      "J55",
      ...blank("J", 61, 63),
      ...blank("J", 74, 78),
      ...blank("J", 83, 87),
      "J96",
      "J97",
      "C49",
    ]);
  });

  test("operator, value and unit of one text or of three cells", () => {
    expect(at("hunan-self-evaluation-2024", "附件2", "D13").target).toEqual({
      cell: "E13",
      text: "≥2.5万人次",
      remarks: [],
      kind: "quantity",
      label: "",
      operator: "≥",
      change: null,
      approximation: null,
      value: "2.5",
      unit: "万人次",
    });
    expect(at("hunan-budget-2026", "预算23表", "M42").target).toMatchObject({
      cell: "O42",
      text: "≥260万条",
      operator: "≥",
      value: "260",
      unit: "万条",
    });
    expect(at("changsha-budget-2025", "10", "M7").target).toMatchObject({
      cell: "O7",
      operator: "≤",
      value: "2519.7",
      unit: "万元",
    });
  });

  test("dates, ranges, several amounts, words", () => {
    expect(at("hunan-budget-2026", "预算22表", "G24").target).toMatchObject({
      kind: "date",
      from: "2026-12-31",
      to: "2026-12-31",
      deadline: true,
    });
    expect(at("hunan-budget-2026", "预算23表", "M65").target).toMatchObject({
      kind: "recurring",
      every: "month",
      day: 31,
    });
    expect(at("hunan-special-fund-2023", "附件4", "D131").target).toMatchObject({
      kind: "range",
      low: "5",
      high: "8",
      highUnit: "项",
    });
    expect(at("hunan-special-fund-2023", "附件4", "D159").target).toMatchObject({
      kind: "several",
      parts: [
        { value: "50", unit: "万元/县(市区)" },
        { value: "100", unit: "万元/市州" },
      ],
    });
    expect(at("jiangsu-goals-2023", "科研", "C51")).toMatchObject({
      target: { cell: "E51", kind: "qualitative", words: "明显" },
      halfTarget: { cell: "D51", kind: "qualitative", words: "明显" },
    });
  });

  test("what is not read as a value: all of it, in all five workbooks", () => {
    const unread = NAMES.flatMap((name) =>
      modelOf(name).tables.flatMap((table) =>
        indicatorsOf([table]).flatMap((indicator) =>
          indicator.unread.map(
            ({ field, cell, text }) => `${table.sheet.slice(0, 5)} ${cell} ${field} ${text.slice(0, 12)}`,
          ),
        ),
      ),
    );
    expect(unread).toEqual([
      "附件2 整 F13 actual 组织实施全国计算机技术与",
      "附件2 整 F14 actual 全年赴省内多地 30多家",
      "附件2 整 F21 actual 按照年初非税征收计划，完",
      "附件2 整 F22 actual 对闲置老旧资产进行维护维",
      "附件2 整 F23 actual 协助完成省内 2批次共 ",
      "附件2 整 F27 actual 组织专家赴长沙、株洲、湘",
      "附件2 整 F28 actual 参加“两重”“两新”送解",
      "附件2 整 F29 actual 常态化落实离休干部和特困",
      "附件2 整 F30 actual 全年处置各类信访事件 3",
      "附件2 整 F31 actual 收集整理离休干部典型事迹",
      "附件3-1 F12 actual 组织实施全国计算机技术与",
      "附件3-1 F22 actual 加强存量资产权属登记和台",
      "附件3-1 F28 actual 中心全年未发生安全事故、",
      "附件3-2 F12 actual 全年赴省内多地 30多家",
      "附件3-2 F15 actual 编印《民船生产企业安全生",
      "附件3-2 F16 actual 在 2024年内圆满完成",
      "附件3-2 F18 actual 协助完成省内2批次20家",
      "附件3-2 F19 actual 参加“两重”“两新”送解",
      "附件3-2 F20 actual 召开了 20余场次行业协",
      "附件3-2 F21 actual 开展产业人才选拔和培训活",
      "附件3-2 F22 actual 经过培训、活动及赛事开展",
      "附件4 绩 E23 target 全省存量企业数*3%",
      "附件4 绩 E45 target 45家组织3个人",
      "附件4 绩 F45 actual 47家组织4个人",
      "附件4 绩 E139 target 100%通过国家知识产权",
    ]);
  });

  test("an unread text keeps its words and says why", () => {
    expect(at("hunan-special-fund-2023", "附件4", "D139")).toMatchObject({
      target: { kind: "unread", text: "100%通过国家知识产权局验收" },
      unread: [
        {
          field: "target",
          cell: "E139",
          text: "100%通过国家知识产权局验收",
          reason: "“100%通过国家知识产权局验收”中有数字，但不是一个能识别的指标值，按文字保留。",
        },
      ],
    });
  });
});

describe("weights and scores", () => {
  /** Sum of the numbers below a heading, in hundredths. */
  const sumBelow = (name: CaseName, sheet: string, heading: string): number => {
    const snapshot = snapshots.get(name);
    const stretch = (snapshot === undefined ? [] : stretchesOf(snapshot)).find((found) =>
      found.sheet.name.startsWith(sheet),
    );
    if (stretch === undefined) throw new Error(`no ${sheet}`);
    const names = new Set(below(stretch, "三级指标").map(([cell]) => parseA1(cell)?.row));
    return below(stretch, heading)
      .filter(([cell]) => names.has(parseA1(cell)?.row))
      .reduce((sum, [, text]) => sum + Math.round(Number(text) * 100), 0);
  };
  const sumOf = (name: CaseName, sheet: string, field: "weight" | "score"): number =>
    indicatorsOf(tablesOn(name, sheet)).reduce(
      (sum, indicator) => sum + Math.round(Number(indicator[field] ?? 0) * 100),
      0,
    );

  test.each<[CaseName, string, string, string | null, number, number]>([
    ["changsha-budget-2025", "9", "备注", null, 683, 0],
    ["changsha-budget-2025", "10", "备注", null, 124, 0],
    ["hunan-self-evaluation-2024", "附件2", "分值", "自评得分", 90, 90],
    ["hunan-self-evaluation-2024", "附件3-1", "分值", "自评得分", 90, 90],
    ["hunan-self-evaluation-2024", "附件3-2", "分值", "自评得分", 90, 90],
    ["hunan-special-fund-2023", "附件3", "分值", "得分", 40, 36.6],
    ["hunan-special-fund-2023", "附件4", "分值", "自评得分", 90.27, 88.33],
  ])("%s %s", (name, sheet, weights, scores, weight, score) => {
    expect(sumOf(name, sheet, "weight")).toBe(Math.round(weight * 100));
    expect(sumOf(name, sheet, "weight")).toBe(sumBelow(name, sheet, weights));
    expect(sumOf(name, sheet, "score")).toBe(Math.round(score * 100));
    if (scores !== null) expect(sumOf(name, sheet, "score")).toBe(sumBelow(name, sheet, scores));
  });

  test("a blank weight is not 0", () => {
    expect(at("changsha-budget-2025", "9", "G22").weight).toBeNull();
    for (const { weight } of indicatorsOf(modelOf("hunan-budget-2026").tables)) expect(weight).toBeNull();
  });

  test("total and execution as printed", () => {
    const [table] = tablesOn("hunan-special-fund-2023", "附件4");
    expect(table?.total).toEqual({
      weight: { cell: "G202", text: "100", value: "100" },
      score: { cell: "H202", text: "97.63", value: "97.63" },
    });
    expect(table?.execution).toMatchObject({
      unit: "万元",
      budget: { cell: "E6", text: "33,085.00", value: "33085" },
      executed: { value: "31610.23" },
      rate: { cell: "H6", text: "95.54%", value: "0.9554" },
      score: { value: "9.55" },
    });
    expect(tablesOn("jiangsu-goals-2023", "科研")[0]).toMatchObject({ total: null, execution: null });
  });
});

test("years, and levels left without an indicator", () => {
  expect(tablesOn("changsha-budget-2025", "9")[0]?.year).toBe(2025);
  expect(tablesOn("hunan-special-fund-2023", "附件4")[0]?.year).toBe(2023);
  expect(tablesOn("hunan-budget-2026", "预算21表")[0]?.year).toBeNull();
  const empty = tablesOn("hunan-budget-2026", "预算22表")[0]?.groups[0]?.emptyLevels;
  expect(empty).toEqual([
    { cell: "F15", level1: "成本指标", level2: "生态环境成本指标" },
    { cell: "F28", level1: "效益指标", level2: "生态效益指标" },
    { cell: "F29", level1: "效益指标", level2: "可持续影响指标" },
  ]);
});

test("attainment, and scores by the grading rule", () => {
  expect(at("hunan-special-fund-2023", "附件4", "D56").attainment).toMatchObject({
    status: "attained",
    degree: "5.058",
    deviation: "4.058",
    basis: "value",
  });
  expect(at("hunan-special-fund-2023", "附件4", "D154").attainment).toMatchObject({
    status: "missed",
    degree: null,
  });
  expect(at("changsha-budget-2025", "9", "G10")).toMatchObject({
    gradingRule: { cell: "J10", kind: "steps", reason: null },
    attainment: null,
    computedScore: null,
  });
  // 95%以上计满分，每降5%扣1分，扣完为止: the rule stands in the target.
  expect(at("hunan-self-evaluation-2024", "附件2", "D32")).toMatchObject({
    target: { operator: "≥", value: "95", unit: "%" },
    gradingRule: { cell: "E32", kind: "steps" },
    computedScore: { score: "5" },
  });
  const { gradingRule } = at("changsha-budget-2025", "9", "G147");
  expect(gradingRule).toMatchObject({ kind: "not-computable", text: "(1-60%)*指标分值" });
  expect(gradingRule?.reason).toContain("(1-60%)*指标分值");
});

describe("the same tables kept otherwise give the same model", () => {
  /** Every text of a model but names of sheets, its cells where they stood before. */
  const flat = ({ tables }: IndicatorModel, home?: Changed["home"]): unknown =>
    tables.map((table) => ({
      ...replaced(table, (cell) => (home === undefined ? cell : home(table.sheet, cell)?.cell)),
      sheet: "",
    }));
  const replaced = (value: object, cellOf: (cell: string) => string | undefined): object =>
    JSON.parse(
      JSON.stringify(value, (key, part: unknown) =>
        key === "cell" && typeof part === "string" ? cellOf(part) : part,
      ),
    ) as object;

  const KEPT = [
    "no merges",
    "two blank rows on top",
    "a blank column at the left",
    "sheets renamed",
    "sheets with each other's names",
  ];
  const variants = VARIANTS.filter(({ name }) => KEPT.includes(name));
  expect(variants).toHaveLength(KEPT.length);

  test.each(NAMES.flatMap((name) => variants.map((variant) => [name, variant.name, variant] as const)))(
    "%s: %s",
    (name, _kept, { apply }) => {
      const snapshot = snapshots.get(name);
      if (snapshot === undefined) throw new Error(`no case ${name}`);
      const { snapshot: kept, home } = apply(snapshot);
      expect(flat(indicatorModel(kept), home)).toEqual(flat(modelOf(name)));
    },
  );

  test.each(NAMES)("%s: levels written on every row, nothing merged", (name) => {
    const snapshot = snapshots.get(name);
    if (snapshot === undefined) throw new Error(`no case ${name}`);
    const filled = new Map<string, string>();
    for (const stretch of stretchesOf(snapshot)) {
      for (const heading of ["一级指标", "二级指标"]) {
        const column = stretch.headings.get(heading) ?? -1;
        for (const [cell] of below(stretch, "三级指标")) {
          const row = parseA1(cell)?.row ?? -1;
          filled.set(
            `${stretch.sheet.name}!${columnLetters(column)}${String(row + 1)}`,
            nearestAbove(stretch, heading, row),
          );
        }
      }
    }
    const sheets = snapshot.sheets.map((sheet) => {
      const own = new Set(sheet.cells.map((cell) => toA1(cell)));
      const more = [...filled].flatMap(([place, text]) => {
        const [, cell = ""] = place.split("!");
        const address = parseA1(cell);
        if (address === null || own.has(cell) || place !== `${sheet.name}!${cell}`) return [];
        return [{ ...address, value: text, text, formula: null, decimals: null }];
      });
      const cells = [...sheet.cells, ...more].sort((a, b) => a.row - b.row || a.column - b.column);
      return { ...sheet, cells, merges: [] };
    });
    expect(flat(indicatorModel({ ...snapshot, sheets }))).toEqual(flat(modelOf(name)));
  });
});
