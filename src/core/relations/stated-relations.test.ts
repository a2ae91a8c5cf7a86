import { checkWorkbook } from "../check-workbook";
import type { Finding } from "../report";
import type { SheetSnapshot } from "../workbook/snapshot";
import { grid, withCell, workbook } from "../../../test/support/grid";

/* Rules over small tables that no form knows. Every rule stands in row 2 of its sheet unless drawn otherwise. */

const SPENDING: SheetSnapshot = {
  ...grid(
    `
    科技专项资金支出情况表
    单位：万元
    科目编码 | 科目名称 | 合计  | 基本支出 |      |          | 项目支出
             |          |       | 小计     | 人员 | 公用经费 |
             | 合计     | 100.00 | 60.00   | 50.00 | 10.00   | 40.00
    201      | 一般公共服务支出 | 70.00 | 45.00 | 40.00 | 5.00 | 25.00
    20138    | 市场监督管理事务 | 70.00 | 45.00 | 40.00 | 5.00 | 25.00
    205      | 教育支出 | 30.00 | 15.00   | 10.00 | 5.00    | 15.00
    20508    | 市场监督管理事务 | 30.00 | 15.00 | 10.00 | 5.00 | 15.00
  `,
    "支出",
  ),
  merges: [
    { top: 2, bottom: 2, left: 3, right: 5 },
    ...[0, 1, 2, 6].map((column) => ({ top: 2, bottom: 3, left: column, right: column })),
  ],
};
const FUNDS = grid(
  `
  项目资金情况表
  单位：元
  项目     | 资金总额
  信息化   | 150000.00
  培训     | 250000.00
  合计     | 400000.00
`,
  "项目资金",
);

/** Findings about the rules in a book of these tables, without the sheet's name where it is 勾稽规则. */
function findings(
  rules: string,
  tables: readonly SheetSnapshot[] = [SPENDING, FUNDS],
  name = "勾稽规则",
): string[] {
  const report = checkWorkbook(workbook(...tables, grid(rules, name)));
  const ours = ({ check }: Finding): boolean => check === "stated-relation" || check === "broken-rule";
  return report.findings
    .filter(ours)
    .map(({ severity, sheet, cell, message }) => `${severity} ${sheet}!${cell} ${message}`);
}

/** What is said of one relation. */
const rule = (relation: string, ...tables: readonly SheetSnapshot[]): string =>
  findings(`关系\n${relation}`, tables.length === 0 ? undefined : tables).join("\n");

describe("a relation that holds is not spoken of", () => {
  test.each([
    ["支出[合计, 项目支出] = 项目资金[合计, 资金总额]", "元 and 万元 meet"],
    ["支出[合计, 项目支出] = 项目资金[合计]", "the only column need not be named"],
    ["科技专项资金支出情况表[合计, 项目支出] = 40", "by title"],
    ["科技专项[合计, 项目支出] = 40万元", "by the beginning of the title"],
    ["支出[201, 合计] = 支出[20138, 合计]", "by code"],
    ["支出[一般公共服务支出/市场监督管理事务, 合计] = 70", "by a path of rows"],
    ["支出[教育支出/市场监督管理事务, 合计] = 30", "the other of that name"],
    ["支出[合计, 基本支出] = 60", "a heading over columns means their total"],
    ["支出[合计, 基本支出/人员] = 50", "by a path of headings"],
    ["支出[总计, 总计] = 100", "a total under another word"],
    ["支出[205, 合计] = 30% × 支出[合计, 合计]", "a share"],
    ["支出[205, 合计] ≥ 0.2 × (支出[合计, 合计] − 支出[201, 合计]) + 24", "arithmetic"],
    ["支出[205, 项目支出] ≤ 15", "the bound itself"],
  ])("%s: %s", (relation) => {
    expect(rule(relation)).toBe("");
    expect(rule(relation.replace(/[=≤≥]/, "= 7 +"))).toMatch(/^error 支出!\w+ 规则第 2 行不成立/);
  });
});

