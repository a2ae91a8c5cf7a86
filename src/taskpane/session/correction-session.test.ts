import { parseA1Range, toA1, type CellRange } from "../../core/workbook/address";
import { checkWorkbook } from "../../core/check-workbook";
import type { CheckReport, Diagnosis } from "../../core/report";
import type { CellValue } from "../../core/workbook/snapshot";
import { ExcelWorkbookHost } from "../../excel";
import { drawnSheet, drawnWorkbook, openWorkbook } from "../../workbench/host/testing";
import { reportOf } from "../reports.testing";
import { createCheckSession, type CheckEngine } from "./session-store";

const SHEET = "预算03表";

function range(address: string): CellRange {
  const found = parseA1Range(address);
  if (found === null) throw new Error(address);
  return found;
}

function suspect(suggested: string, cell = "B2"): Diagnosis {
  return { sheet: SHEET, cell, actual: "210.36", suggested, confidence: 0.9, message: "", findings: [] };
}

/** A session over a sheet with this in B2, in memory under Microsoft's library, checked once. */
async function open(content: CellValue | { readonly formula: string } = 210.36, format = "#,##0.00") {
  const book = openWorkbook(drawnWorkbook(drawnSheet(SHEET, "项目 | 金额\n甲 |")), {
    evaluate: () => 210.36,
  });
  const sheet = book.model.sheet(SHEET);
  sheet.setNumberFormats(range("B2"), [[format]]);
  const write = (value: CellValue): void => {
    sheet.write(range("B2"), [[{ value }]]);
  };
  if (typeof content === "object" && "formula" in content) sheet.write(range("B2"), [[content]]);
  else write(content);
  const checked: unknown[] = [];
  const engine: CheckEngine = (snapshot): CheckReport => {
    const cell = snapshot.sheets[0]?.cells.find((one) => toA1(one) === "B2");
    checked.push(cell?.value ?? "");
    return { ...reportOf([], [SHEET]), diagnoses: [suspect("201.36")] };
  };
  const session = createCheckSession(new ExcelWorkbookHost(book.Excel), engine);
  await session.check();
  const held = (): readonly unknown[] => [
    sheet.formulas(range("B2"))[0]?.[0],
    sheet.values(range("B2"))[0]?.[0],
    sheet.numberFormats(range("B2"))[0]?.[0],
  ];
  return { session, corrections: session.corrections, sheet, write, checked, held };
}

describe("采用建议值", () => {
  test("writes the number, keeps the format, checks again; 撤销 brings back what was there and checks again", async () => {
    const { corrections, held, checked } = await open();
    await corrections.apply(suspect("201.36"));
    expect(held()).toEqual([null, 201.36, "#,##0.00"]);
    const [correction] = corrections.getState().applied;
    if (correction === undefined) throw new Error("not applied");
    await corrections.undo(correction);
    expect(held()).toEqual([null, 210.36, "#,##0.00"]);
    expect(checked).toEqual([210.36, 201.36, 210.36]);
    expect(corrections.getState()).toMatchObject({ applied: [], notice: { kind: "undone" }, busy: false });
  });

  test.each<[string, CellValue, string]>([
    ["a text with a letter in it", "2O1.36", "General"],
    ["an amount typed as text", "1,210.36", "General"],
    ["a text in a cell formatted as text", "0210.360", "@"],
    ["nothing", "", "0.00"],
  ])("撤销 restores %s as it was typed", async (_what, before, format) => {
    const { corrections, held } = await open(before, format);
    const unchanged = held();
    await corrections.apply(suspect("201.36"));
    expect(Number(held()[1])).toBe(201.36);
    const [correction] = corrections.getState().applied;
    if (correction === undefined) throw new Error("not applied");
    await corrections.undo(correction);
    expect(held()).toEqual(unchanged);
  });

  test("leaves a formula alone", async () => {
    const { corrections, held, checked } = await open({ formula: "=A1" });
    const unchanged = held();
    await corrections.apply(suspect("201.36"));
    expect(held()).toEqual(unchanged);
    expect(corrections.getState()).toMatchObject({ applied: [], notice: { kind: "formula" } });
    expect(checked).toHaveLength(1);
  });

  test("does not write the amount of a missing row over that of the row which is there", async () => {
    const { corrections, held } = await open();
    const unchanged = held();
    await corrections.apply({ ...suspect("201.36"), actual: null });
    expect(held()).toEqual(unchanged);
    expect(corrections.getState()).toMatchObject({ applied: [], notice: { kind: "missingRow" } });
  });

  test("leaves a cell alone that was changed after the check", async () => {
    const { corrections, write, held } = await open();
    write(999);
    await corrections.apply(suspect("201.36"));
    expect(held()[1]).toBe(999);
    expect(corrections.getState()).toMatchObject({ applied: [], notice: { kind: "changed" } });
  });

  test("撤销 leaves a cell alone that was changed after the correction", async () => {
    const { corrections, write, held } = await open();
    await corrections.apply(suspect("201.36"));
    write(5);
    const [correction] = corrections.getState().applied;
    if (correction === undefined) throw new Error("not applied");
    await corrections.undo(correction);
    expect(held()[1]).toBe(5);
    expect(corrections.getState()).toMatchObject({ applied: [], notice: { kind: "kept" } });
  });

  test("is refused on a protected sheet, in the host's words", async () => {
    const { corrections, sheet, held } = await open();
    sheet.protect();
    await corrections.apply(suspect("201.36"));
    expect(held()[1]).toBe(210.36);
    const { notice } = corrections.getState();
    expect(notice?.kind === "failed" && notice.problem.sentence).toContain("受保护");
  });

  test("corrects the slip that the engine finds in a table", async () => {
    const drawing = `
      预算02表 部门收入总表
      单位：万元
      科目编码 | 科目名称 | 合计 | 一般公共预算 | 政府性基金
      合计 | | 60.00 | 40.00 | 20.00
      201 | 一般公共服务支出 | 25.00 | 15.00 | 10.00
      208 | 社会保障和就业支出 | 53.00 | 25.00 | 10.00`;
    const book = openWorkbook(drawnWorkbook(drawnSheet("预算02表", drawing)));
    let report: CheckReport | null = null;
    const session = createCheckSession(
      new ExcelWorkbookHost(book.Excel),
      (snapshot) => (report = checkWorkbook(snapshot)),
    );
    await session.check();
    const [diagnosis] = (report as CheckReport | null)?.diagnoses ?? [];
    if (diagnosis === undefined) throw new Error("no diagnosis");
    expect(diagnosis).toMatchObject({ cell: "C6", suggested: "35.00" });
    await session.corrections.apply(diagnosis);
    expect(report).toMatchObject({ findings: [] });
  });
});
