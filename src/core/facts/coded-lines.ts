import type { BodyRow } from "../forms/table";
import { CellState, type Facts } from "./facts";

/** A line whose place is not understood. */
export const NO_PLACE = -1;

/** The codes of every line of every block, line by line, block by block, as numbers. */
export interface CodedLines {
  /** Position in `unitCodes` by line, `NO_PLACE` where the line's place is not understood. */
  readonly unit: Int32Array;
  /** Position in `functionCodes` by line. */
  readonly function: Int32Array;
  /** All that lines name; `null` comes first, see `RowPlace`. */
  readonly unitCodes: readonly (string | null)[];
  readonly functionCodes: readonly (string | null)[];
  /** 1 for the codes (by position) that stand in some line with an amount, or with a cell that may be one. */
  readonly isUsed: { readonly unit: Uint8Array; readonly function: Uint8Array };
}

/** Numbers the codes of all lines. */
export function codedLines(facts: Facts): CodedLines {
  let count = 0;
  for (const { block } of facts.blocks) count += block.rows.length;
  const unit = new Int32Array(count).fill(NO_PLACE);
  const code = new Int32Array(count).fill(NO_PLACE);
  const units = new Codes();
  const functions = new Codes();
  let at = 0;
  for (const { block } of facts.blocks) {
    for (const { place } of block.rows) {
      if (place !== null) {
        unit[at] = units.idOf(place.unit);
        code[at] = functions.idOf(place.function);
      }
      at++;
    }
  }
  const isUsed = { unit: new Uint8Array(units.all.length), function: new Uint8Array(functions.all.length) };
  at = 0;
  for (const { block, offset } of facts.blocks) {
    const width = block.columns.length;
    for (let line = 0, start = offset; line < block.rows.length; line++, start += width, at++) {
      if (unit[at] === NO_PLACE || !hasAmount(facts, start, start + width)) continue;
      isUsed.unit[unit[at] ?? 0] = 1;
      isUsed.function[code[at] ?? 0] = 1;
    }
  }
  return { unit, function: code, unitCodes: units.all, functionCodes: functions.all, isUsed };
}

function hasAmount({ state }: Facts, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (state[index] === CellState.number || state[index] === CellState.unreadable) return true;
  }
  return false;
}

type Code = NonNullable<BodyRow["place"]>["unit"];

/** Numbers codes in the order of their first line, `null` being 0. Neighbouring lines are mostly about the same unit. */
class Codes {
  readonly all: Code[] = [null];
  private readonly ids = new Map<Code, number>([[null, 0]]);
  private last: Code = null;
  private lastId = 0;

  idOf(code: Code): number {
    if (code === this.last) return this.lastId;
    let id = this.ids.get(code);
    if (id === undefined) {
      id = this.all.length;
      this.ids.set(code, id);
      this.all.push(code);
    }
    this.last = code;
    this.lastId = id;
    return id;
  }
}
