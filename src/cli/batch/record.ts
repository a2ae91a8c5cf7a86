import { z } from "zod";
import { outcomeOf, type FileOutcome } from "../../core/batch-summary";
import type { CheckReport } from "../../core/report";

/**
 * Why a file has no report: a code of the reader, “no-tables”, “own-report”, “system” (the file could not be opened), or what became of
 * the worker: “timeout”, “memory”, “crashed”.
 */
export interface FileProblem {
  readonly code: string;
  /** One Chinese sentence: why, and what to do. */
  readonly message: string;
}

/** What a file was checked with, and which state of it. The same again gives the same result. */
export interface FileStamp {
  readonly path: string;
  readonly size: number;
  /** ISO moment. */
  readonly modified: string;
  /** Version of the tool, precision and form families, as one text. */
  readonly setting: string;
}

/** A line of the JSON lines file. */
export interface FileRecord extends FileStamp {
  readonly owner: string;
  readonly report: CheckReport | null;
  readonly problem: FileProblem | null;
}

const count = z.number().int().nonnegative();
const text = z.string();
const severity = z.enum(["error", "rounding", "warning", "info"]);

/** As much of a report as a summary reads. */
const reportSchema = z.looseObject({
  version: z.literal(1),
  file: text,
  tables: z.array(
    z.looseObject({
      sheet: text,
      form: text.nullable(),
      title: text,
      rows: z.object({ first: count, last: count }).nullable(),
      unit: text,
      amounts: count,
      classified: count,
      covered: count,
    }),
  ),
  summary: z.looseObject({ equations: count, error: count, accepted: count }),
  findings: z.array(
    z.looseObject({
      id: text,
      severity,
      message: text,
      sheet: text,
      cell: text,
      expected: text.nullable(),
      actual: text.nullable(),
      difference: text.nullable(),
      accepted: z.looseObject({ reason: text }).optional(),
    }),
  ),
  diagnoses: z.array(
    z.looseObject({ sheet: text, cell: text, suggested: text.nullable(), findings: z.array(text) }),
  ),
});

const recordSchema = z.object({
  path: text,
  size: count,
  modified: text,
  setting: text,
  owner: text,
  report: reportSchema.nullable(),
  problem: z.object({ code: text, message: text }).nullable(),
});

/** The record of a line; null for what is none, such as a line cut off when the machine went down. */
export function parseRecord(line: string): FileRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const { success, data } = recordSchema.safeParse(json);
  // The rest of the report is passed on as it is.
  return success && (data.report === null) !== (data.problem === null) ? (json as FileRecord) : null;
}

/** The line of a record, without its end. */
export function recordLine({ path, size, modified, setting, owner, report, problem }: FileRecord): string {
  return JSON.stringify({ path, size, modified, setting, owner, report, problem });
}

/** What a summary needs of a record. */
export function outcomeOfRecord({ path, owner, report, problem }: FileRecord): FileOutcome {
  const outcome =
    report === null ? ({ kind: "unread", reason: problem?.message ?? "" } as const) : outcomeOf(report);
  return { path, owner, outcome };
}

/** What may go away by itself: such a file is tried again. */
const PASSING = new Set(["system", "timeout", "memory", "crashed"]);

/** Whether a record still holds for a file as it is now. */
export function holdsFor(record: FileStamp & Pick<FileRecord, "problem">, now: FileStamp): boolean {
  return (
    record.size === now.size &&
    record.modified === now.modified &&
    record.setting === now.setting &&
    !(record.problem !== null && PASSING.has(record.problem.code))
  );
}
