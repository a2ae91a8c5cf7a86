import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptedDifference } from "../src/core/accepted/accepted-difference";
import { acceptedTexts } from "../src/core/accepted/kept-accepted";
import { checkWorkbook } from "../src/core/check-workbook";
import type { CheckReport, Finding } from "../src/core/report";
import { readXlsx, saveXlsx } from "../src/xlsx";
import { casePath, readCase } from "./support/cases";
import { withCell } from "./support/grid";
import { describeWithLibreOffice, throughLibreOffice } from "./xlsx/libreoffice";

/* Accepted differences over real workbooks: kept with the file, and told by the command line. */

const folder = mkdtempSync(join(tmpdir(), "gouji-accepted-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WHY = { reason: "省级专项未列入部门预算", by: "", date: "2026-03-31" };
const original = readFileSync(casePath("hunan-budget-2026"));
/** The sample with the total of 预算03表 mistyped, E5 being 265.94. */
const SHEET = "预算03表 支出总表";
const E5 = { row: 4, column: 4 };
const mistyped = saveXlsx(original, {
  sheets: [{ sheet: SHEET, cells: [{ ...E5, content: { value: 365.94 } }] }],
}).bytes;
const wrong = checkWorkbook(readXlsx(mistyped, "预算.xlsx"));

/** The file with these findings accepted. */
function accepting(bytes: Uint8Array, findings: readonly Finding[]): Uint8Array {
  const records = findings.map((finding) => acceptedDifference(finding, WHY));
  return saveXlsx(bytes, { kept: { accepted: acceptedTexts(records) } }).bytes;
}

function check(bytes: Uint8Array, ...options: readonly string[]): { status: number | null; out: string } {
  const path = join(folder, "预算.xlsx");
  writeFileSync(path, bytes);
  const { status, stdout } = spawnSync(process.execPath, ["bin/gouji.mjs", "check", path, ...options], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, out: stdout };
}

const errors = wrong.findings.filter(({ severity }) => severity === "error");
const accepted = accepting(mistyped, errors);

test("the mistyped total gives errors at its cell", () => {
  expect(errors.length).toBeGreaterThan(1);
  expect(errors.some(({ sheet, cells }) => sheet === SHEET || cells.some(({ cell }) => cell === "E5"))).toBe(
    true,
  );
});

test("errors that are all accepted do not count for the status; JSON gives the reasons", () => {
  expect(check(mistyped).status).toBe(1);
  const { status, out } = check(accepted, "--json");
  const report = JSON.parse(out) as CheckReport;
  expect(status).toBe(0);
  expect(report.summary).toEqual({ ...wrong.summary, accepted: errors.length });
  expect(report.findings.filter((finding) => finding.accepted !== undefined)).toEqual(
    errors.map((finding) => ({ ...finding, accepted: { ...WHY, record: finding.id } })),
  );
});

test("one of them left open counts, and the summary names both kinds", () => {
  const [open, ...others] = errors;
  const { status, out } = check(accepting(mistyped, others));
  expect(status).toBe(1);
  expect(out).toContain(`错误 ${String(errors.length)} 处，`);
  expect(out).toContain(`其中 ${String(others.length)} 处已经说明。`);
  expect(out).toContain(`[错误] ${open?.message ?? ""}\n`);
  expect(out).toContain(`[错误·已说明] ${others[0]?.message ?? ""}（说明：${WHY.reason}；2026-03-31）`);
});

test("another amount there opens them again", () => {
  const changed = saveXlsx(accepted, {
    sheets: [{ sheet: SHEET, cells: [{ ...E5, content: { value: 365.95 } }] }],
  }).bytes;
  const { status, out } = check(changed);
  expect(status).toBe(1);
  expect(out).toContain(`（2026-03-31 曾说明“${WHY.reason}”，此后数据有变动，请重新核对）`);
  const { reopened, summary } = checkWorkbook(readXlsx(changed, "预算.xlsx"));
  expect({ reopened: reopened.length, accepted: summary.accepted }).toEqual({
    reopened: errors.length,
    accepted: 0,
  });
});

test("a sheet renamed in the file keeps them", () => {
  const renamed = saveXlsx(accepted, { sheets: [{ sheet: SHEET, rename: "支出" }] }).bytes;
  const { summary, reopened } = checkWorkbook(readXlsx(renamed, "预算.xlsx"));
  expect({ accepted: summary.accepted, reopened }).toEqual({ accepted: errors.length, reopened: [] });
});

test.each(["changsha-budget-2025", "hunan-self-evaluation-2024", "jiangsu-goals-2023"] as const)(
  "every finding of %s can be accepted, and all are open again with other figures",
  (name) => {
    const book = readCase(name);
    const { findings } = checkWorkbook(book);
    const texts = acceptedTexts(findings.map((finding) => acceptedDifference(finding, WHY)));
    const all = checkWorkbook({ ...book, accepted: texts });
    expect(all.summary.accepted).toBe(findings.length);
    expect(findings.length).toBeGreaterThan(0);
    const [first] = findings;
    if (first === undefined) return;
    const other = acceptedTexts([{ ...acceptedDifference(first, WHY), actual: "别的" }]);
    expect(checkWorkbook({ ...book, accepted: other }).reopened).toMatchObject([{ finding: first.id }]);
  },
);

test("with its amount corrected nothing is accepted or reopened", () => {
  const corrected = withCell(readXlsx(accepted, "预算.xlsx"), SHEET, E5, 265.94);
  const { summary, reopened } = checkWorkbook(corrected);
  expect({ error: summary.error, accepted: summary.accepted, reopened }).toEqual({
    error: 0,
    accepted: 0,
    reopened: [],
  });
});

describeWithLibreOffice("LibreOffice and accepted differences", () => {
  test("a file it has saved is checked with them", () => {
    const theirs = throughLibreOffice({ accepted }).get("accepted") ?? new Uint8Array();
    expect(checkWorkbook(readXlsx(theirs, "预算.xlsx")).summary.accepted).toBe(errors.length);
  }, 120_000);
});
