import type { Scope } from "../content";
import type { Repetition } from "./layout";

/**
 * One item of a repeated list with the lines (rows, or columns) it takes up; also the sheet itself and what is outside
 * of it.
 */
export interface Instance {
  /** null for the sheet and for the whole content. */
  readonly repetition: Repetition | null;
  /** The list it is an item of; null for the whole content. */
  readonly list: string | null;
  readonly scope: Scope;
  /** Stands for the items of a list that has none, or that is not there at all; the latter may have a scope laid out. */
  readonly ghost: "empty" | "absent" | null;
  /** Counts from 0 in its list. */
  readonly index: number;
  readonly parent: Instance | null;
  /** Lines of the sheet to be, 0-based, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** The lines of a sheet to be. */
export interface Lines {
  /** The line of the template each is made from. */
  readonly templateLines: readonly number[];
  /** The innermost instance of each. */
  readonly instances: readonly Instance[];
  /** What the whole sheet is made for. */
  readonly sheet: Instance;
  /** Lines made from a line of the template, ascending; a line below the template keeps its distance from the end. */
  linesOf(templateLine: number): readonly number[];
  /** In order; those of null are the sheet alone. */
  instancesOf(repetition: Repetition | null): readonly Instance[];
}

/** The items of a list at a place; null where the list is not there. */
export type ItemsOf = (place: Instance, repetition: Repetition) => readonly Scope[] | null;

type Growing = { -readonly [K in keyof Instance]: Instance[K] };

export const EMPTY_SCOPE: Scope = { items: new Map(), lists: new Map() };

/**
 * The lines of a sheet: the template's, with its repetitions repeated. A list without items leaves one repetition.
 * @param length lines of the template
 * @param unknown what is laid out for a list that is not there at all
 */
export function expandLines(
  length: number,
  repetitions: readonly Repetition[],
  sheet: Instance,
  itemsOf: ItemsOf,
  unknown: (list: string) => Scope = () => EMPTY_SCOPE,
): Lines {
  const templateLines: number[] = [];
  const instances: Instance[] = [];
  const byLine = Array.from({ length }, (): number[] => []);
  const byRepetition = new Map<Repetition | null, Instance[]>();

  const repeat = (repetition: Repetition, place: Growing): void => {
    const scopes = itemsOf(place, repetition);
    const ghost = place.ghost ?? (scopes === null ? "absent" : "empty");
    const made = byRepetition.get(repetition) ?? [];
    byRepetition.set(repetition, made);
    (scopes === null || scopes.length === 0 ? [null] : scopes).forEach((scope, index) => {
      const instance: Growing = {
        repetition,
        list: repetition.list,
        scope: scope ?? (ghost === "absent" ? unknown(repetition.list) : EMPTY_SCOPE),
        ghost: scope === null ? ghost : null,
        index,
        parent: place,
        first: templateLines.length,
        last: templateLines.length,
      };
      made.push(instance);
      lay(repetition.first, repetition.last, repetition.inner, instance);
    });
  };
  const lay = (first: number, last: number, inner: readonly Repetition[], place: Growing): void => {
    let line = first;
    for (const repetition of inner) {
      for (; line < repetition.first; line++) add(line, place);
      repeat(repetition, place);
      line = repetition.last + 1;
    }
    for (; line <= last; line++) add(line, place);
    place.last = templateLines.length - 1;
  };
  const add = (line: number, place: Growing): void => {
    byLine[line]?.push(templateLines.length);
    templateLines.push(line);
    instances.push(place);
  };

  const whole: Growing = { ...sheet, first: 0 };
  byRepetition.set(null, [whole]);
  lay(0, length - 1, repetitions, whole);
  return {
    templateLines,
    instances,
    sheet: whole,
    linesOf: (line) => byLine[line] ?? [line - length + templateLines.length],
    instancesOf: (repetition) => byRepetition.get(repetition) ?? [],
  };
}

/** The instance of a repetition (null: the sheet) that a place lies in; null where it lies in none. */
export function enclosing(place: Instance, repetition: Repetition | null): Instance | null {
  for (let at: Instance | null = place; at !== null; at = at.parent) {
    if (at.repetition === repetition) return at;
  }
  return null;
}

/** The part of ascending lines that lies within two bounds, inclusive. */
export function linesWithin(lines: readonly number[], first: number, last: number): readonly number[] {
  const from = firstAtLeast(lines, first, (line) => line);
  const to = firstAtLeast(lines, last + 1, (line) => line);
  return from === 0 && to === lines.length ? lines : lines.slice(from, to);
}

/** Position of the first of ascending entries that is not below a bound. */
export function firstAtLeast<T>(
  entries: readonly T[],
  bound: number,
  numberOf: (entry: T) => number,
): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && numberOf(entry) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch of neighbouring lines, inclusive. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Ascending numbers as stretches without a gap. */
export function runsOf(lines: readonly number[]): Run[] {
  const runs: { first: number; last: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === line) run.last = line;
    else runs.push({ first: line, last: line });
  }
  return runs;
}
