import { finding, reportOf } from "../reports.testing";
import { type Folded, groupFindings, type ListRow, rowsOf, sheetKey } from "./group-findings";

const report = reportOf(
  [
    finding("rounding", "预算05表", "K6"),
    finding("error", "预算05表", "L6"),
    finding("rounding", "预算01表", "F10"),
    finding("rounding", "预算05表", "B2"),
    finding("error", "附表", "A1"),
  ],
  ["预算01表", "预算05表"],
);

const nothing: Folded = { sections: new Set(), sheets: new Set() };

function words(row: ListRow): string {
  if (row.kind === "section") return `${row.group.section} ${String(row.group.count)}`;
  if (row.kind === "sheet") return `  ${row.group.sheet} ${String(row.group.findings.length)}`;
  return `    ${row.finding.cell}`;
}

describe("the rows of the list", () => {
  it("are grouped by severity, then by sheet in tab order; a sheet without a table comes last", () => {
    expect(rowsOf(groupFindings(report), nothing).map(words)).toEqual([
      "error 2",
      "  预算05表 1",
      "    L6",
      "  附表 1",
      "    A1",
      "rounding 3",
      "  预算01表 1",
      "    F10",
      "  预算05表 2",
      "    K6",
      "    B2",
    ]);
  });

  it("have what is accepted at the end, whatever its severity", () => {
    const accepted = { record: "x", reason: "追加预算", by: "", date: "2026-03-31" };
    const findings = report.findings.map((one) => (one.cell === "L6" ? { ...one, accepted } : one));
    const words = groupFindings({ ...report, findings }).map(
      ({ section, count }) => `${section} ${String(count)}`,
    );
    expect(words).toEqual(["error 1", "rounding 3", "accepted 1"]);
  });

  it("leave out what is folded away but keep its head with the count", () => {
    const folded: Folded = {
      sections: new Set(["error"]),
      sheets: new Set([sheetKey("rounding", "预算05表")]),
    };
    expect(rowsOf(groupFindings(report), folded).map(words)).toEqual([
      "error 2",
      "rounding 3",
      "  预算01表 1",
      "    F10",
      "  预算05表 2",
    ]);
  });

  it("name a table's title beside its sheet unless the sheet's name says it", () => {
    const titled = {
      ...report,
      tables: report.tables.map((table, index) => ({
        ...table,
        title: index === 0 ? "收支总表" : "预算05表",
      })),
    };
    const titles = groupFindings(titled).flatMap(({ sheets }) => sheets.map(({ title }) => title));
    expect(titles).toEqual([null, null, "收支总表", null]);
  });
});
