import { isNote, isSignOff } from "../../forms/words";
import { isBlankText } from "../../workbook/decimal-text";
import { isAmountLike } from "../../workbook/number";
import { wordsFit } from "./cell-pattern";
import type { ColumnMap } from "./column-map";
import type { SheetLines, SheetText } from "./sheet-lines";
import { isTelling, type ShapeCell, type ShapeRow, type TemplateShape } from "./template-shape";

/** What stands in the place of a template's cell. */
export interface PairedCell {
  readonly cell: ShapeCell;
  /** Where it stands, or would stand; null where the sheet has no such column. */
  readonly column: number | null;
  /** Null for a blank. */
  readonly text: SheetText | null;
  /** How well the words of the layout fit; 0 where there are none. */
  readonly fit: number;
}

/** Judges rows of a sheet against rows of a template. */
export interface RowFit {
  /** How well a row fits: above 0 where more speaks for it than against it. */
  score(row: ShapeRow, sheetRow: number): number;
  /** The cells of a fitting row with what stands in their places. */
  pair(row: ShapeRow, sheetRow: number): PairedCell[];
}

/* What a cell speaks for or against a row; words weigh most, a filled cell beside a filled one little. */
const WORDS = 3;
const MIXED_WORDS = 2.5;
const MOVED_WORDS = 2.4;
const OTHER_WORDS = -1.5;
const MISSING_WORDS = -0.6;
const FILLED = 1;
const COMPUTED = 0.5;
const MISSING_VALUE = -0.25;
const MISSING_IN_FIXED_ROW = -0.1;
const UNLIKELY_VALUE = -3;
const FOREIGN_TEXT = -0.8;
const WITHIN_MERGE = 0.3;
const STARTS_WITHIN_MERGE = -1;

/** A template's row with the columns of the sheet in which its cells are looked for. */
interface PlacedRow {
  readonly cells: readonly { readonly cell: ShapeCell; readonly at: readonly number[] }[];
  readonly expected: ReadonlySet<number>;
  /** Not repeated, or only with the whole template. */
  readonly isFixed: boolean;
  /** Depth of the innermost repetition. */
  readonly innermost: number;
}