test("小计 and a part of a code are never taken for the total or the first row that has them", () => {
  const detail: SheetSnapshot = {
    ...grid(
      `
      科技专项资金支出明细情况表
      单位：万元
      科目编码 |    |    | 科目名称 | 合计  | 基本支出 |       | 项目支出 |
      类       | 款 | 项 |          |       | 小计     | 人员  | 小计     | 设备
               |    |    | 合计     | 60.00 | 40.00    | 40.00 | 20.00    | 20.00
      201      | 14 | 99 | 知识产权 | 20.00 | 10.00    | 10.00 | 10.00    | 10.00
               |    | 02 | 行政运行 | 20.00 | 15.00    | 15.00 | 5.00     | 5.00
      205      | 08 | 03 | 培训支出 | 20.00 | 15.00    | 15.00 | 5.00     | 5.00
    `,
      "明细",
    ),
    merges: [
      { top: 2, bottom: 2, left: 0, right: 2 },
      { top: 2, bottom: 2, left: 5, right: 6 },
      { top: 2, bottom: 2, left: 7, right: 8 },
      ...[3, 4].map((column) => ({ top: 2, bottom: 3, left: column, right: column })),
    ],
  };
  expect(rule("明细[合计, 小计] = 1", detail)).toBe(
    "warning 勾稽规则!A2 勾稽规则第 2 行：《明细》里的“小计”不止一处：F5（应写作“基本支出/小计”）、H5（应写作“项目支出/小计”），请写明是哪一处。",
  );
  expect(rule("明细[201, 合计] = 1", detail)).toBe(
    "warning 勾稽规则!A2 勾稽规则第 2 行：《明细》里没有行“201”，请改写行名。",
  );
  expect(rule("明细[2050803, 合计] = 20", detail)).toBe("");
});

test.each([
  // The first cell of the left side is where to look.
  [
    "支出[合计, 项目支出] = 项目资金[信息化] + 项目资金[合计] × 0.5",
    "error 支出!G5 规则第 2 行不成立：左边《支出》G5“合计 · 项目支出”为 40.00 万元，应等于右边《项目资金》B4“信息化”（150,000.00 元） + 0.5×《项目资金》B6“合计”（400,000.00 元）的 35.00 万元，多 5.00 万元，请核对。",
  ],
  [
    "支出[201, 合计] + 支出[205, 合计] ≥ 支出[合计, 合计] + 1",
    "error 支出!C6 规则第 2 行不成立：左边《支出》C6“一般公共服务支出 · 合计”（70.00） + 《支出》C8“教育支出 · 合计”（30.00）为 100.00，应不小于右边《支出》C5“合计”（100.00） + 1.00的 101.00，少 1.00，请核对。",
  ],
  [
    "支出[205, 合计] ≤ 20",
    "error 支出!C8 规则第 2 行不成立：左边《支出》C8“教育支出 · 合计”为 30.00，应不大于右边的 20.00，多 10.00，请核对。",
  ],
])("what does not hold names both sides: %s", (relation, expected) => {
  expect(rule(relation)).toBe(expected);
});

