import { availableParallelism, totalmem } from "node:os";
import type { PrecisionMode } from "../../core/facts/precision";
import { batchTexts } from "./texts";

/** What the user says of a check of many files, as the command line gives it. */
export interface BatchCommandOptions {
  readonly json: boolean;
  readonly precision: PrecisionMode;
  readonly forms: readonly string[];
  readonly report: string | null;
  readonly jobs?: string;
  readonly jsonl?: string;
  readonly resume: boolean;
  readonly summary?: string;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly timeout?: string;
  readonly memory?: string;
}

export interface BatchLimits {
  readonly jobs: number;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

const DEFAULT_TIMEOUT = 600;
/** The longest a timer waits, in seconds. */
const LONGEST = 2_147_483;

/** Limits as numbers, or a sentence on the one that cannot be used. */
export function limitsOf({ jobs, memory, timeout }: BatchCommandOptions): BatchLimits | string {
  const half = Math.floor(totalmem() / 2 ** 21);
  const read = {
    jobs: positive(jobs, availableParallelism()),
    memory: positive(memory, half),
    timeout: positive(timeout, DEFAULT_TIMEOUT),
  };
  if (read.jobs === null) return batchTexts.badNumber("--jobs", jobs ?? "");
  if (read.memory === null) return batchTexts.badNumber("--memory", memory ?? "");
  if (read.timeout === null) return batchTexts.badNumber("--timeout", timeout ?? "");
  return {
    jobs: Math.ceil(read.jobs),
    memory: Math.ceil(read.memory),
    timeout: Math.min(LONGEST, read.timeout),
  };
}

function positive(text: string | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) && number > 0 ? number : null;
}
