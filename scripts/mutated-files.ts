import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { saveXlsx, type CellChange } from "../src/xlsx";
import { MUTATION_KINDS, mutate, type Mutation, type MutationKind } from "./mutations";

/* Copies of a workbook file with one wrong amount each, for what checks many files. */

export interface MutatedFile {
  readonly kind: MutationKind;
  readonly mutation: Mutation;
  readonly bytes: Uint8Array;
}

/**
 * Copies with slips drawn from a fixed seed, all kinds in turn: always the same ones.
 *
 * @param file the bytes that `workbook` was read from.
 * @param sheets names of those that are mistyped in.
 */
export function* mutatedFiles(
  file: Uint8Array,
  workbook: WorkbookSnapshot,
  sheets: ReadonlySet<string>,
): Generator<MutatedFile> {
  const amounts = workbook.sheets.flatMap((sheet, sheetIndex) =>
    sheets.has(sheet.name)
      ? [...sheet.cells].flatMap((cell) => (typeof cell.value === "number" ? [{ sheetIndex, cell }] : []))
      : [],
  );
  let seed = 2026;
  for (let at = 0; ; at++) {
    const kind = MUTATION_KINDS[at % MUTATION_KINDS.length] ?? "digit";
    let mutation: Mutation | null = null;
    while (mutation === null) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const drawn = amounts[Math.floor((seed / 2 ** 32) * amounts.length)];
      if (drawn === undefined) return;
      mutation = mutate(workbook, drawn.sheetIndex, drawn.cell, kind);
    }
    yield { kind, mutation, bytes: withMutation(file, workbook, mutation) };
  }
}

/** The file as the mutated workbook would be saved. */
function withMutation(file: Uint8Array, before: WorkbookSnapshot, { workbook, sheet }: Mutation): Uint8Array {
  const [from, to] = [before, workbook].map(({ sheets }) => sheets.find(({ name }) => name === sheet));
  if (from === undefined || to === undefined) return file;
  const mergesRemoved = from.merges.filter((merge) => !to.merges.includes(merge));
  const mergesAdded = to.merges.filter((merge) => !from.merges.includes(merge));
  const changes = { sheet, cells: cellChanges(from, to), mergesRemoved, mergesAdded };
  return saveXlsx(file, { sheets: [changes] }).bytes;
}

function cellChanges(from: SheetSnapshot, to: SheetSnapshot): CellChange[] {
  const place = ({ row, column }: Cell): string => `${String(row)},${String(column)}`;
  const before = new Map([...from.cells].map((cell) => [place(cell), cell]));
  const after = new Map([...to.cells].map((cell) => [place(cell), cell]));
  const changed = [...after.values()].filter((cell) => before.get(place(cell))?.value !== cell.value);
  const cleared = [...before.values()].filter((cell) => !after.has(place(cell)));
  return [
    ...changed.map(({ row, column, value }) => ({ row, column, content: { value } })),
    ...cleared.map(({ row, column }) => ({ row, column, content: { value: "" } })),
  ];
}
