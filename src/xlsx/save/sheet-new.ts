import { rangeToA1, toA1, type CellRange } from "../../core/workbook/address";
import { CellWriter, type CellBooks } from "./cell-writer";
import type { CellChange, NewName, NewSheet, PrintSetup, RowChange } from "./changes";
import { columnsElement } from "./sheet-columns";
import { mergeElements, requireApart } from "./sheet-merges";
import { quotedName } from "./sheet-names";
import { requireInside } from "./sheet-patch";
import { validationElements } from "./sheet-validations";
import { rgb } from "./style-elements";

const A4 = 9;
const MARGINS = { left: 0.75, right: 0.75, top: 1, bottom: 1 };

/** The worksheet part of a new sheet. @param namespace of the workbook's other parts. */
export function newSheetXml(sheet: NewSheet, namespace: string, books: CellBooks): string {
  const { name, merges = [], columns = [], rows = [], print, dropDowns = [], filter } = sheet;
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
    filter === undefined ? "" : `<autoFilter ref="${rangeToA1(filter)}"/>`,
    mergeCells.length === 0
      ? ""
      : `<mergeCells count="${String(mergeCells.length)}">${mergeCells.join("")}</mergeCells>`,
    validationElements(dropDowns),
    print === undefined ? "" : printElements(print),
    "</worksheet>",
  ].join("");
}

/** Names that carry a sheet's print area, the rows repeated on each page and the range of its filter. */
export function builtInNames({ name, print, filter }: NewSheet): readonly NewName[] {
  const names: NewName[] = [];
  const add = (kind: string, range: string, hidden = false): void => {
    names.push({ name: `_xlnm.${kind}`, sheet: name, formula: `=${quotedName(name)}!${range}`, hidden });
  };
  if (print?.area !== undefined) add("Print_Area", absoluteRange(print.area));
  if (print?.titleRows !== undefined) {
    const { first, last } = print.titleRows;
    add("Print_Titles", `$${String(first + 1)}:$${String(last + 1)}`);
  }
  if (filter !== undefined) add("_FilterDatabase", absoluteRange(filter), true);
  return names;
}

function absoluteRange({ top, left, bottom, right }: CellRange): string {
  return [toA1({ row: top, column: left }), toA1({ row: bottom, column: right })]
    .map((a1) => a1.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2"))
    .join(":");
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

function sheetView({ showGridlines = true, frozen, selected }: NewSheet): string {
  const grid = showGridlines ? "" : ' showGridLines="0"';
  const { rows, columns } = frozen ?? { rows: 0, columns: 0 };
  const cursor = selected === undefined ? "" : ` activeCell="${toA1(selected)}" sqref="${toA1(selected)}"`;
  const view = `<sheetViews><sheetView${grid} workbookViewId="0"`;
  if (rows === 0 && columns === 0) {
    return cursor === ""
      ? `${view}/></sheetViews>`
      : `${view}><selection${cursor}/></sheetView></sheetViews>`;
  }
  const pane = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
  const splits = `${columns === 0 ? "" : ` xSplit="${String(columns)}"`}${rows === 0 ? "" : ` ySplit="${String(rows)}"`}`;
  const corner = toA1({ row: rows, column: columns });
  return (
    `${view}><pane${splits} topLeftCell="${corner}" activePane="${pane}"` +
    ` state="frozen"/><selection pane="${pane}"${cursor}/></sheetView></sheetViews>`
  );
}

/** A row of a new sheet: its cells by column, and what is said of it, in the order it was said. */
interface NewRow {
  readonly cells: Map<number, CellChange>;
  readonly changes: RowChange[];
}

function rowElements(cells: readonly CellChange[], rows: readonly RowChange[], writer: CellWriter): string {
  const byRow = new Map<number, NewRow>();
  const rowOf = (row: number): NewRow => {
    const found = byRow.get(row) ?? { cells: new Map<number, CellChange>(), changes: [] };
    byRow.set(row, found);
    return found;
  };
  for (const cell of cells) rowOf(cell.row).cells.set(cell.column, cell);
  for (const change of rows) {
    for (let row = change.first; row <= change.last; row++) rowOf(row).changes.push(change);
  }
  const ordered = [...byRow].sort(([a], [b]) => a - b);
  return ordered.map(([row, content]) => rowElement(row, content, writer)).join("");
}

function rowElement(row: number, { cells, changes }: NewRow, writer: CellWriter): string {
  const inner = [...cells.values()]
    .sort((a, b) => a.column - b.column)
    .map((cell) => {
      const content =
        cell.content === undefined ? { type: "n", inner: "" } : writer.content(cell, cell.content);
      return writer.element(cell, writer.style(0, cell), content);
    });
  const height = changes.findLast((change) => change.height !== undefined)?.height;
  const hidden = changes.findLast((change) => change.hidden !== undefined)?.hidden;
  const size = height === undefined ? "" : ` ht="${String(height)}" customHeight="1"`;
  const state = hidden === true ? ' hidden="1"' : "";
  return `<row r="${String(row + 1)}"${size}${state}>${inner.join("")}</row>`;
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