describe("what a relation names and is not there, or is not one thing", () => {
  const warning = "warning 勾稽规则!A2 勾稽规则第 2 行：";
  test.each([
    ["科研[合计, 合计] = 1", "工作簿里没有报表“科研”，请改写表名。"],
    ["支出总表[合计, 合计] = 1", "工作簿里没有报表“支出总表”，相近的有“支出”，请改写表名。"],
    [
      "情况表[合计, 合计] = 1",
      "“情况表”对应不止一张报表，分别在工作表“支出”、“项目资金”，请改写成其中一个工作表名。",
    ],
    ["支出[教育, 合计] = 1", "《支出》里没有行“教育”，相近的有“教育支出”，请改写行名。"],
    ["支出[合计, 人员经费] = 1", "《支出》里没有列“人员经费”，相近的有“人员”、“公用经费”，请改写列名。"],
    ["支出[项目支出, 合计] = 1", "《支出》里的行和列写反了，请写成“[合计, 项目支出]”。"],
    [
      "支出[合计] = 1",
      "《支出》有不止一列金额，请写明是哪一列，如“合计”、“基本支出/小计”、“基本支出/人员”。",
    ],
    [
      "支出[市场监督管理事务, 合计] = 1",
      "《支出》里的“市场监督管理事务”不止一处：C7（应写作“一般公共服务支出/市场监督管理事务”）、C9（应写作“教育支出/市场监督管理事务”），请写明是哪一处。",
    ],
    ["勾稽规则[合计, 合计] = 1", "工作表“勾稽规则”里没有认出金额表，无法核对。"],
    [
      "支出[合计, 合计] = 支出[201, 合计] + 支出[合计, 合计] − 70",
      "两边用到了同一个单元格《支出》C5，自己和自己比没有意义，请核对行、列名称。",
    ],
  ])("%s", (relation, defect) => {
    expect(rule(relation)).toBe(warning + defect);
  });

  test("two copies of a table are told apart by their sheets", () => {
    const copy = { ...SPENDING, name: "支出（调整）" };
    expect(rule("科技专项[合计, 合计] = 1", SPENDING, copy)).toBe(
      `${warning}“科技专项”对应不止一张报表，分别在工作表“支出”、“支出（调整）”，请改写成其中一个工作表名。`,
    );
    expect(rule("支出[合计, 合计] = 支出（调整）[合计, 合计]", SPENDING, copy)).toBe("");
    expect(rule("支出(调整)/科技专项[合计, 合计] = 100", SPENDING, copy)).toBe("");
  });

  test("a cell that is no amount is told of, and the rule does not run", () => {
    const torn = workbook(SPENDING, FUNDS, grid("关系\n支出[201, 项目支出] = 25", "勾稽规则"));
    const { findings: found } = checkWorkbook(withCell(torn, "支出", { row: 5, column: 6 }, "待定"));
    expect(
      found.filter(({ cell }) => cell === "A2").map(({ severity, message }) => `${severity} ${message}`),
    ).toEqual(["info 勾稽规则第 2 行：用到的《支出》G6不是金额，本条没有核对，请先改正那个单元格。"]);
  });

  test("a workbook without a table", () => {
    expect(rule("支出[合计, 合计] = 1", grid("说明\n本表为空", "封面"))).toBe(
      `${warning}工作簿里没有认出报表，规则无从核对。`,
    );
  });
});

test("several tables on one sheet: the names of row and column tell which", () => {
  const both: SheetSnapshot = grid(
    `
    项目资金情况表
    单位：万元
    项目   | 资金总额
    信息化 | 15.00
    培训   | 25.00
    合计   | 40.00

    三公经费支出情况表
    单位：万元
    项目     | 上年支出 | 本年支出
    出国     | 1.00     | 2.00
    公务接待 | 3.00     | 4.00
    合计     | 4.00     | 6.00
  `,
    "附表",
  );
  expect(checkWorkbook(workbook(both)).tables.map(({ title }) => title)).toHaveLength(2);
  expect(rule("附表[公务接待, 本年支出] = 4", both)).toBe("");
  expect(rule("附表[培训, 资金总额] = 25", both)).toBe("");
  expect(rule("三公经费支出情况表[合计, 本年支出] = 附表/三公[出国, 本年支出] + 4", both)).toBe("");
});

