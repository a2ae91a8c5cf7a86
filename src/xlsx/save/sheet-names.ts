/**
 * Sheet names inside formulas. Names compare regardless of case, as in Excel. `null` for a name stands for a sheet that
 * is deleted.
 */
export type SheetRenaming = ReadonlyMap<string, string | null>;

export function nameKey(name: string): string {
  return name.toLowerCase();
}

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
/** What may follow the “!”: a range, columns, rows, a name. */
const TARGET = String.raw`\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\p{L}\p{N}_.])|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![\p{L}\p{N}_.])|\$?\d+:\$?\d+|#REF!|${NAME}`;
/** Texts and error values pass; `'甲'!`, `甲!`, `甲:乙!` and those of other workbooks, `[1]甲!`, are looked at. */
const REFERENCE = new RegExp(
  String.raw`"(?:[^"]|"")*"|#[A-Z0-9/]+[!?]?|(?:'((?:[^']|'')+)'|((?:\[[^\]]*\])?${NAME}(?::${NAME})?))!(${TARGET})?`,
  "giu",
);

export interface RenamedFormula {
  readonly formula: string;
  /** Keys of the deleted sheets it referred to. */
  readonly lost: readonly string[];
}

/** The formula with other sheet names; what referred to a deleted sheet becomes #REF!. */
export function renameSheets(formula: string, renaming: SheetRenaming): RenamedFormula {
  if (!formula.includes("!")) return { formula, lost: [] };
  const lost: string[] = [];
  const text = formula.replace(REFERENCE, (whole, quoted: unknown, plain: unknown, target: unknown) => {
    const written =
      typeof quoted === "string" ? quoted.replaceAll("''", "'") : typeof plain === "string" ? plain : null;
    if (written === null || written.includes("[")) return whole;
    const sheets = written.split(":");
    if (!sheets.some((sheet) => renaming.has(nameKey(sheet)))) return whole;
    const renamed = sheets.map((sheet) => {
      const name = renaming.get(nameKey(sheet));
      if (name === null) lost.push(nameKey(sheet));
      return name === undefined ? sheet : name;
    });
    if (renamed.includes(null)) return "#REF!";
    return `${quotedName(renamed.join(":"))}!${typeof target === "string" ? target : ""}`;
  });
  return { formula: text, lost };
}

/** A sheet name as it stands before “!”; quotes are always allowed, so they are always there. */
export function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Excel's rules for the name of a sheet; control characters besides. */
export function isSheetName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- XML cannot carry them
  const forbidden = /[\\/?*[\]:\u0000-\u001f]|^'|'$/;
  return name.length >= 1 && name.length <= 31 && !forbidden.test(name);
}
