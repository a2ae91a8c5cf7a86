import { cellRuns } from "../checks/findings";
import type { Finding } from "../report";
import { parseA1 } from "../workbook/address";
import { texts } from "./messages";

/** The cells of a finding besides its own, runs joined: “C9:C11、C15；《预算02表 收入总表》F6”; cells of its sheet come first. */
export function otherCells({ sheet, cell, cells }: Finding): string {
  const bySheet = new Map<string, Set<string>>([[sheet, new Set()]]);
  for (const other of cells) {
    if (other.sheet === sheet && other.cell === cell) continue;
    const own = bySheet.get(other.sheet) ?? new Set();
    bySheet.set(other.sheet, own);
    own.add(other.cell);
  }
  return [...bySheet]
    .filter(([, names]) => names.size > 0)
    .map(([name, names]) => {
      const list = cellRuns([...names].flatMap((text) => parseA1(text) ?? [])).join("、");
      return name === sheet ? list : texts.cellsOnSheet(name, list);
    })
    .join("；");
}
