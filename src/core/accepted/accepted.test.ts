import { grid, withCell, workbook } from "../../../test/support/grid";
import { checkWorkbook } from "../check-workbook";
import type { CheckReport, Finding } from "../report";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { acceptedDifference, withAccepted, withoutAccepted } from "./accepted-difference";
import type { AcceptedDifference } from "./accepted-difference";
import { applyAccepted, isOpenError } from "./apply-accepted";
import { acceptedTexts, readAccepted } from "./kept-accepted";

const WHY = { reason: "结转资金另表反映", by: "李会计", date: "2026-03-31" };

/** 预算03表: a department of two functional classes; D4 should be 6.00 + 5.00. */
const spending = (name: string, basic = "13.00"): SheetSnapshot =>
  grid(
    `
    支出总表
    科目编码 | 科目名称       | 合计  | 基本支出 | 项目支出
             | 合计           | 22.00 | ${basic}  | 11.00
    201      | 一般公共服务支出 | 12.00 | 6.00     | 6.00
    208      | 社会保障和就业支出 | 10.00 | 5.00     | 5.00
  `,
    name,
  );
const book = workbook(spending("表三"));

const keeping = (
  snapshot: WorkbookSnapshot,
  ...records: readonly AcceptedDifference[]
): WorkbookSnapshot => ({
  ...snapshot,
  accepted: acceptedTexts(records),
});

function findingAt(report: CheckReport, check: string, cell: string): Finding {
  const found = report.findings.find((finding) => finding.check === check && finding.cell === cell);
  if (found === undefined) throw new Error(`none at ${cell}: ${JSON.stringify(report.findings)}`);
  return found;
}

const before = checkWorkbook(book);
const wrong = findingAt(before, "total-down", "D3");
const record = acceptedDifference(wrong, WHY);

/** Ids of findings that are accepted, and of those reopened. */
const outcome = ({ findings, reopened, summary }: CheckReport): object => ({
  accepted: findings.filter(({ accepted }) => accepted !== undefined).map(({ id }) => id),
  reopened: reopened.map(({ finding }) => finding),
  counted: summary.accepted,
});

test("an accepted finding carries its reason, is counted apart and is no open error", () => {
  const report = checkWorkbook(keeping(book, record));
  expect(outcome(report)).toEqual({ accepted: [wrong.id], reopened: [], counted: 1 });
  expect(findingAt(report, "total-down", "D3")).toEqual({ ...wrong, accepted: { ...WHY, record: wrong.id } });
  expect(report.summary).toEqual({ ...before.summary, accepted: 1 });
  expect(before.findings.filter(isOpenError)).toContain(wrong);
  expect(report.findings.filter(isOpenError).map(({ id }) => id)).toEqual(
    before.findings.filter(({ id }) => id !== wrong.id && isOpenError).map(({ id }) => id),
  );
});

test.each([
  ["the total", { row: 2, column: 3 }, 12.5],
  ["a part, and with it the difference,", { row: 3, column: 3 }, 6.5],
])("it is open again when %s changes", (_what, address, value) => {
  const report = checkWorkbook(keeping(withCell(book, "表三", address, value), record));
  expect(outcome(report)).toEqual({ accepted: [], reopened: [wrong.id], counted: 0 });
  expect(report.reopened).toEqual([
    {
      ...WHY,
      finding: wrong.id,
      record: wrong.id,
      expected: wrong.expected,
      actual: wrong.actual,
      difference: wrong.difference,
    },
  ]);
});

test("it is open again when two parts change and the difference does not", () => {
  const one = withCell(book, "表三", { row: 3, column: 3 }, 7);
  const both = withCell(one, "表三", { row: 4, column: 3 }, 4);
  expect(findingAt(checkWorkbook(both), "total-down", "D3").difference).toBe(wrong.difference);
  expect(outcome(checkWorkbook(keeping(both, record)))).toEqual({
    accepted: [],
    reopened: [wrong.id],
    counted: 0,
  });
});

test("more digits shown are the same figures", () => {
  const digits = (text: string | null): string | null => (text === null ? null : `${text}0`);
  const longer = {
    ...record,
    actual: digits(record.actual),
    cells: record.cells.map((cell) => ({ ...cell, value: digits(cell.value) })),
  };
  expect(outcome(checkWorkbook(keeping(book, longer)))).toMatchObject({ counted: 1 });
});

test("a corrected one is neither accepted nor reopened", () => {
  const corrected = checkWorkbook(keeping(workbook(spending("表三", "11.00")), record));
  expect(outcome(corrected)).toEqual({ accepted: [], reopened: [], counted: 0 });
});

test("the sheet under another name", () => {
  const report = checkWorkbook(keeping(workbook(spending("支出（终稿）")), record));
  expect(outcome(report)).toEqual({
    accepted: ["total-down/支出（终稿）!D3"],
    reopened: [],
    counted: 1,
  });
  const { accepted } = findingAt(report, "total-down", "D3");
  expect(withoutAccepted([record], accepted?.record ?? "")).toEqual([]);
});

