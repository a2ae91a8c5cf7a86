import { locate } from "../facts/facts";
import type { Finding } from "../report";
import { toA1 } from "../workbook/address";
import type { CellCheck, CheckContext } from "./check";
import { nameCell } from "./findings";
import { messages } from "./messages";

/** A cell of the body that should hold an amount and does not. */
export const amountUnreadable: CellCheck = {
  id: "amount-unreadable",
  title: "不是金额",
  severity: "error",
  explanation:
    "金额栏里应当是数字；文字、错误值（如 #REF!）或大得不合理的数不能参加核对，也绝不当作 0。“/”“—”“无”按没有处理。",
  findings: ({ facts, unreadable }: CheckContext): Finding[] =>
    unreadable.flatMap(({ fact, cell, reading }): Finding[] => {
      const where = locate(facts, fact);
      // Where no form says that the column is one of amounts, a text in it is no mistake.
      if (where.facts.table.form === null && reading.kind === "text" && reading.likely === null) return [];
      const named = nameCell(facts, fact);
      const text = typeof cell.value === "string" ? cell.value.trim() : cell.text;
      const message = ((): string => {
        switch (reading.kind) {
          case "error":
            return messages.errorValue(named, reading.error);
          case "uncomputed":
            return messages.uncomputed(named);
          case "tooLarge":
            return messages.tooLarge(named, text, where.facts.table.unit);
          case "text":
            return reading.likely === null
              ? messages.noAmount(named, text)
              : messages.mistypedAmount(named, text, reading.likely);
        }
      })();
      const sheet = where.facts.table.sheet;
      const finding: Finding = {
        id: unreadableId(sheet, toA1(where)),
        check: amountUnreadable.id,
        severity: amountUnreadable.severity,
        message,
        sheet,
        cell: toA1(where),
        expected: reading.kind === "text" ? reading.likely : null,
        actual: text === "" ? null : text,
        difference: null,
        cells: [{ sheet, cell: toA1(where), role: "subject", value: text === "" ? null : text }],
      };
      return [finding];
    }),
};

/** Id of the finding of an unreadable cell. */
export function unreadableId(sheet: string, cell: string): string {
  return `amount-unreadable/${sheet}!${cell}`;
}
