import { cellFigure, numberFormat } from "../report-sheet/figures";
import { DIFFERENCE, ERROR, FIGURE, LABEL } from "../report-sheet/look";
import type { DraftRow, SheetDraft } from "../report-sheet/sheet-draft";
import { conclusion, suspectText, texts } from "./messages";
import type { CheckedOutcome, Counts, FileOutcome, FindingOutcome } from "./outcome";
import { summarySheet, type SummaryHead, type SummarySheet } from "./summary-draft";

type Checked = FileOutcome & { readonly outcome: CheckedOutcome };

/** Excel has 1,048,576 rows, and nobody reads so many. */
const MOST_LISTED = 200_000;

const COUNT = 46;
const CENTRED_FIGURES = [COUNT, COUNT, COUNT, COUNT, COUNT];

/**
 * What was found in many workbooks (汇总), as the sheets of one workbook: a line a file, a line a table, the findings, and
 * what could not be checked. Files stay in the order given.
 */
export function batchSummary(files: readonly FileOutcome[], head: SummaryHead): readonly SummarySheet[] {
  const checked = files.filter((file): file is Checked => file.outcome.kind === "checked");
  return [
    filesSheet(files, head),
    tablesSheet(checked, head),
    findingsSheet(checked, head),
    unreadSheet(files, head),
  ];
}

function filesSheet(files: readonly FileOutcome[], head: SummaryHead): SummarySheet {
  const CONCLUSION = 3;
  const sums = files.map(({ outcome }) => (outcome.kind === "checked" ? figuresOf(outcome) : []));
  const wrong = files.filter(({ outcome }) => outcome.kind === "checked" && outcome.counts.error > 0);
  const unread = files.filter(({ outcome }) => outcome.kind === "unread");
  return summarySheet(
    {
      name: texts.sheets.files,
      headings: texts.fileHeadings,
      widths: [52, 150, 240, 60, 52, 62, 62, 52, 52, ...CENTRED_FIGURES],
      leftColumns: [1, 2],
      notes: [texts.filesNote(files.length, wrong.length, unread.length, head.left), texts.countsNote],
    },
    head,
    (draft) => {
      files.forEach(({ path, owner, outcome }, at) => {
        const said = outcome.kind === "checked" ? conclusion(outcome) : texts.unread;
        const row = draft.write([at + 1, owner, path, said, ...blankZeros(sums[at] ?? [])]);
        if (said !== texts.passed) draft.style(row, row, ERROR, CONCLUSION, CONCLUSION);
      });
    },
    (draft) => {
      const total = sums.reduce<number[]>((all, figures) => {
        figures.forEach((figure, column) => {
          all[column] = (all[column] ?? 0) + figure;
        });
        return all;
      }, []);
      draft.write([null, texts.total, null, null, ...total], LABEL);
    },
  );
}

/** Tables, equations, amounts, classified, covered, then the counts. */
function figuresOf({ tables, equations, counts }: CheckedOutcome): readonly number[] {
  const sum = (of: (table: CheckedOutcome["tables"][number]) => number): number =>
    tables.reduce((rest, table) => rest + of(table), 0);
  return [
    tables.filter(({ sheet }) => sheet !== "").length,
    equations,
    sum(({ amounts }) => amounts),
    sum(({ classified }) => classified),
    sum(({ covered }) => covered),
    ...countFigures(counts),
  ];
}

function countFigures({ error, rounding, warning, info, accepted }: Counts): readonly number[] {
  return [error, rounding, warning, info, accepted];
}

/** Nothing found is a blank, so that what was found stands out. */
function blankZeros(figures: readonly number[]): readonly (number | null)[] {
  return figures.map((figure) => (figure === 0 ? null : figure));
}

