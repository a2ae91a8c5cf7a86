import type { IStyleData } from "@univerjs/core";
import { keptList, keptTexts } from "../../core/workbook/kept-part";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { cellRowsOf, openedSheet, styleName } from "../files/cell-rows";
import type { CellRows, OpenedWorkbook, SheetView } from "../files/opened-workbook";
import type { SheetLook } from "../files/xlsx-look";
import { numberFormatOf } from "../host/display-text";

export interface Opened {
  readonly book: OpenedWorkbook;
  readonly cells: readonly CellRows[];
}

/**
 * A snapshot as if it had been opened from a file; only number formats are made up, from the decimals shown.
 * @param view how every sheet shows itself
 */
export function openedFromSnapshot(content: WorkbookSnapshot, view: Partial<SheetView> = {}): Opened {
  const formats = ["General"];
  const looks = content.sheets.map((sheet): SheetLook => {
    const styles = new Map<number, Map<number, number>>();
    for (const cell of sheet.cells) {
      const format = numberFormatOf(cell);
      if (!formats.includes(format)) formats.push(format);
      const line = styles.get(cell.row) ?? new Map<number, number>();
      styles.set(cell.row, line.set(cell.column, formats.indexOf(format)));
    }
    return {
      protected: false,
      tabColor: "",
      showGridlines: true,
      frozenRows: 0,
      frozenColumns: 0,
      ...view,
      defaultRowHeight: 20,
      defaultColumnWidth: 64,
      rows: Object.fromEntries(sheet.hiddenRows.map((row) => [row, { hd: 1 }])),
      columns: Object.fromEntries(sheet.hiddenColumns.map((column) => [column, { hd: 1 }])),
      styles,
    };
  });
  const styles = Object.fromEntries(
    formats.map((pattern, index): [string, IStyleData] => [
      styleName(index),
      pattern === "General" ? {} : { n: { pattern } },
    ]),
  );
  const sheets = content.sheets.map((sheet, index) => openedSheet(sheet, looks[index] as SheetLook, []));
  const cells = content.sheets.map((sheet, index) => cellRowsOf(sheet, looks[index] as SheetLook));
  const book = {
    name: content.name,
    sheets,
    styles,
    names: [],
    kept: keptTexts(keptList(content)),
    calculationMode: "Automatic",
    activeSheet: 0,
  } as const;
  return { book, cells };
}
