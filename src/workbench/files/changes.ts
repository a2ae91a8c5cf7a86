import type { ICellData, IStyleData } from "@univerjs/core";
import type { CellRange } from "../../core/workbook/address";
import { rangeToA1 } from "../../core/workbook/address";
import { printSetup } from "../../xlsx";
import type {
  CellChange,
  ColumnChange,
  FormatPatch,
  NewContent,
  NewSheet,
  RowChange,
  SheetChange,
  WorkbookChanges,
} from "../../xlsx";
import { valueOf } from "../sheet/cell-content";
import { formatOf } from "../sheet/cell-styles";
import { styleName } from "./cell-rows";
import { fromMerge, type CellRows, type OpenedSheet, type OpenedWorkbook } from "./opened-workbook";
import { unkeptEdits } from "./unkept-edits";
import type { CurrentSheet } from "./worker-messages";

type Styles = Readonly<Record<string, IStyleData>>;

const POINTS_PER_PIXEL = 0.75;
/** What a custom function shows until its answer comes is no result. */
const NO_RESULT = "#GETTING_DATA";

/**
 * What has become different between the opened file and the workbook on screen. Conditional formats are no part of it: the
 * marks of a check belong to the check, not to the file, and nobody wants to send them to the finance department.
 *
 * @param cells cells of a sheet of the file, by its position there
 * @param styles all styles of the workbook on screen, those of the file under the same names
 */
export function changesOf(
  opened: OpenedWorkbook,
  cells: (sheet: number) => CellRows,
  current: readonly CurrentSheet[],
  styles: Styles,
): { readonly changes: WorkbookChanges; readonly unkept: readonly string[] } {
  const kept = new Set(current.map(({ origin }) => origin));
  const looks = new StyleComparison(styles, opened.styles);
  const sheets = current.flatMap((sheet) => {
    const before = sheet.origin === null ? undefined : opened.sheets[sheet.origin];
    return before === undefined ? [] : [sheetChange(before, cells(sheet.origin ?? 0), sheet, looks)];
  });
  const added = current.filter(({ origin }) => origin === null).map((sheet) => newSheet(sheet, looks));
  const deleted = opened.sheets.filter((_sheet, index) => !kept.has(index)).map(({ name }) => name);
  const moved = current.some(({ origin }, index) => origin !== index);
  return {
    changes: {
      sheets: sheets.filter((change) => Object.keys(change).length > 1),
      ...(added.length > 0 ? { added } : {}),
      ...(deleted.length > 0 ? { deleted } : {}),
      ...(moved ? { order: current.map(({ name }) => name) } : {}),
    },
    unkept: current.flatMap((sheet) =>
      unkeptEdits(sheet.origin === null ? undefined : opened.sheets[sheet.origin], sheet),
    ),
  };
}

function sheetChange(
  before: OpenedSheet,
  cells: CellRows,
  now: CurrentSheet,
  looks: StyleComparison,
): SheetChange {
  const changed = cellChanges(cells, now.cells, looks);
  const had = before.merges.map(fromMerge);
  const mergesRemoved = without(had, now.merges);
  const mergesAdded = without(now.merges, had);
  const columns = columnChanges(before.columns, now.columns, before.defaultColumnWidth);
  const rows = rowChanges(before.rows, now.rows, before.defaultRowHeight);
  return {
    sheet: before.name,
    ...(now.name === before.name ? {} : { rename: now.name }),
    ...(now.visibility === before.visibility ? {} : { visibility: now.visibility }),
    ...(changed.length > 0 ? { cells: changed } : {}),
    ...(mergesRemoved.length > 0 ? { mergesRemoved } : {}),
    ...(mergesAdded.length > 0 ? { mergesAdded } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    ...(rows.length > 0 ? { rows } : {}),
  };
}

function newSheet(
  { name, visibility, view, cells, merges, rows, columns, pageSetup, dropDowns = [] }: CurrentSheet,
  looks: StyleComparison,
): NewSheet {
  return {
    name,
    visibility,
    cells: cellChanges({}, cells, looks),
    merges,
    columns: columnChanges({}, columns, 0),
    rows: rowChanges({}, rows, 0),
    frozen: { rows: view.frozenRows, columns: view.frozenColumns },
    showGridlines: view.showGridlines,
    tabColor: view.tabColor,
    dropDowns: dropDowns.map(({ range, options, free = false }) => ({ range, from: options, free })),
    ...(pageSetup === undefined || pageSetup === null ? {} : { print: printSetup(pageSetup) }),
  };
}

function without(ranges: readonly CellRange[], others: readonly CellRange[]): readonly CellRange[] {
  const known = new Set(others.map(rangeToA1));
  return ranges.filter((range) => !known.has(rangeToA1(range)));
}

function cellChanges(before: CellRows, now: CellRows, looks: StyleComparison): CellChange[] {
  const changes: CellChange[] = [];
  for (const row of keysOf(before, now)) {
    const [old, fresh] = [before[row] ?? {}, now[row] ?? {}];
    for (const column of keysOf(old, fresh)) {
      const content = contentChange(old[column], fresh[column]);
      const look = looks.difference(old[column]?.s, fresh[column]?.s);
      if (content === null && look === null) continue;
      changes.push({ row, column, ...(content === null ? {} : { content }), ...look });
    }
  }
  return changes;
}

function keysOf(one: object, other: object): number[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].map(Number).sort((a, b) => a - b);
}

