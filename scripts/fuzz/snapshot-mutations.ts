import { SHEET_COLUMNS, SHEET_ROWS, toA1, type CellRange } from "../../src/core/workbook/address";
import type { Random } from "./random";
import { shown, type SheetDraft } from "./sheet-draft";
import { amount, anyValue, hostileText, NUMBERS } from "./words";

/* What is done to drawn sheets. A snapshot stays one: cells in order, none twice, inside an Excel sheet. */

type Mutation = (random: Random, sheet: SheetDraft) => void;

/** Merges beyond the sheet, over each other, or with their corners swapped: files and hosts have them all. */
function wildMerge(random: Random): CellRange {
  const place = (): number =>
    random.weighted([
      [6, random.below(12)],
      [1, -1],
      [1, SHEET_ROWS - 1],
      [1, 2 ** 31],
    ]);
  const [top, left] = [place(), place()];
  if (random.oneIn(8)) return { top, left, bottom: place(), right: place() };
  return { top, left, bottom: top + random.below(5), right: left + random.below(5) };
}

const overwrite: Mutation = (random, sheet) => {
  const cells = sheet.all();
  if (cells.length === 0) return;
  const cell = random.pick(cells);
  const value = typeof cell.value === "number" && random.oneIn(2) ? amount(random) : anyValue(random);
  sheet.put(cell.row, cell.column, value);
};

const tearOut: Mutation = (random, sheet) => {
  const cells = sheet.all();
  if (cells.length > 0) sheet.remove(random.pick(cells));
};

const swap: Mutation = (random, sheet) => {
  const cells = sheet.all();
  if (cells.length < 2) return;
  const [one, other] = [random.pick(cells), random.pick(cells)];
  const { row, column } = one;
  sheet.place({ ...one, row: other.row, column: other.column });
  sheet.place({ ...other, row, column });
};

/** Moves what stands below or right of a line: a row inserted or taken away, or the sheet torn far apart. */
const shift: Mutation = (random, sheet) => {
  const along = random.pick(["row", "column"] as const);
  const limit = along === "row" ? SHEET_ROWS : SHEET_COLUMNS;
  const at = random.below(12);
  const by = random.weighted([
    [4, 1],
    [3, -1],
    [1, 100],
    [1, random.pick([1000, 15_000, 1_000_000])],
  ]);
  sheet.map((cell) => {
    if (cell[along] < at) return cell;
    const moved = cell[along] + by;
    return moved < 0 || moved >= limit ? null : { ...cell, [along]: moved };
  });
};

const repeatRow: Mutation = (random, sheet) => {
  const cells = sheet.all();
  if (cells.length === 0) return;
  const { row } = random.pick(cells);
  const to = random.below(14);
  for (const cell of cells) if (cell.row === row) sheet.place({ ...cell, row: to });
};

const merge: Mutation = (random, sheet) => {
  if (random.oneIn(3)) sheet.merges = [];
  const count = random.oneIn(20) ? 400 : random.between(1, 4);
  sheet.merges.push(...random.times(count, () => wildMerge(random)));
};

/** Formulas in a ring, of themselves, and with results that no program has computed. */
const formula: Mutation = (random, sheet) => {
  const cells = sheet.all();
  if (cells.length === 0) return;
  const [cell, other] = [random.pick(cells), random.pick(cells)];
  const self = toA1(cell);
  const text = random.pick([
    `=${self}`,
    `=${toA1(other)}`,
    `=SUM(${self}:${toA1(other)})`,
    "=SUM(A:A)",
    "=#REF!",
    "=1/0",
    `='${sheet.name}'!${self}`,
    "=",
  ]);
  sheet.place(random.oneIn(4) ? { ...cell, formula: text, value: "", text: "" } : { ...cell, formula: text });
  if (random.oneIn(2)) sheet.place({ ...other, formula: `=${self}` });
};

/** A cell that shows other than it holds. */
const display: Mutation = (random, sheet) => {
  const cells = sheet.all();
  if (cells.length === 0) return;
  const cell = random.pick(cells);
  const text = random.pick(["", "####", "1.23E+05", "-", shown(random.pick(NUMBERS)), hostileText(random)]);
  sheet.place({ ...cell, text, decimals: random.pick([null, 0, 1, 2, 4, 15, 30, 127]) });
};

const rename: Mutation = (random, sheet) => {
  sheet.name = random.pick([
    "",
    "'",
    "a'b",
    "预算03表",
    "Sheet1",
    "__proto__",
    "绩效指标录入",
    "勾稽规则",
    hostileText(random).slice(0, 31),
  ]);
};

const hide: Mutation = (random, sheet) => {
  sheet.hiddenRows.push(...random.times(3, () => random.below(14)));
  sheet.hiddenColumns.push(...random.times(2, () => random.below(10)));
  if (random.oneIn(3)) sheet.visibility = random.pick(["hidden", "veryHidden"]);
};

const far: Mutation = (random, sheet) => {
  sheet.put(SHEET_ROWS - 1 - random.below(2), random.pick([0, 5, SHEET_COLUMNS - 1]), anyValue(random));
};

const MUTATIONS: readonly (readonly [number, Mutation])[] = [
  [8, overwrite],
  [4, tearOut],
  [2, swap],
  [3, shift],
  [2, repeatRow],
  [3, merge],
  [2, formula],
  [2, display],
  [1, rename],
  [1, hide],
  [1, far],
];

export function mutateSheet(random: Random, sheet: SheetDraft): void {
  random.weighted(MUTATIONS)(random, sheet);
}
