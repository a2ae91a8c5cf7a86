import { generateTables } from "../src/core/generate";
import { ExcelWorkbookHost } from "../src/excel";
import { ExcelBridge } from "../src/workbench/host/bridge";
// By its full name: tsx takes “.node” for an ending.
import { loadOfficeJs, unloadOfficeJs } from "../src/workbench/host/load-office-js.node.js";
import { MemoryWorkbook } from "../src/workbench/host/memory-workbook";
import { addPlannedSheets, writeXlsx } from "../src/xlsx";
import { largeDepartment } from "../test/support/large-department";
import { builtInTemplate } from "../test/support/round-trip";
import { unzipAndParse } from "./unzip-and-parse";

/*
 * npm run bench:generate: goal tables of drawn departments. Engine time is from the workbook in memory to the planned
 * sheets, processor time beside it, since other work on the machine only adds to the clock; unzipping and parsing the same
 * workbook as a file in the same run is the measure to compare with. Then the sheets are written into Excel's side of
 * Microsoft's library, and into the file.
 */

const SIZES = [
  { units: 1, projects: 20, indicators: 40 },
  { units: 5, projects: 200, indicators: 40 },
  { units: 20, projects: 800, indicators: 40 },
] as const;
const TEMPLATES = ["hunan-budget-2026-23", "changsha-budget-2025-09"].map(builtInTemplate);
const REPEATS = 5;

interface Times {
  readonly clock: number;
  readonly processor: number;
}

function timed<T>(action: () => T): Times & { readonly result: T } {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = action();
  const { user, system } = process.cpuUsage(before);
  return { result, clock: performance.now() - start, processor: (user + system) / 1000 };
}

function shortest(action: () => unknown): number {
  return Math.min(...Array.from({ length: REPEATS }, () => timed(action).processor));
}

const COLUMNS = [
  "projects × indicators",
  "first ms",
  "first CPU ms",
  "best CPU ms",
  "unzip+SAX ms",
  "cells",
  "merges",
  "plan kB",
  "round trips",
  "sent kB",
  "file ms",
] as const;
const widths = COLUMNS.map((heading) => Math.max(heading.length, 8));
const print = (cells: readonly string[]): void => {
  process.stdout.write(`${cells.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("  ")}\n`);
};

print(COLUMNS);
for (const size of SIZES) {
  const workbook = largeDepartment(size);
  const file = writeXlsx({
    sheets: workbook.sheets.map(({ name, cells }) => ({
      name,
      cells: cells.flatMap(({ row, column, value }) =>
        typeof value === "object" ? [] : [{ row, column, content: { value } }],
      ),
    })),
  });
  const generate = (): ReturnType<typeof generateTables> =>
    generateTables(workbook, { templates: TEMPLATES, mode: "functions" });
  const first = timed(generate);
  const { plans } = first.result;
  const best = shortest(generate);
  const floor = shortest(() => unzipAndParse(file));
  const bridge = new ExcelBridge(new MemoryWorkbook(workbook));
  await new ExcelWorkbookHost(loadOfficeJs(bridge).Excel).addSheets(plans);
  unloadOfficeJs();
  const saved = timed(() => addPlannedSheets(file, plans));
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);
  print([
    `${String(size.projects)} × ${String(size.indicators)}`,
    first.clock.toFixed(0),
    first.processor.toFixed(0),
    best.toFixed(0),
    floor.toFixed(0),
    String(plans.reduce((sum, { cells }) => sum + cells.length, 0)),
    String(plans.reduce((sum, { merges = [] }) => sum + merges.length, 0)),
    kilobytes(Buffer.byteLength(JSON.stringify(plans))),
    String(bridge.trips.length),
    kilobytes(bridge.trips.reduce((sum, { requestBytes }) => sum + requestBytes, 0)),
    saved.clock.toFixed(0),
  ]);
}
