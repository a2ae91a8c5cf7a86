import { normaliseName } from "../classification/normalise";
import { isNamedUnit, unitNamed } from "./row-places";
import type { Block, Table } from "./table";

/**
 * Gives rows that know their unit by its name alone the code that other tables print with that name. A name of two
 * units (a department and its own office) stays a name; so does one that stands alone in its list where there are
 * several units, since a department of the same name as its office may print all of them in one row (长沙 table 7).
 */
export function withUnitCodes(tables: readonly Table[]): Table[] {
  const codes = new Map<string, string | null>();
  for (const { blocks } of tables) {
    for (const { rows } of blocks) {
      for (const { place, label } of rows) {
        const unit = place?.unit ?? null;
        if (unit === null || place?.function !== null || !/^\d+$/.test(unit) || normaliseName(label) === "")
          continue;
        const key = unitNamed(label);
        codes.set(key, (codes.get(key) ?? unit) === unit ? unit : null);
      }
    }
  }
  const hasSeveralUnits = severalUnits(new Set([...codes.values()].filter((code) => code !== null)));
  const codeOf = (unit: string | null): string | null =>
    unit !== null && isNamedUnit(unit) ? (codes.get(unit) ?? unit) : unit;
  const takesCodes = ({ rows }: Block): boolean => {
    const units = new Set<string>();
    for (const { place } of rows) if (typeof place?.unit === "string") units.add(place.unit);
    return (
      !(units.size === 1 && hasSeveralUnits) &&
      rows.some(({ place }) => place !== null && place.unit !== codeOf(place.unit))
    );
  };
  return tables.map((table) => ({
    ...table,
    blocks: table.blocks.map((block) =>
      takesCodes(block)
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

/** Whether more than one of the codes is not just the department of the others. */
function severalUnits(codes: ReadonlySet<string>): boolean {
  const all = [...codes];
  return all.filter((code) => !all.some((other) => other !== code && other.startsWith(code))).length > 1;
}
