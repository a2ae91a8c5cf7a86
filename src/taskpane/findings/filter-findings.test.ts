import { finding, reportOf } from "../reports.testing";
import { countSheets, filtered, NO_FILTER } from "./filter-findings";
import { countSections } from "./sections";

const accepted = { record: "x", reason: "追加", by: "", date: "2026-03-31" };
const report = reportOf(
  [
    finding("error", "预算05表", "L6"),
    finding("error", "预算01表", "F10", { accepted }),
    finding("rounding", "预算01表", "F11"),
    finding("info", "附表", "A1"),
  ],
  ["预算01表", "预算02表", "预算05表"],
);

test.each([
  [NO_FILTER, ["L6", "F10", "F11", "A1"]],
  [{ section: "error" as const, sheet: null }, ["L6"]],
  [{ section: "accepted" as const, sheet: null }, ["F10"]],
  [{ section: null, sheet: "预算01表" }, ["F10", "F11"]],
  [{ section: "rounding" as const, sheet: "预算05表" }, []],
])("%j lists %j", (filter, cells) => {
  expect(filtered(report, filter).findings.map(({ cell }) => cell)).toEqual(cells);
});

test("what there is to choose is counted in the order of the list", () => {
  expect([...countSections(report)]).toEqual([
    ["error", 1],
    ["rounding", 1],
    ["info", 1],
    ["accepted", 1],
  ]);
  expect([...countSheets(report)]).toEqual([
    ["预算01表", 2],
    ["预算05表", 1],
    ["附表", 1],
  ]);
});