export function rowFit(shape: TemplateShape, lines: SheetLines, columns: ColumnMap): RowFit {
  const words = new Set(
    shape.rows.flatMap(({ cells }) =>
      cells.flatMap(({ pattern }) => (pattern.kind === "constant" ? [pattern.key] : [])),
    ),
  );
  const titles = shape.labels.flatMap(({ pattern }) => (pattern.kind === "mixed" ? [pattern] : []));
  const placesOf = ({ column }: ShapeCell): readonly number[] => {
    if (shape.blockOf(column) !== null) return columns.columnsOf(column);
    const place = columns.columnOf(column);
    return place === null ? [] : [place];
  };
  const placed = new Map(
    shape.rows.map((row): [ShapeRow, PlacedRow] => {
      const cells = row.cells.map((cell) => ({ cell, at: placesOf(cell) }));
      const isFixed = row.repetitions.every(({ first, last }) => last - first + 1 === shape.rows.length);
      const expected = new Set(cells.flatMap(({ at }) => at));
      return [row, { cells, expected, isFixed, innermost: row.repetitions.length - 1 }];
    }),
  );
  /** Columns of the template; others were inserted and say nothing. */
  const known = new Set([...placed.values()].flatMap(({ expected }) => [...expected]));

  const scoreWords = ({ pattern }: ShapeCell, text: SheetText | undefined): number => {
    if (text === undefined) return MISSING_WORDS;
    const fit = wordsFit(pattern, text);
    return fit === 0 ? OTHER_WORDS : fit * (pattern.kind === "constant" ? WORDS : MIXED_WORDS);
  };

  const scoreBlank = (cell: ShapeCell, row: PlacedRow, sheetRow: number, column: number): number => {
    if (row.isFixed) return MISSING_IN_FIXED_ROW;
    const merge = lines.mergeAt(sheetRow, column);
    const isOwn = cell.depth === row.innermost;
    if (merge === undefined || merge.top === sheetRow) return isOwn ? MISSING_VALUE : 0;
    // An item's own cells begin in its own row; those of outer items and levels reach down from above.
    return isOwn && !cell.isMergedByValue ? STARTS_WITHIN_MERGE : WITHIN_MERGE;
  };

  const scoreFilled = ({ pattern }: ShapeCell, text: SheetText): number => {
    const { cell, written, key } = text;
    if (pattern.kind === "computed")
      return isAmountLike(cell.value) || cell.formula !== null || isBlankText(written) ? COMPUTED : -COMPUTED;
    if (pattern.kind === "value" && isCodeItem(pattern.item) && /\p{Script=Han}/u.test(key))
      return UNLIKELY_VALUE;
    return scoreValue(text);
  };

  const valueScores = new Map<SheetText, number>();
  const scoreValue = (text: SheetText): number => {
    let score = valueScores.get(text);
    if (score === undefined) {
      score = likelihood(text);
      valueScores.set(text, score);
    }
    return score;
  };
  const likelihood = (text: SheetText): number => {
    const { written, key } = text;
    if (isNote(written) || isSignOff(written) || isTotal(key) || isPageLabel(key)) return UNLIKELY_VALUE;
    // A title or heading printed again, as on each page.
    if (titles.some((title) => wordsFit(title, text) === 1)) return OTHER_WORDS;
    return words.has(key) ? MISSING_WORDS : FILLED;
  };

  const scoreCell = (cell: ShapeCell, row: PlacedRow, sheetRow: number, column: number): number => {
    const text = lines.textAt(sheetRow, column);
    if (isTelling(cell.pattern)) return scoreWords(cell, text);
    return text === undefined ? scoreBlank(cell, row, sheetRow, column) : scoreFilled(cell, text);
  };

  const keysByRow = new Map<number, ReadonlySet<string>>();
  const hasMoved = ({ pattern }: ShapeCell, sheetRow: number): boolean => {
    if (pattern.kind !== "constant")
      return lines.textsOf(sheetRow).some((text) => wordsFit(pattern, text) === 1);
    let keys = keysByRow.get(sheetRow);
    if (keys === undefined) {
      keys = new Set(lines.textsOf(sheetRow).map(({ key }) => key));
      keysByRow.set(sheetRow, keys);
    }
    return keys.has(pattern.key);
  };

  const rowOf = (row: ShapeRow): PlacedRow => {
    const found = placed.get(row);
    if (found === undefined) throw new Error("a row of another template");
    return found;
  };

  const score = (row: ShapeRow, sheetRow: number): number => {
    const wanted = rowOf(row);
    let sum = 0;
    for (const { cell, at } of wanted.cells) {
      let best = isTelling(cell.pattern) ? MISSING_WORDS * 2 : -Infinity;
      for (const column of at) best = Math.max(best, scoreCell(cell, wanted, sheetRow, column));
      if (isTelling(cell.pattern) && wanted.isFixed && best <= 0 && hasMoved(cell, sheetRow))
        sum += MOVED_WORDS;
      else if (best > -Infinity) sum += best;
    }
    for (const { cell } of lines.textsOf(sheetRow)) {
      if (known.has(cell.column) && !wanted.expected.has(cell.column)) sum += FOREIGN_TEXT;
    }
    return sum;
  };

  const pairWords = (
    cell: ShapeCell,
    at: readonly number[],
    isFixed: boolean,
    sheetRow: number,
  ): PairedCell[] => {
    const here = at.map((column) => ({ column, text: lines.textAt(sheetRow, column) ?? null }));
    const pairs = here.map(({ column, text }) => ({
      cell,
      column,
      text,
      fit: text === null ? 0 : wordsFit(cell.pattern, text),
    }));
    if (!isFixed || pairs.some(({ fit }) => fit > 0)) return pairs;
    const moved = lines.textsOf(sheetRow).find((text) => wordsFit(cell.pattern, text) === 1);
    return moved === undefined ? pairs : [{ cell, column: moved.cell.column, text: moved, fit: 1 }];
  };

  const pair = (row: ShapeRow, sheetRow: number): PairedCell[] => {
    const { cells, isFixed, expected } = rowOf(row);
    const told = cells.flatMap(({ cell, at }) =>
      isTelling(cell.pattern) ? pairWords(cell, at, isFixed, sheetRow) : [],
    );
    const taken = new Set(told.flatMap(({ column, fit }) => (fit > 0 && column !== null ? [column] : [])));
    const values = cells.flatMap(({ cell, at }): PairedCell[] => {
      if (isTelling(cell.pattern)) return [];
      if (at.length === 0) return [{ cell, column: null, text: null, fit: 0 }];
      return at.map((column) => {
        const own = taken.has(column) ? undefined : lines.textAt(sheetRow, column);
        const text = own ?? (isFixed ? besideLabel(cell, told, lines.textsOf(sheetRow), expected) : null);
        return { cell, column: text?.cell.column ?? column, text, fit: 0 };
      });
    });
    return [...told, ...values];
  };
  return { score, pair };
}

/** “第3页共5页”. */
function isPageLabel(key: string): boolean {
  return /^第\d+页/.test(key);
}

function isCodeItem(item: string): boolean {
  return /代码|编码$/.test(item);
}

function isTotal(key: string): boolean {
  return /^(?:合计|总计|小计|共计|总分)$/.test(key);
}

/** A value that stands right of its label, though not in its column: “主管部门 | 某厅” with other cells between. */
function besideLabel(
  cell: ShapeCell,
  told: readonly PairedCell[],
  texts: readonly SheetText[],
  expected: ReadonlySet<number>,
): SheetText | null {
  const label = told.findLast((other) => other.cell.column < cell.column);
  if (label === undefined || label.fit === 0 || label.column === null) return null;
  const from = label.column;
  const next = texts.find((text) => text.cell.column > from);
  if (next === undefined || expected.has(next.cell.column)) return null;
  return told.some(({ text, fit }) => fit > 0 && text === next) ? null : next;
}
