import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport } from "../src/core/report";
import { writeXlsx } from "../src/xlsx";
import { hunanWorkbook, type Entry, type Fund, type Unit } from "../test/support/hunan-ledger";
import { unzipAndParse } from "./unzip-and-parse";

/*
 * npm run bench:engine: the engine alone, snapshot in memory → report, on consistent departments of growing size, against
 * unzipping and parsing the same workbook as a file in the same run. 1× has about as many amounts as 23 sheets ×
 * 1,000 rows × 12 columns.
 */

const FUNCTIONS = [
  "2011499",
  "2013801",
  "2013808",
  "2013850",
  "2050803",
  "2080502",
  "2080505",
  "2101101",
  "2101102",
  "2210201",
  "2150517",
  "2060199",
];
const BASIC = [
  "30101",
  "30102",
  "30103",
  "30107",
  "30108",
  "30110",
  "30112",
  "30113",
  "30199",
  "30201",
  "30202",
  "30205",
  "30206",
  "30207",
  "30209",
  "30211",
  "30213",
  "30216",
  "30217",
  "30226",
  "30228",
  "30229",
  "30231",
  "30239",
  "30299",
  "30302",
  "30305",
  "30309",
  "30399",
];
const PROJECT = ["30201", "30226", "30227", "30299", "31002", "31003", "31013", "31299", "39999"];
const FUNDS: readonly Fund[] = ["general", "general", "general", "governmentFund"];

/** Fixed pseudo-random numbers, so that every run measures the same workbook. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function department(units: number): Entry[] {
  const next = random(2026);
  const entries: Entry[] = [];
  for (let number = 1; number <= units; number++) {
    const unit: Unit = {
      code: `047${String(number).padStart(5, "0")}`,
      name: `单位${String(number)}`,
      administrative: false,
    };
    for (const code of FUNCTIONS) {
      for (let line = 0; line < 40; line++) {
        const kind = line < 32 ? "basic" : "project";
        const classes = kind === "basic" ? BASIC : PROJECT;
        entries.push({
          unit,
          function: code,
          fund: FUNDS[next(FUNDS.length)] ?? "general",
          kind,
          economic: classes[next(classes.length)] ?? "30201",
          // Whole hundreds of 元: what is shown adds up, and no time goes into rounding differences.
          amount: (1 + next(100_000)) * 100,
          prior: next(5) === 0,
        });
      }
    }
  }
  return entries;
}

function shortest(repeats: number, action: () => unknown): number {
  let best = Infinity;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    action();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const UNITS = Number(process.argv[2] ?? 230);
process.stdout.write("size  amounts  equations  engine ms  unzip+SAX ms  ratio  engine µs/amount\n");
for (const factor of [1, 4, 16]) {
  const workbook = hunanWorkbook({
    department: { code: "047", name: "某局" },
    entries: department(UNITS * factor),
  });
  const file = writeXlsx({
    sheets: workbook.sheets.map(({ name, cells }) => ({
      name,
      cells: cells.flatMap(({ row, column, value }) =>
        typeof value === "object" ? [] : [{ row, column, content: { value } }],
      ),
    })),
  });
  let report: CheckReport | null = null;
  const repeats = factor === 16 ? 2 : 5;
  const engine = shortest(repeats, () => {
    report = checkWorkbook(workbook);
  });
  const floor = shortest(repeats, () => unzipAndParse(file));
  const { tables, summary } = report ?? checkWorkbook(workbook);
  const amounts = tables.reduce((sum, table) => sum + table.amounts, 0);
  process.stdout.write(
    `${`${String(factor)}×`.padEnd(4)} ${String(amounts).padStart(8)} ${String(summary.equations).padStart(10)} ${engine.toFixed(0).padStart(10)} ${floor.toFixed(0).padStart(13)} ${(engine / floor).toFixed(2).padStart(6)} ${((1000 * engine) / amounts).toFixed(2).padStart(10)}\n`,
  );
}
