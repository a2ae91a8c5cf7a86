import type { CellRange } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import { laidOver, NO_LOOK, type Look } from "../../core/workbook/look";
import type { BorderLine, PageSetup, PlannedCell, SheetPlan } from "../../core/workbook/sheet-plan";
import type { CellChange, Edge, EdgeLine, FormatPatch, NewContent, NewSheet, PrintSetup } from "./changes";
import { saveXlsx } from "./save";

/**
 * Adds planned sheets behind those of a workbook file; everything else in the file stays to the letter.
 *
 * @param file an .xlsx or .xlsm file.
 * @throws UnsavableChangeError where a sheet of that name is there already, or a plan holds what no file can.
 */
export function addPlannedSheets(file: Uint8Array, plans: readonly SheetPlan[]): Uint8Array {
  return saveXlsx(file, { added: plans.map(plannedSheet) }).bytes;
}

const POINTS_PER_INCH = 72;
/** Excel takes no higher rows and no wider columns. */
const MAX_HEIGHT = 409.5;
const MAX_WIDTH = 1300;
/** Numbers of Excel's paper list. */
const PAPER = { A3: 8, A4: 9 } as const;

/** A planned sheet in the terms of a file. */
export function plannedSheet(plan: SheetPlan): NewSheet {
  const { columnWidths, rowHeights = [], dropDowns = [], frozenRows = 0, page } = plan;
  return {
    name: plan.name,
    cells: plannedCells(plan),
    merges: plan.merges ?? [],
    columns: columnWidths.map((points, column) => ({
      first: column,
      last: column,
      width: { points: Math.min(points, MAX_WIDTH) },
    })),
    rows: rowHeights.map(({ row, points }) => ({
      first: row,
      last: row,
      height: Math.min(points, MAX_HEIGHT),
    })),
    dropDowns: dropDowns.map(({ range, options, free = false }) => ({ range, from: options, free })),
    ...(frozenRows > 0 ? { frozen: { rows: frozenRows, columns: 0 } } : {}),
    ...(page === undefined ? {} : { print: printSetup(page) }),
    selected: plan.start,
  };
}

/** How a planned sheet is printed, in the terms of a file. */
export function printSetup({
  orientation,
  paper,
  fitToWidth,
  titleRows,
  printArea,
  centred,
  margins,
}: PageSetup): PrintSetup {
  const inches = (points: number): number => Math.round((points / POINTS_PER_INCH) * 1e4) / 1e4;
  return {
    orientation,
    paper: PAPER[paper],
    fitToWidth: fitToWidth === true,
    centred: centred === true,
    ...(titleRows === undefined ? {} : { titleRows: { first: titleRows.top, last: titleRows.bottom } }),
    ...(printArea === undefined ? {} : { area: printArea }),
    ...(margins === undefined
      ? {}
      : {
          margins: {
            left: inches(margins.left),
            right: inches(margins.right),
            top: inches(margins.top),
            bottom: inches(margins.bottom),
          },
        }),
  };
}

function plannedCells({ cells, areas }: SheetPlan): readonly CellChange[] {
  const changes = new Map<number, CellChange>();
  for (const [key, look] of looksOf(areas)) {
    changes.set(key, { row: Math.floor(key / COLUMNS), column: key % COLUMNS, ...look });
  }
  for (const cell of cells) {
    const { row, column } = cell;
    const key = row * COLUMNS + column;
    changes.set(key, { row, column, ...changes.get(key), content: contentOf(cell) });
  }
  return [...changes.values()];
}

type Looks = Pick<CellChange, "numberFormat" | "format">;

const COLUMNS = 16_384;

/** Looks by cell. Cells under the same areas share one, so that it is worked out once, however many rows there are. */
function looksOf(areas: SheetPlan["areas"]): ReadonlyMap<number, Looks> {
  const looks: Look[] = [NO_LOOK];
  /** Which look comes of laying an area over one, as indices into `looks`. */
  const laid = new Map<string, number>();
  const byCell = new Map<number, number>();
  for (const [index, { range, style }] of areas.entries()) {
    for (const key of keysIn(range)) {
      const below = byCell.get(key) ?? 0;
      const step = `${String(below)} ${String(index)}`;
      let look = laid.get(step);
      if (look === undefined) {
        look = looks.push(laidOver(looks[below] ?? NO_LOOK, style)) - 1;
        laid.set(step, look);
      }
      byCell.set(key, look);
    }
  }
  const inFile = looks.map(inFileOf);
  return new Map([...byCell].map(([key, look]) => [key, inFile[look] ?? {}]));
}

function* keysIn({ top, left, bottom, right }: CellRange): Generator<number> {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) yield row * COLUMNS + column;
  }
}

/** A look in the terms of a file. */
function inFileOf(look: Look): Looks {
  const borders = bordersOf(look);
  return {
    ...(look.numberFormat === undefined ? {} : { numberFormat: look.numberFormat }),
    format: { ...formatOf(look), ...(borders === null ? {} : { borders }) },
  };
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function formatOf(look: Look): FormatPatch {
  const { fontName, fontSize, fontColor, fillColor, bold, italic, underline, wrapText, indent } = look;
  const { horizontal, vertical } = look;
  return {
    ...(fontName === undefined ? {} : { fontName }),
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(fillColor === undefined ? {} : { fillColor }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(underline === undefined ? {} : { underline: underline ? "Single" : "None" }),
    ...(wrapText === undefined ? {} : { wrapText }),
    ...(indent === undefined ? {} : { indentLevel: indent }),
    ...(horizontal === undefined ? {} : { horizontalAlignment: HORIZONTAL[horizontal] }),
    ...(vertical === undefined ? {} : { verticalAlignment: VERTICAL[vertical] }),
  };
}

const EDGES = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;
const SIDES = ["top", "bottom", "left", "right"] as const;
const LINES: Readonly<Record<NonNullable<BorderLine["style"]>, Pick<EdgeLine, "style" | "weight">>> = {
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  hair: { style: "Continuous", weight: "Hairline" },
  double: { style: "Double", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  dotted: { style: "Dot", weight: "Thin" },
};

/** Lines by edge; null where a look has none. */
function bordersOf({ lines }: Look): Readonly<Partial<Record<Edge, EdgeLine>>> | null {
  const borders: Partial<Record<Edge, EdgeLine>> = {};
  for (const side of SIDES) {
    const line = lines[side];
    if (line !== undefined)
      borders[EDGES[side]] = { ...LINES[line.style ?? "thin"], color: line.color ?? "" };
  }
  return Object.keys(borders).length === 0 ? null : borders;
}

/** Error values among the results of formulas, as Excel shows them. */
const ERRORS = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);

function contentOf({ value, formula }: PlannedCell): NewContent {
  if (formula === undefined) return { value };
  const cached: CellValue = typeof value === "string" && ERRORS.has(value) ? { error: value } : value;
  return { formula, cached };
}
