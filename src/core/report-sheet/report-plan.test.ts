import { grid, workbook } from "../../../test/support/grid";
import { acceptedDifference } from "../accepted/accepted-difference";
import { acceptedTexts } from "../accepted/kept-accepted";
import { checkWorkbook } from "../check-workbook";
import type { CheckReport, Finding } from "../report";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { plannedRows, type SheetPlan } from "../workbook/sheet-plan";
import { cellFigure, numberFormat } from "./figures";
import { isReportSheet } from "./is-report-sheet";
import { otherCells } from "./other-cells";
import { reportPlan } from "./report-plan";

const HEAD = { date: "2026-03-05", version: "0.1.0" };
const WHY = { reason: "另表反映", by: "李会计", date: "2026-03-01" };

/** D3 should be 11.00, E4 is a letter. */
const sheet = grid(
  `
  支出总表
  科目编码 | 科目名称       | 合计  | 基本支出 | 项目支出
           | 合计           | 22.00 | 13.00    | 11.00
  201      | 一般公共服务支出 | 12.00 | 6.00     | 6.00
  208      | 社会保障和就业支出 | 10.00 | 5.00     | 5.00
`,
  "表三",
);
const book = workbook(sheet);
const report = checkWorkbook(book);

/** The planned sheet as lines, cells between bars. */
function lines(plan: SheetPlan): string[] {
  return plannedRows(plan).map((row) => row.join("|").replace(/\|+$/, ""));
}

/** The planned sheet as it would be read back. */
function written(plan: SheetPlan, name = plan.name): SheetSnapshot {
  const cells = plan.cells.map((cell) => ({
    ...cell,
    text: String(cell.value),
    formula: null,
    decimals: null,
  }));
  return { name, visibility: "visible", cells, merges: plan.merges ?? [], hiddenRows: [], hiddenColumns: [] };
}

const accepting = (snapshot: WorkbookSnapshot, ...findings: readonly Finding[]): CheckReport =>
  checkWorkbook({
    ...snapshot,
    accepted: acceptedTexts(findings.map((finding) => acceptedDifference(finding, WHY))),
  });

test("the head says what was checked, with what, when, and what came of it", () => {
  const head = { ...HEAD, units: ["某市财政局", "信息中心"], familyNames: new Map([["x", "自定表套"]]) };
  expect(lines(reportPlan({ ...report, families: ["hunan-budget-2026", "x"] }, head)).slice(0, 9)).toEqual([
    "预算报表勾稽检查报告",
    "编制单位||某市财政局、信息中心",
    "工作簿||test.xlsx",
    "表套||湖南省省级部门预算公开表样、自定表套",
    "检查日期||2026年3月5日",
    "检查工具||勾稽 0.1.0",
    expect.stringMatching(
      /^检查范围\|\|报表 1 张，金额 9 个，勾稽关系 \d+ 条：成立 \d+ 条，不成立 2 条，其余为尾差。$/,
    ),
    "检查结果||错误 2 处，尾差 0 处，警告 0 处，提示 0 处。",
    "结论||尚有 2 处错误没有更正，也没有说明。",
  ]);
});

test("a summary by table, and the findings under their cause with figures lined up", () => {
  const all = lines(reportPlan(report, HEAD));
  expect(all.filter((line) => /^1\|表三\|支出总表/.test(line))).toEqual(["1|表三|支出总表|万元|9|9 / 9|2"]);
  const at = all.indexOf("序号|工作表|问题|级别|单元格|涉及的其他单元格|应为|实为|差额|建议值");
  expect(at).toBeGreaterThan(0);
  expect(all.slice(at + 1).map((line) => line.replace(/《.*》[^|]*/, "…"))).toEqual([
    "错误（2 处）",
    "|表三|原因1：疑点在这个单元格，引起以下 2 处问题|疑点|D3|||13||11",
    "1|表三|…|错误|C3|D3:E3|24|22|-2",
    "2|表三|…|错误|D3|D4:D5|11|13|2",
    "",
    "|编制人：||复核人：||||日期：",
  ]);
});

test("accepted differences come last with their reasons, reopened ones say so", () => {
  const [first, second] = report.findings;
  if (first === undefined || second === undefined) throw new Error("two findings");
  const all = lines(reportPlan(accepting(book, { ...first, actual: "21.00" }, second), HEAD));
  const at = all.indexOf("错误（1 处）");
  expect(all.slice(at + 1, -2).map((line) => line.replace(/《.*》[^|]*/, "…"))).toEqual([
    "|表三|原因1：疑点在这个单元格，引起以下 1 处问题|疑点|D3|||13||11",
    "1|表三|…|错误|C3|D3:E3|24|22|-2",
    "||2026年3月1日曾说明“另表反映”，当时应为 24.00、实为 21.00；此后数据有变动，须重新核对。",
    "已说明的差异（1 处）",
    "2|表三|…|已说明|D3|D4:D5|11|13|2",
    "||说明：另表反映（李会计，2026年3月1日）",
  ]);
  expect(all).toContain(
    "检查结果||错误 2 处，尾差 0 处，警告 0 处，提示 0 处；其中已说明 1 处；说明后数据又有变动、须重新核对 1 处。",
  );
});

