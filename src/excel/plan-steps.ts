import { rangeToA1 } from "../core/workbook/address";
import { fittingOptions } from "../core/workbook/drop-down";
import { plannedRows, type DropDown, type SheetPlan } from "../core/workbook/sheet-plan";
import { asTyped } from "./cell-text";
import { dressSteps } from "./dress";
import { RANGE_BYTES, step, type Step } from "./step";

const BLOCK_BYTES = 1_000_000;
/** Excel takes no higher rows and no wider columns; in points. */
const HIGHEST_ROW = 409.5;
const WIDEST_COLUMN = 1300;

/**
 * All that a new sheet is written with but its page set-up, in order. Contents come first, while every cell still has the
 * format General: a cell formatted as text would take a formula for a text. Merging comes after the formats: the lines
 * inside a merged area are those of cells that are no longer there.
 */
export function planSteps(plan: SheetPlan): Step[] {
  const { columnWidths, rowHeights = [], merges = [], dropDowns = [], frozenRows = 0 } = plan;
  const widths = columnWidths.map((points, column) => ({ at: column, points }));
  const heights = rowHeights.map(({ row, points }) => ({ at: row, points }));
  return [
    ...contentSteps(plan),
    ...dressSteps(plan.areas),
    ...alike(widths).map(({ first, last, points }) =>
      step(1, { top: 0, bottom: 0, left: first, right: last }, ({ format }) => {
        format.columnWidth = Math.min(points, WIDEST_COLUMN);
      }),
    ),
    ...merges.map((range) => step(0, range, (merged) => merged.merge())),
    ...alike(heights).map(({ first, last, points }) =>
      step(1, { top: first, bottom: last, left: 0, right: 0 }, ({ format }) => {
        format.rowHeight = Math.min(points, HIGHEST_ROW);
      }),
    ),
    ...dropDowns.flatMap(dropDownSteps),
    ...(frozenRows === 0
      ? []
      : [{ bytes: RANGE_BYTES, run: (sheet: Excel.Worksheet) => sheet.freezePanes.freezeRows(frozenRows) }]),
  ];
}

/** How a new sheet is printed. */
export function setPage({ page }: SheetPlan, { pageLayout }: Excel.Worksheet): void {
  if (page === undefined) return;
  const { orientation, paper, fitToWidth, titleRows, printArea, centred, margins } = page;
  pageLayout.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.paperSize = paper;
  if (fitToWidth === true) pageLayout.zoom = { horizontalFitToPages: 1 };
  if (centred === true) pageLayout.centerHorizontally = true;
  if (titleRows !== undefined) {
    pageLayout.setPrintTitleRows(`$${String(titleRows.top + 1)}:$${String(titleRows.bottom + 1)}`);
  }
  if (printArea !== undefined) pageLayout.setPrintArea(rangeToA1(printArea));
  if (margins !== undefined) {
    pageLayout.topMargin = margins.top;
    pageLayout.bottomMargin = margins.bottom;
    pageLayout.leftMargin = margins.left;
    pageLayout.rightMargin = margins.right;
  }
}

/** Texts, numbers and formulas, in blocks of whole rows. */
function contentSteps(plan: SheetPlan): Step[] {
  const rows = plannedRows(plan, ({ value, formula }) => formula ?? asTyped(value));
  const width = rows[0]?.length ?? 0;
  const steps: Step[] = [];
  const encoder = new TextEncoder();
  for (let top = 0; top < rows.length;) {
    let bottom = top;
    let bytes = 0;
    while (bottom < rows.length && bytes < BLOCK_BYTES) {
      bytes += encoder.encode(JSON.stringify(rows[bottom++])).length;
    }
    const range = { top, bottom: bottom - 1, left: 0, right: width - 1 };
    const values = rows.slice(top, bottom);
    const { run } = step(1, range, (block) => {
      block.values = values;
    });
    // The library sends a large block in slices of about 1,500 cells, each of which is a range made of three.
    steps.push({ bytes: bytes + Math.ceil((values.length * width) / 1_500) * 4 * RANGE_BYTES, run });
    top = bottom;
  }
  return steps;
}

function dropDownSteps({ range, options, free = false }: DropDown): Step[] {
  const fitting = fittingOptions(options);
  if (fitting.length === 0) return [];
  const isFree = free || fitting.length < options.length;
  const { bytes, run } = step(2, range, ({ dataValidation }) => {
    dataValidation.rule = { list: { inCellDropDown: true, source: fitting.join(",") } };
    if (isFree) dataValidation.errorAlert = { showAlert: false, message: "", title: "", style: "Stop" };
  });
  return [{ bytes: bytes + fitting.join(",").length * 3, run }];
}

/** Rows or columns that follow each other and have one size. */
function alike(sizes: readonly { readonly at: number; readonly points: number }[]): {
  readonly first: number;
  readonly last: number;
  readonly points: number;
}[] {
  const runs: { first: number; last: number; points: number }[] = [];
  for (const { at, points } of [...sizes].sort((a, b) => a.at - b.at)) {
    const run = runs.at(-1);
    if (run?.points === points && run.last === at - 1) run.last = at;
    else runs.push({ first: at, last: at, points });
  }
  return runs;
}
