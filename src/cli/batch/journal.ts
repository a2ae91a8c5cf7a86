import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { parseRecord, type FileRecord } from "./record";

/**
 * The JSON lines file of a run: a line a file, written whole as soon as the file is checked. What an interrupted run has
 * written can be gone on with, even where its last line was cut off.
 */
export class Journal {
  private constructor(
    readonly path: string,
    private readonly file: number,
  ) {}

  /** A new file; throws the system's error, `EEXIST` where one is there and may not be replaced. */
  static create(path: string, force: boolean): Journal {
    return new Journal(path, openSync(path, force ? "w" : "wx"));
  }

  /**
   * Goes on with a file; throws the system's error. Lines that are cut off or no longer hold are taken out.
   *
   * @param keep told each record, the latest of a path last; gives whether its line stays.
   * @returns null where the file is not one of ours; nothing was changed then.
   */
  static async resume(path: string, keep: (record: FileRecord) => boolean): Promise<Journal | null> {
    if (!existsSync(path)) return Journal.create(path, false);
    if (!isJournal(path)) return null;
    // Of two records on one path the later one counts.
    const latest = new Map<string, number>();
    let total = 0;
    for await (const line of linesOf(path)) {
      const record = parseRecord(line);
      if (record !== null) latest.set(record.path, total);
      total++;
    }
    const unfinished = join(dirname(path), `.${basename(path)}.${String(process.pid)}.tmp`);
    const file = openSync(unfinished, "w");
    try {
      let at = 0;
      let kept = 0;
      for await (const line of linesOf(path)) {
        const record = parseRecord(line);
        if (record !== null && latest.get(record.path) === at && keep(record)) {
          writeFileSync(file, `${line}\n`);
          kept++;
        }
        at++;
      }
      closeSync(file);
      if (kept === total && endsALine(path)) await rm(unfinished);
      else await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return new Journal(path, openSync(path, "a"));
  }

  /** Throws the system's error. @param line without its end. */
  append(line: string): void {
    writeFileSync(this.file, `${line}\n`);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** What every line of ours begins with. */
const BEGINNING = '{"path":';

/** Whether a file is empty or begins as ours do, however little of it there is. */
function isJournal(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(BEGINNING.length);
    const text = bytes.toString("utf8", 0, readSync(file, bytes));
    return BEGINNING.startsWith(text);
  } finally {
    closeSync(file);
  }
}

function endsALine(path: string): boolean {
  const { size } = statSync(path);
  if (size === 0) return true;
  const file = openSync(path, "r");
  try {
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, size - 1);
    return last.toString() === "\n";
  } finally {
    closeSync(file);
  }
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity });
}
