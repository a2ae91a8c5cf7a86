import { isFormulaError, type Argument } from "../src/core/formulas/formula-value";
import { normaliseName } from "../src/core/classification/normalise";
import { parseA1Range, toA1 } from "../src/core/workbook/address";
import { isBlankText, parseDecimalText } from "../src/core/workbook/decimal-text";
import { sheetGrid, textOf, type SheetGrid } from "../src/core/workbook/grid";
import type { Cell } from "../src/core/workbook/snapshot";
import { readCase, type CaseName } from "./support/cases";
import { evaluateCall, moved, type ReadRange } from "./support/formula-call";

/*
 * Figures that the real workbooks print, worked out again by the custom functions from the cells beside them. A formula stands for the
 * first cell of a range and is filled over it, as one does in Excel. What comes out otherwise is told, with its reason.
 */

interface Figures {
  readonly file: CaseName;
  /** First characters of the sheet's name. */
  readonly sheet: string;
  /** The printed figures. */
  readonly at: string;
  /** Of the first of them. */
  readonly formula: string;
  /** What every cell has to give, where the figure itself is an argument: a sum that holds gives 0. */
  readonly gives?: number;
  /** Results other than the printed figure, by cell, with the reason. */
  readonly except?: Readonly<Record<string, readonly [result: string, why: string]>>;
}

/** Cells for which no score can be worked out, and why. */
function without(cells: string, why: string): NonNullable<Figures["except"]> {
  return Object.fromEntries(cells.split(" ").map((cell) => [cell, ["#N/A", why]]));
}

const SENTENCE = "实际完成值是一段叙述，没有可以与目标比较的数";

const FUND = { file: "hunan-special-fund-2023" } as const;
const EVALUATION = { file: "hunan-self-evaluation-2024" } as const;
const BUDGET = { file: "hunan-budget-2026" } as const;
const CITY = { file: "changsha-budget-2025" } as const;

