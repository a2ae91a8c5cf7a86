import type { CellAddress, CellRange } from "../../workbook/address";
import { cellReference, rangeOf, rangeReference, type MappedReference, type Reference } from "../formula";
import { around, commonRepetition, type Layout, type Repetition } from "./layout";
import { linesWithin, runsOf, type Instance, type Lines, type Run } from "./lines";

/** Where a template's references point once its rows and columns are repeated. */
export interface ReferenceSources {
  readonly layout: Layout;
  readonly rows: Lines;
  readonly columns: Lines;
  /** The first cell of the merge that a cell of the sheet lies under, or the cell itself. */
  readonly anchorOf: (template: CellAddress, at: CellAddress) => CellAddress;
}

/**
 * Moves the references of the formula of one cell of the sheet. To a cell of the same item, or of one around it, it is that
 * item's; to a cell within a repetition it does not lie in, all instances of it.
 */
export type ReferenceMover = (
  from: CellAddress,
  columnPlace: Instance,
) => (reference: Reference) => MappedReference;

export function referenceMover({ layout, rows, columns, anchorOf }: ReferenceSources): ReferenceMover {
  const rowFinder = lineFinder(rows, layout.height, (line) => layout.rowRepetition(line));
  return (from, columnPlace) => {
    const rowPlace = rows.instances[from.row] ?? rows.sheet;
    return (reference) => {
      if (reference.sheet !== null) return reference;
      const wanted = rangeOf(reference);
      const found = rowFinder(rowPlace, wanted.top, wanted.bottom);
      const across = lineFinder(columns, layout.width, (line) => layout.columnRepetition(line, wanted.top))(
        columnPlace,
        wanted.left,
        wanted.right,
      );
      const moved = found.runs.flatMap((row) => across.runs.map((column) => rectangle(row, column)));
      const [only] = moved;
      if (only === undefined)
        return { kind: "cell", sheet: null, at: { row: wanted.top, column: wanted.left } };
      if (moved.length > 1 || !found.isOne) return moved.map((range) => rangeReference(range));
      const start = { row: wanted.top, column: wanted.left };
      const anchor = anchorOf(start, { row: only.top, column: only.left });
      if (reference.kind === "cell") return across.isOne ? cellReference(anchor) : rangeReference(only);
      // Of a row under merges the amounts stand in the merges' first row.
      const shift = anchor.row - only.top;
      return rangeReference({ ...only, top: only.top + shift, bottom: only.bottom + shift });
    };
  };
}

function rectangle(row: Run, column: Run): CellRange {
  return { top: row.first, left: column.first, bottom: row.last, right: column.last };
}

interface FoundLines {
  readonly runs: readonly Run[];
  /** Whether it is one line of the place's own item or of one around it. */
  readonly isOne: boolean;
}

/** Finds the lines made from lines of the template as seen from a place. */
function lineFinder(
  lines: Lines,
  length: number,
  repetitionOf: (line: number) => Repetition | null,
): (place: Instance, first: number, last: number) => FoundLines {
  const known = new Map<Instance, Map<number, FoundLines>>();
  return (place, first, last) => {
    const wanted = commonRepetition(repetitionOf(first), repetitionOf(last));
    const outwards = around(wanted);
    let common: Instance = place;
    while (common.repetition !== null && !outwards.includes(common.repetition)) {
      if (common.parent === null) break;
      common = common.parent;
    }
    const ofPlace = known.get(common) ?? new Map<number, FoundLines>();
    known.set(common, ofPlace);
    const key = first * (length + 1_048_576) + last;
    let found = ofPlace.get(key);
    if (found === undefined) {
      found = findLines(lines, common, common.repetition === wanted, first, last);
      ofPlace.set(key, found);
    }
    return found;
  };
}

function findLines(lines: Lines, common: Instance, isOwn: boolean, first: number, last: number): FoundLines {
  const bound = common.repetition === null ? Infinity : common.last;
  const within = (line: number): readonly number[] => linesWithin(lines.linesOf(line), common.first, bound);
  if (first === last) {
    const made = within(first);
    return { runs: runsOf(isOwn ? made.slice(0, 1) : made), isOne: isOwn };
  }
  const made: number[] = [];
  for (let line = first; line <= last; line++) made.push(...within(line));
  return { runs: runsOf(made.sort((a, b) => a - b)), isOne: false };
}
