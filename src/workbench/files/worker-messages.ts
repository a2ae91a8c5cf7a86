import type { CellRange } from "../../core/workbook/address";
import type { KeptTexts } from "../../core/workbook/kept-part";
import type { DropDown, PageSetup } from "../../core/workbook/sheet-plan";
import type { SheetVisibility } from "../../core/workbook/snapshot";
import type { IColumnData, IRowData, IStyleData } from "@univerjs/core";
import type { CellRows, OpenedWorkbook, SheetView } from "./opened-workbook";

/** A sheet of the workbook on screen, on its way to be saved. */
export interface CurrentSheet {
  /** Position in the file it was opened from; null for one added since. */
  readonly origin: number | null;
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly view: SheetView;
  readonly cells: CellRows;
  readonly merges: readonly CellRange[];
  readonly rows: Readonly<Record<number, Partial<IRowData>>>;
  readonly columns: Readonly<Record<number, Partial<IColumnData>>>;
  /** Whether rows or columns were inserted, deleted or moved. */
  readonly shifted: boolean;
  /** What the pane said of printing a sheet it made; that of a sheet of the file is in the file. */
  readonly pageSetup?: PageSetup | null;
  /** Lists to pick from, of a sheet that the pane made. */
  readonly dropDowns?: readonly DropDown[];
}

/** To the worker that keeps the opened file. */
export type FileRequest =
  | { readonly type: "open"; readonly bytes: ArrayBuffer; readonly name: string }
  /** A sheet to be saved; one a message, in tab order, so that the page stays alive. */
  | { readonly type: "sheet"; readonly sheet: CurrentSheet }
  | {
      readonly type: "save";
      readonly styles: Readonly<Record<string, IStyleData>>;
      /** All that is to be kept with the file. */
      readonly kept: KeptTexts;
    };

/** From it. After `opened` follow the cells of all sheets, that of the active sheet first. */
export type FileAnswer =
  | { readonly type: "opened"; readonly workbook: OpenedWorkbook }
  | {
      readonly type: "cells";
      readonly sheet: number;
      readonly cells: CellRows;
      /** Formulas that came without a value: no program has computed them yet. */
      readonly uncomputed: CellRows;
      readonly last: boolean;
    }
  | { readonly type: "saved"; readonly bytes: Uint8Array<ArrayBuffer>; readonly unkept: readonly string[] }
  /** `sentence` is for the user, null for a defect of ours; `detail` for developers. */
  | { readonly type: "failed"; readonly sentence: string | null; readonly detail: string };
