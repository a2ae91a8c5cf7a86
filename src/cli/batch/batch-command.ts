import { createHash } from "node:crypto";
import { resolve } from "node:path";
import packageJson from "../../../package.json";
import type { FileOutcome } from "../../core/batch-summary";
import { dayText } from "../../core/report-sheet/day-text";
import { EXIT, unusable } from "../exit";
import { readOwnFamilies } from "../read-family-files";
import { systemCode } from "../system-error";
import { texts } from "../texts";
import { failed, OWN_REPORT, type CheckAnswer, type CheckTask } from "./check-file";
import { findWorkbooks, type FoundFile } from "./find-workbooks";
import { Journal } from "./journal";
import { limitsOf, type BatchCommandOptions, type BatchLimits } from "./options";
import { outputProblem, writeSummary } from "./outputs";
import { startProgress, type Progress, type ProgressState } from "./progress";
import { holdsFor, outcomeOfRecord, recordLine, type FileRecord } from "./record";
import { runInOrder } from "./run-in-order";
import { INTERRUPTED, onStopSignal } from "./stop-signals";
import { batchTexts } from "./texts";
import { WorkerPool } from "./worker-pool";

/** The file that all of this is built into, see src/cli/index.ts. */
const WORKER = new URL(import.meta.url);

/** MB of heap that a workbook may need for each MB of its file. */
const HEAP_PER_BYTE = 40;

/**
 * `gouji check` with folders, patterns or several files: a line a file on stdout, in the order of the files; a bar on
 * stderr. Returns 0 where all files were checked and none has an open error, 1 where one has, 2 where none has but some
 * could not be checked, or nothing could be done; 130 where it was stopped.
 */
export async function batchCommand(args: readonly string[], options: BatchCommandOptions): Promise<number> {
  if (options.report !== null) return unusable(batchTexts.reportOfMany);
  const limits = limitsOf(options);
  if (typeof limits === "string") return unusable(limits);
  const families = await readOwnFamilies(options.forms);
  if (typeof families === "string") return unusable(families);
  const files = await findWorkbooks(args);
  const problem = outputProblem(options, files);
  if (problem !== null) return unusable(problem);
  const outputs = [options.summary, options.jsonl].flatMap((path) =>
    path === undefined ? [] : resolve(path),
  );
  const inputs = files.filter(({ path }) => !outputs.includes(resolve(path)));
  if (inputs.length === 0) return unusable(batchTexts.noWorkbooks(args));

  const setting = settingOf(options, families);
  const tasks = inputs.map((file) => ({
    ...file,
    setting,
    precision: options.precision,
    forms: options.forms,
  }));
  try {
    const earlier = new Map<string, CheckAnswer>();
    const journal = await openJournal(options, tasks, earlier);
    if (typeof journal === "string") return unusable(journal);
    const run = new BatchRun(options, limits, tasks, journal, earlier);
    return await run.finish();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    // A disk that is full names no path.
    const { path = options.jsonl ?? "" } = error as NodeJS.ErrnoException;
    return unusable(texts.cannotWrite(path, code));
  }
}

type BatchTask = CheckTask & FoundFile;

/** Says of a record what it was made with. */
function settingOf({ precision }: BatchCommandOptions, families: readonly unknown[]): string {
  const digest = createHash("sha256").update(JSON.stringify(families)).digest("hex").slice(0, 12);
  return [packageJson.version, precision, ...(families.length === 0 ? [] : [digest])].join(" ");
}

/** @param earlier takes the answers of an earlier run that still hold, by path. */
async function openJournal(
  { jsonl, resume, force, json }: BatchCommandOptions,
  tasks: readonly BatchTask[],
  earlier: Map<string, CheckAnswer>,
): Promise<Journal | string | null> {
  if (jsonl === undefined) return null;
  if (!resume) return Journal.create(jsonl, force);
  const now = new Map(tasks.map((task) => [task.path, task]));
  const keep = (record: FileRecord): boolean => {
    const task = now.get(record.path);
    // A line on a file that is not asked for now stays as it is.
    if (task === undefined) return true;
    if (task.problem !== null || !holdsFor(record, task)) return false;
    const line = json ? recordLine(record) : "";
    earlier.set(record.path, {
      line,
      file: outcomeOfRecord(record),
      problem: record.problem?.code ?? null,
    });
    return true;
  };
  return (await Journal.resume(jsonl, keep)) ?? batchTexts.notAJournal(jsonl);
}

/** One run over many files. */
class BatchRun {
  private readonly outcomes: FileOutcome[] = [];
  private readonly progress: Progress;
  private stopped = false;
  private running = 0;
  private worked = 0;
  private done = 0;

  constructor(
    private readonly options: BatchCommandOptions,
    private readonly limits: BatchLimits,
    private readonly tasks: readonly BatchTask[],
    private readonly journal: Journal | null,
    private readonly earlier: ReadonlyMap<string, CheckAnswer>,
  ) {
    const work = this.toDo.reduce((sum, task) => sum + workOf(task), 0);
    this.progress = startProgress(work, this.state(), options.quiet);
  }

