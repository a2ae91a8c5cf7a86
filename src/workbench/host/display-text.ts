import { format } from "numfmt";
import { isMemberName } from "../../core/workbook/number-format";
import { isCellError } from "../../core/workbook/snapshot";
import type { Cell, CellValue } from "../../core/workbook/snapshot";

/** What a cell with this number format shows. */
export function displayText(value: CellValue, numberFormat: string): string {
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return format(isMemberName(numberFormat) ? "General" : numberFormat, value, {
    locale: "zh-CN",
    throws: false,
  });
}

/** A number format under which a cell of a snapshot shows as many decimals as it does there. */
export function numberFormatOf({ decimals, text }: Cell): string {
  if (decimals === null) return "General";
  const fraction = decimals === 0 ? "" : `.${"0".repeat(decimals)}`;
  return `${text.includes(",") ? "#,##0" : "0"}${fraction}${text.trimEnd().endsWith("%") ? "%" : ""}`;
}
