import fc from "fast-check";
import { readCase, type CaseName } from "../../../test/support/cases";
import { evaluateCall, shownResult } from "../../../test/support/formula-call";
import { analyseWorkbook } from "../analyse";
import { equationAt } from "../checks/equations";
import { VIOLATED } from "../checks/evaluate";
import { CellState, tableIndexOf, type Facts } from "../facts/facts";
import type { Cell, WorkbookSnapshot } from "../workbook/snapshot";
import { liPer } from "../workbook/money";
import type { Argument } from "./formula-value";
import { sumCheck } from "./sum-check";

test.each([
  ["=SUM_CHECK(10,{4;6})", "0"],
  ["=SUM_CHECK(10.01,{4;6})", "0"],
  // Two parts and the total may be off by half a cent each: 0.015 at most.
  ["=SUM_CHECK(10.02,{4;6})", "0.02"],
  ["=SUM_CHECK(9.98,{4;6})", "-0.02"],
  ["=SUM_CHECK(265.94,{205.24;60.71})", "0"],
  ["=SUM_CHECK(265.94,{205.24;60.71},15)", "-0.01"],
  ["=SUM_CHECK(0.3,{0.1,0.2},15)", "0"],
  // A cell that keeps more digits than the rest speaks with them: 0.0005 + 0.005 + 0.005.
  ["=SUM_CHECK(10.010,{4;6})", "0"],
  ["=SUM_CHECK(10.012,{4;6})", "0.012"],
  ["=SUM_CHECK(12,{4;6;2},0)", "0"],
  ["=SUM_CHECK(14,{4;6;2},0)", "0"],
  ["=SUM_CHECK(15,{4;6;2},0)", "3"],
  // Blanks are none and have nothing to be rounded.
  ['=SUM_CHECK(10.02,{4;6;"";"—";"/"})', "0.02"],
  ["=SUM_CHECK(10,{10;0})", "0"],
  ['=SUM_CHECK("",{0;0})', "0"],
  ['=SUM_CHECK("",{4;6})', "-10"],
  ['=SUM_CHECK("1,311.35","1,311.35")', "0"],
  ["=SUM_CHECK(-1,{2;-3})", "0"],
  // A row of totals under columns, a column of totals beside rows.
  ["=SUM_CHECK({5,7,10},{1,2,3;4,5,6})", "0 | 0 | 1"],
  ["=SUM_CHECK({6;16},{1,2,3;4,5,6})", "0; 1"],
  [
    "=SUM_CHECK({6,16},{1,2,3;4,5,6})",
    "#VALUE! 合计（1 行 2 列）应为一个单元格，或与明细（2 行 3 列）列数相同的一行、行数相同的一列。",
  ],
  ['=SUM_CHECK(10,{4,"六"})', "#VALUE! 明细区域第 1 行第 2 列：明细“六”不是数字。"],
  ['=SUM_CHECK({5,7},{1,"x";4,5})', "0 | #VALUE! 明细区域第 1 行第 2 列：明细“x”不是数字。"],
  ['=SUM_CHECK("十",{4,6})', "#VALUE! 合计“十”不是数字。"],
  ["=SUM_CHECK(10,{4;6},1.5)", "#NUM! 小数位数应为 0 到 15 的整数，不能是 1.5。"],
])("%s is %s", (formula, result) => {
  expect(shownResult(evaluateCall(formula))).toBe(result);
});

/** An amount of a fact in its table's unit, as a cell holds it. */
function argumentOf(facts: Facts, fact: number): Argument {
  if (facts.state[fact] !== CellState.number) return null;
  const unit = facts.tables[tableIndexOf(facts, fact)]?.unit ?? "万元";
  return Number(((facts.value[fact] ?? 0) / liPer(unit)).toPrecision(15));
}

/** The workbook with some of its amounts a few cents off. */
function slipped(workbook: WorkbookSnapshot, every: number, cents: number): WorkbookSnapshot {
  let seen = 0;
  const slip = (cell: Cell): Cell => {
    if (typeof cell.value !== "number" || cell.decimals !== 2 || cell.text.includes("%")) return cell;
    seen += 1;
    if (seen % every !== 0) return cell;
    const value = Math.round(cell.value * 100 + cents) / 100;
    return { ...cell, value, text: value.toFixed(2) };
  };
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(slip) })),
  };
}

const WORKBOOKS: readonly CaseName[] = [
  "hunan-budget-2026",
  "changsha-budget-2025",
  "hunan-special-fund-2023",
];

test("agrees with the engine on every sum of two decimals it checks, right and a few cents off", () => {
  let compared = 0;
  let violated = 0;
  for (const name of WORKBOOKS) {
    const workbook = readCase(name);
    for (const [every, cents] of [
      [1, 0],
      [3, 1],
      [4, 2],
      [5, -3],
      [7, 150],
    ] as const) {
      const { context, equations, verdicts } = analyseWorkbook(slipped(workbook, every, cents));
      const { facts } = context;
      for (let at = 0; at < equations.count; at++) {
        const { total, parts, relation } = equationAt(equations, at);
        const ownTable = tableIndexOf(facts, total);
        const isPlain = [total, ...parts].every(
          (fact) => facts.shownDecimals[fact] === 2 && tableIndexOf(facts, fact) === ownTable,
        );
        if (relation !== "equal" || !isPlain) continue;
        const [[result] = []] = sumCheck(
          [[argumentOf(facts, total)]],
          [parts.map((part) => argumentOf(facts, part))],
        );
        expect([name, at, result === 0]).toEqual([name, at, verdicts[at] !== VIOLATED]);
        compared += 1;
        if (verdicts[at] === VIOLATED) violated += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(2_000);
  expect(violated).toBeGreaterThan(200);
});

test("what it gives is total − sum, exactly, or 0", () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: -20, max: 20 }),
      (parts, off) => {
        const sum = parts.reduce((rest, part) => rest + part, 0);
        const [[result] = []] = sumCheck([[(sum + off) / 100]], [parts.map((part) => part / 100)]);
        // In half cents: 1 for each part and for the total.
        expect(result).toBe(2 * Math.abs(off) <= parts.length + 1 ? 0 : off / 100);
      },
    ),
  );
});
