import { basename } from "node:path";
import { types } from "node:util";
import type { Piscina } from "piscina";
import { systemCode } from "../system-error";
import { failed, type CheckAnswer, type CheckTask } from "./check-file";
import { batchTexts } from "./texts";

export interface PoolLimits {
  /** Files at once. */
  readonly jobs: number;
  /** MB of JavaScript heap for all of them together. */
  readonly memory: number;
  /** Seconds for one file. */
  readonly timeout: number;
}

type Workers = Piscina<CheckTask, CheckAnswer>;

/** A worker with less heap could not even load the checks. */
const LEAST_HEAP = 256;

/**
 * Workers that check files. Usually each has its share of the memory; a file that needs more is given all of it, and must
 * then run alone. A worker that runs out of memory or time, or dies, costs its file and no other.
 */
export class WorkerPool {
  /** Started when there is something to check: loading the checks takes a second or two. */
  private shared: Promise<Workers> | null = null;
  private alone: Promise<Workers> | null = null;

  /** @param worker module with a function `checkFile` that takes a `CheckTask` and gives a `CheckAnswer`. */
  constructor(
    private readonly worker: URL,
    private readonly limits: PoolLimits,
  ) {}

  /** Files at once. */
  get jobs(): number {
    return this.limits.jobs;
  }

  /** MB of heap of one worker among others. */
  get share(): number {
    return Math.max(LEAST_HEAP, Math.floor(this.limits.memory / this.limits.jobs));
  }

  /** Checks a file. Never rejects for what happens in the worker. @param alone whether it may use all of the memory. */
  async run(task: CheckTask, alone: boolean): Promise<CheckAnswer> {
    const control = new AbortController();
    const timer = setTimeout(() => {
      control.abort();
    }, this.limits.timeout * 1000);
    try {
      return await (await this.pool(alone)).run(task, { signal: control.signal });
    } catch (error) {
      const name = basename(task.path);
      if (control.signal.aborted) {
        return failed(task, { code: "timeout", message: batchTexts.timeout(name, this.limits.timeout) });
      }
      return isOutOfMemory(error)
        ? failed(task, { code: "memory", message: batchTexts.memory(name) })
        : failed(task, { code: "crashed", message: batchTexts.crashed(name) });
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.shared, this.alone].map(async (workers) => (await workers)?.destroy()));
  }

  private pool(alone: boolean): Promise<Workers> {
    const { jobs, memory } = this.limits;
    return alone
      ? (this.alone ??= startPool(this.worker, 1, Math.max(LEAST_HEAP, memory), 0))
      : (this.shared ??= startPool(this.worker, jobs, this.share, jobs));
  }
}

/** @param heap MB of one worker. @param ready workers that are kept when there is nothing to do. */
async function startPool(worker: URL, jobs: number, heap: number, ready: number): Promise<Workers> {
  // Who checks one file needs no workers.
  const { default: Piscina } = await import("piscina");
  const made = new Piscina<CheckTask, CheckAnswer>({
    filename: worker.href,
    name: "checkFile",
    minThreads: ready,
    maxThreads: jobs,
    // The one that runs alone is given back its memory as soon as it is done.
    idleTimeout: 0,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  // A worker that dies between two files has nothing to tell: another one takes its place.
  made.on("error", () => undefined);
  return made;
}

/** Of the heap, or of a block of memory beside it. */
function isOutOfMemory(error: unknown): boolean {
  if (systemCode(error) === "ERR_WORKER_OUT_OF_MEMORY") return true;
  return (
    types.isNativeError(error) &&
    error.name === "RangeError" &&
    /alloc|invalid (array|typed array|string) length/i.test(error.message)
  );
}
