import { departmentalSet, governmentalSet } from "../classification/economic";
import { textOf, type SheetGrid } from "../workbook/grid";
import type { FormDimension } from "./definition";
import type { BlockColumns } from "./header";
import { readPlaces, type CodedPlace, type StubTexts } from "./row-places";
import type { BodyRow, RowSum } from "./table";
import type { Meaning } from "./vocabulary";

/** Rows of a block placed by codes, with the sums their hierarchy implies. */
export interface CodedRows {
  readonly rows: readonly BodyRow[];
  readonly sums: readonly RowSum[];
}

/**
 * Reads rows placed by codes: budget units (047 ▸ 047007) and their projects, functional classes, printed as 2013808, as
 * three cells 201 | 38 | 08 with repetitions left out, or as 38 under 201, or economic classes (301 ▸ 30101). A row of
 * no code is the total of all where it says so; otherwise its place is unknown. Rows with neither stub nor amounts
 * (lines of text beside a unit) are left out.
 */
export function readCodedRows(
  grid: SheetGrid,
  header: BlockColumns,
  rowNumbers: readonly number[],
): CodedRows {
  const { dimensions } = header.definition.rows;
  const stubs = rowNumbers
    .map((row) => ({ row, stub: stubTexts(grid, header, row) }))
    .filter(({ row, stub }) => !isBlank(stub) || hasCells(grid, header, row));
  const places = readPlaces(
    stubs.map(({ stub }) => stub),
    dimensions,
    new Set(header.stub.map(({ role }) => role)),
  );
  const labelColumn = header.stub.find(({ role }) => role === "name")?.column ?? null;
  const rows = stubs.map(({ row, stub }, at): BodyRow => {
    const place = places[at] ?? null;
    const meaning =
      place === null || place.economic === null ? {} : economicMeaning(place.economic, dimensions);
    const { name, detail, code, unitCode } = stub;
    return {
      row,
      label: [detail, name, code, unitCode].find((text) => text !== "") ?? "",
      labelColumn,
      code: place?.function ?? null,
      // A code that the book does not know has its place among the sums, but no members.
      place: place === null || meaning === null ? null : { unit: place.unit, function: place.function },
      meaning: meaning ?? {},
    };
  });
  return { rows, sums: codedRowSums(places) };
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
    detail: textAt("detail"),
  };
}

function isBlank(stub: StubTexts): boolean {
  return Object.values(stub).every((text) => text === "");
}

function hasCells(grid: SheetGrid, { columns }: BlockColumns, row: number): boolean {
  return columns.some(({ column }) => grid.at(row, column) !== undefined);
}

/** The economic class of a code; null where the book does not know it. */
function economicMeaning(code: string, dimensions: readonly FormDimension[]): Meaning | null {
  const economic = dimensions.includes("departmental") ? departmentalSet(code) : governmentalSet(code);
  return economic === 0n ? null : { economic };
}

/**
 * Which rows add up to which: a row is the sum of the rows directly below it in the hierarchy of units and codes,
 * in whatever order they are printed. Rows of unknown place make the total they may belong to unsure: the nearest
 * placed row above them, and all above that, are then left out.
 */
export function codedRowSums(places: readonly (CodedPlace | null)[]): RowSum[] {
  const parents = parentRows(places);
  const unsure = new Set<number>();
  places.forEach((place, at) => {
    if (place !== null) return;
    let above = at - 1;
    while (above >= 0 && places[above] === null) above--;
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
function parentRows(places: readonly (CodedPlace | null)[]): number[] {
  const byPlace = new Map<string, number>();
  places.forEach((place, at) => {
    if (place === null) return;
    const key = placeKey(place);
    if (!byPlace.has(key)) byPlace.set(key, at);
  });
  const lengths = [...new Set(places.map((place) => place?.unit?.length ?? 0))].sort((a, b) => b - a);
  return places.map((place, at) => {
    if (place === null) return -1;
    for (const key of placesAbove(place, lengths)) {
      const above = byPlace.get(key);
      if (above !== undefined && above !== at) return above;
    }
    return -1;
  });
}

/** Places that contain a place, nearest first: shorter codes of the unit, then its parent units, then all. */
function* placesAbove(place: CodedPlace, unitLengths: readonly number[]): Generator<string> {
  const { unit, function: code, economic } = place;
  if (economic !== null) {
    for (const shorter of prefixes(economic)) yield placeKey({ ...place, economic: shorter });
    yield placeKey({ ...place, economic: null });
  }
  if (code !== null) {
    for (const shorter of prefixes(code)) yield placeKey({ ...place, function: shorter, economic: null });
    yield placeKey({ ...place, function: null, economic: null });
  }
  if (unit !== null) {
    for (const length of unitLengths) {
      if (length > 0 && length < unit.length)
        yield placeKey({ unit: unit.slice(0, length), function: null, economic: null });
    }
    yield placeKey({ unit: null, function: null, economic: null });
  }
}

/** 20138 and 201 for 2013808. */
function* prefixes(code: string): Generator<string> {
  for (let length = code.length - 2; length >= 3; length -= 2) yield code.slice(0, length);
}

function placeKey({ unit, function: code, economic }: CodedPlace): string {
  return `${unit ?? ""}|${code ?? ""}|${economic ?? ""}`;
}
