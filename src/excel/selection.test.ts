import type { CellPlace } from "../core/workbook/host";
import { drawnSheet, drawnWorkbook, openWorkbook, settled } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });

/** Longer than a selection must stay. */
const stayed = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  await settled();
};

test("what is selected is told by its sheet's name, once it stays, until that is stopped", async () => {
  const { Excel, model } = openWorkbook(drawnWorkbook(drawnSheet("表1", "1 | 2"), drawnSheet("表2", "x")));
  const host = new ExcelWorkbookHost(Excel);
  const seen: CellPlace[] = [];
  const stop = await host.onSelectionChanged((place) => seen.push(place));
  const [first, second] = [model.sheet("表1"), model.sheet("表2")];
  model.select(first.id, at(0, 0));
  model.select(first.id, at(0, 1));
  await stayed();
  model.select(second.id, { top: 2, bottom: 4, left: 1, right: 3 });
  await stayed();
  expect(seen).toEqual([
    { sheet: "表1", row: 0, column: 1 },
    { sheet: "表2", row: 2, column: 1 },
  ]);
  await stop();
  model.select(first.id, at(0, 0));
  await stayed();
  expect(seen).toHaveLength(2);
});

test("a host that does not tell says so", async () => {
  const { Excel } = openWorkbook(drawnWorkbook(drawnSheet("表1", "1")));
  const old = { workbook: { worksheets: {} } } as Excel.RequestContext;
  const run = ((_options: unknown, body: (context: Excel.RequestContext) => Promise<unknown>) =>
    body(old)) as typeof Excel.run;
  await expect(new ExcelWorkbookHost({ ...Excel, run }).onSelectionChanged(() => undefined)).rejects.toThrow(
    "不告知选中了哪个单元格",
  );
});
