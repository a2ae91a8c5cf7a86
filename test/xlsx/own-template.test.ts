import { generateTables } from "../../src/core/generate";
import { parseA1, rangeToA1, toA1 } from "../../src/core/workbook/address";
import type { AreaStyle, SheetPlan } from "../../src/core/workbook/sheet-plan";
import { readTemplates } from "../../src/xlsx";
import { readCase } from "../support/cases";
import { flatWorkbook, type FlatCell, type FlatTable } from "./flat-sheet";
import { describeWithLibreOffice, workbookOf } from "./libreoffice";

/* A user's own template, laid out and saved in a spreadsheet program. */

const row = (style: FlatCell["style"], ...texts: readonly string[]): FlatCell[] =>
  texts.map((content) => ({ content, style }));

/** @param project the placeholder that begins the repeated row. */
function ownTable(project: string): FlatTable {
  return {
    name: "项目一览",
    rows: [
      [{ content: "{{部门名称}}{{年度}}年项目一览", style: "title", columns: 5 }],
      [{ content: "单位：{{单位名称}}　收入 {{预算02表.合计}} 万元", style: "cell", columns: 5 }],
      row("heading", "项目", "资金总额", "指标", "目标", "备注"),
      [
        { content: `{{#项目：类别=其他、空}}{{#指标}}${project}`, style: "cell" },
        { content: "{{资金总额}}", style: "amount" },
        ...row("cell", "{{三级指标}}", "{{年度指标值}}", "{{备注?}}{{/指标}}{{/项目}}"),
      ],
      [
        { content: "合计", style: "heading" },
        { content: "of:=SUM([.B4])", style: "amount" },
        { content: "以上金额单位：万元", style: "cell", columns: 3 },
      ],
    ],
  };
}

const NOTES: FlatTable = { name: "填表说明", rows: [row("cell", "每年三月报送。")] };
const GOALS = "预算22表 其他资金绩效目标表";

describeWithLibreOffice("a template saved by LibreOffice", () => {
  let plan: SheetPlan;
  let defects: readonly string[];
  let count = 0;
  beforeAll(() => {
    const file = workbookOf(flatWorkbook(NOTES, ownTable("{{项目名称}}")));
    const read = readTemplates(file, "项目一览.xlsx");
    defects = read.defects;
    count = read.templates.length;
    const snapshot = readCase("hunan-budget-2026");
    const options = { templates: read.templates, mode: "builtin", carry: [GOALS] } as const;
    const [made] = generateTables(snapshot, options).plans;
    if (made === undefined) throw new Error("no sheet");
    plan = made;
  }, 120_000);

  const value = (a1: string): unknown => plan.cells.find((cell) => toA1(cell) === a1)?.value;
  const formula = (a1: string): unknown => plan.cells.find((cell) => toA1(cell) === a1)?.formula;

  test("has no defect; a sheet without placeholders is none", () => {
    expect(defects).toEqual([]);
    expect(count).toBe(1);
    expect(plan.name).toBe("项目一览");
  });

  test("is filled, the marked row once an indicator", () => {
    expect(value("A1")).toBe("湖南省市场监督管理局2026年项目一览");
    expect(value("A2")).toBe("单位：湖南省质量和标准化研究院　收入 1311.34 万元");
    expect([value("A4"), value("B4"), value("C4"), value("D4")]).toEqual([
      "业务工作经费",
      13.54,
      "年度经营主体年度分析报告数据分析成本占比",
      "≤40%",
    ]);
    const last = Math.max(...plan.cells.map((cell) => cell.row)) + 1;
    expect(value(`A${String(last)}`)).toBe("合计");
    expect(formula(`B${String(last)}`)).toBe(`=SUM(B4:B${String(last - 1)})`);
    expect(value(`B${String(last)}`)).toBe(13.54);
    const merges = plan.merges?.map(rangeToA1) ?? [];
    expect(merges).toEqual(
      expect.arrayContaining([
        "A1:E1",
        "A2:E2",
        `A4:A${String(last - 1)}`,
        `B4:B${String(last - 1)}`,
        `C${String(last)}:E${String(last)}`,
      ]),
    );
  });

  test("looks as it was laid out, in every repeated row", () => {
    expect(lookAt(plan, "A1")).toMatchObject({
      fontName: "黑体",
      fontSize: 18,
      bold: true,
      horizontal: "center",
    });
    expect(lookAt(plan, "C3")).toMatchObject({ fontName: "楷体", fillColor: "#DDEBF7", bold: true });
    expect(lookAt(plan, "C9")).toMatchObject({ fontName: "楷体", fontSize: 10, wrapText: true });
    expect(lookAt(plan, "C9").border ?? lookAt(plan, "C9").sides).toBeDefined();
    expect(lookAt(plan, "B9")).toMatchObject({
      fontColor: "#C00000",
      italic: true,
      numberFormat: "#,##0.00",
    });
    expect(plan.rowHeights?.find((height) => height.row === 0)?.points).toBe(36);
    // In characters of the machine's standard font: only how they compare is certain.
    const [, narrow = 0] = plan.columnWidths;
    expect(plan.columnWidths.slice(0, 5).map((width) => Math.round((width / narrow) * 10) / 10)).toEqual([
      2, 1, 2, 1, 1,
    ]);
  });

  test("a wrong placeholder is named with its cell and the one that was meant", () => {
    const file = workbookOf(flatWorkbook(ownTable("{{项目名}}")));
    expect(readTemplates(file, "项目一览.xlsx").defects).toEqual([
      "模板“项目一览”的 A4：占位符“{{项目名}}”不认识，是不是“{{项目名称}}”？请改写。",
    ]);
  }, 120_000);
});

/** How a cell of a plan looks, all areas over it taken together. */
function lookAt({ areas }: SheetPlan, a1: string): AreaStyle {
  const at = parseA1(a1) ?? { row: -1, column: -1 };
  const over = areas.filter(
    ({ range: { top, left, bottom, right } }) =>
      top <= at.row && at.row <= bottom && left <= at.column && at.column <= right,
  );
  return over.reduce<AreaStyle>((look, { style }) => ({ ...look, ...style }), {});
}
