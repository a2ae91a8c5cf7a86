import { normaliseName } from "../classification/normalise";
import type { AmountColumn, Block } from "../forms/table";
import { headingName } from "../forms/text-rows";
import { isBareTotal, lineName } from "../forms/words";
import { firstSingle, inOrder, meansAll, rootsOf } from "./find-row";
import type { NamePath } from "./relation";

/**
 * Columns of a block that a name means, as positions in `block.columns`: by the last heading; by a heading over several
 * columns, which means their 合计; a path (本年收入/小计) names headings above as well. 合计 means the column that all others
 * add up to, whatever it is called.
 */
export function findColumns(block: Block, name: NamePath): number[] {
  const { columns, columnSums } = block;
  const whole = [headingName(name.join("/"))];
  const parts = name.map(headingName);
  const last = parts.at(-1) ?? "";
  const where = (test: (headings: readonly string[]) => boolean): number[] =>
    columns.flatMap((column, at) => (test(headingsOf(column)) ? [at] : []));
  const exact = where((headings) => endsWith(headings, whole) || endsWith(headings, parts));
  if (isBareTotal(last)) {
    const above = parts.slice(0, -1);
    const totals = where(
      (headings) => isBareTotal(headings.at(-1) ?? "") && inOrder(above, headings.slice(0, -1), isSame),
    );
    if (above.length > 0 || !meansAll(last)) return exact.length > 0 || above.length === 0 ? exact : totals;
    const roots = rootsOf(columnSums, columns.length);
    return firstSingle([
      exact.filter((at) => roots.has(at)),
      exact,
      totals.filter((at) => roots.has(at)),
      [...roots],
    ]);
  }
  if (exact.length > 0) return exact;
  return where((headings) => isBareTotal(headings.at(-1) ?? "") && endsWith(headings.slice(0, -1), parts));
}

/** Headings that tell a column from others, top down. */
export function columnPath(column: AmountColumn): string[] {
  return headingsOf(column);
}

function headingsOf({ headings }: AmountColumn): string[] {
  return headings.map(headingName);
}

/** Whether the last heading is the last part, and the other parts are among the headings above it, in order. */
function endsWith(headings: readonly string[], parts: readonly string[]): boolean {
  const [heading, part] = [headings.at(-1), parts.at(-1)];
  if (heading === undefined || part === undefined || !isSame(part, heading)) return false;
  return inOrder(parts.slice(0, -1), headings.slice(0, -1), isSame);
}

function isSame(part: string, heading: string): boolean {
  if (part === "") return false;
  return normaliseName(part) === heading || (lineName(part) !== "" && lineName(part) === lineName(heading));
}
