import type { ICellData, IDocumentBody, IStyleData } from "@univerjs/core";
import { drawnSheet, drawnWorkbook } from "../host/testing";
import { openedFromSnapshot } from "../sheet/opened.testing";
import { changesOf } from "./changes";
import type { CellRows } from "./opened-workbook";
import type { CurrentSheet } from "./worker-messages";

const { book, cells } = openedFromSnapshot(
  drawnWorkbook(
    drawnSheet("表1", "项目 | 1.00\n合计 | 2.00", { merges: [{ top: 3, bottom: 3, left: 0, right: 2 }] }),
    drawnSheet("表2", "甲", { visibility: "hidden" }),
  ),
);

/** The workbook as it was opened, with what a user has done to the first sheet. */
function current(change: Partial<CurrentSheet> = {}): readonly CurrentSheet[] {
  const sheets = book.sheets.map((sheet, origin): CurrentSheet => ({
    origin,
    name: sheet.name,
    visibility: sheet.visibility,
    view: {
      tabColor: sheet.tabColor,
      showGridlines: sheet.showGridlines,
      frozenRows: sheet.frozenRows,
      frozenColumns: sheet.frozenColumns,
    },
    cells: cells[origin] ?? {},
    merges: sheet.merges.map((merge) => ({
      top: merge.startRow,
      left: merge.startColumn,
      bottom: merge.endRow,
      right: merge.endColumn,
    })),
    rows: sheet.rows,
    columns: sheet.columns,
    shifted: false,
  }));
  return sheets.map((sheet, index) => (index === 0 ? { ...sheet, ...change } : sheet));
}

function saved(sheets: readonly CurrentSheet[], styles: Readonly<Record<string, IStyleData>> = {}) {
  return changesOf(book, (sheet) => cells[sheet] ?? {}, sheets, { ...book.styles, ...styles });
}

/** Cells of the first sheet, with these laid over them. */
function edited(over: CellRows): CellRows {
  const rows: CellRows = { ...cells[0] };
  for (const [row, line] of Object.entries(over)) rows[Number(row)] = { ...rows[Number(row)], ...line };
  return rows;
}

test("nothing done, nothing changed", () => {
  expect(saved(current())).toEqual({ changes: { sheets: [] }, unkept: [] });
});

test.each([
  ["a number", { v: 9, t: 2, s: "x1" }, { content: { value: 9 } }],
  ["a text of digits", { v: "201", t: 4, s: "x1" }, { content: { value: "201" } }],
  ["a formula", { f: "=1+1", v: 2, t: 2, s: "x1" }, { content: { formula: "=1+1", cached: 2 } }],
  [
    "a function whose answer is not there yet",
    { f: "=EXEC_RATE(1,2)", v: "#GETTING_DATA", t: 1, s: "x1" },
    { content: { formula: "=EXEC_RATE(1,2)" } },
  ],
  [
    "an error",
    { f: "=1/0", v: "#DIV/0!", t: 1, s: "x1" },
    { content: { formula: "=1/0", cached: { error: "#DIV/0!" } } },
  ],
  ["a cleared cell", { s: "x1" }, { content: { value: "" } }],
  ["a format alone", { v: 1, t: 2, s: "bold" }, { format: { bold: true } }],
  ["a number format alone", { v: 1, t: 2, s: "percent" }, { numberFormat: "0.0%" }],
] as const)("%s in a cell", (_name, cell, change) => {
  const styles = { bold: { ...book.styles["x1"], bl: 1 }, percent: { n: { pattern: "0.0%" } } };
  const { changes } = saved(current({ cells: edited({ 0: { 1: { ...cell } } }) }), styles);
  expect(changes.sheets).toEqual([{ sheet: "表1", cells: [{ row: 0, column: 1, ...change }] }]);
});

test("merges, sizes, hidden rows, name and visibility", () => {
  const { changes } = saved(
    current({
      name: "新名",
      visibility: "hidden",
      merges: [{ top: 5, bottom: 6, left: 0, right: 0 }],
      columns: { 1: { w: 120 } },
      rows: { 2: { hd: 1 } },
    }),
  );
  expect(changes.sheets).toEqual([
    {
      sheet: "表1",
      rename: "新名",
      visibility: "hidden",
      mergesRemoved: [{ top: 3, bottom: 3, left: 0, right: 2 }],
      mergesAdded: [{ top: 5, bottom: 6, left: 0, right: 0 }],
      columns: [{ first: 1, last: 1, width: { points: 90 } }],
      rows: [{ first: 2, last: 2, hidden: true }],
    },
  ]);
});

