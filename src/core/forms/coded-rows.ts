import { functional } from "../classification/codebooks";
import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import type { BlockColumns } from "./header";
import type { BodyRow, RowPlace, RowSum } from "./table";
import { isBareTotal } from "./words";

/** Texts of a row's stub, by role; blanks trimmed. */
interface StubTexts {
  readonly code: string;
  readonly class: string;
  readonly section: string;
  readonly item: string;
  readonly unitCode: string;
  readonly name: string;
}

/**
 * Rows placed by codes: budget units (047 ▸ 047007) and functional classes, printed as 2013808, as three cells
 * 201 | 38 | 08 with repetitions left out, or as 38 under 201. A row of neither code is the total of all where it
 * says so; otherwise its place is unknown.
 */
export function readCodedRows(grid: SheetGrid, header: BlockColumns, rows: readonly number[]): BodyRow[] {
  const { dimensions } = header.definition.rows;
  const hasFunction = dimensions.includes("function");
  const hasUnitColumn = header.stub.some(({ role }) => role === "unitCode");
  const labelColumn = header.stub.find(({ role }) => role === "name")?.column ?? null;
  let unit: string | null = null;
  let previous = "";
  return rows.map((row) => {
    const stub = stubTexts(grid, header, row);
    const place = ((): RowPlace | null => {
      const inCells = functionInCells(stub, previous);
      if (inCells !== null) {
        previous = inCells;
        return { unit: hasUnitColumn && stub.unitCode !== "" ? stub.unitCode : unit, function: inCells };
      }
      const code = stub.code !== "" ? stub.code : stub.unitCode;
      if (code === "") {
        const isTotal = isBareTotal(normaliseName(stub.name));
        return isTotal ? { unit: null, function: null } : null;
      }
      if (!/\d/.test(code) && isBareTotal(normaliseName(code))) return { unit: null, function: null };
      if (hasFunction && stub.code !== "") {
        const full = fullFunctionCode(code, previous);
        if (full !== null && isFunction(full, stub.name, unit)) {
          previous = full;
          return { unit, function: full };
        }
      }
      unit = code;
      previous = "";
      return { unit: code, function: null };
    })();
    const label = stub.name === "" ? stub.code || stub.unitCode : stub.name;
    return { row, label, labelColumn, code: place?.function ?? null, place, meaning: {} };
  });
}

function stubTexts(grid: SheetGrid, { stub }: BlockColumns, row: number): StubTexts {
  const textAt = (role: string): string => {
    const column = stub.find((candidate) => candidate.role === role)?.column;
    return column === undefined ? "" : textOf(grid.at(row, column)).trim();
  };
  return {
    code: textAt("code"),
    class: textAt("class"),
    section: textAt("section"),
    item: textAt("item"),
    unitCode: textAt("unitCode"),
    name: textAt("name"),
  };
}

/** The code in 类 | 款 | 项 cells; what is left blank on the left is taken from the row before. */
function functionInCells({ class: first, section, item }: StubTexts, previous: string): string | null {
  if (first + section + item === "") return null;
  const part = (text: string, from: number, to: number): string =>
    text !== "" ? text : previous.slice(from, to);
  if (item.length >= 7) return item;
  if (item !== "") return part(first, 0, 3) + part(section, 3, 5) + item;
  if (section.length >= 5) return section;
  if (section !== "") return part(first, 0, 3) + section;
  return first;
}

/** A functional code in full: 14 after 201 or 20138 is 20114; null where the text is no such code. */
function fullFunctionCode(code: string, previous: string): string | null {
  if (/^\d{3}(?:\d\d){0,2}$/.test(code)) return code;
  return /^\d\d$/.test(code) && previous.length >= 3 ? previous.slice(0, 3) + code : null;
}

/** Three digits may be a unit or a 类: the name decides, then whether a unit stands above. */
function isFunction(code: string, name: string, unit: string | null): boolean {
  const verdict = functional.judgeName(code, name).kind;
  if (verdict === "same" || verdict === "former") return true;
  const knowsClass = functional.nameOf(code.slice(0, 3)) !== null;
  return knowsClass && unit !== null && !(code.length > unit.length && code.startsWith(unit));
}

/**
 * Which rows add up to which: a row is the sum of the rows directly below it in the hierarchy of units and codes,
 * in whatever order they are printed. Rows of unknown place make the total they may belong to unsure: the nearest
 * placed row above them, and all above that, are then left out.
 */
export function codedRowSums(rows: readonly BodyRow[]): RowSum[] {
  const parents = parentRows(rows);
  const unsure = new Set<number>();
  rows.forEach(({ place }, at) => {
    if (place !== null) return;
    let above = at - 1;
    while (above >= 0 && rows[above]?.place === null) above--;
    for (let row = above; row >= 0; row = parents[row] ?? -1) unsure.add(row);
  });
  const children = new Map<number, number[]>();
  parents.forEach((parent, row) => {
    if (parent < 0) return;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [row]);
    else list.push(row);
  });
  return [...children]
    .filter(([total]) => !unsure.has(total))
    .map(([total, parts]) => ({ total, parts, relation: "equal" as const }));
}

/** Position of the row one level up for every row, −1 where there is none. */
function parentRows(rows: readonly BodyRow[]): number[] {
  const byPlace = new Map<string, number>();
  rows.forEach(({ place }, at) => {
    if (place === null) return;
    const key = placeKey(place.unit, place.function);
    if (!byPlace.has(key)) byPlace.set(key, at);
  });
  const lengths = [...new Set(rows.map(({ place }) => place?.unit?.length ?? 0))].sort((a, b) => b - a);
  return rows.map(({ place }, at) => {
    if (place === null) return -1;
    for (const key of placesAbove(place, lengths)) {
      const above = byPlace.get(key);
      if (above !== undefined && above !== at) return above;
    }
    return -1;
  });
}

/** Places that contain a place, nearest first: shorter functional codes of the unit, then its parent units, then all. */
function* placesAbove({ unit, function: code }: RowPlace, unitLengths: readonly number[]): Generator<string> {
  if (code !== null) {
    for (let length = code.length - 2; length >= 3; length -= 2) yield placeKey(unit, code.slice(0, length));
    yield placeKey(unit, null);
  }
  if (unit !== null) {
    for (const length of unitLengths) {
      if (length > 0 && length < unit.length) yield placeKey(unit.slice(0, length), null);
    }
    yield placeKey(null, null);
  }
}

function placeKey(unit: string | null, code: string | null): string {
  return `${unit ?? ""}|${code ?? ""}`;
}
