import { readFileSync } from "node:fs";
import { checkWorkbook } from "../../src/core/check-workbook";
import { readXlsx } from "../../src/xlsx";

/*
 * Reads and checks one file in a process of its own, so that the peak memory is that of nothing else; prints a line of
 * JSON: `FileFigures`. `node scripts/bundled.mjs scripts/bench/check-file.ts FILE`.
 */

export interface FileFigures {
  readonly cells: number;
  readonly amounts: number;
  readonly readingMs: number;
  readonly engineMs: number;
  /** Peak resident memory of the whole process after reading, and after the check. */
  readonly readingMegabytes: number;
  readonly megabytes: number;
}

const [path = ""] = process.argv.slice(2);
const megabytes = (): number => process.resourceUsage().maxRSS / 1024;
const start = performance.now();
const workbook = readXlsx(readFileSync(path), path);
const read = performance.now();
const readingMegabytes = megabytes();
const { tables } = checkWorkbook(workbook);
const figures: FileFigures = {
  cells: workbook.sheets.reduce((sum, { cells }) => sum + cells.length, 0),
  amounts: tables.reduce((sum, { amounts }) => sum + amounts, 0),
  readingMs: read - start,
  engineMs: performance.now() - read,
  readingMegabytes,
  megabytes: megabytes(),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
