import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import {
  changed,
  inOrder,
  inPlace,
  isMoney,
  layoutOf,
  range,
  rowsOf,
  textCell,
  type Changed,
  type Edit,
} from "./layout";
import { BLANK, rowsFrom, sheetOfLines, shiftedRight, texts, type Line } from "./lines";

/* Rows, columns and headers set otherwise; every amount keeps its value. */

/** The same change to every sheet. */
export function onEverySheet(
  snapshot: WorkbookSnapshot,
  edit: (sheet: SheetSnapshot, at: number) => Edit,
): Changed {
  return changed(snapshot, snapshot.sheets.map(edit));
}

export function blankRowsOnTop(sheet: SheetSnapshot): Edit {
  return sheetOfLines(sheet.name, [BLANK, BLANK, ...allRows(sheet)], sheet);
}

export function blankColumnLeft(sheet: SheetSnapshot): Edit {
  return shiftedRight(sheet, 1);
}

/** Rows and columns that somebody hid, amounts among them. */
export function withHidden(sheet: SheetSnapshot, at: number): SheetSnapshot {
  const { bodyTop, bodyBottom, headerTop, right } = layoutOf(sheet);
  return {
    ...sheet,
    visibility: at === 2 ? "hidden" : at === 4 ? "veryHidden" : sheet.visibility,
    hiddenRows: [headerTop, ...range(bodyTop, bodyBottom).filter((row) => row % 3 === 0)],
    hiddenColumns: range(0, right).filter((column) => column % 4 === 2),
  };
}

/** Titles and headings with other blanks and line breaks. */
export function respaced(sheet: SheetSnapshot, respace: (text: string) => string): SheetSnapshot {
  const { unitRow, bodyTop } = layoutOf(sheet);
  const cells = sheet.cells.map((cell) => {
    if (cell.row >= bodyTop || cell.row === unitRow || typeof cell.value !== "string") return cell;
    if (/^[\d*]*$/.test(cell.value)) return cell;
    const text = respace(cell.value);
    return { ...cell, value: text, text };
  });
  return { ...sheet, cells };
}

/**
 * The total row of a table of codes below its last line, above the notes; with `department` also the row of the
 * department that follows it. Lists, whose totals stand at the bottom anyway, and tables without a total row stay.
 */
export function totalAtBottom(sheet: SheetSnapshot, department: boolean): Edit {
  const { bodyTop, bodyBottom, bottom } = layoutOf(sheet);
  const rows = rowsOf(sheet);
  const startsWith = (row: number, text: RegExp): boolean =>
    (rows.get(row) ?? []).find(({ value }) => typeof value === "string" && text.test(value)) !== undefined;
  if (!startsWith(bodyTop, /^合计$/) || bodyBottom <= bodyTop) return inPlace(sheet);
  const moved = [bodyTop];
  if (department && startsWith(bodyTop + 1, /^047$/)) moved.unshift(bodyTop + 1);
  const order = [
    ...range(0, bodyTop - 1),
    ...range(bodyTop, bodyBottom).filter((row) => !moved.includes(row)),
    ...moved,
    ...range(bodyBottom + 1, bottom),
  ];
  return sheetOfLines(sheet.name, rowsFrom(sheet, order), sheet);
}

/** An empty row in the body, as left by somebody who meant to write there. */
export function emptyRowInBody(sheet: SheetSnapshot): Edit {
  const { bodyTop, bodyBottom, bottom } = layoutOf(sheet);
  const at = bodyTop + Math.ceil((bodyBottom - bodyTop) / 2);
  return sheetOfLines(
    sheet.name,
    [...rowsFrom(sheet, range(0, at)), BLANK, ...rowsFrom(sheet, range(at + 1, bottom))],
    sheet,
  );
}

export interface PageBreaks {
  readonly rowsPerPage: number;
  /** What a page begins with: the header alone, or title, number and unit line as well. */
  readonly repeats: "header" | "all";
  /** “（续表）” behind the repeated title, “第2页 共3页” below each page, a blank row between pages. */
  readonly labelled: boolean;
}

