import { ExcelError } from "./excel-error";
import type { Json } from "./protocol";

/** “#RRGGBB” in capitals; "" stays "" (none). Anything else, names of colours too, is `InvalidArgument` here. */
export function colorOf(value: Json): string {
  if (value === "") return "";
  if (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)) return value.toUpperCase();
  throw new ExcelError("InvalidArgument", "a colour is written #RRGGBB");
}

export function textOf(value: Json): string {
  if (typeof value === "string") return value;
  throw new ExcelError("InvalidArgument", "a text is needed");
}

export function numberOf(value: Json): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new ExcelError("InvalidArgument", "a number is needed");
}

export function booleanOf(value: Json): boolean {
  if (typeof value === "boolean") return value;
  throw new ExcelError("InvalidArgument", "true or false is needed");
}
