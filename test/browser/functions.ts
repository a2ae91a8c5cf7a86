import assert from "node:assert/strict";
import { callAlone } from "./functions-alone";
import { callSeconds, CALLS } from "./many-calls";
import { step, type Step } from "./steps";
import type { WorkbenchPage } from "./workbench-page";

const SHEET = "公式";

/** Waits until a cell has the value; shows what it has where it never does. */
async function settled(workbench: WorkbenchPage, cell: string, expected: unknown): Promise<void> {
  let last: unknown;
  for (const start = Date.now(); Date.now() - start < 15_000; await workbench.page.waitForTimeout(100)) {
    last = await workbench.value(SHEET, cell);
    if (last === expected) return;
  }
  assert.equal(last, expected, cell);
}

async function write({ page }: WorkbenchPage, cells: readonly (readonly [cell: string, formula: string])[]) {
  await page.evaluate(
    ([name, written]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        for (const [cell, formula] of written) sheet.getRange(cell).formulas = [[formula]];
        await context.sync();
      }),
    [SHEET, cells] as const,
  );
}

/** What each function shows in a cell, under its Chinese name or under its Latin one. */
const VALUES: readonly (readonly [cell: string, formula: string, value: unknown])[] = [
  ["A1", "=执行率(31610.23,33085)", 0.9554],
  ["A2", "=执行得分(10,执行率(31610.23,33085))", 9.55],
  ["A3", "=SCORE_DEVIATION(10,A2)", -0.45],
  ["A4", "=控制率(55,66)", 0.8333],
  ["A5", "=CHANGE_RATE(36.16,51)", -0.291],
  ["A6", "=占比率(265.94,1311.34)", 0.2028],
  ["A7", '=是否达标("≥2.5万人次","26710人次")', true],
  ["A8", '=TARGET_DEVIATION("≥300次","400次")', 0.3333],
  ["A9", '=指标得分("≥10次","8次",5,"每少1次扣0.5分，扣完为止")', 4],
  ["A10", '=时限达成("6月底","2026年7月3日",2026)', false],
  ["A11", "=合计校验(29,{10;18.5})", 0.5],
  ["A12", "=元转万元(13113412.35,2)", 1311.34],
  ["A13", "=TO_YUAN(A12)", 13113400],
  ["A14", "=人民币大写(A13)", "壹仟叁佰壹拾壹万叁仟肆佰元整"],
  ["A15", "=科目名称(上级科目(2011499))", "知识产权事务"],
  ["A16", "=经济分类对照(30101)", "50101、50501"],
  ["A17", "=执行率(1,0)", "#DIV/0!"],
  ["A18", '=执行率("12.3O",1)', "#VALUE!"],
  ["A19", "=控制率(1,3,16)", "#NUM!"],
  ["A20", '=是否达标("≥300次","400余家")', "#N/A"],
  ["A21", "=IF(A7,A1*100,0)", 95.54],
];

/** The custom functions in cells, through Microsoft's runtime. */
export const functions: readonly Step<WorkbenchPage>[] = [
  step("typed under its Chinese name, a function computes", async (workbench) => {
    await workbench.page.evaluate(
      (name) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.add(name).activate();
          await context.sync();
        }),
      SHEET,
    );
    await workbench.type("A1", "=执行率(31610.23,33085)");
    await settled(workbench, "A1", 0.9554);
  }),
  step("values and errors, under Chinese and Latin names", async (workbench) => {
    await write(
      workbench,
      VALUES.map(([cell, formula]) => [cell, formula]),
    );
    for (const [cell, , value] of VALUES) await settled(workbench, cell, value);
    await workbench.screenshot("functions-all");
  }),
  step("a range spills, each cell with its own result", async (workbench) => {
    await write(workbench, [
      ["C1", "≥95%"],
      ["C2", "≥3次"],
      ["C3", "优秀"],
      ["D1", "96%"],
      ["D2", "2次"],
      ["D3", "26件"],
      ["E1", "=是否达标(C1:C3,D1:D3)"],
    ]);
    await settled(workbench, "E1", true);
    await settled(workbench, "E2", false);
    await settled(workbench, "E3", "#N/A");
  }),
  step("a changed argument computes everything that depends on it again", async (workbench) => {
    await write(workbench, [
      ["G1", "100"],
      ["G2", "=执行率(50,G1)"],
      ["G3", "=执行得分(10,G2)"],
      ["G4", "=G3*2"],
    ]);
    await settled(workbench, "G4", 10);
    await workbench.type("G1", "80");
    await settled(workbench, "G2", 0.625);
    await settled(workbench, "G3", 6.25);
    await settled(workbench, "G4", 12.5);
    await workbench.type("D2", "3次");
    await settled(workbench, "E2", true);
  }),
  step(`${String(CALLS)} calls settle, none stays waiting`, async (workbench) => {
    const { entered, changed } = await callSeconds(workbench);
    return `${entered.toFixed(1)} s, after a change of their argument ${changed.toFixed(1)} s`;
  }),
  step("they load alone, without the pane, and compute without a network", async ({ page }) => {
    const requests = await callAlone({ page, address: new URL(page.url()).origin }, [
      { id: "EXEC_RATE", parameters: [[[31610.23]], [[33085]]], answer: [[0.9554]] },
      { id: "EXEC_RATE_CN", parameters: [[[1]], [[0]]], answer: "error: 预算数为空或为 0，无法计算执行率。" },
      { id: "CODE_NAME_CN", parameters: [[[30201], [301]]], answer: [["办公费"], ["工资福利支出"]] },
      { id: "TARGET_MET", parameters: [[["≥95%"]], [[0.96]]], answer: [[true]] },
    ]);
    assert.deepEqual(requests, ["/alone.html", "/office-js/excel-win32-16.01.js", "/functions.js"]);
  }),
];
