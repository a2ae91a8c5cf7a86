import { normaliseName } from "../classification/normalise";
import { isNamedUnit, unitNamed } from "./row-places";
import type { Table } from "./table";

/**
 * Gives rows that know their unit by its name alone the code that other tables print with that name. A name of two
 * units (a department and its own office) stays a name.
 */
export function withUnitCodes(tables: readonly Table[]): Table[] {
  const codes = new Map<string, string | null>();
  for (const { blocks } of tables) {
    for (const { place, label } of blocks.flatMap(({ rows }) => rows)) {
      const unit = place?.unit ?? null;
      if (unit === null || place?.function !== null || !/^\d+$/.test(unit) || normaliseName(label) === "")
        continue;
      const key = unitNamed(label);
      codes.set(key, (codes.get(key) ?? unit) === unit ? unit : null);
    }
  }
  const codeOf = (unit: string | null): string | null =>
    unit !== null && isNamedUnit(unit) ? (codes.get(unit) ?? unit) : unit;
  return tables.map((table) => ({
    ...table,
    blocks: table.blocks.map((block) =>
      block.rows.some(({ place }) => place !== null && place.unit !== codeOf(place.unit))
        ? {
            ...block,
            rows: block.rows.map((row) =>
              row.place === null ? row : { ...row, place: { ...row.place, unit: codeOf(row.place.unit) } },
            ),
          }
        : block,
    ),
  }));
}
