import { columnLetters } from "../../../src/core/workbook/address";
import type { Cell, SheetSnapshot } from "../../../src/core/workbook/snapshot";
import { inOrder, isMoney, layoutOf, rowsOf, textCell } from "./layout";

/* Other ways to write the same amounts; everything stays where it stands. */

/** 1257.94 → “1,257.94”. */
export function grouped(value: number, decimals: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** “1,257.94” → “１，２５７．９４”. */
export function fullWidth(text: string): string {
  return text.replace(/[0-9,.-]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** Amounts typed as texts; `write` gives the text, null where the number stays. */
export function asText(
  sheet: SheetSnapshot,
  write: (value: number, at: number) => string | null,
): SheetSnapshot {
  let at = 0;
  return withMoney(sheet, (cell, value) => {
    const text = write(value, at++);
    return text === null ? cell : { ...cell, value: text, text, decimals: null };
  });
}

/** Amounts without a number format of their own, as Excel shows them under “General”. */
export function general(sheet: SheetSnapshot): SheetSnapshot {
  return withMoney(sheet, (cell, value) => ({ ...cell, text: String(value), decimals: null }));
}

export interface Unit {
  readonly name: "元" | "千元" | "亿元";
  /** One 万元 in this unit, as a power of ten. */
  readonly power: 4 | 1 | -4;
  /** Decimals the cells show; enough for every digit of 万元 with two decimals. */
  readonly decimals: 2 | 6;
  readonly line: (text: string) => string;
}

export const YUAN: Unit = {
  name: "元",
  power: 4,
  decimals: 2,
  line: (text) => text.replace(/(?:金额)?单位：万元$/, "金额单位：人民币元"),
};
export const THOUSANDS: Unit = {
  name: "千元",
  power: 1,
  decimals: 2,
  line: (text) => text.replace(/单位：万元$/, "单位: 千元"),
};
export const HUNDRED_MILLIONS: Unit = {
  name: "亿元",
  power: -4,
  decimals: 6,
  line: (text) => text.replace(/单位：万元$/, "单位：亿元"),
};

/** Amounts and unit lines of a sheet in 万元, exactly converted. */
export function inUnit(sheet: SheetSnapshot, { power, decimals, line }: Unit): SheetSnapshot {
  const converted = withMoney(sheet, (cell, value) => {
    const hundreds = Math.round(value * 100);
    // Hundreds of 元 written with a shifted point: no binary quotient in between.
    const exact = Number(`${String(hundreds)}e${String(power - 2)}`);
    return { ...cell, value: exact, text: grouped(exact, decimals), decimals };
  });
  const cells = converted.cells.map((cell) => {
    if (typeof cell.value !== "string") return cell;
    const text = line(cell.value);
    return { ...cell, value: text, text };
  });
  return { ...converted, cells };
}

/** “—” where nothing is due: in blank cells of rows and columns that hold amounts. */
export function dashes(sheet: SheetSnapshot): SheetSnapshot {
  const columns = new Set(sheet.cells.filter(isMoney).map(({ column }) => column));
  const marks = [...rowsOf(sheet)].flatMap(([row, cells]) => {
    if (!cells.some(isMoney)) return [];
    const filled = new Set(cells.map(({ column }) => column));
    return [...columns].filter((column) => !filled.has(column)).map((column) => textCell(row, column, "—"));
  });
  return { ...sheet, cells: inOrder([...sheet.cells, ...marks]) };
}

/** Total cells computed by a formula whose result is kept. */
export function withFormulas(sheet: SheetSnapshot): SheetSnapshot {
  const rows = rowsOf(sheet);
  const isTotalRow = (row: number): boolean =>
    (rows.get(row) ?? []).some(({ text }) => /^(?:.*合计|.*总计)$/.test(text.replace(/\s/g, "")));
  const { bodyTop } = layoutOf(sheet);
  return withMoney(sheet, (cell) => {
    if (!isTotalRow(cell.row)) return cell;
    const first = bodyTop < cell.row ? bodyTop + 1 : cell.row + 2;
    const last = bodyTop < cell.row ? cell.row : cell.row + 4;
    const letter = columnLetters(cell.column);
    return { ...cell, formula: `=SUM(${letter}${String(first)}:${letter}${String(last)})` };
  });
}

function withMoney(sheet: SheetSnapshot, change: (cell: Cell, value: number) => Cell): SheetSnapshot {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => (isMoney(cell) ? change(cell, Number(cell.value)) : cell)),
  };
}