function contentChange(before: ICellData | undefined, now: ICellData | undefined): NewContent | null {
  const [was, is] = [before?.f ?? null, now?.f ?? null];
  const value = valueOf(now);
  const same = sameValue(valueOf(before), value);
  const known = value !== NO_RESULT && value !== "";
  if (is !== null) {
    if (is !== was) return { formula: is, ...(known ? { cached: value } : {}) };
    return same || !known ? null : { cached: value };
  }
  return same && was === null ? null : { value };
}

function sameValue(one: ReturnType<typeof valueOf>, other: ReturnType<typeof valueOf>): boolean {
  if (one === other) return true;
  return typeof one === "object" && typeof other === "object" && one.error === other.error;
}

const STANDARD = styleName(0);

/** Compares styles by name; workbooks have few, cells many. */
class StyleComparison {
  private readonly known = new Map<string, Pick<CellChange, "numberFormat" | "format"> | null>();

  constructor(
    private readonly styles: Styles,
    private readonly ofFile: Styles,
  ) {}

  difference(
    before: ICellData["s"],
    now: ICellData["s"],
  ): Pick<CellChange, "numberFormat" | "format"> | null {
    if (before === now) return null;
    const key = `${nameOf(before)} ${nameOf(now)}`;
    let difference = this.known.get(key);
    if (difference === undefined) {
      difference = styleDifference(this.style(before), this.style(now));
      this.known.set(key, difference);
    }
    return difference;
  }

  private style(style: ICellData["s"]): IStyleData {
    // A cell without a style has the first one of the file.
    const standard = this.styles[STANDARD] ?? {};
    const found = typeof style === "string" ? this.styles[style] : style;
    if (found === undefined || found === null) return standard;
    // Styles of the file are whole; what one made since leaves out is the standard's, as it is on screen.
    return typeof style === "string" && style in this.ofFile ? found : { ...standard, ...found };
  }
}

function nameOf(style: ICellData["s"]): string {
  return typeof style === "string" ? style : JSON.stringify(style ?? null);
}

function styleDifference(
  before: IStyleData,
  now: IStyleData,
): Pick<CellChange, "numberFormat" | "format"> | null {
  const numberFormat = now.n?.pattern ?? "General";
  const changed = numberFormat !== (before.n?.pattern ?? "General");
  const [old, fresh] = [formatOf(before), formatOf(now)];
  const format = Object.fromEntries(
    Object.entries(fresh).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key as keyof typeof old]),
    ),
  ) as FormatPatch;
  const lines = format.borders === undefined ? {} : { borders: { ...NO_BORDERS, ...format.borders } };
  const some = Object.keys(format).length > 0;
  if (!changed && !some) return null;
  return { ...(changed ? { numberFormat } : {}), ...(some ? { format: { ...format, ...lines } } : {}) };
}

const NO_LINE = { style: "None", weight: "Thin", color: "" } as const;
/** A line that has gone must be said to be gone. */
const NO_BORDERS = { EdgeTop: NO_LINE, EdgeBottom: NO_LINE, EdgeLeft: NO_LINE, EdgeRight: NO_LINE } as const;

function columnChanges(
  before: CurrentSheet["columns"],
  now: CurrentSheet["columns"],
  standard: number,
): ColumnChange[] {
  return keysOf(before, now).flatMap((column) => {
    const [old, fresh] = [before[column] ?? {}, now[column] ?? {}];
    const width = fresh.w ?? standard;
    const resized = Math.round(width) !== Math.round(old.w ?? standard);
    const hidden = fresh.hd === 1;
    const toggled = hidden !== (old.hd === 1);
    if (!resized && !toggled) return [];
    return [
      {
        first: column,
        last: column,
        ...(resized ? { width: { points: width * POINTS_PER_PIXEL } } : {}),
        ...(toggled ? { hidden } : {}),
      },
    ];
  });
}

/** A height that follows from the text is not the user's. */
function rowChanges(before: CurrentSheet["rows"], now: CurrentSheet["rows"], standard: number): RowChange[] {
  return keysOf(before, now).flatMap((row) => {
    const [old, fresh] = [before[row] ?? {}, now[row] ?? {}];
    const height = fresh.h ?? standard;
    const resized = fresh.ia !== 1 && height > 0 && Math.round(height) !== Math.round(old.h ?? standard);
    const hidden = fresh.hd === 1;
    const toggled = hidden !== (old.hd === 1);
    if (!resized && !toggled) return [];
    return [
      {
        first: row,
        last: row,
        ...(resized ? { height: height * POINTS_PER_PIXEL } : {}),
        ...(toggled ? { hidden } : {}),
      },
    ];
  });
}