test("rules that say the same, and rules in a circle, are told at the later row; the others run", () => {
  expect(
    findings(`
      关系
      支出[合计, 合计] = 支出[201, 合计] + 支出[205, 合计]
      支出[205, 合计] + 支出[201, 合计] = 支出[合计, 合计]
      2 × 支出[合计, 合计] = (支出[201, 合计] + 支出[205, 合计]) × 2
      支出[201, 合计] = 支出[合计, 合计] − 支出[20508, 合计]
      支出[合计, 合计] ≥ 支出[201, 合计] + 支出[205, 合计]
      支出[205, 合计] = 31
    `),
  ).toEqual([
    "error 支出!C8 规则第 7 行不成立：左边《支出》C8“教育支出 · 合计”为 30.00，应等于右边的 31.00，少 1.00，请核对。",
    "warning 勾稽规则!A3 勾稽规则第 3 行：与规则第 2 行是同一个关系，不再重复核对，请删去一行。",
    "warning 勾稽规则!A4 勾稽规则第 4 行：与规则第 2 行是同一个关系，不再重复核对，请删去一行。",
    "warning 勾稽规则!A5 勾稽规则第 5 行：与规则第 2 行互相定义，成了循环，本行没有核对，请删去其中一行或改用 ≤、≥。",
  ]);
});

test("a circle over three rules names the other two", () => {
  expect(
    findings(`
      关系
      支出[合计, 合计] = 支出[201, 合计] + 30
      支出[201, 合计] = 支出[20138, 合计]
      支出[205, 合计] = 支出[20508, 合计]
      支出[20138, 合计] = 支出[合计, 合计] − 30
    `),
  ).toEqual([
    "warning 勾稽规则!A5 勾稽规则第 5 行：与规则第 2、3 行互相定义，成了循环，本行没有核对，请删去其中一行或改用 ≤、≥。",
  ]);
});

describe("the sheet", () => {
  const FAILS = "支出[205, 合计] = 30.04";

  test("columns stand wherever their headings do; level, tolerance and note are those of the row", () => {
    expect(
      findings(`
        本单位的勾稽规则
        填写说明：每行一条。
        启用 | 级别 | 说明        | 容差（可不填） | 勾稽关系
             | 警告 | 教育口径    |        | ${FAILS}
             | 警告 |             | 0.04   | ${FAILS} + 0
             |      |             | 300元  | ${FAILS} + 0.01
             |      |             | 1%     | ${FAILS} + 0.02
        否   |      |             |        | 这条不用
        停用 |      |             |        | ${FAILS}
             |      |             |        | 注：以下空白
             | 严重 |             |        | 支出[205, 合计] = 31
             |      |             | 少许   | 支出[205, 合计] = 32
      `),
    ).toEqual([
      "warning 支出!C8 规则第 4 行不成立：左边《支出》C8“教育支出 · 合计”为 30.00，应等于右边的 30.04，少 0.04，请核对（说明：教育口径）。",
      "error 支出!C8 规则第 6 行不成立：左边《支出》C8“教育支出 · 合计”为 30.00，应等于右边的 30.05，少 0.05，请核对。",
      "warning 勾稽规则!E5 勾稽规则第 5 行：与规则第 4 行是同一个关系，不再重复核对，请删去一行。",
      "warning 勾稽规则!E11 勾稽规则第 11 行：级别“严重”看不懂，请写“错误”或“警告”，不填按错误处理。",
      "warning 勾稽规则!E12 勾稽规则第 12 行：容差“少许”看不懂，请写成 0.05、0.05万元 或 1%，不填则按四舍五入判断。",
    ]);
  });

  test.each(["勾稽规则", " 勾稽 规则 ", "勾稽规则 (2)", "勾稽关系", "钩稽规则"])(
    "is known by the name %j",
    (name) => {
      expect(findings(`关系\n${FAILS}`, undefined, name)).toHaveLength(1);
    },
  );

  test.each(["规则说明", "勾稽"])("is not known by the name %j", (name) => {
    expect(findings(`关系\n${FAILS}`, undefined, name)).toEqual([]);
  });

  test("somebody's own text called 勾稽关系 is left alone; a sheet of ours without the column is not", () => {
    const text = "各表勾稽关系\n表1收入合计应等于表2收入合计";
    expect(findings(text, undefined, "勾稽关系")).toEqual([]);
    expect(findings(text)).toEqual([
      "warning 勾稽规则!A1 没有找到“关系”一列，规则没有核对，请在表头写上“关系”，再在它下面逐行写规则。",
    ]);
  });

  test("is never a table itself", () => {
    const amounts = { ...SPENDING, name: "勾稽规则" };
    expect(checkWorkbook(workbook(amounts)).tables).toEqual([]);
  });

  test.each([
    [0.04, "0.0", ""],
    [0.03, "0.0", "error"],
    [0.002, "0.2%", ""],
    [0.001, "0.1%", "error"],
  ])("a tolerance kept as %d and shown as %s", (value, text, severity) => {
    const drawn = grid(`关系 | 容差\n${FAILS}`, "勾稽规则");
    const cell = { row: 1, column: 1, value, text, formula: null, decimals: null };
    const report = checkWorkbook(workbook(SPENDING, { ...drawn, cells: [...drawn.cells, cell] }));
    expect(report.findings.map((finding) => finding.severity).join()).toBe(severity);
  });

  test("a formula is no rule", () => {
    const cell = {
      row: 1,
      column: 0,
      value: { error: "#NAME?" },
      text: "#NAME?",
      formula: "=支出[合计]",
      decimals: null,
    };
    const sheet = { ...grid("关系", "勾稽规则"), cells: [...grid("关系", "勾稽规则").cells, cell] };
    const found = checkWorkbook(workbook(SPENDING, sheet)).findings;
    expect(found.map(({ message }) => message)).toEqual([
      "勾稽规则第 2 行：这一格是公式或错误值，不是一条规则，请在最前面加一个单引号（'），按文字输入。",
    ]);
  });
});

