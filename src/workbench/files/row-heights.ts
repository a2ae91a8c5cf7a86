import type { IRowData, IStyleData } from "@univerjs/core";
import type { SheetSnapshot } from "../../core/workbook/snapshot";
import { linesOf } from "../../core/workbook/text-lines";
import { rangeContains } from "./ranges";
import type { SheetLook } from "./xlsx-look";

const PIXELS_PER_POINT = 4 / 3;
/** A line is this much higher than its type. */
const LEADING = 1.3;
const LINE_MARGIN = 2;
/** Pixels beside the text of a cell. */
const CELL_MARGIN = 6;
const WRAP = 3;
const DEFAULT_SIZE = 11;

/**
 * Heights of the rows for which a file gives none: Excel fits them to their largest type and wrapped text when it opens a
 * file. Measured roughly, as no screen is at hand; Univer measures again when a cell of the row is edited.
 */
export function fittedRows(
  sheet: SheetSnapshot,
  look: SheetLook,
  styles: readonly IStyleData[],
): Record<number, Partial<IRowData>> {
  const needed = new Map<number, number>();
  const need = (row: number, pixels: number): void => {
    if (pixels > (needed.get(row) ?? 0)) needed.set(row, pixels);
  };
  for (const [row, line] of look.styles) {
    for (const style of line.values()) need(row, lineHeight(styles[style]));
  }
  for (const { row, column, text } of sheet.cells) {
    const style = styles[look.styles.get(row)?.get(column) ?? 0];
    if (style?.tb !== WRAP || sheet.merges.some((merge) => rangeContains(merge, row, column))) continue;
    const width = (look.columns[column]?.w ?? look.defaultColumnWidth) - CELL_MARGIN;
    need(row, linesOf(text, width, sizeOf(style)) * lineHeight(style));
  }
  const rows: Record<number, Partial<IRowData>> = { ...look.rows };
  for (const [row, pixels] of needed) {
    if (rows[row]?.h !== undefined || pixels <= look.defaultRowHeight) continue;
    rows[row] = { ...rows[row], ia: 1, ah: Math.ceil(pixels) };
  }
  return rows;
}

function sizeOf(style: IStyleData | undefined): number {
  return (style?.fs ?? DEFAULT_SIZE) * PIXELS_PER_POINT;
}

function lineHeight(style: IStyleData | undefined): number {
  return sizeOf(style) * LEADING + LINE_MARGIN;
}
