import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readXlsx } from "../../src/xlsx";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { buildXlsx } from "./package-builder";

/* What is left in memory of a file once it is read. */

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const MEGABYTE = 2 ** 20;
/** Blanks between the tags of a part, of which nothing is to stay. */
const FILLER = " ".repeat(2 * MEGABYTE);
const SHEETS = 3;

function heapAfter(action: () => WorkbookSnapshot): {
  readonly snapshot: WorkbookSnapshot;
  readonly grown: number;
} {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const snapshot = action();
  collectGarbage();
  return { snapshot, grown: process.memoryUsage().heapUsed - before };
}

test.each([
  ["an inline text", '<c t="inlineStr"><is><t>一段放在单元格里的比较长的文字</t></is></c>'],
  ["a formula", "<c><f>SUM(A2:A1000)+SUM(B2:B1000)</f><v>1</v></c>"],
  ["a shared formula", '<c><f t="shared" ref="A1:A2" si="0">SUM(B1:B1000)+1</f><v>1</v></c>'],
  ["a text that claims to be a number", "<c><v>12.5万元（含上年结转结余资金）</v></c>"],
  ["a shared text", '<c t="s"><v>0</v></c>'],
])("%s does not keep the part that it stood in", (_name, cell) => {
  const xml = `<sheetData><row>${cell}</row></sheetData>${FILLER}`;
  const file = buildXlsx(
    Array.from({ length: SHEETS }, () => ({ xml })),
    { sharedStrings: `<si><t>一段许多单元格共有的比较长的文字</t></si>${FILLER}` },
  );
  const { snapshot, grown } = heapAfter(() => readXlsx(file, "大.xlsx"));
  expect(snapshot.sheets.map(({ cells }) => cells.length)).toEqual(Array(SHEETS).fill(1));
  expect(grown).toBeLessThan(3 * MEGABYTE);
});
