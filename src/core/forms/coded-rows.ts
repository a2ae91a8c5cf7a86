import { departmentalSet, governmentalSet } from "../classification/economic";
import type { SheetGrid } from "../workbook/grid";
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
  const stubOf = stubColumns(header);
  const stubs = rowNumbers
    .map((row) => ({ row, stub: stubTexts(grid, stubOf, row) }))
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

/** Columns of the stub by role, −1 where it has none. */
function stubColumns({ stub }: BlockColumns): Readonly<Record<keyof StubTexts, number>> {
  const columnOf = (role: string): number => stub.find((candidate) => candidate.role === role)?.column ?? -1;
  return {
    code: columnOf("code"),
    class: columnOf("class"),
    section: columnOf("section"),
    item: columnOf("item"),
    unitCode: columnOf("unitCode"),
    name: columnOf("name"),
    detail: columnOf("detail"),
  };
}

function stubTexts(grid: SheetGrid, columns: ReturnType<typeof stubColumns>, row: number): StubTexts {
  return {
    code: trimmedText(grid, row, columns.code),
    class: trimmedText(grid, row, columns.class),
    section: trimmedText(grid, row, columns.section),
    item: trimmedText(grid, row, columns.item),
    unitCode: trimmedText(grid, row, columns.unitCode),
    name: trimmedText(grid, row, columns.name),
    detail: trimmedText(grid, row, columns.detail),
  };
}

function trimmedText(grid: SheetGrid, row: number, column: number): string {
  return column < 0 ? "" : grid.textAt(row, column).trim();
}

function isBlank({ code, class: first, section, item, unitCode, name, detail }: StubTexts): boolean {
  return (
    code === "" &&
    first === "" &&
    section === "" &&
    item === "" &&
    unitCode === "" &&
    name === "" &&
    detail === ""
  );
}

function hasCells(grid: SheetGrid, { columns }: BlockColumns, row: number): boolean {
  return columns.some(({ column }) => grid.positionOf(row, column) >= 0);
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

/**
 * Position of the row one level up for every row, −1 where there is none: that of the nearest place that contains it,
 * which is of a shorter code of the unit, then of its parent units, then of all.
 */
function parentRows(places: readonly (CodedPlace | null)[]): number[] {
  const byUnit = new Map<string, Map<string, number>>();
  places.forEach((place, at) => {
    if (place === null) return;
    const unit = place.unit ?? "";
    let own = byUnit.get(unit);
    if (own === undefined) byUnit.set(unit, (own = new Map()));
    const key = codeKey(place.function, place.economic);
    if (!own.has(key)) own.set(key, at);
  });
  const lengths = [...new Set(places.map((place) => place?.unit?.length ?? 0))].sort((a, b) => b - a);
  return places.map((place, at) => {
    if (place === null) return -1;
    const { unit, function: code, economic } = place;
    const own = byUnit.get(unit ?? "");
    if (economic !== null) {
      for (let length = economic.length - 2; length >= 3; length -= 2) {
        const above = own?.get(codeKey(code, economic.slice(0, length))) ?? at;
        if (above !== at) return above;
      }
      const above = own?.get(codeKey(code, null)) ?? at;
      if (above !== at) return above;
    }
    if (code !== null) {
      // 20138 and 201 for 2013808.
      for (let length = code.length - 2; length >= 3; length -= 2) {
        const above = own?.get(codeKey(code.slice(0, length), null)) ?? at;
        if (above !== at) return above;
      }
      const above = own?.get(NO_CODE) ?? at;
      if (above !== at) return above;
    }
    if (unit === null) return -1;
    for (const length of lengths) {
      if (length === 0 || length >= unit.length) continue;
      const above = byUnit.get(unit.slice(0, length))?.get(NO_CODE) ?? at;
      if (above !== at) return above;
    }
    const above = byUnit.get("")?.get(NO_CODE) ?? at;
    return above === at ? -1 : above;
  });
}

const NO_CODE = "";

function codeKey(code: string | null, economic: string | null): string {
  return economic === null ? (code ?? NO_CODE) : `${code ?? NO_CODE}|${economic}`;
}
