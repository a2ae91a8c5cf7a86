import { acceptedDifference, withAccepted } from "../../src/core/accepted/accepted-difference";
import { acceptedTexts } from "../../src/core/accepted/kept-accepted";
import { analyseWorkbook, type Analysis } from "../../src/core/analyse";
import { causeGroups } from "../../src/core/cause-groups";
import { reportOf } from "../../src/core/check-workbook";
import { explainCell } from "../../src/core/explain-cell";
import { explainRelations } from "../../src/core/explain-relations";
import {
  generateInputSheets,
  generateTables,
  UnknownProject,
  type GeneratedTables,
  type GenerateOptions,
} from "../../src/core/generate";
import { surveyWorkbook } from "../../src/core/generate/survey";
import { BUILT_IN_TEMPLATES } from "../../src/core/generate/templates";
import { indicatorModel } from "../../src/core/indicators/describe";
import { relationMap } from "../../src/core/relation-map";
import type { CheckReport } from "../../src/core/report";
import { reportPlan } from "../../src/core/report-sheet/report-plan";
import { parseA1 } from "../../src/core/workbook/address";
import type { SheetPlan } from "../../src/core/workbook/sheet-plan";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { plannedSheet, readXlsx, writeXlsx } from "../../src/xlsx";
import { hold, holdSentence } from "./failure";
import type { Random } from "./random";

/** Everything the engine does with a workbook, and what has to be true of it. @throws FuzzFailure, or what the engine throws */
export function checkSnapshot(snapshot: WorkbookSnapshot, random: Random): void {
  const precision = random.oneIn(4) ? "truncated" : "nearest";
  const analysis = analyseWorkbook(snapshot, { precision });
  const report = reportOf(analysis, snapshot);
  holdReport(report, snapshot);
  holdMap(analysis, report);
  const { groups, rest } = causeGroups(report.findings, report.diagnoses);
  const grouped = groups.reduce((sum, { findings }) => sum + findings.length, rest.length);
  hold(grouped === report.findings.length, "cause groups lose findings");
  if (random.oneIn(8)) {
    const again = reportOf(analyseWorkbook(snapshot, { precision }), snapshot);
    hold(JSON.stringify(again) === JSON.stringify(report), "another report the second time");
  }
  if (random.oneIn(8)) holdExplained(analysis, report, snapshot);
  if (random.oneIn(16)) holdPlan(reportPlan(report, { date: "2026-03-31", version: "0.1.0" }), random);
  if (random.oneIn(16)) holdAccepted(report, snapshot, precision);
  if (random.oneIn(16)) JSON.stringify(indicatorModel(snapshot));
  if (random.oneIn(100)) holdGenerated(snapshot, random);
}

/** A workbook is checked and its report is sound; nothing more, so that very many can be. */
export function checkSmallSnapshot(snapshot: WorkbookSnapshot, random: Random): void {
  const precision = random.oneIn(4) ? "truncated" : "nearest";
  holdReport(reportOf(analyseWorkbook(snapshot, { precision }), snapshot), snapshot);
}

function holdReport(report: CheckReport, { name, sheets }: WorkbookSnapshot): void {
  const { findings, diagnoses, summary, tables } = report;
  hold(report.file === name, "another file name");
  const names = new Set(sheets.map((sheet) => sheet.name));
  const ids = new Set(findings.map(({ id }) => id));
  hold(ids.size === findings.length, "ids not unique", () => twice(findings.map(({ id }) => id)));
  const holdPlace = (sheet: string, cell: string, what: string): void => {
    hold(names.has(sheet) || names.size === 0, `${what}: no such sheet`, () => sheet);
    hold(parseA1(cell) !== null, `${what}: no cell`, () => cell);
  };
  for (const finding of findings) {
    holdPlace(finding.sheet, finding.cell, `finding ${finding.check}`);
    holdSentence(finding.message, `message of ${finding.check}`);
    for (const { sheet, cell, value } of finding.cells) {
      holdPlace(sheet, cell, `cell of ${finding.check}`);
      holdFigure(value, `value of ${finding.check}`);
    }
    for (const figure of [finding.expected, finding.actual, finding.difference])
      holdFigure(figure, `figure of ${finding.check}`);
  }
  for (const { sheet, cell, confidence, actual, suggested, findings: explained } of diagnoses) {
    holdPlace(sheet, cell, "diagnosis");
    hold(confidence >= 0 && confidence <= 1, "confidence", () => String(confidence));
    hold(explained.length > 0 && explained.every((id) => ids.has(id)), "diagnosis of no finding");
    holdFigure(actual, "diagnosis");
    holdFigure(suggested, "diagnosis");
  }
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  hold(
    summary.error === count("error") &&
      summary.warning === count("warning") &&
      summary.info === count("info"),
    "summary of findings",
    () => JSON.stringify(summary),
  );
  hold(
    summary.equations === summary.satisfied + summary.rounding + summary.violated,
    "summary of equations",
    () => JSON.stringify(summary),
  );
  for (const { sheet, title, rows, amounts, classified, covered } of tables) {
    hold(names.has(sheet), "table on no sheet", () => sheet);
    hold(classified <= amounts && covered <= amounts, "counts of a table", () => title);
    hold(rows === null || (rows.first >= 1 && rows.first <= rows.last), "rows of a table", () => title);
  }
}

