import { HostError } from "../core/workbook/host";
import { isCellError, sameValue } from "../core/workbook/snapshot";
import { asTyped } from "./cell-text";
import { boundsOf, exchangeCells, keyOf, readCells, type ReadCell, type Typed } from "./formula-cells";

/** Cells formatted as text: what is written there is taken as it is, a formula too. */
export const TEXT_FORMAT = "@";

/** What a cell holds; `formula` is "" where there is none. */
export type Held = Pick<ReadCell, "formula" | "value">;

/** A cell as it was read, and what it is to hold. */
export interface CellChange {
  readonly before: ReadCell;
  readonly after: Held;
}

interface Terms {
  /** Whether a formula with another result than the one that was read is another content. */
  readonly results: boolean;
  /** What to tell where cells can neither be changed nor be restored. */
  readonly half: () => string;
}

/**
 * Changes cells that were read before. All or nothing: where Excel refuses part of it, or is away for a moment, the cells
 * hold again what they held. Excel cannot be told “only if it is still so”; therefore each request reads what it is
 * about to replace, and where the user was quicker, what the user did is put back.
 * @returns whether the cells were changed; false where one of them held something else by then
 */
export async function changeCells(
  context: Excel.RequestContext,
  sheetId: string,
  changes: readonly CellChange[],
  { results, half }: Terms,
): Promise<boolean> {
  let trips: readonly (readonly ReadCell[])[];
  try {
    const exchanges = changes.map(({ before, after }) => ({ before, content: typed(after, before.format) }));
    trips = await exchangeCells(context, sheetId, exchanges);
  } catch (thrown) {
    await restore(context, sheetId, changes, half);
    throw thrown;
  }
  const known = new Map(changes.map(({ before }) => [keyOf(before), before]));
  // What is written first may well compute later cells anew, random numbers for one.
  const isAsRead = trips.every((cells, trip) =>
    cells.every((cell) => isSame(cell, known.get(keyOf(cell)), results && trip === 0)),
  );
  if (isAsRead) return true;
  const replaced = new Map(trips.flat().map((cell) => [keyOf(cell), cell]));
  const back = changes.map(({ before, after }) => ({ before: replaced.get(keyOf(before)) ?? before, after }));
  await restore(context, sheetId, back, half);
  return false;
}

/** Whether two cells hold the same; a formula is the same whatever its result is by now. */
export function holdsSame(one: Held = NOTHING, other: Held = NOTHING): boolean {
  if (one.formula !== "" || other.formula !== "") return one.formula === other.formula;
  return sameValue(one.value, other.value);
}

const NOTHING: Held = { formula: "", value: "" };

function isSame(one: Held, other: Held = NOTHING, results: boolean): boolean {
  return holdsSame(one, other) && (!results || sameValue(one.value, other.value));
}

/** Puts back what the change has replaced; cells that hold anything else by now are the user's. */
async function restore(
  context: Excel.RequestContext,
  sheetId: string,
  changes: readonly CellChange[],
  half: () => string,
): Promise<void> {
  try {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    await context.sync();
    const range = boundsOf(changes.map(({ before }) => before));
    if (sheet.isNullObject || range === null) return;
    const now = new Map((await readCells(context, sheetId, range)).map((cell) => [keyOf(cell), cell]));
    const back = changes.filter(({ before, after }) => {
      const present = now.get(keyOf(before));
      return holdsSame(present, after) && !holdsSame(present, before);
    });
    const exchanges = back.map(({ before }) => ({ before, content: typed(before, before.format) }));
    await exchangeCells(context, sheetId, exchanges);
  } catch (failure) {
    throw new HostError(half(), { cause: failure });
  }
}

/** What is to be written for a cell of this number format to hold that. */
function typed({ formula, value }: Held, format: string): Typed {
  if (formula !== "") return formula;
  if (isCellError(value)) return value.error;
  return format === TEXT_FORMAT ? value : asTyped(value);
}
