import { unreadableMessage } from "./messages";

/**
 * Why a file cannot be read.
 * - `empty`: 0 bytes. `not-workbook`: another kind of file (text, PDF, Word, picture, …).
 * - `old-format`: .xls, .et, XML 2003 or a web page under the name .xls. `binary-format`: .xlsb.
 * - `encrypted`: needs a password or is under rights management.
 * - `damaged`: the package is cut off or does not agree with its own check sums; `unsafe`: it uses part names made to
 *   mislead readers (`../`, duplicates). `no-workbook-part`: a zip file, but no workbook in it.
 * - `broken-part`, `broken-sheet`: one part of the package is no well-formed XML or contradicts itself.
 * - `no-sheets`: a workbook without worksheets. `too-large`: beyond `limits.ts`.
 */
export type UnreadableCode =
  | "empty"
  | "not-workbook"
  | "old-format"
  | "binary-format"
  | "encrypted"
  | "damaged"
  | "unsafe"
  | "no-workbook-part"
  | "broken-part"
  | "broken-sheet"
  | "no-sheets"
  | "too-large";

/** Where in the file the trouble is; every part is optional. */
export interface ProblemPlace {
  /** What the file really is, in Chinese (“PDF 文件”). */
  readonly kind?: string;
  /** Name of a part of the package, e.g. `xl/styles.xml`. */
  readonly part?: string;
  readonly sheet?: string;
  /** A1 style. */
  readonly cell?: string;
}

/** Thrown inside `src/xlsx`, where the name of the file is not known; never leaves `readXlsx`. */
export class ReadProblem extends Error {
  override readonly name = "ReadProblem";
  constructor(
    readonly code: UnreadableCode,
    readonly place: ProblemPlace = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** The file cannot be read. `message` is a Chinese sentence that names the file and says what to do. */
export class UnreadableWorkbookError extends Error {
  override readonly name = "UnreadableWorkbookError";
  constructor(
    readonly file: string,
    readonly code: UnreadableCode,
    readonly place: ProblemPlace,
    options?: ErrorOptions,
  ) {
    super(unreadableMessage(file, code, place), options);
  }
}