describe("without a tolerance rounding decides", () => {
  const rounded = grid(
    `
    项目资金情况表
    单位：万元
    项目   | 预算数 | 执行数
    信息化 | 10.33  | 10.00
    培训   | 20.33  | 10.00
    会议   | 30.33  | 10.01
    合计   | 61.00  | 30.01
  `,
    "资金",
  );

  test.each([
    // three amounts of two decimals may be 0.02 off together with their total, not 0.03
    [
      "资金[合计, 预算数] = 资金[信息化, 预算数] + 资金[培训, 预算数] + 资金[会议, 预算数] + 0.00",
      "rounding 资金!B7 规则第 2 行：左边《资金》B7“合计 · 预算数”为 61.00，右边《资金》B4“信息化 · 预算数”（10.33） + 《资金》B5“培训 · 预算数”（20.33） + 《资金》B6“会议 · 预算数”（30.33）按显示位数计算为 60.99，多 0.01，在四舍五入或截位的范围内（尾差）。",
    ],
    ["资金[信息化, 执行数] = 50% × (资金[信息化, 执行数] + 资金[会议, 执行数])", null],
    // half of 20.33 is 10.165, shown as 10.17 or 10.16
    ["资金[信息化, 预算数] = 50% × 资金[培训, 预算数] + 0.16", ""],
    ["资金[会议, 执行数] = 资金[信息化, 执行数]", "rounding"],
    ["资金[会议, 执行数] ≥ 资金[信息化, 执行数]", ""],
    ["资金[信息化, 执行数] ≥ 资金[会议, 执行数]", "rounding"],
    ["资金[信息化, 执行数] + 0.01 ≥ 资金[会议, 执行数]", ""],
    ["资金[会议, 执行数] = 资金[信息化, 执行数] + 0.03", "error"],
  ])("%s", (relation, expected) => {
    const found = rule(relation, rounded);
    if (expected === null) expect(found).toContain("自己和自己比没有意义");
    else if (/^[a-z]*$/.test(expected)) expect(found.split(" ")[0]).toBe(expected);
    else expect(found).toBe(expected);
  });

  test("with one, it is the amounts as stored that count", () => {
    const strict = "关系 | 容差\n资金[会议, 执行数] = 资金[信息化, 执行数] |";
    expect(findings(`${strict} 0`, [rounded])[0]).toMatch(/^error 资金!C6 .*多 0.01，请核对。$/);
    expect(findings(`${strict} 0.01`, [rounded])).toEqual([]);
  });
});
