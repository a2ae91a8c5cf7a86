import type { CellRange } from "../workbook/address";
import { HEIGHT } from "./look";
import type { AreaStyle, PlannedCell, StyledArea } from "../workbook/sheet-plan";

/** What a row holds from left to right; null leaves a cell blank. */
export type DraftRow = readonly (string | number | null)[];

/** Takes a sheet down row by row, from the top. */
export class SheetDraft {
  readonly cells: PlannedCell[] = [];
  readonly areas: StyledArea[] = [];
  readonly merges: CellRange[] = [];
  readonly rowHeights: { row: number; points: number }[] = [];
  /** The row written next, 0-based. */
  row = 0;

  /** @param columns number of columns the sheet has. */
  constructor(private readonly columns: number) {}

  /** Writes a row and gives its number; the style is that of the whole row, the height is in points. */
  write(values: DraftRow, style: AreaStyle | null = null, height: number = HEIGHT.line): number {
    const row = this.row++;
    values.forEach((value, column) => {
      if (value !== null && value !== "") this.cells.push({ row, column, value });
    });
    if (style !== null) this.style(row, row, style);
    this.rowHeights.push({ row, points: height });
    return row;
  }

  /** Writes a text over the whole width. */
  line(text: string, style: AreaStyle, height: number = HEIGHT.line): void {
    this.merge(this.write([text], style, height), 0, this.columns - 1);
  }

  /** Styles columns of rows, all columns unless said otherwise. */
  style(top: number, bottom: number, style: AreaStyle, left = 0, right = this.columns - 1): void {
    if (top <= bottom) this.areas.push({ range: { top, bottom, left, right }, style });
  }

  /** Puts styles under those taken down since `areas` had this length. */
  under(length: number, style: () => void): void {
    const over = this.areas.splice(length);
    style();
    for (const area of over) this.areas.push(area);
  }

  merge(row: number, left: number, right: number): void {
    this.merges.push({ top: row, bottom: row, left, right });
  }
}
