import { toA1 } from "../workbook/address";
import type { CalendarDay } from "./date-target";
import type { LineCell } from "./indicator";
import type { AmountModel, TargetModel, ValueModel } from "./model";
import type { Quantity, Range, Target } from "./target";

/** A target or an actual value as plain JSON; null where the cell is blank. */
export function describeTarget(target: Target | null, cell: LineCell | undefined): TargetModel | null {
  if (target === null || cell === undefined) return null;
  return {
    cell: toA1(cell),
    text: target.text.trim(),
    remarks: target.remarks.map(({ message }) => message),
    ...valueOf(target),
  };
}

function valueOf(target: Target): ValueModel {
  switch (target.kind) {
    case "quantity":
    case "range":
      return amountOf(target);
    case "several":
      return { kind: "several", parts: target.parts.map(amountOf) };
    case "date":
      return { kind: "date", from: dayText(target.from), to: dayText(target.to), deadline: target.deadline };
    case "recurring":
      return { kind: "recurring", every: target.every, day: target.day };
    case "qualitative":
      return { kind: "qualitative", words: target.words };
    case "unread":
      return { kind: "unread", reason: target.reason, mentions: target.mentions.map(amountOf) };
  }
}

function amountOf(amount: Quantity | Range): AmountModel {
  const { label, change } = amount;
  if (amount.kind === "quantity") {
    const { operator, approximation, value, unit } = amount;
    return {
      kind: "quantity",
      label,
      operator,
      change,
      approximation,
      value: value.toFixed(),
      unit: unit.text,
    };
  }
  const { low, lowUnit, high, highUnit } = amount;
  return {
    kind: "range",
    label,
    change,
    low: low.toFixed(),
    lowUnit: lowUnit.text,
    high: high.toFixed(),
    highUnit: highUnit.text,
  };
}

/** 2026-12-31, or 12-31 where no year is written. */
function dayText({ year, month, day }: CalendarDay): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const monthAndDay = `${two(month)}-${two(day)}`;
  return year === null ? monthAndDay : `${String(year)}-${monthAndDay}`;
}
