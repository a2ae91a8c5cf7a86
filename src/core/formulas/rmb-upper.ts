import Decimal from "decimal.js";
import { readAmount, readTruthValue } from "./arguments";
import { elementWise } from "./element-wise";
import { roundHalfUp } from "./exact";
import { isFormulaError, type Argument, type FormulaResult, type Grid } from "./formula-value";
import { formulaErrors, PARAMETER } from "./messages";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
/** Places within a group of four digits, from the right. */
const PLACES = ["", "拾", "佰", "仟"];
/** Groups of four digits, from the right: 元, 万, 亿, 万亿. */
const GROUPS = ["", "万", "亿", "万"];
const GROUP_SIZE = 4;
const YI = 2;

/** 9999 万亿 and what is below. */
const LIMIT = new Decimal(10).pow(GROUPS.length * GROUP_SIZE);
const FEN_DECIMALS = 2;

/**
 * 人民币大写: an amount in 元, rounded half up to 分, in capital characters, up to 9999 万亿; beyond it is #NUM!. Blank is 零元整. With `prefixed` it
 * begins with 人民币.
 *
 * Rules: 《正确填写票据和结算凭证的基本规定》 (支付结算办法, 银发〔1997〕393号, 附一): zeros in the middle are one 零, none at the end of the 元; 元 is followed by 零
 * where there are 分 and no 角. 整 stands behind 元 and 角, never behind 分 (会计基础工作规范, 第五十二条). Where the rules leave a 零 open, one zero
 * digit gives one 零 (壹拾万零柒仟元), and a 元 digit of 0 gives none before 角 (壹仟陆佰捌拾元叁角贰分).
 */
export function rmbUpper(amount: Grid<Argument>, prefixed: Argument = null): Grid<FormulaResult> {
  const isPrefixed = readTruthValue(prefixed, PARAMETER.prefixed);
  if (isFormulaError(isPrefixed)) return [[isPrefixed]];
  return elementWise([{ parameter: PARAMETER.amount, cells: amount }], (cell) => {
    const value = readAmount(cell, PARAMETER.amount) ?? new Decimal(0);
    if (isFormulaError(value)) return value;
    const rounded = roundHalfUp(value, FEN_DECIMALS);
    if (rounded.abs().gte(LIMIT)) return formulaErrors.rmbTooLarge();
    return `${isPrefixed ? "人民币" : ""}${inCapitals(rounded)}`;
  });
}

/** An amount with at most two decimals. */
function inCapitals(amount: Decimal): string {
  const [yuan = "0", fraction = ""] = amount.abs().toFixed(FEN_DECIMALS).split(".");
  const [jiao = 0, fen = 0] = [...fraction].map(Number);
  const sign = amount.isNegative() && !amount.isZero() ? "负" : "";
  const whole = yuan === "0" ? "" : `${wholeInCapitals(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${sign}${whole === "" ? "零元" : whole}整`;
  const jiaoText = jiao > 0 ? `${digit(jiao)}角` : whole === "" ? "" : DIGITS.charAt(0);
  return `${sign}${whole}${jiaoText}${fen > 0 ? `${digit(fen)}分` : "整"}`;
}

/** Digits of a whole number above 0. */
function wholeInCapitals(digits: string): string {
  const padded = digits.padStart(GROUPS.length * GROUP_SIZE, "0");
  let text = "";
  /** A zero has been passed since the last digit that was written. */
  let zero = false;
  for (let at = 0; at < padded.length; at++) {
    const value = Number(padded.charAt(at));
    const fromRight = padded.length - 1 - at;
    if (value === 0) zero = text !== "";
    else {
      text += `${zero ? DIGITS.charAt(0) : ""}${digit(value)}${PLACES[fromRight % GROUP_SIZE] ?? ""}`;
      zero = false;
    }
    if (fromRight % GROUP_SIZE !== 0) continue;
    const group = fromRight / GROUP_SIZE;
    // 亿 is the unit of both groups above it: 壹万亿, 壹万零壹亿.
    const isFilled = group === YI ? text !== "" : Number(padded.slice(at - GROUP_SIZE + 1, at + 1)) > 0;
    if (isFilled) text += GROUPS[group] ?? "";
  }
  return text;
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}