test.each([
  [
    "nothing found",
    { ...report, findings: [], diagnoses: [], summary: { ...report.summary, error: 0 } },
    "没有发现错误。",
  ],
  [
    "all errors accepted",
    accepting(book, ...report.findings),
    "没有未处理的错误；2 处错误已逐处说明，见“已说明的差异”。",
  ],
])("the conclusion: %s", (_what, given, conclusion) => {
  const all = lines(reportPlan(given, HEAD));
  expect(all).toContain(`结论||${conclusion}`);
  expect(all.includes("没有发现问题。")).toBe(given.findings.length === 0);
});

test("prints on A4 across, with the list's header on each page, all within the width", () => {
  const { page, columnWidths, cells, areas, merges, rowHeights } = reportPlan(report, HEAD);
  const header = cells.find(({ value }) => value === "问题")?.row ?? -1;
  expect(page).toMatchObject({
    orientation: "landscape",
    paper: "A4",
    fitToWidth: true,
    titleRows: { top: header, bottom: header },
  });
  const last = Math.max(...cells.map(({ row }) => row));
  expect(page?.printArea).toEqual({ top: 0, left: 0, bottom: last, right: columnWidths.length - 1 });
  for (const { range } of [...areas, ...(merges ?? []).map((range) => ({ range }))]) {
    expect(range.right).toBeLessThan(columnWidths.length);
    expect(range.bottom).toBeLessThanOrEqual(last);
  }
  // A finding's sentence takes several lines.
  const sentence = cells.find(({ value }) => String(value).startsWith("《"));
  expect(rowHeights?.find(({ row }) => row === sentence?.row)?.points).toBeGreaterThan(30);
});

test("digits of a figure are kept; a text stays a text, a long one is cut", () => {
  expect(
    ["1087.59", "-0.004", "7", null, "95.54%", "1234567890123.4567", "偏离目标40%（含）不得分"].map(
      cellFigure,
    ),
  ).toEqual([
    { value: 1087.59, decimals: 2 },
    { value: -0.004, decimals: 3 },
    { value: 7, decimals: 0 },
    null,
    { value: "95.54%", decimals: null },
    { value: "1234567890123.4567", decimals: null },
    { value: "偏离目标40%（含）不…", decimals: null },
  ]);
  expect([numberFormat(0, false), numberFormat(3, true)]).toEqual(["#,##0", "+#,##0.000;-#,##0.000;0.000"]);
  const long = {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, difference: "0.0046" })),
  };
  expect(reportPlan(long, HEAD).areas).toContainEqual(
    expect.objectContaining({ style: { numberFormat: "+#,##0.0000;-#,##0.0000;0.0000" } }),
  );
});

test("other cells: those of the sheet first, runs joined, none twice", () => {
  const cells = ["乙!A1", "甲!C9", "甲!C10", "甲!B2", "甲!C10"].map((name) => {
    const [sheet = "", cell = ""] = name.split("!");
    return { sheet, cell, role: "part" as const, value: null };
  });
  const [finding] = report.findings;
  if (finding === undefined) throw new Error("a finding");
  expect(otherCells({ ...finding, sheet: "甲", cell: "B2", cells })).toBe("C9:C10；《乙》A1");
});

test("names that look like formulas stay texts", () => {
  const odd = workbook({ ...sheet, name: "=1+1" });
  const { cells } = reportPlan(checkWorkbook({ ...odd, name: "@甲.xlsx" }), HEAD);
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect(cells.map(({ value }) => value)).toEqual(expect.arrayContaining(["=1+1", "@甲.xlsx"]));
});

describe("a report in a workbook", () => {
  const plan = reportPlan(report, HEAD);

  test("is known again under any name, and is no table", () => {
    expect(isReportSheet(written(plan, "报告2"))).toBe(true);
    const both = checkWorkbook(workbook(sheet, written(plan), written(plan, "又一份")));
    expect({ ...both, file: "" }).toEqual({ ...report, file: "" });
  });

  test("nothing on it is a table, even a copy of one; on another sheet it is", () => {
    const own = written(plan);
    const copy = sheet.cells.map((cell) => ({ ...cell, row: cell.row + 60 }));
    const tablesOf = (cells: SheetSnapshot["cells"]): number =>
      checkWorkbook(workbook({ ...own, cells: [...cells, ...copy] })).tables.length;
    expect(tablesOf(own.cells)).toBe(0);
    expect(tablesOf(own.cells.filter(({ value }) => value !== "检查工具"))).toBe(1);
  });

  test("other sheets are none, whatever they are called", () => {
    expect(isReportSheet(sheet)).toBe(false);
    expect(isReportSheet({ ...sheet, name: "检查报告" })).toBe(false);
  });
});
