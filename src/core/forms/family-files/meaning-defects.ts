import { FUND, KIND, STAGE } from "../../classification/atoms";
import { departmentalEconomic, governmentalEconomic, type CodeBook } from "../../classification/codebooks";
import { departmentalSet, governmentalSet } from "../../classification/economic";
import { normaliseName } from "../../classification/normalise";
import type { BlockDefinition, FormDefinition, StubRole, Term } from "../definition";
import { pathText, type Step } from "./defect";
import { messages } from "./messages";
import { nearest } from "./nearest";
import { isObject, type DataDefect } from "./schema-defects";

/** Ids and codes by the fields of a member expression that name them. */
const ATOM_DIMENSIONS = { stage: STAGE, fund: FUND, kind: KIND } as const;
const ECONOMIC = {
  departmental: { book: departmentalEconomic, setOf: departmentalSet },
  governmental: { book: governmentalEconomic, setOf: governmentalSet },
} as const;

/** Fields whose texts are looked for in sheets. */
const PHRASE_FIELDS: ReadonlySet<Step> = new Set(["phrases", "titles", "header", "textColumns", "number"]);

/** What of a file fits the schema and still means nothing: unknown ids and codes, texts that no sheet can show. */
export function meaningDefects(data: unknown, at: readonly Step[] = []): DataDefect[] {
  const field = at.at(-1);
  if (field === "members" && isObject(data)) return memberDefects(data, at);
  const own = PHRASE_FIELDS.has(field ?? "") ? phraseDefects(data, at) : [];
  if (Array.isArray(data)) {
    const items = data as readonly unknown[];
    return [...own, ...items.flatMap((item, index) => meaningDefects(item, [...at, index]))];
  }
  if (!isObject(data)) return own;
  return [...own, ...Object.entries(data).flatMap(([key, value]) => meaningDefects(value, [...at, key]))];
}

function memberDefects(members: Readonly<Record<string, unknown>>, at: readonly Step[]): DataDefect[] {
  return Object.entries(members).flatMap(([dimension, given]) => {
    const many = Array.isArray(given);
    return [given].flat().flatMap((id: unknown, index): DataDefect[] => {
      const message = typeof id === "string" ? memberProblem(dimension, id) : null;
      return message === null ? [] : [{ at: [...at, dimension, ...(many ? [index] : [])], message }];
    });
  });
}

function memberProblem(dimension: string, id: string): string | null {
  if (dimension === "function") return /^\d{3}(?:\d\d){0,2}$/.test(id) ? null : messages.badFunction(id);
  if (isKeyOf(ATOM_DIMENSIONS, dimension)) {
    const { ids } = ATOM_DIMENSIONS[dimension];
    return ids.includes(id) ? null : messages.unknownMember(dimension, id, nearest(id, ids), ids);
  }
  if (!isKeyOf(ECONOMIC, dimension)) return null;
  const { book, setOf } = ECONOMIC[dimension];
  const isKnown = /^\d{3}(?:\d\d)?$/.test(id) && setOf(id) !== 0n;
  return isKnown ? null : messages.unknownCode(book.name, id, nearestCodes(book, id));
}

/** The most similar codes with their names; codes of the same 类 are the likeliest. */
function nearestCodes(book: CodeBook, id: string): string[] {
  const codes = book.entries.filter(({ superseded }) => !superseded).map(({ code }) => code);
  const family = codes.filter((code) => id.length > 3 && code.startsWith(id.slice(0, 3)));
  const near = nearest(id, family.length > 0 ? family : codes);
  return near.map((code) => `${code} ${book.nameOf(code) ?? ""}`);
}

function isKeyOf<T extends object>(record: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(record, key);
}

function phraseDefects(data: unknown, at: readonly Step[]): DataDefect[] {
  const many = Array.isArray(data);
  return [data]
    .flat()
    .flatMap((phrase: unknown, index): DataDefect[] =>
      typeof phrase === "string" && phrase !== "" && normaliseName(phrase) === ""
        ? [{ at: many ? [...at, index] : at, message: messages.blankPhrase(phrase) }]
        : [],
    );
}

/** One phrase with two meanings in one list of terms: the later one would silently win. */
export function termDefects(terms: readonly Term[], at: readonly Step[]): DataDefect[] {
  const known = new Map<string, { readonly meaning: string; readonly place: string }>();
  return terms.flatMap(({ phrases, members }, index) => {
    const meaning = JSON.stringify(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
    return phrases.flatMap((phrase, nth): DataDefect[] => {
      const key = normaliseName(phrase);
      const here = [...at, index, "phrases", nth];
      const before = known.get(key);
      if (before === undefined) known.set(key, { meaning, place: pathText(here) });
      if (before === undefined || before.meaning === meaning) return [];
      return [{ at: here, message: messages.termTwice(phrase, before.place) }];
    });
  });
}

/** Stubs by which a block cannot be found or its rows not be placed. */
export function stubDefects({ blocks }: FormDefinition): DataDefect[] {
  return blocks.flatMap((block, index) => blockDefects(block, ["blocks", index]));
}

const CODE_ROLES: ReadonlySet<StubRole> = new Set(["code", "class", "section", "item", "unitCode"]);

function blockDefects({ stub, rows }: BlockDefinition, at: readonly Step[]): DataDefect[] {
  const roles = stub.map(({ role }) => role);
  const here = [...at, "stub"];
  const defects: DataDefect[] = [];
  // Units and projects may go by their names alone, codes of a classification may not.
  const byName = rows.dimensions.some((dimension) => dimension === "unit" || dimension === "project");
  if (rows.kind === "list" && !roles.includes("name"))
    defects.push({ at: here, message: messages.listWithoutName });
  else if (!roles.includes("name") && !roles.includes("code"))
    defects.push({ at: here, message: messages.stubWithoutName });
  else if (rows.kind === "coded" && !byName && !roles.some((role) => CODE_ROLES.has(role)))
    defects.push({ at: here, message: messages.codedWithoutCode });
  const seen = new Set<string>();
  stub.forEach(({ phrases }, index) => {
    phrases.forEach((phrase, nth) => {
      const key = normaliseName(phrase);
      if (seen.has(key))
        defects.push({ at: [...here, index, "phrases", nth], message: messages.sameStub(phrase) });
      seen.add(key);
    });
  });
  return defects;
}