function tablesSheet(files: readonly Checked[], head: SummaryHead): SummarySheet {
  const ERRORS = 9;
  let number = 0;
  return summarySheet(
    {
      name: texts.sheets.tables,
      headings: texts.tableHeadings,
      widths: [52, 150, 200, 140, 190, 52, 62, 52, 52, ...CENTRED_FIGURES],
      leftColumns: [1, 2, 3, 4],
      notes: [texts.tablesNote],
    },
    head,
    (draft) => {
      for (const { path, owner, outcome } of files) {
        for (const table of outcome.tables) {
          const { sheet, title, byLayout, unit, amounts, classified, covered, counts } = table;
          const name = byLayout ? texts.byLayout(title) : title;
          const figures = sheet === "" ? [null, null, null] : [amounts, classified, covered];
          const row = draft.write([
            ++number,
            owner,
            path,
            sheet === "" ? texts.others : sheet,
            name,
            unit,
            ...figures,
            ...blankZeros(countFigures(counts)),
          ]);
          if (counts.error > 0) draft.style(row, row, ERROR, ERRORS, ERRORS);
        }
      }
    },
  );
}

const FIGURE_COLUMNS = { expected: 7, actual: 8, difference: 9 } as const;

function findingsSheet(files: readonly Checked[], head: SummaryHead): SummarySheet {
  const SEVERITY = 5;
  const lines = files.flatMap(({ path, owner, outcome }) =>
    outcome.findings.map((finding) => ({ path, owner, finding })),
  );
  const unlisted =
    files.reduce((sum, { outcome }) => sum + outcome.unlisted, 0) + Math.max(0, lines.length - MOST_LISTED);
  return summarySheet(
    {
      name: texts.sheets.findings,
      headings: texts.findingHeadings,
      widths: [52, 130, 180, 120, 52, 46, 340, 76, 76, 70, 170, 130],
      leftColumns: [1, 2, 3, 6, 7, 8, 9, 10, 11],
      notes: [texts.findingsNote(unlisted)],
    },
    head,
    (draft) => {
      const first = draft.row;
      const styled = draft.areas.length;
      lines.slice(0, MOST_LISTED).forEach(({ path, owner, finding }, at) => {
        const row = draft.write(findingRow(at + 1, owner, path, finding));
        writeFigures(draft, row, finding);
        if (finding.severity === "error" && finding.reason === null)
          draft.style(row, row, ERROR, SEVERITY, SEVERITY);
      });
      draft.under(styled, () => {
        const { expected, actual, difference } = FIGURE_COLUMNS;
        draft.style(first, draft.row - 1, FIGURE, expected, actual);
        draft.style(first, draft.row - 1, DIFFERENCE, difference, difference);
      });
    },
  );
}

function findingRow(number: number, owner: string, path: string, finding: FindingOutcome): DraftRow {
  const { sheet, cell, severity, message, cause, reason } = finding;
  const label = reason === null ? texts.severity[severity] : texts.accepted;
  const suspect = cause === null ? null : suspectText(cause);
  return [number, owner, path, sheet, cell, label, message, null, null, null, suspect, reason];
}

function writeFigures(draft: SheetDraft, row: number, finding: FindingOutcome): void {
  for (const name of ["expected", "actual", "difference"] as const) {
    const figure = cellFigure(finding[name]);
    if (figure === null) continue;
    const column = FIGURE_COLUMNS[name];
    draft.cells.push({ row, column, value: figure.value });
    const { decimals } = figure;
    if (decimals === null || decimals === 2) continue;
    draft.style(row, row, { numberFormat: numberFormat(decimals, name === "difference") }, column, column);
  }
}

function unreadSheet(files: readonly FileOutcome[], head: SummaryHead): SummarySheet {
  let number = 0;
  return summarySheet(
    {
      name: texts.sheets.unread,
      headings: texts.unreadHeadings,
      widths: [52, 300, 460],
      leftColumns: [1, 2],
      notes: [texts.unreadNote],
    },
    head,
    (draft) => {
      for (const { path, outcome } of files) {
        if (outcome.kind === "unread") draft.write([++number, path, outcome.reason]);
      }
    },
  );
}
