import { parseA1 } from "../../src/core/workbook/address";
import { decimalPlaces } from "../../src/core/workbook/number";
import type { Cell, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/**
 * A sheet from a drawing: a line a row, cells between bars, blanks where nothing stands. Numbers are numbers with the
 * decimals as drawn; `'12` is the text 12; `#REF!` an error. The first bar-less blanks of a cell are dropped, `_` stands
 * for one blank of indentation.
 */
export function grid(drawing: string, name = "Sheet1"): SheetSnapshot {
  const cells: Cell[] = [];
  drawing
    .trim()
    .split("\n")
    .forEach((line, row) => {
      line.split("|").forEach((part, column) => {
        const drawn = part.trim();
        if (drawn === "") return;
        const value = valueOf(drawn);
        const text =
          typeof value === "object" ? value.error : typeof value === "number" ? drawn : String(value);
        const decimals = typeof value === "number" ? (drawn.split(".")[1]?.length ?? 0) : null;
        cells.push({ row, column, value, text, formula: null, decimals });
      });
    });
  return { name, visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [] };
}

function valueOf(drawn: string): CellValue {
  if (drawn.startsWith("#")) return { error: drawn };
  if (drawn.startsWith("'")) return drawn.slice(1);
  if (/^-?\d+(?:\.\d+)?$/.test(drawn)) return Number(drawn);
  return drawn.replaceAll("_", " ");
}

export function workbook(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { name: "test.xlsx", sheets };
}

/** A copy of a workbook with one cell changed; `null` blanks it. Throws where sheet or cell is not there. */
export function withCell(
  snapshot: WorkbookSnapshot,
  sheetName: string,
  address: { readonly row: number; readonly column: number },
  value: CellValue | null,
): WorkbookSnapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    if (!sheet.name.startsWith(sheetName)) return sheet;
    const others = sheet.cells.filter(({ row, column }) => row !== address.row || column !== address.column);
    const old = sheet.cells.find(({ row, column }) => row === address.row && column === address.column);
    if (value === null) return { ...sheet, cells: others };
    const text =
      typeof value === "number"
        ? value.toFixed(decimalPlaces(value))
        : typeof value === "object"
          ? value.error
          : String(value);
    const cell: Cell = { ...address, value, text, formula: null, decimals: old?.decimals ?? null };
    const cells = [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column);
    return { ...sheet, cells };
  });
  if (sheets.every((sheet, at) => sheet === snapshot.sheets[at])) throw new Error(`no sheet ${sheetName}`);
  return { ...snapshot, sheets };
}

/** The same by the name of the cell; throws where it is none. */
export function typed(
  snapshot: WorkbookSnapshot,
  sheetName: string,
  cell: string,
  value: CellValue | null,
): WorkbookSnapshot {
  const address = parseA1(cell);
  if (address === null) throw new Error(cell);
  return withCell(snapshot, sheetName, address, value);
}
