import { unitOfHeading, unitOfLine, liPer, type MoneyUnit } from "../../workbook/money";
import type { SheetLines } from "./sheet-lines";
import type { TemplateShape } from "./template-shape";

/** Rows at the top in which a sheet states its unit of money. */
const TOP_ROWS = 40;

/**
 * By how many decimal places a sheet's amounts are to be shifted to be in the template's unit of money: −4 for a sheet in 元
 * and a template in 万元; 0 where one of them states none.
 */
export function moneyShift(shape: TemplateShape, lines: SheetLines): number {
  const words = shape.template.cells.map(({ text }) => text);
  const texts = lines.rows
    .slice(0, TOP_ROWS)
    .flatMap((row) => lines.textsOf(row).map(({ written }) => written));
  const [wanted, given] = [unitAmong(words), unitAmong(texts)];
  return wanted === null || given === null ? 0 : Math.round(Math.log10(liPer(given) / liPer(wanted)));
}

/** The first line that states a unit; headings such as “项目资金（万元）” do where there is none. */
function unitAmong(texts: readonly string[]): MoneyUnit | null {
  return firstUnit(texts, unitOfLine) ?? firstUnit(texts, unitOfHeading);
}

function firstUnit(texts: readonly string[], unitOf: (text: string) => MoneyUnit | null): MoneyUnit | null {
  for (const text of texts) {
    const unit = unitOf(text);
    if (unit !== null) return unit;
  }
  return null;
}
