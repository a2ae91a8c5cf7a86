import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { readXlsx } from "../src/xlsx";
import { CASES, casePath } from "../test/support/cases";
import { measureBridge, type Traffic } from "./bench/bridge";
import type { FileFigures } from "./bench/check-file";
import { asFile, departmentWorkbook, measureEngine } from "./bench/engine";
import { measureWays } from "./bench/libreoffice";
import { generatedWorkbook, measureReading } from "./bench/reading";

/*
 * npm run bench: what the tool promises of its speed, as ratios of figures from the same run, since figures from two machines,
 * or of a quiet and a busy one, compare nothing. It prints, and asserts nothing. `-- --write` puts the table into
 * docs/performance.md; `-- reading engine files ways bridge` measures some of it. Takes about ten minutes and 4 GB; needs
 * LibreOffice (soffice).
 */

const SAMPLE = "test/cases/hunan-budget-2026.xlsx";
/** Times the size of 23 sheets × 1,000 rows × 12 columns; the last has 4.5 million cells. */
const SIZES = [1, 4, 16] as const;

const lines: string[] = [];
function print(line = ""): void {
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  print(`| ${head.join(" | ")} |`);
  print(`|${head.map(() => "---").join("|")}|`);
  for (const row of rows) print(`| ${row.join(" | ")} |`);
  print();
}

const count = (value: number): string => value.toLocaleString("en-US");
const ms = (value: number): string => count(Math.round(value));
const ratio = (value: number): string => value.toFixed(2);

function section(title: string): void {
  print(`## ${title}`);
  print();
}

function reading(): void {
  section("Reading a file, against unzipping it and passing its XML through the same parser");
  const files = [
    ["23 sheets × 1,000 rows × 12 columns", generatedWorkbook(1000, 23)] as const,
    ...CASES.map((name) => [name, new Uint8Array(readFileSync(casePath(name)))] as const),
  ];
  table(
    ["workbook", "cells", "unzip + SAX, ms", "reading, ms", "ratio (target ≤ 1.7)"],
    files.map(([name, bytes]) => {
      const cells = readXlsx(bytes, name).sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
      const { floorMs, readingMs } = measureReading(bytes);
      return [name, count(cells), floorMs.toFixed(1), readingMs.toFixed(1), ratio(readingMs / floorMs)];
    }),
  );
}

function engine(): void {
  section("The engine alone, workbook in memory → report, against unzip + SAX of the same workbook");
  table(
    [
      "size",
      "amounts",
      "relations",
      "unzip + SAX, ms",
      "engine, ms",
      "ratio (target ≤ 0.25)",
      "µs an amount",
    ],
    SIZES.map((size) => {
      const { amounts, equations, engineMs, floorMs } = measureEngine(
        asFile(departmentWorkbook(size)),
        size === 16 ? 2 : 5,
      );
      return [
        `${String(size)}×`,
        count(amounts),
        count(equations),
        ms(floorMs),
        ms(engineMs),
        ratio(engineMs / floorMs),
        ((1000 * engineMs) / amounts).toFixed(2),
      ];
    }),
  );
}

function wholeFiles(): void {
  section("File → report in a process of its own: growth and peak memory");
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  try {
    table(
      [
        "size",
        "cells",
        "reading, ms",
        "check, ms",
        "µs a cell",
        "memory after reading, MB",
        "peak memory, MB (target ≤ 1,000)",
      ],
      SIZES.map((size) => {
        const path = join(folder, "workbook.xlsx");
        writeFileSync(path, asFile(departmentWorkbook(size)));
        const printed = execFileSync(
          process.execPath,
          ["scripts/bundled.mjs", "scripts/bench/check-file.ts", path],
          { encoding: "utf8" },
        );
        const figures = JSON.parse(printed) as FileFigures;
        return [
          `${String(size)}×`,
          count(figures.cells),
          ms(figures.readingMs),
          ms(figures.engineMs),
          ((1000 * (figures.readingMs + figures.engineMs)) / figures.cells).toFixed(2),
          ms(figures.readingMegabytes),
          ms(figures.megabytes),
        ];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ways(): void {
  section("`gouji check FILE` against LibreOffice computing the same relations, written as formulas");
  const sample = readXlsx(readFileSync(SAMPLE), SAMPLE);
  const workbooks = [
    ["hunan-budget-2026", sample, 3] as const,
    ["1×", departmentWorkbook(1), 2] as const,
    ["4×", departmentWorkbook(4), 1] as const,
  ];
  table(
    [
      "workbook",
      "formulas",
      "violated by them",
      "LibreOffice, ms",
      "gouji check, ms",
      "times as fast (target ≥ 10)",
    ],
    workbooks.map(([name, workbook, repeats]) => {
      const { formulas, violated, libreOfficeMs, goujiMs } = measureWays(workbook, repeats);
      return [
        name,
        count(formulas),
        count(violated),
        ms(libreOfficeMs),
        ms(goujiMs),
        (libreOfficeMs / goujiMs).toFixed(1),
      ];
    }),
  );
}

async function bridge(): Promise<void> {
  section("Over the bridge of Microsoft's library");
  const row = (
    name: string,
    work: string,
    { roundTrips, sentBytes, receivedBytes, largestBytes }: Traffic,
  ) => [
    name,
    work,
    count(roundTrips),
    count(Math.round(sentBytes / 1000)),
    count(Math.round(receivedBytes / 1000)),
    count(Math.round(largestBytes / 1000)),
  ];
  const rows: string[][] = [];
  for (const [name, workbook] of [
    ["hunan-budget-2026", readXlsx(readFileSync(SAMPLE), SAMPLE)] as const,
    ["1×", departmentWorkbook(1)] as const,
  ]) {
    const { reading: read, marking } = await measureBridge(workbook);
    rows.push(row(name, "reading", read), row(name, "marking", marking));
  }
  table(["workbook", "work", "round trips", "sent, kB", "received, kB", "largest, kB (limit 5,243)"], rows);
}

const [cpu] = cpus();
print(
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${String(cpus().length)} × ${cpu?.model.trim() ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}.`,
);
print();
const sections = { reading, engine, files: wholeFiles, ways, bridge };
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
for (const [name, run] of Object.entries(sections)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}

if (process.argv.includes("--write") && wanted.length === 0) {
  const page = "docs/performance.md";
  const [head = ""] = readFileSync(page, "utf8").split(/^<!-- npm run bench -->$/m);
  writeFileSync(page, `${head}<!-- npm run bench -->\n\n${lines.join("\n").trimEnd()}\n`);
}