test("a copy of the sheet is not accepted along with it, nor in its place", () => {
  const both = workbook(spending("表三"), spending("表三 (2)"));
  expect(outcome(checkWorkbook(keeping(both, record)))).toMatchObject({ accepted: [wrong.id] });
  const copyAlone = workbook(spending("表三", "11.00"), spending("表三 (2)"));
  expect(outcome(checkWorkbook(keeping(copyAlone, record)))).toEqual({
    accepted: [],
    reopened: [],
    counted: 0,
  });
});

test("of two sheets that may be the renamed one neither is accepted, one is told of", () => {
  const two = workbook(spending("甲"), spending("乙"));
  expect(outcome(checkWorkbook(keeping(two, record)))).toEqual({
    accepted: [],
    reopened: ["total-down/甲!D3"],
    counted: 0,
  });
});

test("rows inserted above reopen it at its new place", () => {
  const [sheet] = book.sheets;
  const cells = sheet?.cells.map((cell) => (cell.row > 0 ? { ...cell, row: cell.row + 1 } : cell)) ?? [];
  const report = checkWorkbook(keeping(workbook({ ...spending("表三"), cells }), record));
  expect(outcome(report)).toEqual({ accepted: [], reopened: ["total-down/表三!D4"], counted: 0 });
});

test("the number behind an id may change, the figures tell which one it is", () => {
  const twin = { ...wrong, id: `${wrong.id}#2`, expected: "1", cells: [] };
  const both: CheckReport = { ...before, findings: [{ ...wrong, expected: "2" }, twin] };
  const second = acceptedDifference(twin, WHY);
  expect(outcome(applyAccepted(both, [second]))).toMatchObject({ accepted: [twin.id] });
  const first: CheckReport = { ...before, findings: [{ ...twin, id: wrong.id }] };
  expect(outcome(applyAccepted(first, [second]))).toMatchObject({ accepted: [wrong.id], reopened: [] });
});

test("a finding without figures is known by its message", () => {
  const bare: Finding = { ...wrong, expected: null, actual: null, difference: null, cells: [] };
  const accepted = acceptedDifference(bare, WHY);
  const reportOf = (message: string): CheckReport => ({ ...before, findings: [{ ...bare, message }] });
  expect(outcome(applyAccepted(reportOf(bare.message), [accepted]))).toMatchObject({ counted: 1 });
  expect(outcome(applyAccepted(reportOf("别的。"), [accepted]))).toMatchObject({
    counted: 0,
    reopened: [bare.id],
  });
});

test("applying again takes the place of what was applied before", () => {
  const once = applyAccepted(before, [record]);
  expect(applyAccepted(once, [record])).toEqual(once);
  expect(applyAccepted(once, withoutAccepted([record], record.id))).toEqual(before);
});

describe("as kept with the workbook", () => {
  test("records come back; a later one about the same finding counts", () => {
    const other = { ...record, id: "甲", reason: '<b>]]>"' };
    const later = { ...record, reason: "又改了" };
    expect(readAccepted(acceptedTexts([record, other, later]))).toEqual({
      accepted: [later, other],
      broken: 0,
    });
    expect(withAccepted([record, other], later)).toEqual([other, later]);
  });

  test("none is no text; very many are several texts, none longer than a part takes", () => {
    expect(acceptedTexts([])).toEqual([]);
    const many = Array.from({ length: 4000 }, (_, at) => ({ ...record, id: String(at) }));
    const texts = acceptedTexts(many);
    expect(texts.length).toBeGreaterThan(1);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(500_000);
    expect(readAccepted(texts).accepted).toEqual(many);
  });

  test.each([
    ["no JSON", "{", 1],
    ["another text", "[1]", 1],
    ["a record without a reason", JSON.stringify({ accepted: [{ ...record, reason: " " }] }), 1],
    ["a date that is none", JSON.stringify({ accepted: [{ ...record, date: "2026-02-30" }] }), 1],
    ["two of three sound", JSON.stringify({ accepted: [record, 1, { ...record, id: "x" }] }), 1],
  ])("broken: %s is told, and the check goes on", (_what, text, broken) => {
    expect(readAccepted([text]).broken).toBe(broken);
    const report = checkWorkbook({ ...book, accepted: [text] });
    expect(report.findings.filter(({ check }) => check === "broken-accepted")).toMatchObject([
      { severity: "warning", sheet: "表三", cell: "A1" },
    ]);
    expect(report.findings.map(({ id }) => id)).toContain(wrong.id);
  });
});

test("blanks around reason and name are dropped", () => {
  expect(acceptedDifference(wrong, { reason: " 如实 ", by: " ", date: "2026-01-02" })).toMatchObject({
    reason: "如实",
    by: "",
  });
});
