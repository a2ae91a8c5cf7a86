import type { CellRole, FindingCell } from "../../core/report";
import { finding } from "../reports.testing";
import { type CellGroup, cellGroups, cutGroups } from "./cell-groups";

const cell = (role: CellRole, sheet: string, address: string): FindingCell => ({
  sheet,
  cell: address,
  role,
  value: null,
});
const words = (groups: readonly CellGroup[]): readonly string[] =>
  groups.map(({ role, cells }) => `${role}: ${cells.map((one) => one.cell).join(" ")}`);

const sum = finding("error", "预算03表", "C13", {
  cells: [
    cell("total", "预算03表", "C11"),
    cell("part", "预算03表", "C12"),
    cell("part", "预算03表", "C13"),
    cell("peer", "预算07表", "C11"),
  ],
});

describe("cellGroups", () => {
  it("leads with the cell to look at first, whatever its role", () => {
    expect(words(cellGroups(sum))).toEqual(["part: C13 C12", "total: C11", "peer: C11"]);
  });

  it("names the first cell even where the finding lists no cells", () => {
    expect(words(cellGroups(finding("info", "预算03表", "B2")))).toEqual(["subject: B2"]);
  });
});

describe("cutGroups", () => {
  it("keeps the leading cells and counts the rest", () => {
    const { groups, hidden } = cutGroups(cellGroups(sum), 3);
    expect(words(groups)).toEqual(["part: C13 C12", "total: C11"]);
    expect(hidden).toBe(1);
  });
});
