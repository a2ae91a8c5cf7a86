import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ChildNews, ChildOrder } from "./child";
import { inputOf, kindOf, KINDS, runCase, type CaseKind, type Target } from "./run-case";
import type { Beyond } from "./watch";

/*
 * npm run fuzz -- [--seconds 60] [--cases N] [--seed 1] [--target snapshot|bytes|both] [--jobs 1] [--first 0] [--out FOLDER]
 *
 * Draws workbooks, as snapshots and as files, and checks that the engine answers every one of them. Each case is the same
 * for the same target, seed and number; one that fails is kept in the folder and is run again by itself with
 *
 * npm run fuzz -- --target both --seed 1 --case 17
 *
 * Cases run in processes of their own with 10 s and 1.5 GB for each; one that hangs or dies is recorded, and the run goes on.
 */

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    cases: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
    first: { type: "string", default: "0" },
    case: { type: "string" },
    target: { type: "string", default: "both" },
    jobs: { type: "string", default: "1" },
    out: { type: "string", default: join(tmpdir(), "gouji-fuzz") },
  },
});

const LIMITS = { seconds: 10, megabytes: 1500 };
/** Failures of one kind kept as files. */
const KEPT_OF_A_KIND = 3;
const TOLD_EVERY_MS = 30_000;

const seed = Number(values.seed);
const target = targetNamed(values.target);

interface Kind {
  count: number;
  readonly first: number;
  readonly detail: string;
}

interface Totals {
  readonly cases: Map<CaseKind, number>;
  slowest: { number: number; ms: number };
  maxMegabytes: number;
  readonly kinds: Map<string, Kind>;
}

if (values.case === undefined) await runAll();
else runOne(Number(values.case));

function targetNamed(name: string): Target {
  if (name === "snapshot" || name === "bytes" || name === "both") return name;
  throw new Error(`--target is snapshot, bytes or both, not ${name}`);
}

/** One case in this process, with its whole stack where it fails. */
function runOne(number: number): void {
  const kind = kindOf(target, number);
  const input = inputOf(kind, seed, number);
  if (input !== null) {
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, input.name), input.content);
    process.stdout.write(`${join(values.out, input.name)}\n`);
  }
  const start = performance.now();
  runCase(kind, seed, number);
  process.stdout.write(`sound, ${(performance.now() - start).toFixed(0)} ms\n`);
}

async function runAll(): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  const totals: Totals = {
    cases: new Map(),
    slowest: { number: 0, ms: 0 },
    maxMegabytes: 0,
    kinds: new Map(),
  };
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const isOver = (): boolean =>
    seconds() >= Number(values.seconds) || sum(totals.cases.values()) >= Number(values.cases);
  const folder = mkdtempSync(join(tmpdir(), "gouji-fuzz-run-"));
  const tell = setInterval(() => {
    process.stdout.write(`${line(totals, seconds())}\n`);
  }, TOLD_EVERY_MS);
  const jobs = Number(values.jobs);
  await Promise.all(
    Array.from({ length: jobs }, (_, job) => runJob(job, jobs, join(folder, String(job)), totals, isOver)),
  );
  clearInterval(tell);
  rmSync(folder, { recursive: true });
  process.stdout.write(`${line(totals, seconds())}\n`);
  for (const kind of KINDS) process.stdout.write(`  ${String(totals.cases.get(kind) ?? 0)} ${kind}\n`);
  for (const [kind, { count, first, detail }] of [...totals.kinds].sort(([, a], [, b]) => b.count - a.count))
    process.stdout.write(
      `\n${String(count)} × ${kind}\n  --target ${target} --seed ${String(seed)} --case ${String(first)}\n  ${detail}\n`,
    );
  process.exitCode = totals.kinds.size > 0 ? 1 : 0;
}

function line({ cases, slowest, maxMegabytes, kinds }: Totals, seconds: number): string {
  const failed = sum([...kinds.values()].map(({ count }) => count));
  const count = sum(cases.values());
  return `${String(count)} cases in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} a second; ${String(failed)} failed in ${String(kinds.size)} ways; slowest ${String(slowest.ms)} ms (case ${String(slowest.number)}), most memory ${String(maxMegabytes)} MB`;
}

function sum(numbers: Iterable<number>): number {
  let all = 0;
  for (const number of numbers) all += number;
  return all;
}

/** Runs every `jobs`th case in one process after another: a new one goes on where a case has ended the last. */
async function runJob(
  job: number,
  jobs: number,
  progress: string,
  totals: Totals,
  isOver: () => boolean,
): Promise<void> {
  let next = Number(values.first) + job;
  while (!isOver()) {
    const order: ChildOrder = { target, seed, first: next, step: jobs, progress, ...LIMITS };
    next = await runChild(order, totals, isOver);
  }
}

/** Gives the case to go on with. */
function runChild(order: ChildOrder, totals: Totals, isOver: () => boolean): Promise<number> {
  const child: ChildProcess = fork(join(import.meta.dirname, "child.ts"), {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: ["--import", "tsx", "--max-old-space-size=1024"],
  });
  let said = "";
  let next = order.first;
  let ended = false;
  child.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-20_000)));
  child.on("message", (news: ChildNews) => {
    if (news.type === "failed") fail(totals, news.number, news.kind, news.detail);
    else {
      for (const kind of KINDS) add(totals, kind, news.cases[kind] ?? 0);
      next = news.next;
      if (news.slowest.ms > totals.slowest.ms) totals.slowest = news.slowest;
      totals.maxMegabytes = Math.max(totals.maxMegabytes, news.maxMegabytes);
    }
    if (isOver() && !ended) {
      ended = true;
      child.kill("SIGKILL");
    }
  });
  child.send(order);
  return new Promise((resolve) => {
    child.on("close", () => {
      if (ended) {
        resolve(next);
        return;
      }
      const beyond = beyondOf(said);
      const number = beyond?.number ?? lastOf(order.progress, next);
      const kind = beyond === null ? "died" : `${beyond.what} in ${beyond.stack.split(" < ")[0] ?? ""}`;
      fail(totals, number, kind, beyond?.stack ?? said.slice(0, 600));
      // Those since the last news, and this one.
      for (let at = next; at <= number; at += order.step) add(totals, kindOf(target, at), 1);
      resolve(number + order.step);
    });
  });
}

function add({ cases }: Totals, kind: CaseKind, count: number): void {
  cases.set(kind, (cases.get(kind) ?? 0) + count);
}

/** What the watch has said last of a case that went beyond its limits. */
function beyondOf(said: string): Beyond | null {
  const found = said.split("\n").findLast((text) => text.startsWith('{"what"'));
  return found === undefined ? null : (JSON.parse(found) as Beyond);
}

function lastOf(progress: string, otherwise: number): number {
  const bytes = readFileSync(progress);
  return bytes.length === 8 ? bytes.readDoubleLE() : otherwise;
}

function fail(totals: Totals, number: number, kind: string, detail: string): void {
  const known = totals.kinds.get(kind) ?? { count: 0, first: number, detail };
  totals.kinds.set(kind, known);
  known.count++;
  if (known.count > KEPT_OF_A_KIND) return;
  process.stdout.write(`case ${String(number)}, ${kind}: ${detail.slice(0, 300)}\n`);
  const input = inputOf(kindOf(target, number), seed, number);
  if (input !== null) writeFileSync(join(values.out, input.name), input.content);
}
