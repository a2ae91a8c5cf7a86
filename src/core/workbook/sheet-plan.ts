import { normaliseName } from "../classification/normalise";
import type { CellAddress, CellRange } from "./address";

/** How an area of a planned sheet looks; what is left out stays as the host has it. */
export interface AreaStyle {
  readonly bold?: boolean;
  /** In points. */
  readonly fontSize?: number;
  /** “#RRGGBB”. */
  readonly fontColor?: string;
  /** “#RRGGBB”. */
  readonly fillColor?: string;
  readonly wrapText?: boolean;
  /** Cells formatted as text: what is typed there stays a text, also = and +. */
  readonly asText?: boolean;
}

/** A filled cell of a planned sheet. A text stays a text, whatever it begins with. */
export interface PlannedCell extends CellAddress {
  readonly value: string | number;
}

/** A sheet to be written (成表方案), free of any host. */
export interface SheetPlan {
  readonly name: string;
  /** A sheet of one of these names is the planned one, which is there already. */
  readonly otherNames: readonly string[];
  readonly cells: readonly PlannedCell[];
  /** Later ones lie over earlier ones. */
  readonly areas: readonly { readonly range: CellRange; readonly style: AreaStyle }[];
  /** Of the first columns, in points. */
  readonly columnWidths: readonly number[];
  /** What is selected once the sheet is there. */
  readonly start: CellAddress;
}

/** Whether a sheet of this name is the planned one; blanks and width of the name do not matter. */
export function isPlanned({ name, otherNames }: SheetPlan, sheet: string): boolean {
  return [name, ...otherNames].some((known) => normaliseName(known) === normaliseName(sheet));
}

/** The planned texts and numbers as rows of the smallest rectangle from A1 that holds them; a blank is "". */
export function plannedRows({ cells }: SheetPlan): (string | number)[][] {
  const height = Math.max(0, ...cells.map(({ row }) => row + 1));
  const width = Math.max(0, ...cells.map(({ column }) => column + 1));
  const rows = Array.from({ length: height }, () => Array<string | number>(width).fill(""));
  for (const { row, column, value } of cells) {
    const line = rows[row];
    if (line !== undefined) line[column] = value;
  }
  return rows;
}
