import { z } from "zod";
import { zhCN } from "zod/locales";

import { messages } from "./messages";

const year = z.number().int().min(2007).max(2100);
const name = z.string().min(1);
/** 类 3, 款 5, 项 7 digits. */
const code = z.string().regex(/^\d{3}(\d{2}){0,2}$/);

/** What a statement rests on, and how far it was checked. */
const standing = {
  /** Not (or no longer) in the catalogue of the book's year; kept to read older tables. */
  superseded: z.boolean().default(false),
  /** Doubtful: added or renamed of late and not compared with the catalogue's text. No ground for a finding. */
  unconfirmed: z.boolean().default(false),
  note: z.string().min(1).optional(),
};

const source = z.strictObject({ title: name, number: name.optional(), note: name.optional() });
const sources = z.array(source).min(1).readonly();

/**
 * Another wording. `former`: the catalogue's own name in earlier years (till `until`, where that year is known), so
 * a sheet that prints it follows an old catalogue; otherwise a wording that table forms use today.
 */
const alias = z.strictObject({
  name,
  former: z.boolean().default(false),
  until: year.optional(),
  note: z.string().min(1).optional(),
});

const entry = z.strictObject({
  code,
  name,
  aliases: z.array(alias).readonly().default([]),
  /** First and last year in the catalogue, where known. */
  since: year.optional(),
  until: year.optional(),
  ...standing,
});

/** A column that forms print for several codes together, and that is no code of its own. */
const group = z.strictObject({
  name,
  aliases: z.array(name).readonly().default([]),
  members: z.array(code).min(2).readonly(),
  note: z.string().min(1).optional(),
});

export const codeBookSchema = z
  .strictObject({
    id: name,
    name,
    year,
    source: sources,
    entries: z.array(entry).min(1).readonly(),
    groups: z.array(group).readonly().default([]),
  })
  .readonly();

const pair = z.strictObject({
  governmental: code,
  departmental: code,
  /** Administrative units include institutions run by the civil service law (参公). */
  unitKind: z.enum(["administrative", "institution", "both"]),
  ...standing,
});

export const correspondenceSchema = z
  .strictObject({
    id: name,
    name,
    year,
    source: sources,
    governmental: name,
    departmental: name,
    pairs: z.array(pair).min(1).readonly(),
    without: z
      .array(z.strictObject({ book: z.enum(["governmental", "departmental"]), code, note: name }))
      .readonly(),
  })
  .readonly();

export type CodeSource = Readonly<z.infer<typeof source>>;
export type CodeEntry = Readonly<z.infer<typeof entry>>;
export type CodeGroup = Readonly<z.infer<typeof group>>;
export type EconomicPair = Readonly<z.infer<typeof pair>>;
export type UnitKind = EconomicPair["unitKind"];

/** Thrown for a data file that cannot be used; the message names the file, each path in it and the fix. */
export class CodeBookError extends Error {
  override readonly name = "CodeBookError";
}

/** One defect: where in the file (`entries[3].name`), what, and what to do about it. */
export interface DataProblem {
  readonly path: string;
  readonly reason: string;
  readonly fix: string;
}

export function refuse(file: string, problems: readonly DataProblem[]): void {
  if (problems.length === 0) return;
  throw new CodeBookError(
    messages.invalidFile(
      file,
      problems.map(({ path, reason, fix }) => messages.problem(path, reason, fix)),
    ),
  );
}

const { localeError } = zhCN();

/** Parses or throws `CodeBookError`. */
export function parseData<T>(schema: z.ZodType<T>, data: unknown, file: string): T {
  const result = schema.safeParse(data, { error: localeError });
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => ({
    path: pathText(issue.path) || messages.wholeFile,
    reason: issue.message,
    fix: messages.fixShape,
  }));
  refuse(file, problems);
  throw result.error;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${String(step)}`))
    .join("");
}