/** Amounts are decimal strings; what cannot be read is told as it stands, 1e+308 also. */
function holdFigure(figure: string | null, where: string): void {
  hold(
    figure === null || !/^[-+]?(?:NaN|Infinity)$|undefined|\[object/.test(figure),
    `${where}: no decimal`,
    () => String(figure),
  );
}

function twice(ids: readonly string[]): string {
  return ids.find((id, at) => ids.indexOf(id) !== at) ?? "";
}

function holdMap(analysis: Analysis, report: CheckReport): void {
  const map = relationMap(analysis, report);
  const count = map.nodes.length;
  const within = map.nodes.map((node) => node.within);
  for (const { from, to } of map.edges)
    hold(from >= 0 && from < to && to < count, "edge of no table", () => `${String(from)} ${String(to)}`);
  for (const { holding, rounding, violated, equations } of [...within, ...map.edges]) {
    hold(equations.length <= holding + rounding + violated, "equations of a relation");
    for (const { text } of explainRelations(analysis, equations.slice(0, 3)))
      hold(text !== "" && !/undefined|NaN|\[object/.test(text), "words of a relation", () => text);
  }
}

function holdExplained(analysis: Analysis, report: CheckReport, { sheets }: WorkbookSnapshot): void {
  const names = sheets.map(({ name }) => name);
  for (const { sheet, cell } of [...report.findings.slice(0, 2), { sheet: names[0] ?? "", cell: "B3" }]) {
    const explained = explainCell(analysis, names, sheet, cell);
    if (typeof explained !== "string")
      hold(
        !/undefined|NaN/.test(explained.label + String(explained.value)),
        "label of a cell",
        () => explained.label,
      );
  }
}

/** A plan holds inside a sheet, and is the same once it was written to a file and read again. */
function holdPlan(plan: SheetPlan, random: Random): void {
  for (const { row, column, value } of plan.cells) {
    hold(
      Number.isInteger(row) && row >= 0 && Number.isInteger(column) && column >= 0,
      `plan: place`,
      () => `${String(row)} ${String(column)}`,
    );
    hold(typeof value !== "number" || Number.isFinite(value), "plan: number", () => String(value));
    hold(typeof value !== "string" || !/undefined|\[object|\bNaN\b/.test(value), "plan: text", () =>
      String(value),
    );
  }
  hold(
    plan.columnWidths.every((width) => width > 0 && Number.isFinite(width)),
    "plan: widths",
  );
  if (!random.oneIn(4)) return;
  const { sheets } = readXlsx(writeXlsx({ sheets: [plannedSheet(plan)] }), "甲.xlsx");
  const written = new Map(
    sheets[0]?.cells.map((cell) => [`${String(cell.row)} ${String(cell.column)}`, cell.value]),
  );
  for (const { row, column, value } of plan.cells.slice(0, 50))
    hold(
      typeof value !== "number" || written.get(`${String(row)} ${String(column)}`) === value,
      "plan: written otherwise",
      () => String(value),
    );
}

/** A finding that is accepted is accepted when the workbook is checked again. */
function holdAccepted(
  report: CheckReport,
  snapshot: WorkbookSnapshot,
  precision: "truncated" | "nearest",
): void {
  const open = report.findings.filter(
    ({ accepted, check }) => accepted === undefined && check !== "broken-accepted",
  );
  const [finding] = open;
  if (finding === undefined || names(snapshot).size < snapshot.sheets.length) return;
  const record = acceptedDifference(finding, { reason: "四舍五入", by: "张三", date: "2026-03-31" });
  const kept = { ...snapshot, accepted: acceptedTexts(withAccepted([], record)) };
  const again = reportOf(analyseWorkbook(kept, { precision }), kept).findings.find(
    ({ id }) => id === finding.id,
  );
  hold(again?.accepted !== undefined, "accepted finding is open", () => `${finding.id} ${finding.message}`);
}

function names({ sheets }: WorkbookSnapshot): ReadonlySet<string> {
  return new Set(sheets.map(({ name }) => name));
}

function holdGenerated(snapshot: WorkbookSnapshot, random: Random): void {
  const template = random.pick(BUILT_IN_TEMPLATES);
  const { sheets, projects } = surveyWorkbook(snapshot, template);
  const carry = sheets.filter(() => random.oneIn(2)).map(({ name }) => name);
  const mode = random.pick(["values", "builtin", "functions"] as const);
  const options: GenerateOptions = {
    templates: [template],
    mode,
    carry,
    ...(projects.length > 0 && random.oneIn(2) ? { project: random.pick(projects) } : {}),
  };
  const make = random.oneIn(3) ? generateInputSheets : generateTables;
  try {
    holdTables(make(snapshot, options), random);
  } catch (error) {
    // The survey has looked at every sheet, and the project may be of one that is not carried over.
    if (!(error instanceof UnknownProject) || carry.length === sheets.length) throw error;
  }
}

function holdTables({ plans, missing }: GeneratedTables, random: Random): void {
  for (const { cell } of missing) hold(parseA1(cell) !== null, "missing: no cell", () => cell);
  for (const plan of plans) holdPlan(plan, random);
}
