import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseRecord } from "../src/cli/batch/record";
import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport } from "../src/core/report";
import { toA1 } from "../src/core/workbook/address";
import { readXlsx } from "../src/xlsx";
import { MUTATION_KINDS, type Mutation, type MutationKind } from "./mutations";
import { mutatedFiles } from "./mutated-files";

/*
 * npm run bench:batch [-- COUNT [JOBS]]: so many copies (1,000) of the sample, each with another slip, in folders of 50, checked
 * by one `gouji check`; prints files a second, the most memory the process ever had, and how many slips were found and named.
 */

const SAMPLE = "test/cases/hunan-budget-2026.xlsx";
const FOLDER_SIZE = 50;
const count = Number(process.argv[2] ?? 1000);
const jobs = process.argv[3];

const folder = mkdtempSync(join(tmpdir(), "gouji-bench-batch-"));

async function bench(): Promise<void> {
  const file = new Uint8Array(readFileSync(SAMPLE));
  const workbook = readXlsx(file, "sample.xlsx");
  const clean = checkWorkbook(workbook);
  const known = new Set(clean.findings.map(({ id }) => id));
  // Goal tables hold numbers that are no amounts: targets of indicators.
  const sheets = new Set(
    clean.tables.filter(({ title }) => !title.includes("绩效目标")).map(({ sheet }) => sheet),
  );
  const slips = new Map<string, { readonly kind: MutationKind; readonly mutation: Mutation }>();
  for (const { kind, mutation, bytes } of mutatedFiles(file, workbook, sheets)) {
    if (slips.size === count) break;
    const unit = join(folder, "units", `单位${String(Math.floor(slips.size / FOLDER_SIZE) + 1)}`);
    mkdirSync(unit, { recursive: true });
    const path = join(unit, `预算${String(slips.size + 1)}.xlsx`);
    writeFileSync(path, bytes);
    slips.set(path, { kind, mutation });
  }
  const lines = join(folder, "lines.jsonl");
  const started = performance.now();
  const { status, usage } = await check([
    join(folder, "units"),
    "--jsonl",
    lines,
    "--summary",
    join(folder, "summary.xlsx"),
    "--quiet",
    ...(jobs === undefined ? [] : ["--jobs", jobs]),
  ]);
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${String(count)} files in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(2)} files a second; ` +
      (usage === null
        ? ""
        : `processor ${usage.cpuSeconds.toFixed(1)} s, most memory ${usage.megabytes.toFixed(0)} MB; `) +
      `exit status ${String(status)}\n\n`,
  );
  const reports = new Map<string, CheckReport>();
  for (const line of readFileSync(lines, "utf8").split("\n")) {
    const record = parseRecord(line);
    if (record !== null && record.report !== null) reports.set(record.path, record.report);
  }
  process.stdout.write(`${"slip".padEnd(14)} files found missed cell named\n`);
  const all = { files: 0, found: 0, named: 0 };
  for (const kind of MUTATION_KINDS) {
    const score = { files: 0, found: 0, named: 0 };
    for (const [path, slip] of slips) {
      if (slip.kind !== kind) continue;
      const report = reports.get(path);
      const { found, named } = report === undefined ? NOTHING : judge(report, slip.mutation, known);
      for (const sum of [score, all]) {
        sum.files++;
        if (found) sum.found++;
        if (named) sum.named++;
      }
    }
    print(kind, score);
  }
  print("all", all);
}

const NOTHING = { found: false, named: false } as const;

/** Whether the slip leads to a finding, and whether its cell is named as suspect or in a finding. */
function judge(
  { findings, diagnoses }: CheckReport,
  { sheet, cells }: Mutation,
  known: ReadonlySet<string>,
): { readonly found: boolean; readonly named: boolean } {
  const wrong = new Set(cells.map(toA1));
  const fresh = findings.filter(({ id, severity }) => severity !== "rounding" && !known.has(id));
  const isSlip = (place: { readonly sheet: string; readonly cell: string }): boolean =>
    place.sheet === sheet && wrong.has(place.cell);
  return { found: fresh.length > 0, named: fresh.some(isSlip) || diagnoses.some(isSlip) };
}

function print(
  name: string,
  { files, found, named }: Readonly<Record<"files" | "found" | "named", number>>,
): void {
  const columns = [files, found, files - found, named].map((figure) => String(figure).padStart(6)).join(" ");
  process.stdout.write(`${name.padEnd(12)} ${columns}\n`);
}

interface Run {
  readonly status: number | null;
  /** What the system tells of the process shortly before its end; null where it does not. */
  readonly usage: { readonly megabytes: number; readonly cpuSeconds: number } | null;
}

/** Runs the command. */
function check(args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["bin/gouji.mjs", "check", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    let usage: Run["usage"] = null;
    const timer = setInterval(() => {
      usage = usageOf(child.pid) ?? usage;
    }, 250);
    child.on("error", reject);
    child.on("exit", (status) => {
      clearInterval(timer);
      resolve({ status, usage });
    });
  });
}

/** Clock ticks a second on Linux, as `/proc` counts. */
const TICKS = 100;

/** On Linux: largest resident size, and processor time over all threads. */
function usageOf(pid: number | undefined): Run["usage"] {
  try {
    const of = (name: string): string => readFileSync(`/proc/${String(pid)}/${name}`, "utf8");
    const kilobytes = /VmHWM:\s*(\d+)/.exec(of("status"))?.[1];
    // Behind the name in brackets; 12th and 13th are the times in user and in system mode.
    const times = of("stat").split(") ")[1]?.split(" ").slice(11, 13).map(Number) ?? [];
    const ticks = times.reduce((sum, time) => sum + time, 0);
    if (kilobytes === undefined) return null;
    return { megabytes: Number(kilobytes) / 1024, cpuSeconds: ticks / TICKS };
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}

try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
