import { checkWorkbook } from "../../src/core/check-workbook";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx, writeXlsx } from "../../src/xlsx";
import { hunanWorkbook, type Entry, type Fund, type Unit } from "../../test/support/hunan-ledger";
import { unzipAndParse } from "../unzip-and-parse";

/*
 * The engine alone, snapshot in memory → report, on consistent departments of growing size, against unzipping and parsing
 * the same workbook as a file in the same run.
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

/** Units at 1×: about as many cells as 23 sheets × 1,000 rows × 12 columns. */
export const UNITS = 143;

/** A consistent workbook of the Hunan family, the same every time; `factor` times as large as 1×. */
export function departmentWorkbook(factor: number, units = UNITS): WorkbookSnapshot {
  return hunanWorkbook({
    department: { code: "047", name: "某局" },
    entries: department(Math.round(units * factor)),
  });
}

/** The workbook as a file: its values, without number formats. */
export function asFile({ sheets }: WorkbookSnapshot): Uint8Array {
  return writeXlsx({
    sheets: sheets.map(({ name, cells }) => ({
      name,
      cells: cells.flatMap(({ row, column, value }) =>
        typeof value === "object" ? [] : [{ row, column, content: { value } }],
      ),
    })),
  });
}

export interface EngineFigures {
  /** Numeric amounts in the tables. */
  readonly amounts: number;
  readonly equations: number;
  /** Snapshot in memory → report, the shortest of the runs. */
  readonly engineMs: number;
  /** Unzip and SAX of the same workbook as a file, the shortest of the runs. */
  readonly floorMs: number;
}

/** Measures both `repeats` times; the runs alternate, so that a busy machine is busy for both. */
export function measureEngine(file: Uint8Array, repeats: number): EngineFigures {
  // The engine meets cells as they come out of a file or from Excel: in columns.
  const workbook = readXlsx(file, "bench.xlsx");
  let engineMs = Infinity;
  let floorMs = Infinity;
  let amounts = 0;
  let equations = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    floorMs = Math.min(
      floorMs,
      timed(() => unzipAndParse(file)),
    );
    engineMs = Math.min(
      engineMs,
      timed(() => {
        const { tables, summary } = checkWorkbook(workbook);
        amounts = tables.reduce((sum, table) => sum + table.amounts, 0);
        ({ equations } = summary);
      }),
    );
  }
  return { amounts, equations, engineMs, floorMs };
}

function timed(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