/** The body in pages, each with the header again. Breaks stand only where no merged area would be cut. */
export function paged(sheet: SheetSnapshot, { rowsPerPage, repeats, labelled }: PageBreaks): Edit {
  const { unitRow, headerTop, headerBottom, bodyTop, bodyBottom, bottom } = layoutOf(sheet);
  const cuts = (row: number): boolean => sheet.merges.some((merge) => merge.top < row && row <= merge.bottom);
  const pages: number[][] = [];
  for (const row of range(bodyTop, bodyBottom)) {
    const page = pages.at(-1);
    if (page === undefined || (page.length >= rowsPerPage && !cuts(row))) pages.push([row]);
    else page.push(row);
  }
  if (pages.length < 2) return inPlace(sheet);
  const footer = (page: number): Line[] =>
    labelled ? [texts([0, `第${String(page)}页 共${String(pages.length)}页`]), BLANK] : [];
  const titleRow = Math.max(...range(0, unitRow - 1));
  const lines = pages.flatMap((page, at): Line[] => {
    if (at === 0) return [...rowsFrom(sheet, [...range(0, headerBottom), ...page]), ...footer(1)];
    const above =
      repeats === "header"
        ? []
        : [
            ...rowsFrom(sheet, range(0, titleRow - 1)),
            ...rowsFrom(sheet, [titleRow], labelled ? (text) => `${text}（续表）` : undefined),
            ...rowsFrom(sheet, [unitRow]),
          ];
    return [...above, ...rowsFrom(sheet, [...range(headerTop, headerBottom), ...page]), ...footer(at + 1)];
  });
  return sheetOfLines(sheet.name, [...lines, ...rowsFrom(sheet, range(bodyBottom + 1, bottom))], sheet);
}

const REMARKS = ["", "含上年结转53.40万元", "详见附件2", "", "按在职38人、每人1.20万元核定", "2026年3月追加"];

/** A column of remarks at the right; a table that has one stays. */
export function remarksRight(sheet: SheetSnapshot): Edit {
  const { headerTop, headerBottom, bodyTop, bodyBottom, right } = layoutOf(sheet);
  if (sheet.cells.some(({ text }) => text === "备注")) return inPlace(sheet);
  const column = right + 1;
  const remarks = range(bodyTop, bodyBottom).flatMap((row) => {
    const remark = REMARKS[row % REMARKS.length] ?? "";
    return remark === "" ? [] : [textCell(row, column, remark)];
  });
  const cells = inOrder([...sheet.cells, textCell(headerTop, column, "备注"), ...remarks]);
  const merge = { top: headerTop, bottom: headerBottom, left: column, right: column };
  return inPlace({ ...sheet, cells, merges: [...sheet.merges, merge] });
}

/** Consecutive numbers at the left of every line that holds an amount. */
export function serialNumbersLeft(sheet: SheetSnapshot): Edit {
  const { headerTop, headerBottom, bodyTop } = layoutOf(sheet);
  const { sheet: shifted, home } = shiftedRight(sheet, 1);
  const numbers = [...rowsOf(shifted)]
    .filter(([row, cells]) => row >= bodyTop && cells.some(isMoney))
    .map(([row], at) => ({
      row,
      column: 0,
      value: at + 1,
      text: String(at + 1),
      formula: null,
      decimals: null,
    }));
  const cells = inOrder([...shifted.cells, textCell(headerTop, 0, "序号"), ...numbers]);
  const merge = { top: headerTop, bottom: headerBottom, left: 0, right: 0 };
  return { sheet: { ...shifted, cells, merges: [...shifted.merges, merge] }, home };
}

/** More notes and the line for signatures below the table. */
export function signed(sheet: SheetSnapshot): Edit {
  const { right } = layoutOf(sheet);
  const lines = [
    ...allRows(sheet),
    texts([0, "注：1. 本表数据取自2026年部门预算批复（示例财预〔2026〕0号），含上年结转53.40万元。"]),
    texts([0, "      2. 合计数与分项之和的尾差因四舍五入而产生。"]),
    BLANK,
    texts(
      [0, "单位负责人：甲某某"],
      [Math.min(3, right), "填表人：乙某某"],
      [Math.max(right, 4), "联系电话：0000-00000000"],
    ),
    texts([Math.min(2, right), "填报日期：2026年1月20日"]),
  ];
  return sheetOfLines(sheet.name, lines, sheet);
}

/** All sheets of the workbook below one another, `perSheet` on each new sheet. */
export function stacked(snapshot: WorkbookSnapshot, perSheet: number, blankRows: number): Changed {
  const edits: Edit[] = [];
  for (let from = 0; from < snapshot.sheets.length; from += perSheet) {
    const sheets = snapshot.sheets.slice(from, from + perSheet);
    const [first] = sheets;
    if (first === undefined) continue;
    const lines = sheets.flatMap((sheet, at) => [
      ...(at === 0 ? [] : range(1, blankRows).map(() => BLANK)),
      ...allRows(sheet),
    ]);
    edits.push(sheetOfLines(`公开表${String(edits.length + 1)}`, lines, { ...first, hiddenColumns: [] }));
  }
  return changed(snapshot, edits);
}

function allRows(sheet: SheetSnapshot): Line[] {
  return rowsFrom(sheet, range(0, Math.max(...sheet.cells.map(({ row }) => row))));
}
