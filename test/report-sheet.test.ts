import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorkbook } from "../src/core/check-workbook";
import { reportPlan } from "../src/core/report-sheet/report-plan";
import type { SheetSnapshot } from "../src/core/workbook/snapshot";
import { addPlannedSheets, readXlsx, saveXlsx } from "../src/xlsx";
import { CASES, casePath, readCase } from "./support/cases";
import { packageFaults } from "./xlsx/parts";

/* The report sheet (检查报告) of real workbooks, and `gouji check --report`. */

const folder = mkdtempSync(join(tmpdir(), "gouji-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = { date: "2026-03-31", version: "0.1.0" };
/** The texts of a column, from the row below a heading on. */
function below(sheet: SheetSnapshot | undefined, heading: string): string[] {
  const head = sheet?.cells.find(({ value }) => value === heading);
  return (sheet?.cells ?? [])
    .filter(({ row, column }) => column === head?.column && row > head.row)
    .map(({ value }) => String(value));
}

test.each(CASES)(
  "%s: every finding is on the report; a workbook with its report is checked as before",
  (name) => {
    const report = checkWorkbook(readCase(name));
    const plan = reportPlan(report, HEAD);
    const bytes = addPlannedSheets(readFileSync(casePath(name)), [plan]);
    expect(packageFaults(bytes)).toEqual([]);
    const again = readXlsx(bytes, report.file);
    expect(checkWorkbook(again)).toEqual(report);
    const sentences = below(again.sheets.at(-1), "问题").filter((text) => /^《/.test(text));
    expect(sentences.toSorted()).toEqual(
      report.findings
        .map(({ message }) => message)
        .filter((text) => /^《/.test(text))
        .toSorted(),
    );
    expect(report.findings.length).toBeGreaterThan(0);
  },
);

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function check(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/gouji.mjs", "check", ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, out: stdout, err: stderr };
}

describe("gouji check --report", () => {
  const output = join(folder, "报告.xlsx");
  const wrong = join(folder, "预算.xlsx");
  writeFileSync(
    wrong,
    saveXlsx(readFileSync(casePath("hunan-budget-2026")), {
      sheets: [{ sheet: "预算03表 支出总表", cells: [{ row: 11, column: 2, content: { value: 210.36 } }] }],
    }).bytes,
  );

  test("writes a workbook of its own with the unit, the cause and the figures, and prints as without", () => {
    const plain = check(wrong);
    expect(check(wrong, "--report", output)).toEqual(plain);
    expect(plain.status).toBe(1);
    const { sheets } = readXlsx(readFileSync(output), "报告.xlsx");
    expect(sheets.map(({ name }) => name)).toEqual(["检查报告"]);
    const texts = sheets[0]?.cells.map(({ value }) => value) ?? [];
    expect(texts).toEqual(
      expect.arrayContaining([
        "湖南省市场监督管理局",
        "预算.xlsx",
        "尚有 3 处错误没有更正，也没有说明。",
        "原因1：疑点在这个单元格，引起以下 3 处问题",
        "C12",
        210.36,
        120.36,
      ]),
    );
  });

  test("the report itself holds no budget table", () => {
    expect(check(output)).toMatchObject({ status: 2, out: "" });
  });

  test.each([
    ["a file that is there is not overwritten", "预算.xlsx", /^“.*预算\.xlsx”已经存在，没有覆盖，.*。\n$/],
    ["another kind of file", "报告.pdf", /^检查报告写成 \.xlsx 工作簿，“.*报告\.pdf”请改以 \.xlsx 结尾。\n$/],
    ["a folder that is not there", join("没有", "报告.xlsx"), /^文件“.*”写不进去（ENOENT），.*。\n$/],
  ])("%s: one line, status 2", (_what, name, sentence) => {
    const size = statSync(wrong).size;
    const { status, out, err } = check(wrong, "--report", join(folder, name));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(statSync(wrong).size).toBe(size);
  });
});
