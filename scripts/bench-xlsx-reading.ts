/**
 * Reading time against its floor: `npx tsx scripts/bench-xlsx-reading.ts [ROWS] [REPEATS] [SHEETS]`, of a workbook of that
 * size and of real ones; see `scripts/bench/reading.ts`.
 */
import { readFileSync } from "node:fs";
import { readXlsx } from "../src/xlsx";
import { CASES, casePath } from "../test/support/cases";
import { generatedWorkbook, measureReading } from "./bench/reading";

const [rows = 1000, repeats = 7, sheets = 23] = process.argv.slice(2).map(Number);

function report(name: string, bytes: Uint8Array): void {
  const cells = readXlsx(bytes, name).sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const { floorMs, readingMs } = measureReading(bytes, repeats);
  const figures = `floor ${floorMs.toFixed(1)} ms, reading ${readingMs.toFixed(1)} ms, ratio ${(readingMs / floorMs).toFixed(2)}`;
  console.log(`${name}: ${String(cells)} cells, ${figures}`);
}

report("generated", generatedWorkbook(rows, sheets));
for (const name of CASES) report(name, readFileSync(casePath(name)));
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
