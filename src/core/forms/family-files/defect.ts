/** One thing wrong with the files of a form family. */
export interface FamilyDefect {
  /** File of the family, e.g. `03.json`. */
  readonly file: string;
  /** Place in the file: `blocks[0].rows.kind`; "" for the file as a whole. */
  readonly path: string;
  /** 1-based line of the place in the text that was read; null where no text was at hand. */
  readonly line: number | null;
  /** In Chinese: what is there, what may stand there. */
  readonly message: string;
}

/** A step into JSON data: a key, or a 0-based position. */
export type Step = string | number;

/** Line of a place in a file; 1-based, null where unknown. */
export type LineOf = (file: string, at: readonly Step[]) => number | null;

/** `blocks[0].rows.kind`. */
export function pathText(at: readonly Step[]): string {
  return at.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${String(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** “03.json 第 12 行 · blocks[0].rows.kind：…”, as the command line and the pane print it. */
export function describeDefect({ file, path, line, message }: FamilyDefect): string {
  const where = line === null ? file : `${file} 第 ${String(line)} 行`;
  return `${where}${path === "" ? "" : ` · ${path}`}：${message}`;
}
