import { readXlsx } from "../../src/xlsx";
import { buildXlsx } from "../../test/xlsx/package-builder";
import { unzipAndParse } from "../unzip-and-parse";

export interface ReadingFigures {
  /** Unzipping the file and passing all its XML through the parser that reading uses, too, with listeners that count. */
  readonly floorMs: number;
  /** File → snapshot. */
  readonly readingMs: number;
}

/** Milliseconds that are measured over: files that are read in a few get more turns. */
const LEAST_MS = 1000;

/**
 * Shortest times of the two, taken in turn, so that what other programs do to the machine hits both or neither.
 * @param repeats least number of turns; small files take more.
 */
export function measureReading(bytes: Uint8Array, repeats = 7): ReadingFigures {
  let [floorMs, readingMs] = [Infinity, Infinity];
  const start = performance.now();
  for (let turn = 0; turn < repeats || performance.now() - start < LEAST_MS; turn++) {
    floorMs = Math.min(
      floorMs,
      timeOf(() => unzipAndParse(bytes)),
    );
    readingMs = Math.min(
      readingMs,
      timeOf(() => readXlsx(bytes, "bench.xlsx")),
    );
  }
  return { floorMs, readingMs };
}

function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/**
 * A file of `sheets` × `rows` rows × 12 columns, always the same: three columns of texts, one of formulas, eight of amounts.
 */
export function generatedWorkbook(rows: number, sheets: number): Uint8Array {
  const names = Array.from({ length: 5000 }, (_, index) => `    支出项目名称 ${String(index)}`);
  const codes = Array.from({ length: 3000 }, (_, index) => String(2_010_000 + index));
  const texts = [...names, ...codes].map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join("");
  const random = randomBelow();
  return buildXlsx(
    Array.from({ length: sheets }, (_, index) => ({
      name: `预算${String(index + 1)}表`,
      xml: `<sheetData>${Array.from({ length: rows }, (__, row) => rowXml(row + 1, random)).join("")}</sheetData>`,
    })),
    { formats: ["@", "#,##0.00", "0.00"], sharedStrings: texts },
  );
}

function rowXml(number: number, random: (below: number) => number): string {
  const r = String(number);
  const text = (cell: string, index: number): string =>
    `<c r="${cell}" s="1" t="s"><v>${String(index)}</v></c>`;
  const amount = (): string => (random(100_000_000) / 100).toFixed(2);
  const cells = [text(`A${r}`, 5000 + random(3000)), text(`B${r}`, 5000 + random(3000))];
  cells.push(text(`C${r}`, random(5000)));
  cells.push(`<c r="D${r}" s="2"><f>SUM(E${r}:L${r})</f><v>${amount()}</v></c>`);
  for (const [index, letter] of [..."EFGHIJKL"].entries()) {
    cells.push(`<c r="${letter}${r}" s="${index % 2 === 0 ? "2" : "3"}"><v>${amount()}</v></c>`);
  }
  return `<row r="${r}" spans="1:12">${cells.join("")}</row>`;
}

/** Numbers that look random and are the same in every run. */
function randomBelow(): (below: number) => number {
  let seed = 1;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
}
