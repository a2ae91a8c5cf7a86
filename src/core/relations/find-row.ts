import { normaliseName } from "../classification/normalise";
import { isBareTotal, lineName } from "../forms/words";
import type { Block, BodyRow } from "../forms/table";
import type { NamePath } from "./relation";

/** Text of the stub cells of a row: codes and names beside the one it is known by. */
export type StubTexts = (row: BodyRow) => readonly string[];

/**
 * Rows of a block that a name means, as positions in `block.rows`: by label or code, without ordinals, then by another
 * cell of the stub; a path (部门/行) names rows above it as well. 合计 means the row that all others add up to, whatever it
 * is called.
 */
export function findRows(block: Block, name: NamePath, stubTexts: StubTexts): number[] {
  const whole = rowsNamed(block, name.join("/"), stubTexts);
  if (whole.length > 0 || name.length < 2) return whole;
  const above = name.slice(0, -1);
  return rowsNamed(block, name.at(-1) ?? "", stubTexts).filter((at) => {
    const names = rowsAbove(block, at);
    return inOrder(above, names, (part, row) => hasName(block.rows[row], part, stubTexts));
  });
}

/** Labels from the top of the hierarchy down to a row; what tells rows of one name apart. */
export function rowPath(block: Block, at: number): string[] {
  return [...rowsAbove(block, at), at].map((row) => lineName(block.rows[row]?.label ?? ""));
}

function rowsNamed({ rows, rowSums }: Block, written: string, stubTexts: StubTexts): number[] {
  const name = withoutColon(normaliseName(written));
  if (name === "") return [];
  const positions = rows.map((_, at) => at);
  const where = (test: (row: BodyRow) => boolean): number[] =>
    positions.filter((at) => {
      const row = rows[at];
      return row !== undefined && test(row);
    });
  const exact = where((row) => labelOf(row) === name || codeOf(row) === name);
  if (meansAll(name)) {
    const roots = rootsOf(rowSums, rows.length);
    const totals = where((row) => isBareTotal(labelOf(row)));
    return firstSingle([
      exact.filter((at) => roots.has(at) || isOfAll(rows[at])),
      exact,
      totals.filter((at) => roots.has(at)),
      [...roots],
    ]);
  }
  if (exact.length > 0) return exact;
  const line = lineName(written);
  const lines = line === "" ? [] : where((row) => namesOf(row).line === line);
  return lines.length > 0 ? lines : where((row) => stubSays(row, name, stubTexts));
}

function hasName(row: BodyRow | undefined, written: string, stubTexts: StubTexts): boolean {
  if (row === undefined) return false;
  const name = withoutColon(normaliseName(written));
  return (
    labelOf(row) === name ||
    codeOf(row) === name ||
    namesOf(row).line === lineName(written) ||
    stubSays(row, name, stubTexts)
  );
}

/**
 * Whether another cell of a row's stub says the name. A part of a code in several cells (201 | 14 | 99), or the code of
 * the unit a row stands under, names other rows besides.
 */
function stubSays(row: BodyRow, name: string, stubTexts: StubTexts): boolean {
  const texts = stubTexts(row).map(normaliseName);
  if (!/^\d+$/.test(name)) return texts.includes(name);
  if (row.code !== null || row.place?.unit?.startsWith(name) === true) return false;
  return texts.filter((text) => /^\d+$/.test(text)).join("") === name;
}

/** Rows a row belongs to, from the top down: those it is a part of, and those of its unit and its code's beginning. */
function rowsAbove({ rows, rowSums }: Block, at: number): number[] {
  const found = new Set<number>();
  for (let open = [at]; open.length > 0;) {
    const next = rowSums.filter(({ parts }) => parts.some((part) => open.includes(part)));
    open = next.map(({ total }) => total).filter((total) => total !== at && !found.has(total));
    for (const total of open) found.add(total);
  }
  const place = rows[at]?.place ?? null;
  rows.forEach((row, other) => {
    if (other === at || place === null || row.place === null) return;
    const { unit, function: code } = row.place;
    const sameUnit = unit === place.unit;
    const above =
      code === null
        ? unit !== null &&
          place.unit !== null &&
          place.unit.startsWith(unit) &&
          (!sameUnit || place.function !== null)
        : sameUnit && place.function !== null && place.function !== code && place.function.startsWith(code);
    if (above) found.add(other);
  });
  return [...found].sort((a, b) => a - b);
}

/** Whether `wanted` can be found in `among` in this order, others between them. */
export function inOrder<A, B>(
  wanted: readonly A[],
  among: readonly B[],
  fits: (one: A, other: B) => boolean,
): boolean {
  let next = 0;
  for (const candidate of among) {
    const one = wanted[next];
    if (one !== undefined && fits(one, candidate)) next++;
  }
  return next === wanted.length;
}

/** Positions that are a total and no part: what all else adds up to. The only row or column there is, is one too. */
export function rootsOf(
  sums: readonly { readonly total: number; readonly parts: readonly number[] }[],
  count: number,
): ReadonlySet<number> {
  if (count === 1) return new Set([0]);
  const parts = new Set(sums.flatMap((sum) => sum.parts));
  return new Set(sums.map(({ total }) => total).filter((total) => !parts.has(total)));
}

/** 合计, 总计 and the like mean all there is; 小计 and 金额 mean what is called so. `name` is normalised. */
export function meansAll(name: string): boolean {
  return isBareTotal(name) && !/^(?:小计|金额)/.test(name);
}

/** The first of the lists with one position in it; else the first with any. */
export function firstSingle(lists: readonly (readonly number[])[]): number[] {
  const found = lists.find((list) => list.length === 1) ?? lists.find((list) => list.length > 0);
  return [...(found ?? [])];
}

function isOfAll(row: BodyRow | undefined): boolean {
  return row?.place?.unit === null && row.place.function === null;
}

/** A row's label in one spelling, and without its ordinal; kept, since every rule asks for those of all rows. */
const knownNames = new WeakMap<BodyRow, { readonly label: string; readonly line: string }>();

function namesOf(row: BodyRow): { readonly label: string; readonly line: string } {
  const known = knownNames.get(row);
  if (known !== undefined) return known;
  const names = { label: withoutColon(normaliseName(row.label)), line: lineName(row.label) };
  knownNames.set(row, names);
  return names;
}

function labelOf(row: BodyRow): string {
  return namesOf(row).label;
}

/** Functional code of a row, or the code of a unit's own row. */
function codeOf({ code, place }: BodyRow): string | null {
  return code ?? (place?.function === null ? place.unit : null);
}

function withoutColon(name: string): string {
  return name.replace(/[:：]$/, "");
}
