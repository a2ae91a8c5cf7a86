import { rangeToA1, toA1, type CellRange } from "../../core/workbook/address";
import { CellWriter, type CellBooks } from "./cell-writer";
import type { CellChange, DropDown, NewName, NewSheet, PrintSetup, RowChange } from "./changes";
import { UNSAVABLE } from "./messages";
import { columnsElement } from "./sheet-columns";
import { mergeElements, requireApart } from "./sheet-merges";
import { quotedName } from "./sheet-names";
import { requireInside } from "./sheet-patch";
import { rgb } from "./style-elements";
import { UnsavableChangeError } from "./unsavable";
import { escapeText } from "./xml-escape";

const MAX_LIST = 255;
const A4 = 9;
const MARGINS = { left: 0.75, right: 0.75, top: 1, bottom: 1 };

/** The worksheet part of a new sheet. @param namespace of the workbook's other parts. */
export function newSheetXml(sheet: NewSheet, namespace: string, books: CellBooks): string {
  const { name, merges = [], columns = [], rows = [], print, dropDowns = [] } = sheet;
  requireInside(name, sheet);
  requireApart(name, [], merges);
  const mergeCells = mergeElements(merges, "");
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">`,
    sheetProperties(sheet),
    usedRange(sheet.cells),
    sheetView(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns.length === 0 ? "" : columnsElement([], columns, books.styles.defaultFont(), ""),
    `<sheetData>${rowElements(sheet.cells, rows, new CellWriter(name, "", books))}</sheetData>`,
    mergeCells.length === 0
      ? ""
      : `<mergeCells count="${String(mergeCells.length)}">${mergeCells.join("")}</mergeCells>`,
    validations(name, dropDowns),
    print === undefined ? "" : printElements(print),
    "</worksheet>",
  ].join("");
}

/** Names that carry a sheet's print area and the rows repeated on each page. */
export function printNames({ name, print }: NewSheet): readonly NewName[] {
  const names: NewName[] = [];
  if (print?.area !== undefined) {
    const { top, left, bottom, right } = print.area;
    const range = [toA1({ row: top, column: left }), toA1({ row: bottom, column: right })]
      .map(absolute)
      .join(":");
    names.push({ name: "_xlnm.Print_Area", sheet: name, formula: `=${quotedName(name)}!${range}` });
  }
  if (print?.titleRows !== undefined) {
    const { first, last } = print.titleRows;
    const rows = `$${String(first + 1)}:$${String(last + 1)}`;
    names.push({ name: "_xlnm.Print_Titles", sheet: name, formula: `=${quotedName(name)}!${rows}` });
  }
  return names;
}

function absolute(a1: string): string {
  return a1.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
}

function sheetProperties({ tabColor, print }: NewSheet): string {
  const color = tabColor === undefined || tabColor === "" ? "" : `<tabColor${rgb(tabColor)}/>`;
  const page = print?.fitToWidth === true ? '<pageSetUpPr fitToPage="1"/>' : "";
  return color + page === "" ? "" : `<sheetPr>${color}${page}</sheetPr>`;
}

function usedRange(cells: readonly CellChange[]): string {
  if (cells.length === 0) return '<dimension ref="A1"/>';
  const range: CellRange = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  const used = cells.reduce(
    ({ top, left, bottom, right }, { row, column }) => ({
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    }),
    range,
  );
  return `<dimension ref="${rangeToA1(used)}"/>`;
}

function sheetView({ showGridlines = true, frozen }: NewSheet): string {
  const grid = showGridlines ? "" : ' showGridLines="0"';
  const { rows, columns } = frozen ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView${grid} workbookViewId="0"/></sheetViews>`;
  const pane = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
  const splits = `${columns === 0 ? "" : ` xSplit="${String(columns)}"`}${rows === 0 ? "" : ` ySplit="${String(rows)}"`}`;
  const corner = toA1({ row: rows, column: columns });
  return (
    `<sheetViews><sheetView${grid} workbookViewId="0"><pane${splits} topLeftCell="${corner}" activePane="${pane}"` +
    ` state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`
  );
}

function rowElements(cells: readonly CellChange[], rows: readonly RowChange[], writer: CellWriter): string {
  const byRow = new Map<number, Map<number, CellChange>>();
  const rowOf = (row: number): Map<number, CellChange> => {
    const found = byRow.get(row) ?? new Map<number, CellChange>();
    byRow.set(row, found);
    return found;
  };
  for (const cell of cells) rowOf(cell.row).set(cell.column, cell);
  for (const { first, last } of rows) for (let row = first; row <= last; row++) rowOf(row);
  const ordered = [...byRow].sort(([a], [b]) => a - b);
  return ordered.map(([row, columns]) => rowElement(row, [...columns.values()], rows, writer)).join("");
}

function rowElement(
  row: number,
  cells: readonly CellChange[],
  rows: readonly RowChange[],
  writer: CellWriter,
): string {
  const inner = [...cells]
    .sort((a, b) => a.column - b.column)
    .map((cell) => {
      const content =
        cell.content === undefined ? { type: "n", inner: "" } : writer.content(cell, cell.content);
      return writer.element(cell, writer.style(0, cell), content);
    });
  const attributes = rows
    .filter(({ first, last }) => first <= row && row <= last)
    .map(({ height, hidden }) => {
      const size = height === undefined ? "" : ` ht="${String(height)}" customHeight="1"`;
      return size + (hidden === true ? ' hidden="1"' : "");
    });
  return `<row r="${String(row + 1)}"${attributes.join("")}>${inner.join("")}</row>`;
}

/** @throws UnsavableChangeError for a list that no file can hold. */
function validations(sheet: string, dropDowns: readonly DropDown[]): string {
  if (dropDowns.length === 0) return "";
  const items = dropDowns.map(({ range, from }) => {
    const formula = "formula" in from ? from.formula.replace(/^=/, "") : listFormula(sheet, from);
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${rangeToA1(range)}">` +
      `<formula1>${escapeText(formula)}</formula1></dataValidation>`
    );
  });
  return `<dataValidations count="${String(items.length)}">${items.join("")}</dataValidations>`;
}

function listFormula(sheet: string, texts: readonly string[]): string {
  const list = texts.join(",");
  if (texts.some((text) => text.includes(",")) || list.length > MAX_LIST) {
    throw new UnsavableChangeError(UNSAVABLE.dropDown(sheet));
  }
  return `"${list.replaceAll('"', '""')}"`;
}

function printElements({
  orientation,
  paper = A4,
  fitToWidth,
  centred,
  margins = MARGINS,
}: PrintSetup): string {
  const { left, right, top, bottom } = margins;
  // 0 pages down: as many as it takes.
  const fit = fitToWidth === true ? ' fitToWidth="1" fitToHeight="0"' : "";
  return (
    (centred === true ? '<printOptions horizontalCentered="1"/>' : "") +
    `<pageMargins left="${String(left)}" right="${String(right)}" top="${String(top)}" bottom="${String(bottom)}"` +
    ` header="0.3" footer="0.3"/><pageSetup paperSize="${String(paper)}"${fit} orientation="${orientation}"/>`
  );
}
