import type { Diagnosis } from "../../core/report";
import { finding, reportOf } from "../reports.testing";
import {
  type Folded,
  groupFindings,
  groupOf,
  inListOrder,
  type ListRow,
  rowsOf,
  sheetKey,
} from "./group-findings";

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

const nothing: Folded = { sections: new Set(), groups: new Set() };

function words(row: ListRow): string {
  if (row.kind === "section") return `${row.group.section} ${String(row.group.count)}`;
  if (row.kind === "cause")
    return `  ? ${row.cause.suspects.map(({ cell }) => cell).join(" ")} ${String(row.cause.findings.length)}`;
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
      groups: new Set([sheetKey("rounding", "预算05表")]),
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

describe("findings with a cause", () => {
  const [k6, l6, f10] = report.findings.map(({ id }) => id);
  const suspect = (cell: string, ...findings: readonly (string | undefined)[]): Diagnosis => ({
    sheet: "预算05表",
    cell,
    actual: "1.00",
    suggested: "2.00",
    confidence: 0.9,
    message: `疑点：${cell}。`,
    findings: findings.flatMap((id) => id ?? []),
  });
  const caused = { ...report, diagnoses: [suspect("C3", k6, l6), suspect("C9", f10)] };

  it("hang under it, on top of the section of the worst of them", () => {
    expect(rowsOf(groupFindings(caused), nothing).map(words)).toEqual([
      "error 3",
      "  ? C3 2",
      "    K6",
      "    L6",
      "  附表 1",
      "    A1",
      "rounding 2",
      "  ? C9 1",
      "    F10",
      "  预算05表 1",
      "    B2",
    ]);
    expect(inListOrder(groupFindings(caused)).map(({ cell }) => cell)).toEqual([
      "K6",
      "L6",
      "A1",
      "F10",
      "B2",
    ]);
  });

  it("are folded away by its key, which is the same when only some of them are listed", () => {
    const [found] = report.findings;
    if (found === undefined) throw new Error("no finding");
    const group = groupOf(groupFindings(caused), found);
    const folded = { ...nothing, groups: new Set([group?.key ?? ""]) };
    const some = { ...caused, findings: report.findings.filter(({ cell }) => cell !== "K6") };
    expect([group?.section, ...rowsOf(groupFindings(some), folded).map(words)].slice(0, 4)).toEqual([
      "error",
      "error 2",
      "  ? C3 1",
      "  附表 1",
    ]);
  });

  it("have no need of it once they are accepted", () => {
    const accepted = { record: "x", reason: "追加预算", by: "", date: "2026-03-31" };
    const findings = report.findings.map((one) => (one.id === f10 ? { ...one, accepted } : one));
    const rows = rowsOf(groupFindings({ ...caused, findings }), nothing).map(words);
    expect(rows.slice(-3)).toEqual(["accepted 1", "  预算01表 1", "    F10"]);
  });
});
