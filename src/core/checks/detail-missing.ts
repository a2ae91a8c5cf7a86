import type { BodyRow } from "../forms/table";
import { toA1 } from "../workbook/address";
import type { CellCheck } from "./check";
import { messages } from "./messages";

/** A 类 or 款 without the rows below it, in a table that goes down to 项 everywhere else. */
export const detailMissing: CellCheck = {
  id: "detail-missing",
  title: "缺少明细科目",
  severity: "warning",
  explanation:
    "逐级列到“项”的支出表中，每个“类”“款”下面都应有下级科目行；只有上级而没有下级的，可能漏了一行。整张表都只列到“类”或“款”的不算。",
  findings: ({ facts }) =>
    facts.blocks.flatMap(({ table, block }) => {
      const codes = block.rows.flatMap(({ code }) => code ?? []);
      const deepest = Math.max(...codes.map(({ length }) => length), 0);
      const above = new Set(
        block.rows.flatMap((row) => shorterCodes(row).map((code) => placeKey(row, code))),
      );
      return block.rows.flatMap((row) => {
        const { code, labelColumn, label } = row;
        if (code === null || code.length >= deepest || labelColumn === null) return [];
        if (above.has(placeKey(row, code))) return [];
        const cell = toA1({ row: row.row, column: labelColumn });
        return [
          {
            id: `${detailMissing.id}/${table.sheet}!${cell}`,
            check: detailMissing.id,
            severity: detailMissing.severity,
            message: messages.detailMissing(table.sheet, cell, code, label),
            sheet: table.sheet,
            cell,
            expected: null,
            actual: label,
            difference: null,
            cells: [{ sheet: table.sheet, cell, role: "subject" as const, value: label }],
          },
        ];
      });
    }),
};

/** 201 and 20138 for 2013808. */
function shorterCodes({ code }: BodyRow): string[] {
  const lengths = [3, 5].filter((length) => length < (code?.length ?? 0));
  return lengths.map((length) => code?.slice(0, length) ?? "");
}

function placeKey({ place }: BodyRow, code: string): string {
  return `${place?.unit ?? ""} ${code}`;
}
