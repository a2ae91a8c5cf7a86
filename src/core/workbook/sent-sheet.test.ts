import { grid } from "../../../test/support/grid";
import { CellTableBuilder } from "./cell-table-builder";
import { receivedSheet, sentSheet } from "./sent-sheet";
import type { SheetSnapshot } from "./snapshot";

const listed = (sheet: SheetSnapshot): SheetSnapshot => ({ ...sheet, cells: [...sheet.cells] });

test("a sheet with an array of cells arrives as it was", () => {
  const sheet = grid(`
    科目 | 金额
    201  | 10.00
    合计 | #REF!
  `);
  expect(listed(receivedSheet(structuredClone(sentSheet(sheet))))).toEqual(sheet);
});

test("a sheet with a table arrives as it was, shown texts included, also when it is sent on", () => {
  const builder = new CellTableBuilder(
    [{ decimals: 2, showNumber: (value) => `¥${value.toFixed(2)}`, showText: (text) => `【${text}】` }],
    ["共有"],
  );
  builder.sharedText(0, 0, 0, 0, null);
  builder.number(0, 1, 0, 1.5, "=B2");
  builder.boolean(1, 1, 0, true, null);
  const sheet: SheetSnapshot = { ...grid("a"), cells: builder.build() };
  const once = receivedSheet(structuredClone(sentSheet(sheet)));
  expect(listed(once)).toEqual(listed(sheet));
  expect(listed(receivedSheet(structuredClone(sentSheet(once))))).toEqual(listed(sheet));
});
