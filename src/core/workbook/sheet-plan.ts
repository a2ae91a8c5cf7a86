import { normaliseName } from "../classification/normalise";
import type { CellAddress, CellRange } from "./address";

/** A line around a cell, thin unless said otherwise. */
export interface BorderLine {
  readonly style?: "thin" | "medium" | "thick" | "double" | "hair" | "dashed" | "dotted";
  /** “#RRGGBB”; black unless said otherwise. */
  readonly color?: string;
}

/** How an area of a planned sheet looks; what is left out stays as the host has it. It holds for every cell of the area. */
export interface AreaStyle {
  /** “宋体”; a host without the font shows its own fall-back. */
  readonly fontName?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** In points. */
  readonly fontSize?: number;
  /** “#RRGGBB”. */
  readonly fontColor?: string;
  /** “#RRGGBB”. */
  readonly fillColor?: string;
  readonly wrapText?: boolean;
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  /** Steps of about one Chinese character. */
  readonly indent?: number;
  /** Lines on all sides of every cell; `sides` beat it. */
  readonly border?: BorderLine;
  readonly sides?: Readonly<Partial<Record<"top" | "bottom" | "left" | "right", BorderLine>>>;
  /** As in a file: “#,##0.00”, “0.00%”, “@”. */
  readonly numberFormat?: string;
  /** Cells formatted as text: what is typed there stays a text, also = and +. */
  readonly asText?: boolean;
}

export interface StyledArea {
  readonly range: CellRange;
  readonly style: AreaStyle;
}

/** A filled cell of a planned sheet. A text stays a text, whatever it begins with. */
export interface PlannedCell extends CellAddress {
  /** Of a formula, its result. */
  readonly value: string | number | boolean;
  /** In English, with its leading “=”; such a cell is alive. */
  readonly formula?: string;
}

export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  readonly paper: "A3" | "A4";
  /** All columns on one page across, as many pages down as it takes. */
  readonly fitToWidth?: boolean;
  /** 0-based rows printed again at the top of each page. */
  readonly titleRows?: { readonly top: number; readonly bottom: number };
  readonly printArea?: CellRange;
  readonly centred?: boolean;
  /** In points. */
  readonly margins?: Readonly<Record<"top" | "bottom" | "left" | "right", number>>;
}

/** Cells in which the user picks from a list, or types what is not in it where `free`. */
export interface DropDown {
  readonly range: CellRange;
  readonly options: readonly string[];
  readonly free?: boolean;
}

/** A sheet to be written (成表方案), free of any host. */
export interface SheetPlan {
  readonly name: string;
  /** A sheet of one of these names is the planned one, which is there already. */
  readonly otherNames: readonly string[];
  readonly cells: readonly PlannedCell[];
  /** Later ones lie over earlier ones. */
  readonly areas: readonly StyledArea[];
  readonly merges?: readonly CellRange[];
  /** Of the first columns, in points. */
  readonly columnWidths: readonly number[];
  /** 0-based, in points; other rows as the host has them. */
  readonly rowHeights?: readonly { readonly row: number; readonly points: number }[];
  readonly dropDowns?: readonly DropDown[];
  /** Rows that stay in sight at the top, from row 0 on. */
  readonly frozenRows?: number;
  readonly page?: PageSetup;
  /** What is selected once the sheet is there. */
  readonly start: CellAddress;
}

/** Whether a sheet of this name is the planned one; blanks and width of the name do not matter. */
export function isPlanned({ name, otherNames }: SheetPlan, sheet: string): boolean {
  return [name, ...otherNames].some((known) => normaliseName(known) === normaliseName(sheet));
}

/**
 * The planned texts and numbers as rows of the smallest rectangle from A1 that holds them; a blank is "".
 * @param of what stands for a cell; its value if not given
 */
export function plannedRows(
  { cells }: SheetPlan,
  of: (cell: PlannedCell) => string | number | boolean = ({ value }) => value,
): (string | number | boolean)[][] {
  const height = cells.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const rows = Array.from({ length: height }, () => Array<string | number | boolean>(width).fill(""));
  for (const cell of cells) {
    const line = rows[cell.row];
    if (line !== undefined) line[cell.column] = of(cell);
  }
  return rows;
}