  /** Does all there is to do, or what is done until the user stops it. Gives the exit status. */
  async finish(): Promise<number> {
    const { jobs } = this.limits;
    const pool = new WorkerPool(WORKER, {
      ...this.limits,
      jobs: Math.max(1, Math.min(jobs, this.toDo.length)),
    });
    const unhook = onStopSignal(() => {
      this.stopped = true;
      this.progress.note(batchTexts.stopping(this.running));
    });
    let left: number;
    try {
      left = await runInOrder<BatchTask, CheckAnswer>({
        tasks: this.tasks,
        jobs: pool.jobs,
        isLarge: (task) => !this.earlier.has(task.path) && task.size * HEAP_PER_BYTE > pool.share * 2 ** 20,
        run: (task, alone) => this.check(pool, task, alone),
        needsMore: ({ problem }) => problem === "memory",
        isStopped: () => this.stopped,
        onDone: (task, answer) => {
          this.take(task, answer);
        },
        onTurn: (_task, answer) => {
          this.tell(answer);
        },
      });
    } finally {
      this.progress.stop();
      this.journal?.close();
      await pool.close();
      unhook();
    }
    return this.conclude(left);
  }

  private get toDo(): readonly BatchTask[] {
    return this.tasks.filter(({ path }) => !this.earlier.has(path));
  }

  private async check(pool: WorkerPool, task: BatchTask, alone: boolean): Promise<CheckAnswer> {
    const { path, problem, size, modified, setting, precision, forms } = task;
    const known = this.earlier.get(path);
    if (known !== undefined) return known;
    if (problem !== null) return failed(task, { code: "system", message: problem });
    this.running++;
    try {
      return await pool.run({ path, size, modified, setting, precision, forms }, alone);
    } finally {
      this.running--;
    }
  }

  /** A file is done: its line is kept at once. */
  private take(task: BatchTask, { line }: CheckAnswer): void {
    if (this.earlier.has(task.path)) return;
    this.journal?.append(line);
    this.worked += workOf(task);
    this.done++;
  }

  /** It is a file's turn to be listed. */
  private tell({ line, file, problem }: CheckAnswer): void {
    // What we have written ourselves lies where the user keeps it, often among the workbooks.
    if (problem === OWN_REPORT) return;
    this.outcomes.push(file);
    this.progress.update(this.worked, this.state());
    const { json, quiet } = this.options;
    if (json) this.progress.line(line);
    else if (!quiet || !isPassed(file)) this.progress.line(lineOf(file));
  }

  private state(): ProgressState {
    return {
      done: this.done,
      files: this.toDo.length,
      wrong: this.outcomes.filter(isWrong).length,
      unread: this.outcomes.filter(({ outcome }) => outcome.kind === "unread").length,
    };
  }

  private async conclude(left: number): Promise<number> {
    const { summary, jsonl, json } = this.options;
    // JSON lines are read by programs: what is said besides goes to stderr.
    const say = (text: string): void => {
      (json ? process.stderr : process.stdout).write(`${text}\n`);
    };
    const wrong = this.outcomes.filter(isWrong);
    const unread = this.outcomes.filter(({ outcome }) => outcome.kind === "unread").length;
    const errors = wrong.reduce(
      (sum, { outcome }) => sum + (outcome.kind === "checked" ? outcome.counts.error : 0),
      0,
    );
    const all = this.outcomes.length;
    say(batchTexts.total(all, all - wrong.length - unread, wrong.length, errors, unread));
    const reused = this.outcomes.filter(({ path }) => this.earlier.has(path)).length;
    if (reused > 0) say(batchTexts.reused(reused));
    if (summary !== undefined) {
      const date = dayText(new Date());
      await writeSummary(summary, this.outcomes, { date, version: packageJson.version, left });
      say(batchTexts.written(summary));
    }
    if (this.stopped && left > 0) {
      const how = jsonl === undefined ? batchTexts.howToGoOnNextTime : batchTexts.howToGoOn;
      process.stderr.write(`${batchTexts.stopped(left)}${how}\n`);
      return INTERRUPTED;
    }
    if (wrong.length > 0) return EXIT.findings;
    return unread > 0 ? EXIT.unusable : EXIT.ok;
  }
}

/** What a file takes however small it is, in bytes of a large one. */
const LEAST_WORK = 30_000;

/** Roughly in proportion to the time a file takes. */
function workOf({ size }: FoundFile): number {
  return LEAST_WORK + size;
}

function isWrong({ outcome }: FileOutcome): boolean {
  return outcome.kind === "checked" && outcome.counts.error > 0;
}

function isPassed(file: FileOutcome): boolean {
  return file.outcome.kind === "checked" && !isWrong(file);
}

/** One line on a file, with the most likely cause where it has errors. */
function lineOf({ path, outcome }: FileOutcome): string {
  if (outcome.kind === "unread") return batchTexts.unreadLine(path, outcome.reason);
  if (outcome.counts.error === 0) return batchTexts.line(batchTexts.passed, path, outcome);
  const cause = outcome.findings.find(
    (finding) => finding.severity === "error" && finding.reason === null && finding.cause !== null,
  )?.cause;
  const suspect = cause === undefined || cause === null ? "" : batchTexts.suspect(cause);
  return batchTexts.line(batchTexts.wrong, path, outcome) + suspect;
}
