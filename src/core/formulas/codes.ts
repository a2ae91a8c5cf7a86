import {
  departmentalEconomic,
  economicCorrespondence,
  functional,
  governmentalEconomic,
  type CodeBook,
  type UnitKind,
} from "../classification/codebooks";
import { normaliseName } from "../classification/normalise";
import { decimalOf } from "./arguments";
import { elementWise } from "./element-wise";
import {
  isFormulaError,
  type Argument,
  type FormulaError,
  type FormulaResult,
  type Grid,
} from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";
import { readText } from "./read-target-cells";

/* Codes of the 政府收支分类科目: 类 3, 款 5, 项 7 digits. The first digit tells the classification. */

/** Code books by the first digit of their codes. */
const BOOKS: ReadonlyMap<string, CodeBook> = new Map([
  ["2", functional],
  ["3", departmentalEconomic],
  ["5", governmentalEconomic],
]);

/** 科目名称: the present name of a code of the functional or either economic classification; a code no book has is #N/A. */
export function codeName(code: Grid<Argument>): Grid<FormulaResult> {
  return ofCode(code, (digits) => bookOf(digits)?.nameOf(digits) ?? formulaErrors.unknownCode(digits));
}

/**
 * 上级科目: the code one level up, a number where the code is a number and else a text; also for codes no book has. A 类 has none: #N/A.
 */
export function codeParent(code: Grid<Argument>): Grid<FormulaResult> {
  return ofCode(code, (digits, isNumber) => {
    const parent = functional.parentOf(digits);
    if (parent === null) return formulaErrors.topCode(digits);
    return isNumber ? Number(parent) : parent;
  });
}

/**
 * 经济分类对照: the codes of the other economic classification that correspond to a 款, or to a 类 the 类; several are joined by “、”.
 * 30101 is 50101 in an administrative unit and 50501 in a public institution: `unitKind` tells which (行政, 参公 or 事业; blank: both). A code
 * without counterpart is #N/A with the reason. Source: 财预〔2017〕98号 附件3.
 */
export function econMap(code: Grid<Argument>, unitKind: Grid<Argument> = [[null]]): Grid<FormulaResult> {
  return elementWise(
    [
      { parameter: PARAMETER.code, cells: code },
      { parameter: PARAMETER.unitKind, cells: unitKind },
    ],
    (codeCell, kindCell) => {
      const digits = readCode(codeCell);
      if (digits === null) return "";
      if (isFormulaError(digits)) return digits;
      const kind = readUnitKind(kindCell);
      return isFormulaError(kind) ? kind : counterparts(digits, kind);
    },
  );
}

function counterparts(digits: string, kind: UnitKind): FormulaResult {
  const book = bookOf(digits);
  if (book !== departmentalEconomic && book !== governmentalEconomic)
    return formulaErrors.noEconomicCode(digits);
  const name = book.nameOf(digits);
  if (name === null) return formulaErrors.unknownCode(digits);
  const [side, other] =
    book === departmentalEconomic
      ? (["departmental", "governmental"] as const)
      : (["governmental", "departmental"] as const);
  const pairs = economicCorrespondence.pairsOf(side, digits, kind);
  const codes = new Set(pairs.map((pair) => pair[other].slice(0, digits.length)));
  if (codes.size > 0) return [...codes].join("、");
  const without = economicCorrespondence.without.find(
    ({ book: of, code }) => of === side && code.startsWith(digits),
  );
  return formulaErrors.noCounterpart(digits, name, without?.note ?? null);
}

/** Words for kinds of units; units run by the civil service law (参公) count as administrative. */
const UNIT_KINDS: ReadonlyMap<string, UnitKind> = new Map([
  ["", "both"],
  ["行政", "administrative"],
  ["行政单位", "administrative"],
  ["参公", "administrative"],
  ["参公单位", "administrative"],
  ["参公事业单位", "administrative"],
  ["事业", "institution"],
  ["事业单位", "institution"],
]);

function readUnitKind(cell: Argument): UnitKind | FormulaError {
  // Excel for Windows hands a blank over as 0.
  const text = cell === 0 ? "" : readText(cell, PARAMETER.unitKind);
  if (isFormulaError(text)) return text;
  return UNIT_KINDS.get(normaliseName(text)) ?? formulaErrors.notAUnitKind(text.trim());
}

function bookOf(digits: string): CodeBook | undefined {
  return BOOKS.get(digits.charAt(0));
}

/** Applies `compute` to every code; blanks stay blank. */
function ofCode(
  code: Grid<Argument>,
  compute: (digits: string, isNumber: boolean) => FormulaResult,
): Grid<FormulaResult> {
  return elementWise([{ parameter: PARAMETER.code, cells: code }], (cell) => {
    const digits = readCode(cell);
    if (digits === null) return "";
    return isFormulaError(digits) ? digits : compute(digits, typeof cell === "number");
  });
}

/** Digits of a code; `null` for a blank (and for 0, as Excel for Windows hands a blank over). */
function readCode(cell: Argument): string | null | FormulaError {
  if (cell === null || cell === 0) return null;
  const text = typeof cell === "number" ? decimalOf(cell).toFixed() : readText(cell, PARAMETER.code);
  if (isFormulaError(text)) return text;
  const digits = normaliseName(text);
  if (digits === "") return null;
  return /^\d{3}(?:\d{2}){0,2}$/.test(digits) ? digits : formulaErrors.notACode(text.trim());
}
