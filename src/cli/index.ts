import type { CheckAnswer, CheckTask } from "./batch/check-file";

/** What `bin` runs: the command line, and the part of it that checks one of many files in a worker. */
export { main } from "./main";

/** See `checkFile` in check-file.ts: the checks are loaded when there is something to check. */
export async function checkFile(task: CheckTask): Promise<CheckAnswer> {
  return (await import("./batch/check-file")).checkFile(task);
}
