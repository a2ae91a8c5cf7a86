import { normaliseName } from "../normalise";
import { messages } from "./messages";
import { codeBookSchema, parseData, refuse } from "./schema";
import type { CodeEntry, CodeGroup, CodeSource, DataProblem } from "./schema";

/** How a printed name stands to the book's name for the printed code. */
export type NameJudgement =
  /** The book's name, or a wording that forms use for it. */
  | { readonly kind: "same" }
  /** The catalogue's name of earlier years; `until` is the last of them, null where not known. */
  | { readonly kind: "former"; readonly expected: string; readonly until: number | null }
  /** `unconfirmed`: the book itself is in doubt about this name, so the sheet may well be right. */
  | { readonly kind: "different"; readonly expected: string; readonly unconfirmed: boolean }
  /** The book does not know the code: no verdict. */
  | { readonly kind: "unknown-code" };

/** A catalogue of codes with their names. Immutable; codes are digit strings of 3, 5 or 7 digits. */
export interface CodeBook {
  readonly id: string;
  /** E.g. 部门预算支出经济分类. */
  readonly name: string;
  /** Year of the catalogue. */
  readonly year: number;
  readonly source: readonly CodeSource[];
  /** In code order, superseded ones included. */
  readonly entries: readonly CodeEntry[];
  readonly groups: readonly CodeGroup[];
  /** `null` where the book does not know the code. */
  entryOf(code: string): CodeEntry | null;
  /** The catalogue's present name; `null` where the book does not know the code. */
  nameOf(code: string): string | null;
  /** Code one level up, by digits, so that it also works for codes the book does not know; `null` for a 类. */
  parentOf(code: string): string | null;
  /** Codes of the book directly under `code`, superseded ones left out; without `code`, its 类. */
  childrenOf(code?: string): readonly string[];
  /**
   * All codes that bear the name, present names before other wordings, each in code order; empty where unknown.
   * Blanks, width, brackets, quotes and punctuation do not matter. With `within`, only codes below that one.
   */
  codeOfName(name: string, within?: string): readonly string[];
  /** Columns that stand for several codes together, e.g. 工资津补贴; may exist beside a code of the same name. */
  groupsOfName(name: string): readonly CodeGroup[];
  judgeName(code: string, name: string): NameJudgement;
}

/**
 * Builds a book from the data of a file.
 * @throws CodeBookError naming `file`, the path in it and the fix.
 */
export function createCodeBook(data: unknown, file: string): CodeBook {
  const { id, name, year, source, entries: rows, groups } = parseData(codeBookSchema, data, file);
  const byCode = new Map(rows.map((entry) => [entry.code, entry]));
  refuse(file, problemsOf(rows, groups, byCode, name));

  const entries = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const codesByName = indexNames(entries);
  const groupsByName = collect(
    groups.flatMap((group) => [group.name, ...group.aliases].map((text) => [nameKey(text), group] as const)),
  );
  const children = collect(
    entries.filter(({ superseded }) => !superseded).map(({ code }) => [parentByDigits(code), code] as const),
  );

  return deepFreeze({
    id,
    name,
    year,
    source,
    entries,
    groups,
    entryOf: (code: string) => byCode.get(code) ?? null,
    nameOf: (code: string) => byCode.get(code)?.name ?? null,
    parentOf: parentByDigits,
    childrenOf: (code?: string) => children.get(code ?? null) ?? [],
    codeOfName: (text: string, within?: string) =>
      (codesByName.get(nameKey(text)) ?? []).filter((code) => within === undefined || isBelow(code, within)),
    groupsOfName: (text: string) => groupsByName.get(nameKey(text)) ?? [],
    judgeName: (code: string, text: string) => judge(byCode.get(code), text),
  });
}

/** Spelling under which names are compared: also without punctuation, since forms drop and add it freely. */
function nameKey(text: string): string {
  return normaliseName(text).replace(/[()"',.:;、。·-]/g, "");
}

/** 项 2011499 → 款 20114 → 类 201 → null. */
function parentByDigits(code: string): string | null {
  return /^\d{5,}$/.test(code) && code.length % 2 === 1 ? code.slice(0, -2) : null;
}

function isBelow(code: string, ancestor: string): boolean {
  return code.length > ancestor.length && code.startsWith(ancestor);
}

function indexNames(entries: readonly CodeEntry[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const add = (text: string, code: string): void => {
    const codes = index.get(nameKey(text));
    if (codes === undefined) index.set(nameKey(text), [code]);
    else if (!codes.includes(code)) codes.push(code);
  };
  const inForce = entries.filter(({ superseded }) => !superseded);
  const superseded = entries.filter((entry) => entry.superseded);
  for (const { name, code } of inForce) add(name, code);
  for (const { aliases, code } of inForce) for (const { name } of aliases) add(name, code);
  for (const { name, aliases, code } of superseded)
    for (const text of [name, ...aliases.map((alias) => alias.name)]) add(text, code);
  return index;
}

function judge(entry: CodeEntry | undefined, text: string): NameJudgement {
  if (entry === undefined) return { kind: "unknown-code" };
  const key = nameKey(text);
  if (key === nameKey(entry.name)) return { kind: "same" };
  const alias = entry.aliases.find(({ name }) => nameKey(name) === key);
  if (alias === undefined) return { kind: "different", expected: entry.name, unconfirmed: entry.unconfirmed };
  return alias.former
    ? { kind: "former", expected: entry.name, until: alias.until ?? null }
    : { kind: "same" };
}

function problemsOf(
  entries: readonly CodeEntry[],
  groups: readonly CodeGroup[],
  byCode: ReadonlyMap<string, CodeEntry>,
  book: string,
): readonly DataProblem[] {
  const problems: DataProblem[] = [];
  const seen = new Set<string>();
  entries.forEach(({ code }, at) => {
    const path = `entries[${at}].code`;
    if (seen.has(code))
      problems.push({ path, reason: messages.duplicateCode(code), fix: messages.fixDuplicate });
    seen.add(code);
    const parent = parentByDigits(code);
    if (parent !== null && !byCode.has(parent))
      problems.push({ path, reason: messages.missingParent(code, parent), fix: messages.fixParent });
  });
  groups.forEach(({ members }, at) => {
    members.forEach((code, member) => {
      if (byCode.has(code)) return;
      const path = `groups[${at}].members[${member}]`;
      problems.push({ path, reason: messages.unknownCode(code, book), fix: messages.fixUnknown });
    });
  });
  return problems;
}

function collect<K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, readonly V[]> {
  const map = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const values = map.get(key);
    if (values === undefined) map.set(key, [value]);
    else values.push(value);
  }
  return map;
}

/** Readonly types do not hold at run time; a book is shared by the whole program. */
export function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) deepFreeze(part as object);
  }
  return Object.freeze(value);
}