const FIGURES: readonly Figures[] = [
  {
    ...FUND,
    sheet: "附件1",
    at: "AD7:AD40",
    formula: "=EXEC_RATE(AA7,C7)",
    except: { AD7: ["0.8398", "164.61 ÷ 196.00；印的 83.99% 是按 164.6126 算的"] },
  },
  { ...FUND, sheet: "附件1", at: "AE7:AE40", formula: "=EXEC_RATE(AB7,D7)" },
  { ...FUND, sheet: "附件1", at: "AF7:AF40", formula: "=执行率(AC7,E7)" },
  { ...FUND, sheet: "附件4", at: "H6", formula: "=EXEC_RATE(F6,E6)" },
  { ...FUND, sheet: "附件4", at: "I6", formula: "=EXEC_SCORE(G6,H6)" },
  {
    ...FUND,
    sheet: "附件4",
    at: "H13:H201",
    formula: '=TARGET_SCORE(E13,F13,G13,"达标得满分，否则不得分")',
    except: {
      ...without("H23", "目标是算式“全省存量企业数*3%”"),
      ...without("H45", "目标“45家组织3个人”是两个数连写"),
      ...without("H139", "目标“100%通过国家知识产权局验收”不只是一个数"),
    },
  },
  { ...FUND, sheet: "附件1", at: "E7:E40", formula: "=SUM_CHECK(E7,C7:D7)", gives: 0 },
  { ...FUND, sheet: "附件1", at: "AC7:AC40", formula: "=SUM_CHECK(AC7,AA7:AB7)", gives: 0 },
  { ...FUND, sheet: "附件1", at: "AC7:AC40", formula: "=SUM_CHECK(AC7,F7:Z7)", gives: 0 },
  { ...FUND, sheet: "附件1", at: "C40:AC40", formula: "=合计校验(C40,C7:C39)", gives: 0 },
  { ...FUND, sheet: "附件2", at: "C5:C28", formula: "=SUM_CHECK(C5,D5:AI5)", gives: 0 },
  { ...FUND, sheet: "附件2", at: "C10:AI10", formula: "=SUM_CHECK(C10,C11:C16)", gives: 0 },
  { ...FUND, sheet: "附件2", at: "C17:AI17", formula: "=SUM_CHECK(C17,C18:C27)", gives: 0 },
  { ...EVALUATION, sheet: "附件1", at: "F3", formula: "=CONTROL_RATE(D3,B3)" },
  {
    ...EVALUATION,
    sheet: "附件1",
    at: "D23",
    formula: "=CONTROL_RATE(C23,B23)",
    except: { D23: ["#DIV/0!", "没有完工项目，批复规模是 0，没有控制率"] },
  },
  {
    ...EVALUATION,
    sheet: "附件1",
    at: "G23",
    formula: "=控制率(F23,E23)",
    except: { G23: ["#DIV/0!", "没有完工项目，预算投资是 0，没有控制率"] },
  },
  {
    ...EVALUATION,
    sheet: "附件2",
    at: "H4",
    formula: "=EXEC_RATE(F4,E4)",
    except: { H4: ["0.9646", "7064.68 ÷ 7324.16 = 96.457%；印的 96.45% 截去了尾数"] },
  },
  {
    ...EVALUATION,
    sheet: "附件2",
    at: "I4",
    formula: "=EXEC_SCORE(G4,H4)",
    except: { I4: ["9.65", "10 × 96.45% 四舍五入；印的 9.64 截去了尾数"] },
  },
  { ...EVALUATION, sheet: "附件2", at: "I4", formula: "=执行得分(G4,H4,2,TRUE)" },
  {
    ...EVALUATION,
    sheet: "附件2",
    at: "H13:H33",
    formula: "=TARGET_SCORE(E13,F13,G13)",
    except: without("H13 H14 H15 H16 H17 H18 H19 H20 H22 H23 H24 H25 H27 H28 H29 H30 H31", SENTENCE),
  },
  {
    ...EVALUATION,
    sheet: "附件2",
    at: "H34",
    formula: "=SUM_CHECK(H34,H13:H33)",
    gives: 0,
    except: { H34: ["9.64", "总分里还有预算执行的 9.64 分"] },
  },
  { ...EVALUATION, sheet: "附件3-1", at: "H5", formula: "=EXEC_RATE(F5,E5)" },
  { ...EVALUATION, sheet: "附件3-1", at: "I5", formula: "=EXEC_SCORE(G5,H5)" },
  {
    ...EVALUATION,
    sheet: "附件3-1",
    at: "H12:H28",
    formula: "=指标得分(E12,F12,G12)",
    except: without("H12 H15 H16 H17 H18 H21 H23 H24 H25 H26 H27", SENTENCE),
  },
  { ...EVALUATION, sheet: "附件3-2", at: "H5", formula: "=EXEC_RATE(F5,E5)" },
  { ...EVALUATION, sheet: "附件3-2", at: "I5", formula: "=EXEC_SCORE(G5,H5)" },
  {
    ...EVALUATION,
    sheet: "附件3-2",
    at: "H12:H22",
    formula: "=TARGET_SCORE(E12,F12,G12)",
    except: without("H12 H13 H14 H15 H16 H18 H19 H20 H21", SENTENCE),
  },
  { ...BUDGET, sheet: "预算03表", at: "C5:C22", formula: "=SUM_CHECK(C5,D5:H5)", gives: 0 },
  { ...BUDGET, sheet: "预算03表", at: "B8:B27", formula: "=CODE_NAME(A8)" },
  { ...BUDGET, sheet: "预算05表", at: "K6:K8", formula: "=SUM_CHECK(K6,L6:T6)", gives: 0 },
  {
    ...BUDGET,
    sheet: "预算05表",
    at: "K6:K8",
    formula: "=SUM_CHECK(K6,L6:T6,15)",
    gives: 0,
    except: Object.fromEntries(
      ["K6", "K7", "K8"].map((cell) => [cell, ["-0.01", "尾差：205.24 应为 205.23"] as const]),
    ),
  },
  { ...CITY, sheet: "3部门支出总表", at: "E6:E12", formula: "=SUM_CHECK(E6,F6:J6)", gives: 0 },
  { ...CITY, sheet: "6一般公共预算基本支出表", at: "C5:C40", formula: "=SUM_CHECK(C5,D5:E5)", gives: 0 },
  { ...CITY, sheet: "6一般公共预算基本支出表", at: "B6:B40", formula: "=科目名称(A6)" },
];

