import type { Facts } from "../facts/facts";
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
    "逐级列到“项”的支出表中，每个“类”“款”下面都应有下级科目行；只有上级而没有下级的，可能漏了一行；同一单位在其他表中有下级科目的，指出是哪一行。整张表都只列到“类”或“款”的不算。",
  findings: ({ facts }) => {
    const printed = rowsByUnit(facts);
    return facts.blocks.flatMap(({ table, block }) => {
      let deepest = 0;
      let shallowest = Infinity;
      for (const { code } of block.rows) {
        if (code === null) continue;
        deepest = Math.max(deepest, code.length);
        shallowest = Math.min(shallowest, code.length);
      }
      if (shallowest >= deepest) return [];
      const above = codesAbove(block.rows);
      return block.rows.flatMap((row) => {
        const { code, labelColumn, label } = row;
        if (code === null || code.length >= deepest || labelColumn === null) return [];
        if (above.get(row.place?.unit ?? "")?.has(code) === true) return [];
        const cell = toA1({ row: row.row, column: labelColumn });
        const below = printed(row.place?.unit ?? "", code, deepest);
        const elsewhere = below.find(({ sheet }) => sheet !== table.sheet) ?? null;
        return [
          {
            id: `${detailMissing.id}/${table.sheet}!${cell}`,
            check: detailMissing.id,
            severity: detailMissing.severity,
            message: messages.detailMissing(table.sheet, cell, { code, name: label }, elsewhere),
            sheet: table.sheet,
            cell,
            expected: null,
            actual: label,
            difference: null,
            cells: [
              { sheet: table.sheet, cell, role: "subject" as const, value: label },
              ...(elsewhere === null
                ? []
                : [
                    {
                      sheet: elsewhere.sheet,
                      cell: elsewhere.cell,
                      role: "peer" as const,
                      value: elsewhere.name,
                    },
                  ]),
            ],
          },
        ];
      });
    });
  },
};

/** A row of a functional code that some table prints. */
interface PrintedRow {
  readonly sheet: string;
  readonly cell: string;
  readonly code: string;
  readonly name: string;
}

/** Rows of a unit, in any table, whose codes of `length` digits lie below a code. Looked through once, when first asked. */
function rowsByUnit(facts: Facts): (unit: string, above: string, length: number) => readonly PrintedRow[] {
  let known: ReadonlyMap<string, readonly PrintedRow[]> | null = null;
  const collect = (): ReadonlyMap<string, readonly PrintedRow[]> => {
    const byUnit = new Map<string, PrintedRow[]>();
    for (const { table, block } of facts.blocks) {
      for (const { row, label, labelColumn, code, place } of block.rows) {
        if (code === null || labelColumn === null) continue;
        const unit = place?.unit ?? "";
        const cell = toA1({ row, column: labelColumn });
        const printed = { sheet: table.sheet, cell, code, name: label };
        const list = byUnit.get(unit);
        if (list === undefined) byUnit.set(unit, [printed]);
        else list.push(printed);
      }
    }
    return byUnit;
  };
  return (unit, above, length) =>
    ((known ??= collect()).get(unit) ?? []).filter(
      ({ code }) => code.length === length && code.startsWith(above),
    );
}

/** By unit the codes that have a longer one below them: 201 and 20138 for 2013808. */
function codesAbove(rows: readonly BodyRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const above = new Map<string, Set<string>>();
  for (const { code, place } of rows) {
    if (code === null || code.length <= 3) continue;
    const unit = place?.unit ?? "";
    let codes = above.get(unit);
    if (codes === undefined) above.set(unit, (codes = new Set()));
    codes.add(code.slice(0, 3));
    if (code.length > 5) codes.add(code.slice(0, 5));
  }
  return above;
}
