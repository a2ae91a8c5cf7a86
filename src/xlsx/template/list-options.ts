import type { DropDown } from "../../core/workbook/sheet-plan";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { StoredList } from "../sheet-look";
import { reference, type StoredName } from "./defined-names";

/** Options of one list; what is longer is no list to pick from. */
const MAX_OPTIONS = 500;

/**
 * Drop-downs of a sheet with their options: a list that refers to cells, perhaps by a name, takes the texts of those cells,
 * as the generated sheet may go to a workbook without them. Lists that are computed are left out.
 */
export function dropDownsOf(
  lists: readonly StoredList[],
  sheet: string,
  { sheets }: WorkbookSnapshot,
  names: readonly StoredName[],
): readonly DropDown[] {
  const textsAt = (formula: string): readonly string[] => {
    const found = reference(formula);
    if (found === null) return [];
    const { top, left, bottom, right } = found.range;
    const cells = sheets.find(({ name }) => name === (found.sheet ?? sheet))?.cells ?? [];
    const inside = cells.filter(
      ({ row, column }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    return inside.slice(0, MAX_OPTIONS).map(({ text }) => text);
  };
  const optionsOf = (source: string): readonly string[] => {
    const quoted = /^"([\s\S]*)"$/.exec(source);
    if (quoted !== null) {
      return (quoted[1] ?? "")
        .replaceAll('""', '"')
        .split(",")
        .map((text) => text.trim());
    }
    const named = names.find(({ name }) => name.toLowerCase() === source.toLowerCase());
    return textsAt(named?.formula ?? source);
  };
  return lists.flatMap(({ ranges, source, strict }) => {
    const options = [...new Set(optionsOf(source))].filter((text) => text !== "");
    if (options.length === 0) return [];
    return ranges.map((range) => ({ range, options, ...(strict ? {} : { free: true }) }));
  });
}