const grids = new Map<string, SheetGrid>();

function gridOf(file: CaseName, name: string): SheetGrid {
  const key = `${file} ${name}`;
  const known = grids.get(key);
  if (known !== undefined) return known;
  const sheet = readCase(file).sheets.find((each) => each.name.startsWith(name));
  if (sheet === undefined) throw new Error(`${file} has no sheet ${name}`);
  const grid = sheetGrid(sheet);
  grids.set(key, grid);
  return grid;
}

interface Case {
  readonly cell: string;
  readonly title: string;
  readonly result: Argument;
  readonly expected: string;
}

/** Every printed figure with what the formula gives for it. A part of a merged area and a blank have none. */
function casesOf({ file, sheet, at, formula, gives, except = {} }: Figures): readonly Case[] {
  const grid = gridOf(file, sheet);
  const range = parseA1Range(at);
  if (range === null) throw new Error(`${at} is no range`);
  const readRange: ReadRange = (_own, { top, left, bottom, right }) =>
    Array.from({ length: bottom - top + 1 }, (_row, row) =>
      Array.from(
        { length: right - left + 1 },
        (_cell, column) => grid.at(top + row, left + column)?.value ?? null,
      ),
    );
  const cases: Case[] = [];
  for (let { top: row } = range; row <= range.bottom; row++) {
    for (let { left: column } = range; column <= range.right; column++) {
      const printed = grid.at(row, column);
      if (printed === undefined) continue;
      const filled = moved(formula, row - range.top, column - range.left);
      const result = evaluateCall(filled, readRange)[0]?.[0] ?? null;
      const cell = toA1({ row, column });
      const exception = except[cell];
      const expected = exception?.[0] ?? String(gives ?? figureOf(printed));
      const why = exception === undefined ? "" : `: ${exception[1]}`;
      cases.push({
        cell,
        title: `${file} ${sheet}!${cell} “${textOf(printed)}” ${filled}${why}`,
        result,
        expected,
      });
    }
  }
  return cases;
}

/** What a cell prints: a number, or a text in one spelling; a mark for “none” stands for the error that says why. */
function figureOf(cell: Cell): number | string {
  if (typeof cell.value === "number") return cell.value;
  const text = textOf(cell);
  return isBlankText(text) ? "#DIV/0!" : (parseDecimalText(text)?.toNumber() ?? normaliseName(text));
}

const shownCell = (result: Argument): string =>
  isFormulaError(result) ? result.error : normaliseName(String(result));

const CASES = FIGURES.flatMap(casesOf);

test("more than 300 printed figures are worked out again, nearly all as they are printed", () => {
  const explained = FIGURES.reduce((count, { except = {} }) => count + Object.keys(except).length, 0);
  expect(CASES.length).toBeGreaterThan(600);
  expect(explained).toBeLessThan(60);
});

test("every range holds figures, and every explanation is about one of them", () => {
  for (const figures of FIGURES) {
    const cells = casesOf(figures).map(({ cell }) => cell);
    expect([figures.at, cells.length > 0]).toEqual([figures.at, true]);
    expect(cells).toEqual(expect.arrayContaining(Object.keys(figures.except ?? {})));
  }
});

test.each(CASES.map((each) => [each.title, each] as const))("%s", (_title, { result, expected }) => {
  expect(shownCell(result)).toBe(expected);
});
