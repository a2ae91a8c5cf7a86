import {
  parseA1,
  parseA1Range,
  SHEET_COLUMNS,
  type CellAddress,
  type CellRange,
} from "../../core/workbook/address";
import { attributesOf, childrenOf, type XmlElement } from "./xml-source";

/** A row or cell of a part with its place in the sheet, written there or following from the one before. */
export interface PlacedRow {
  readonly row: number;
  /** Whether the file leaves its number out. */
  readonly implicit: boolean;
  readonly element: XmlElement;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface PlacedCell extends CellAddress {
  readonly implicit: boolean;
  readonly element: XmlElement;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The number, from 0, of the first row that is there twice or has a cell whose address is one of another row; null where
 * all is in order. Readers go by the cells' addresses and can read such a file. A cell put into it might be there twice.
 */
export function disorderlyRow(xml: string, rows: readonly PlacedRow[]): number | null {
  const seen = new Set<number>();
  for (const placed of rows) {
    const { row, element } = placed;
    if (seen.has(row)) return row;
    seen.add(row);
    // The text tells in no time that all is well; only where it may not be are the cells taken apart.
    const number = String(row + 1);
    CELL_ROW.lastIndex = element.openEnd;
    for (let found = CELL_ROW.exec(xml); found !== null; found = CELL_ROW.exec(xml)) {
      if (found.index >= element.closeStart) break;
      if (found[1] !== number && hasStray(xml, placed)) return row;
    }
  }
  return null;
}

const CELL_ROW = /<(?:[^\s/<>:]+:)?c\s[^<>]*?\br\s*=\s*["'][A-Z]+(\d+)/g;

function hasStray(xml: string, row: PlacedRow): boolean {
  return cellsOf(xml, row).some(({ attributes }) => {
    const address = parseA1(attributes.get("r") ?? "");
    return address !== null && address.row !== row.row;
  });
}

export function rowsOf(xml: string, sheetData: XmlElement): readonly PlacedRow[] {
  let row = -1;
  const rows: PlacedRow[] = [];
  for (const element of childrenOf(xml, sheetData)) {
    if (element.name !== "row") continue;
    const attributes = attributesOf(xml, element);
    const number = attributes.get("r");
    row = number === undefined ? row + 1 : Number(number) - 1;
    rows.push({ row, implicit: number === undefined, element, attributes });
  }
  return rows;
}

export function cellsOf(xml: string, { row, element: rowElement }: PlacedRow): readonly PlacedCell[] {
  let column = -1;
  const cells: PlacedCell[] = [];
  for (const element of childrenOf(xml, rowElement)) {
    if (element.name !== "c") continue;
    const attributes = attributesOf(xml, element);
    const reference = attributes.get("r");
    const address = reference === undefined ? null : parseA1(reference);
    column = address === null ? column + 1 : address.column;
    cells.push({ row, column, implicit: reference === undefined, element, attributes });
  }
  return cells;
}

/** One number for an address, for maps. */
export function keyOf({ row, column }: CellAddress): number {
  return row * SHEET_COLUMNS + column;
}

export function isInside({ row, column }: CellAddress, { top, left, bottom, right }: CellRange): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

/** A range attribute of a file; null where there is none or it is no range. */
export function rangeOf(reference: string | undefined): CellRange | null {
  return reference === undefined ? null : parseA1Range(reference);
}
