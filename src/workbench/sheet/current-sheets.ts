import { BooleanNumber } from "@univerjs/core";
import type { ICellData, IObjectMatrixPrimitiveType, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { keptTextOf, keptTexts, NOTHING_KEPT, type KeptTexts } from "../../core/workbook/kept-part";
import type { CellRows, SheetView } from "../files/opened-workbook";
import type { CurrentSheet } from "../files/worker-messages";
import { colour } from "./cell-styles";
import type { UniverWorkbook } from "./univer-workbook";
import type { LoadedWorkbook } from "./load-workbook";
import type { UniverAccess } from "./univer-access";

/**
 * The sheets as they are now, one after the other, to be saved. Cells are not copied here: sending them to the worker
 * does that.
 */
export function* currentSheets(
  model: UniverWorkbook,
  loaded: LoadedWorkbook,
  shifted: ReadonlySet<string>,
): Generator<CurrentSheet> {
  for (const sheet of model.sheets()) {
    const worksheet = loaded.access.workbook.getSheetBySheetId(sheet.id);
    if (worksheet === null || worksheet === undefined) continue;
    const origin = loaded.sheetIds.indexOf(sheet.id);
    const { rowData, columnData } = worksheet.getSnapshot();
    yield {
      origin: origin < 0 ? null : origin,
      name: sheet.name,
      visibility: sheet.visibility,
      view: viewOf(worksheet),
      cells: plainCells(loaded.access, sheet.id, worksheet.getCellMatrix().getMatrix()),
      merges: sheet.merges(),
      rows: plain(rowData),
      columns: plain(columnData),
      shifted: shifted.has(sheet.id),
      pageSetup: sheet.pageSetup,
      dropDowns: sheet.dropDowns,
    };
  }
}

function viewOf(worksheet: Worksheet): SheetView {
  const { freeze, showGridlines, tabColor } = worksheet.getConfig();
  return {
    tabColor: colour(tabColor),
    showGridlines: showGridlines !== BooleanNumber.FALSE,
    frozenRows: freeze.ySplit,
    frozenColumns: freeze.xSplit,
  };
}

export function currentStyles({ workbook }: UniverAccess): Readonly<Record<string, IStyleData>> {
  const styles = workbook.getStyles().toJSON();
  return Object.fromEntries(
    Object.entries(styles).filter((entry): entry is [string, IStyleData] => typeof entry[1] === "object"),
  );
}

/** All that is to be kept with the file, of every kind. */
export function currentlyKept(model: UniverWorkbook): Required<KeptTexts> {
  const kept = model.customXmlParts().flatMap(({ xml }) => keptTextOf(xml) ?? []);
  return { ...NOTHING_KEPT, ...keptTexts(kept) };
}

/** Formulas that Univer keeps as “the same as over there” are written out. */
function plainCells(access: UniverAccess, sheetId: string, cells: Matrix): CellRows {
  const formulas = access.injector.get(FormulaDataModel);
  const unitId = access.workbook.getUnitId();
  const rows: CellRows = {};
  for (const [rowKey, line] of Object.entries(cells)) {
    const row: Record<number, ICellData> = (rows[Number(rowKey)] = {});
    for (const [columnKey, cell] of Object.entries<Nullable<ICellData>>(line ?? {})) {
      if (!cell) continue;
      const column = Number(columnKey);
      const filled = cell.si !== undefined && cell.si !== null && !cell.f;
      const f = filled ? formulas.getFormulaStringByCell(Number(rowKey), column, sheetId, unitId) : null;
      row[column] = f === null || f === undefined ? cell : { ...cell, f };
    }
  }
  return rows;
}

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Univer's own records hold nothing else than data, but are typed with holes. */
function plain<T extends object>(records: Readonly<Record<number, Nullable<T>>>): Record<number, T> {
  return Object.fromEntries(
    Object.entries(records).filter((entry): entry is [string, T] => Boolean(entry[1])),
  );
}
