import type { CheckReport } from "../../core/report";
import { toA1 } from "../../core/workbook/address";
import type { CellPlace, HeldCell } from "../../core/workbook/host";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { cellAddress } from "./marks";

/** The suspects of a report as they were when it was made, by `placeKey`: what may be changed for a suggestion. */
export type HeldCells = ReadonlyMap<string, HeldCell>;

export function placeKey({ sheet, ...address }: CellPlace): string {
  return `${sheet}!${toA1(address)}`;
}

/** The place of a cell in a report; null where its text is none. */
export function placeOf({
  sheet,
  cell,
}: {
  readonly sheet: string;
  readonly cell: string;
}): CellPlace | null {
  const address = cellAddress(cell);
  return address === null ? null : { sheet, ...address };
}

export function suspectCells({ sheets }: WorkbookSnapshot, { diagnoses }: CheckReport): HeldCells {
  const held = new Map<string, HeldCell>();
  for (const diagnosis of diagnoses) {
    const place = placeOf(diagnosis);
    if (place !== null) held.set(placeKey(place), { ...place, formula: "", value: "" });
  }
  // Sheets are large and suspects few: cells of other rows are passed over before their key is made.
  const rows = new Map<string, Set<number>>();
  for (const { sheet, row } of held.values()) rows.set(sheet, (rows.get(sheet) ?? new Set()).add(row));
  for (const { name, cells } of sheets) {
    const wanted = rows.get(name);
    if (wanted === undefined) continue;
    for (const { row, column, formula, value } of cells) {
      if (!wanted.has(row)) continue;
      const place = { sheet: name, row, column };
      const key = placeKey(place);
      if (held.has(key)) held.set(key, { ...place, formula: formula ?? "", value });
    }
  }
  return held;
}
