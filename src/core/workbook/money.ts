/**
 * An amount of money in 厘 (1/1000 元), a whole number. Amounts of all tables meet in this unit, whatever unit a
 * table prints. Whole numbers below 2⁵³ add exactly; that is 9 万亿元, more than any department's budget.
 */
export type Amount = number;

/** Unit a table prints its amounts in. */
export type MoneyUnit = "元" | "千元" | "万元" | "百万元" | "亿元";

/** 厘 in one unit. */
const LI: Readonly<Record<MoneyUnit, number>> = {
  元: 1e3,
  千元: 1e6,
  万元: 1e7,
  百万元: 1e9,
  亿元: 1e11,
};

/** Decimals at which a unit reaches 分, the smallest money there is: 2 for 元, 6 for 万元, 10 for 亿元. */
const FEN_DECIMALS: Readonly<Record<MoneyUnit, number>> = { 元: 2, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10 };

const LI_PER_FEN = 10;

export const LARGEST_AMOUNT: Amount = Number.MAX_SAFE_INTEGER;

export function isMoneyUnit(text: string): text is MoneyUnit {
  return Object.hasOwn(LI, text);
}

/** Factor from a unit to 厘. */
export function liPer(unit: MoneyUnit): number {
  return LI[unit];
}

/** Decimals below which digits of an amount in this unit are no money: noise of binary numbers or quotients. */
export function fenDecimals(unit: MoneyUnit): number {
  return FEN_DECIMALS[unit];
}

/**
 * The unit a unit line states: “单位：万元”, “金额单位: 元”, “（单位：人民币亿元）”; null where the text is none.
 * A column title such as “预算数（万元）” is no unit line.
 */
export function unitOfLine(text: string): MoneyUnit | null {
  const compact = text.replace(/\s/g, "");
  const match = /单位[:：](?:人民币)?(元|千元|万元|百万元|亿元)/.exec(compact);
  return match === null ? null : (match[1] as MoneyUnit);
}

/** The unit behind a heading: “预算数（万元）”; null where there is none. */
export function unitOfHeading(text: string): MoneyUnit | null {
  const match = /[（(](?:单位[:：])?(?:人民币)?(元|千元|万元|百万元|亿元)[)）]$/.exec(
    text.replace(/\s/g, ""),
  );
  return match === null ? null : (match[1] as MoneyUnit);
}

/** An amount as a plain decimal in the table's unit, with at least `decimals` places and down to 分: "1257.94". */
export function amountText(amount: Amount, unit: MoneyUnit, decimals: number): string {
  const places = FEN_DECIMALS[unit];
  const fen = Math.round(Math.abs(amount) / LI_PER_FEN);
  const digits = String(fen).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "").padEnd(Math.min(decimals, places), "0");
  const sign = amount < 0 && fen > 0 ? "-" : "";
  return `${sign}${digits.slice(0, -places)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** A decimal text with thousands separators: 1311.34 → 1,311.34. */
export function withSeparators(amount: string): string {
  return amount.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\..*)/g, ",");
}
