import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { saveXlsx, type NewSheet } from "../../src/xlsx";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

interface Case {
  readonly file: string;
  /** The head line. */
  readonly summary: RegExp;
  /** A cell of a finding about an indicator. */
  readonly sheet: string;
  readonly cell: string;
}

/** The real workbooks with indicators; how many findings there are is tested with the engine. */
const CASES: readonly Case[] = [
  {
    file: "hunan-special-fund-2023.xlsx",
    summary: /^4 张表，[1-9]\d* 处错误，\d+ 处警告，\d+ 处尾差，\d+ 条提示/,
    sheet: "附件4 绩效目标完成情况汇总表",
    cell: "F47",
  },
  {
    file: "jiangsu-goals-2023.xlsx",
    summary: /^9 张表，无错误，\d+ 处警告，\d+ 条提示/,
    sheet: "检验检测业务成本",
    cell: "E35",
  },
  {
    file: "hunan-self-evaluation-2024.xlsx",
    summary: /^\d+ 张表，[1-9]\d* 处错误，\d+ 处警告，\d+ 处尾差/,
    sheet: "附件2 整体支出绩效自评表",
    cell: "E21",
  },
  {
    file: "changsha-budget-2025.xlsx",
    summary: /^10 张表，无错误，\d+ 处警告，\d+ 条提示/,
    sheet: "9项目支出绩效目标表",
    cell: "K25",
  },
];

const UNKNOWN = "村级补助";

/** A table of nobody's form; the total C6 is 10 too much. */
const UNKNOWN_SHEET: NewSheet = {
  name: UNKNOWN,
  cells: [
    ["2025年村级补助资金一览表"],
    ["单位：万元"],
    ["村名", "农业补助", "民政补助", "合计"],
    ["新华村", 12.5, 3.2, 15.7],
    ["光明村", 8, 4.1, 12.1],
    ["合计", 20.5, 17.3, 27.8],
  ].flatMap((line, row) => line.map((value, column) => ({ row, column, content: { value } }))),
};

/** Goals, self-evaluations and evaluations of special funds as they were published, checked in the page. */
export const performance: readonly Step<WorkbenchPage>[] = [
  ...CASES.map(({ file, summary, sheet, cell }) =>
    step<WorkbenchPage>(`${file}: checked, and a finding's cell is gone to`, async (workbench) => {
      await workbench.openFile(file, await readFile(`test/cases/${file}`));
      await workbench.check();
      const line = await workbench.summary();
      assert.match(line, summary);
      await (await workbench.findingLink(sheet, cell)).click();
      await workbench.page.waitForTimeout(500);
      assert.equal((await workbench.selected()).replaceAll("'", ""), `${sheet}!${cell}`);
      await workbench.screenshot(file.replace(".xlsx", ""));
      return line;
    }),
  ),
  step("a sheet of no known form is named, and its sums are checked", async (workbench) => {
    const changsha = await readFile("test/cases/changsha-budget-2025.xlsx");
    await workbench.openFile("补助.xlsx", saveXlsx(changsha, { added: [UNKNOWN_SHEET] }).bytes);
    await workbench.check();
    const line = await workbench.summary();
    assert.match(line, /^11 张表，\d+ 处错误/);
    assert.ok(line.includes(`其中 1 张没有相符的表样，只按版式核对了表内合计：${UNKNOWN}。`), line);
    await (await workbench.findingLink(UNKNOWN, "C6")).click();
    await workbench.page.waitForTimeout(500);
    assert.equal((await workbench.selected()).replaceAll("'", ""), `${UNKNOWN}!C6`);
    await workbench.screenshot("by-layout");
    return line;
  }),
];
