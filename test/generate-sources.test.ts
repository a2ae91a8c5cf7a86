import { analyseWorkbook, type Analysis } from "../src/core/analyse";
import type { Scope } from "../src/core/generate/content";
import { fillTemplate } from "../src/core/generate/fill/fill";
import { assembleContent } from "../src/core/generate/sources/assemble";
import { contentOfBudget } from "../src/core/generate/sources/budget-content";
import { readInput } from "../src/core/generate/sources/input/read-input";
import { amountLookup } from "../src/core/generate/sources/lookup";
import { EMPTY_SCOPE, listOf, textOfItem } from "../src/core/generate/sources/scopes";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";
import { sheetGrid, textOf } from "../src/core/workbook/grid";
import type { SheetPlan } from "../src/core/workbook/sheet-plan";
import type { SheetSnapshot } from "../src/core/workbook/snapshot";
import { grid } from "./support/grid";
import { readCase, type CaseName } from "./support/cases";

/* Content for generated tables out of the real workbooks. */

const analyses = new Map<CaseName, Analysis>();
function analysisOf(name: CaseName): Analysis {
  const known = analyses.get(name) ?? analyseWorkbook(readCase(name));
  analyses.set(name, known);
  return known;
}

test("every amount that the template of 预算23表 asks for is in the budget, as it is printed in 预算23表", () => {
  const lookup = amountLookup(analysisOf("hunan-budget-2026"));
  const template = BUILT_IN_TEMPLATES.find(({ id }) => id === "hunan-budget-2026-23");
  const found = Object.entries(template?.amounts ?? {}).map(([item, expressions]) => {
    const values = expressions.map((expression) => lookup(expression.replaceAll("{单位代码}", "047007")));
    const value = values.find((candidate) => candidate !== null);
    return [item, value?.kind === "number" ? value.number.toFixed() : value?.kind];
  });
  expect(Object.fromEntries(found)).toEqual({
    资金总额: "1257.94",
    一般公共预算: "1257.94",
    政府性基金拨款: "blank",
    财政专户管理资金: "blank",
    其他资金: "blank",
    基本支出: "1045.4",
    项目支出: "212.54",
  });
});

describe("units and projects with 资金总额, as the tables name them", () => {
  test.each<[CaseName, readonly string[]]>([
    [
      "hunan-budget-2026",
      [
        "2026 湖南省质量和标准化研究院 047007 湖南省市场监督管理局",
        "047007 湖南省质量和标准化研究院 1257.94",
        "  质量基础设施建设 市场监督管理专项 专项 139.00",
        "  监督执法 市场监督管理专项 专项 60.00",
        "  业务工作经费  其他 13.54",
      ],
    ],
    [
      "changsha-budget-2025",
      [
        "2025 长沙市工业和信息化局 501001 长沙市工业和信息化局",
        "501001 长沙市工业和信息化局 2839.05",
        "  工业和信息化工作经费   151.95",
        "  派驻纪检监察组办公经费   3.00",
        "  无线电管理经费   13.37",
        "  下属两家已改制事业单位独生子女父母奖励金   7.54",
        "  项目前期工作经费   143.49",
        "501002 湖南省无线电管理委员会办公室长沙市无线电监测站 320.10",
        "501006 长沙市制造业发展促进中心 4626.71",
        "  常规业务经费   255.00",
        "  大院运行经费   49.00",
        "  工发资金切块业务工作专项经费   1180.00",
        "501009 长沙市企业服务中心 2313.71",
        "  2025年长沙市企业服务中心工作经费   184.00",
        "  2025年公共服务平台运维及项目评审室项目经费   110.00",
        "  2025年离退休人员工作经费   17.67",
        "  2025年中小企业公共服务专项活动   1000.00",
      ],
    ],
    [
      "jiangsu-goals-2023",
      [
        "2023 江苏省计量科学研究院（江苏省能源计量数据中心）  江苏省计量科学研究院（江苏省能源计量数据中心）",
        " 江苏省计量科学研究院（江苏省能源计量数据中心） 37900.04",
        "  科研项目经费   618.00",
        "  计量综合业务管理经费   2148.92",
        "  计量监督管理业务经费   4289.49",
        "  检验检测业务成本   7224.29",
        "  检验业务用房建设及改造经费   11800.00",
        "  信息化运行维护经费   143.50",
        "  信息化建设经费   335.00",
        "  计量检验检测能力提升经费   3600.00",
      ],
    ],
    [
      "hunan-self-evaluation-2024",
      [
        "2024 湖南省工业和信息化行业事务中心  湖南省工业和信息化行业事务中心",
        " 湖南省工业和信息化行业事务中心 ",
        "  业务工作经费   ",
        "  运行维护经费   ",
        "  其他事业发展资金   ",
      ],
    ],
  ])("%s", (name, expected) => {
    const content = contentOfBudget(analysisOf(name));
    const told = (scope: Scope, ...items: readonly string[]): string =>
      items.map((item) => textOfItem(scope, item)).join(" ");
    expect([
      told(content, "年度", "单位名称", "单位代码", "部门名称"),
      ...listOf(content, "单位").flatMap((unit) => [
        told(unit, "单位代码", "单位名称", "资金总额"),
        ...listOf(unit, "项目").map(
          (project) => `  ${told(project, "项目名称", "专项名称", "类别", "资金总额")}`,
        ),
      ]),
    ]).toEqual(expected);
  });
});

