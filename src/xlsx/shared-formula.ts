import { columnLetters, SHEET_COLUMNS, SHEET_ROWS, type CellAddress } from "../core/workbook/address";

/** A formula taken apart once, to be written for any cell of its shared range. */
export type SharedFormula = readonly (string | Reference)[];

/** A cell `A$1`, or half of a column or row range: then `row` or `column` is null. Offsets count from the master. */
interface Reference {
  readonly column: Axis | null;
  readonly row: Axis | null;
}

interface Axis {
  /** 0-based, in the master's formula. */
  readonly index: number;
  readonly absolute: boolean;
}

/**
 * Texts, quoted sheet names and [table columns] pass whole; so do names and functions (`LOG10(`), and numbers (`1E5`).
 * What is left and looks like a reference is one: a column range, a row range or a cell.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(\$?[A-Z]{1,3}):(\$?[A-Z]{1,3})(?![\p{L}\p{N}_.(!$])|(\$?\d{1,7}):(\$?\d{1,7})(?![\p{L}\p{N}_.(!$])|(\$?[A-Z]{1,3})(\$?[1-9]\d{0,6})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.?\\]*|\d+(?:\.\d*)?(?:E[+-]?\d+)?/giu;

/** @param formula of the master cell, without “=”. */
export function takeApart(formula: string): SharedFormula {
  const pieces: (string | Reference)[] = [];
  let from = 0;
  for (const match of formula.matchAll(TOKEN)) {
    const [whole, firstColumn, lastColumn, firstRow, lastRow, column, row] = match;
    const found = references({ firstColumn, lastColumn, firstRow, lastRow, column, row });
    if (found.length === 0) continue;
    pieces.push(formula.slice(from, match.index), ...found);
    from = match.index + whole.length;
  }
  pieces.push(formula.slice(from));
  return pieces;
}

type Groups = Readonly<
  Record<"firstColumn" | "lastColumn" | "firstRow" | "lastRow" | "column" | "row", string | undefined>
>;

function references({ firstColumn, lastColumn, firstRow, lastRow, column, row }: Groups): SharedFormula {
  if (firstColumn !== undefined && lastColumn !== undefined) {
    return [
      { column: columnAxis(firstColumn), row: null },
      ":",
      { column: columnAxis(lastColumn), row: null },
    ];
  }
  if (firstRow !== undefined && lastRow !== undefined) {
    return [{ column: null, row: rowAxis(firstRow) }, ":", { column: null, row: rowAxis(lastRow) }];
  }
  if (column === undefined || row === undefined) return [];
  return [{ column: columnAxis(column), row: rowAxis(row) }];
}

function columnAxis(text: string): Axis {
  let index = 0;
  for (const letter of text.replace("$", "").toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return { index: index - 1, absolute: text.startsWith("$") };
}

function rowAxis(text: string): Axis {
  return { index: Number(text.replace("$", "")) - 1, absolute: text.startsWith("$") };
}

/** The formula as the cell at `cell` has it, without “=”; references that leave the sheet become #REF!. */
export function formulaAt(shared: SharedFormula, master: CellAddress, cell: CellAddress): string {
  const down = cell.row - master.row;
  const right = cell.column - master.column;
  // Joined, not added up: V8 keeps a string that was added up as a tree of its pieces, many times its size.
  return shared.map((piece) => (typeof piece === "string" ? piece : written(piece, down, right))).join("");
}

function written({ column, row }: Reference, down: number, right: number): string {
  const columnIndex = column === null ? 0 : column.index + (column.absolute ? 0 : right);
  const rowIndex = row === null ? 0 : row.index + (row.absolute ? 0 : down);
  const inside = columnIndex >= 0 && columnIndex < SHEET_COLUMNS && rowIndex >= 0 && rowIndex < SHEET_ROWS;
  if (!inside) return "#REF!";
  const letters = column === null ? "" : (column.absolute ? "$" : "") + columnLetters(columnIndex);
  return letters + (row === null ? "" : (row.absolute ? "$" : "") + String(rowIndex + 1));
}
