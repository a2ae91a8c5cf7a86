import type { ICellData, IColumnData, IRange, IRowData, IStyleData } from "@univerjs/core";
import type { CalculationMode, DefinedName } from "../host/model";
import type { CellRange } from "../../core/workbook/address";
import type { KeptTexts } from "../../core/workbook/kept-part";
import type { SheetVisibility } from "../../core/workbook/snapshot";

/** How a sheet shows itself, apart from its cells. */
export interface SheetView {
  /** “#RRGGBB”, "" for none. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  /** Number of rows and columns that stay in sight. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

/** A sheet of an opened file without its cells: cheap, so that all sheets can be shown at once. */
export interface OpenedSheet extends SheetView {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly protected: boolean;
  /** Of the content with its formats, not Excel's million rows. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Pixels. */
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly rows: Readonly<Record<number, Partial<IRowData>>>;
  readonly columns: Readonly<Record<number, Partial<IColumnData>>>;
  readonly merges: readonly IRange[];
  /** Of filled cells. */
  readonly usedRange: CellRange | null;
}

export type CellRows = Record<number, Record<number, ICellData>>;

/** A file as the worker hands it over, cells sheet by sheet afterwards. */
export interface OpenedWorkbook {
  /** File name with extension. */
  readonly name: string;
  readonly sheets: readonly OpenedSheet[];
  /** By the names that cells use (`x0`, `x1`, …). */
  readonly styles: Readonly<Record<string, IStyleData>>;
  readonly names: readonly DefinedName[];
  readonly kept: KeptTexts;
  readonly calculationMode: CalculationMode;
  /** Position of the sheet the file shows first. */
  readonly activeSheet: number;
}

export function fromMerge({ startRow, startColumn, endRow, endColumn }: IRange): CellRange {
  return { top: startRow, left: startColumn, bottom: endRow, right: endColumn };
}