test("sheets added, deleted and moved; what moving rows costs is named", () => {
  const [first, second] = current({ shifted: true });
  const added = { ...(second as CurrentSheet), origin: null, name: "新表", visibility: "visible" as const };
  const { changes, unkept } = saved([added, first as CurrentSheet]);
  expect(changes.added).toMatchObject([
    { name: "新表", cells: [{ row: 0, column: 0, content: { value: "甲" } }] },
  ]);
  expect(changes.deleted).toEqual(["表2"]);
  expect(changes.order).toEqual(["新表", "表1"]);
  expect(unkept).toEqual([expect.stringContaining("“表1”插入、删除或移动过行列")]);
});

const VIEW = { tabColor: "", showGridlines: true, frozenRows: 0, frozenColumns: 0 };

test.each([
  ["frozen rows", { frozenRows: 2 }, "工作表“表1”的冻结窗格改动不能保存，文件中保持原样。"],
  ["frozen columns", { frozenColumns: 1 }, "工作表“表1”的冻结窗格改动不能保存，文件中保持原样。"],
  ["the tab's colour", { tabColor: "#FF0000" }, "工作表“表1”的标签颜色改动不能保存，文件中保持原样。"],
  ["gridlines", { showGridlines: false }, "工作表“表1”的网格线显示改动不能保存，文件中保持原样。"],
])("%s changed on screen: named, not saved", (_name, view, sentence) => {
  expect(saved(current({ view: { ...VIEW, ...view } }))).toEqual({
    changes: { sheets: [] },
    unkept: [sentence],
  });
});

test("a sheet that was added keeps its panes, tab and gridlines", () => {
  const [first, second] = current();
  const view = { tabColor: "#FF0000", showGridlines: false, frozenRows: 2, frozenColumns: 1 };
  const added = { ...(second as CurrentSheet), origin: null, name: "新表", view };
  const { changes, unkept } = saved([first as CurrentSheet, second as CurrentSheet, added]);
  expect(changes.added).toMatchObject([
    { tabColor: "#FF0000", showGridlines: false, frozen: { rows: 2, columns: 1 } },
  ]);
  expect(unkept).toEqual([]);
});

/** A text as Univer's cell editor leaves it. */
function typed(text: string, more: Partial<IDocumentBody>): ICellData {
  return { s: "x1", p: { id: "d", documentStyle: {}, body: { dataStream: `${text}\r\n`, ...more } } };
}

const BOLD = { bl: 1 };
const PARTLY_BOLD = "工作表“表1”的 B1 中部分文字的单独格式（如局部加粗、变色）不能保存，只保存文字内容。";

test.each([
  ["one word bold", typed("合计数", { textRuns: [{ st: 0, ed: 2, ts: BOLD }] }), [PARTLY_BOLD]],
  ["a raised letter", typed("2", { textRuns: [{ st: 0, ed: 1, ts: { va: 3 } }] }), [PARTLY_BOLD]],
  [
    "two lines in the format of the cell",
    typed("甲\r乙", {
      textRuns: [
        { st: 0, ed: 1, ts: BOLD },
        { st: 2, ed: 3, ts: BOLD },
      ],
    }),
    [],
  ],
  [
    "a link",
    typed("网址", { customRanges: [{ startIndex: 0, endIndex: 1, rangeId: "1", rangeType: 0 }] }),
    ["工作表“表1”的 B1 中粘贴的链接或图片不能保存，只保存文字内容。"],
  ],
])("%s within a cell", (_name, cell, sentences) => {
  const { changes, unkept } = saved(current({ cells: edited({ 0: { 1: cell } }) }));
  expect(unkept).toEqual(sentences);
  expect(changes.sheets?.[0]?.cells).toEqual([
    { row: 0, column: 1, content: { value: cell.p?.body?.dataStream.slice(0, -2).replace("\r", "\n") } },
  ]);
});