test("lines of an evaluation are items by line and column, in the words of the year to be made; what another year executed is left out", () => {
  const analysis = analysisOf("hunan-self-evaluation-2024");
  const amounts = (year: number): string[] => {
    const [unit] = listOf(contentOfBudget(analysis, { year }), "单位");
    const items = [
      "公务接待.上年决算数",
      "公务接待.上年预算数",
      "公车购置.本年决算数",
      "年度资金总额.全年执行数",
      "基本支出",
    ];
    return unit === undefined ? [] : items.map((item) => textOfItem(unit, item));
  };
  expect(amounts(2024)).toEqual(["0.44", "", "18.00", "7064.68", "6078.90"]);
  expect(amounts(2025)).toEqual(["0.36", "1.80", "", "", ""]);
});

/** Amounts of a matrix as “unit/part”, whatever the order of its rows and columns; a city's own rows with the city. */
function amountsByName(sheet: SheetSnapshot): Map<string, number> {
  const cells = sheetGrid(sheet);
  const text = (row: number, column: number): string => textOf(cells.at(row, column)).trim();
  let region = "";
  return new Map(
    cells.rowNumbers
      .filter((row) => row > 3)
      .flatMap((row) => {
        if (text(row, 0) !== "") region = text(row, 0);
        return cells.row(row).flatMap(({ column, value }) => {
          if (typeof value !== "number" || column < 2) return [];
          return [[`${region} ${text(row, 1)}/${text(3, column)}`, value] as const];
        });
      }),
  );
}

function plannedSheet({ name, cells }: SheetPlan): SheetSnapshot {
  const read = cells.map(({ row, column, value }) => ({
    ...{ row, column, value },
    ...{ text: String(value), formula: null, decimals: null },
  }));
  return { ...grid("", name), cells: read };
}

test("支出明细 typed from 附件2 of a special fund gives the same matrix of units and parts again", () => {
  const sheet = readCase("hunan-special-fund-2023").sheets.find(({ name }) => name.startsWith("附件2"));
  if (sheet === undefined) throw new Error("no 附件2");
  const printed = sheetGrid(sheet);
  const text = (row: number, column: number): string => textOf(printed.at(row, column)).trim();
  const parts = printed.row(3).filter(({ column }) => column > 2);
  const rows: string[] = [];
  let region = "";
  for (const row of printed.rowNumbers.filter((candidate) => candidate > 3)) {
    if (text(row, 0) !== "") region = /^\d/.test(text(row, 0)) ? "" : text(row, 0);
    if (/小计/.test(text(row, 1)) || text(row, 0) === "合计") continue;
    const unit = region === "" ? `${text(row, 0)} ${text(row, 1)}` : text(row, 1);
    for (const { column } of parts) {
      const amount = printed.at(row, column)?.value;
      if (typeof amount === "number")
        rows.push([text(3, column), unit, region, "资金到位", "", amount].join(" | "));
    }
  }
  const ledger = grid(
    `项目 | 单位 | 地区 | 费用项 | 资金来源 | 金额（万元）\n${rows.join("\n")}`,
    "支出明细",
  );
  const { scope, problems } = readInput([ledger]);
  const template = BUILT_IN_TEMPLATES.find(({ id }) => id === "hunan-evaluation-2024-fund-annex-2");
  if (scope === null || template === undefined) throw new Error("nothing read");
  const content = assembleContent({ input: scope, budget: EMPTY_SCOPE, lookup: () => null });
  const { plans } = fillTemplate(template, content, { mode: "functions", sheetNames: [] });
  expect(problems).toEqual([]);
  const [plan] = plans;
  if (plan === undefined) throw new Error("no plan");
  const made = amountsByName(plannedSheet(plan));
  const expected = amountsByName(sheet);
  const differences = [...expected].flatMap(([name, value]) =>
    value === (made.get(name) ?? 0) ? [] : `${name} ${String(value)} ${String(made.get(name))}`,
  );
  expect(expected.size).toBeGreaterThan(250);
  expect(differences).toEqual([]);
});
