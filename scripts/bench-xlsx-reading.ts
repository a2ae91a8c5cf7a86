/**
 * Reading time against its floor: `npx tsx scripts/bench-xlsx-reading.ts [ROWS] [REPEATS] [SHEETS]`.
 *
 * The floor is unzipping the file and passing all its XML through the same parser with handlers that only count.
 * The workbook is made here: SHEETS × ROWS rows × 12 columns, three text columns, one of formulas, eight of amounts.
 */
import { readFileSync } from "node:fs";
import { readXlsx } from "../src/xlsx";
import { unzipAndParse } from "./unzip-and-parse";
import { buildXlsx } from "../test/xlsx/package-builder";

const [rows = 1000, repeats = 7, sheets = 23] = process.argv.slice(2).map(Number);
const CASES = ["changsha-budget-2025", "hunan-budget-2026", "hunan-self-evaluation-2024"].concat(
  "hunan-special-fund-2023",
  "jiangsu-goals-2023",
);

function generated(): Uint8Array {
  const names = Array.from({ length: 5000 }, (_, index) => `    支出项目名称 ${String(index)}`);
  const codes = Array.from({ length: 3000 }, (_, index) => String(2_010_000 + index));
  const texts = [...names, ...codes].map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join("");
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const text = (cell: string, index: number): string =>
    `<c r="${cell}" s="1" t="s"><v>${String(index)}</v></c>`;
  const amount = (): string => (random(100_000_000) / 100).toFixed(2);
  const row = (number: number): string => {
    const r = String(number);
    const cells = [text(`A${r}`, 5000 + random(3000)), text(`B${r}`, 5000 + random(3000))];
    cells.push(text(`C${r}`, random(5000)));
    cells.push(`<c r="D${r}" s="2"><f>SUM(E${r}:L${r})</f><v>${amount()}</v></c>`);
    for (const [index, letter] of [..."EFGHIJKL"].entries()) {
      cells.push(`<c r="${letter}${r}" s="${index % 2 === 0 ? "2" : "3"}"><v>${amount()}</v></c>`);
    }
    return `<row r="${r}" spans="1:12">${cells.join("")}</row>`;
  };
  const xml = (): string =>
    `<sheetData>${Array.from({ length: rows }, (_, index) => row(index + 1)).join("")}</sheetData>`;
  return buildXlsx(
    Array.from({ length: sheets }, (_, index) => ({ name: `预算${String(index + 1)}表`, xml: xml() })),
    { formats: ["@", "#,##0.00", "0.00"], sharedStrings: texts },
  );
}

/** Shortest times in ms, the two taken in turn: what other programs do to the machine then hits both or neither. */
function shortest(first: () => unknown, second: () => unknown): [number, number] {
  const best: [number, number] = [Infinity, Infinity];
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const [index, action] of [first, second].entries()) {
      const start = performance.now();
      action();
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - start);
    }
  }
  return best;
}

function report(name: string, bytes: Uint8Array): void {
  const cells = readXlsx(bytes, name).sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const [least, reading] = shortest(
    () => unzipAndParse(bytes),
    () => readXlsx(bytes, name),
  );
  const figures = `floor ${least.toFixed(1)} ms, reading ${reading.toFixed(1)} ms, ratio ${(reading / least).toFixed(2)}`;
  console.log(`${name}: ${String(cells)} cells, ${figures}`);
}

report("generated", generated());
for (const name of CASES) report(name, readFileSync(`test/cases/${name}.xlsx`));
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
