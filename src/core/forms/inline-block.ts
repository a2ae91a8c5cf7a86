import { textOf, type SheetGrid } from "../workbook/grid";
import { parseDecimalText } from "../workbook/decimal-text";
import type { BlockColumns } from "./header";
import type { Block, BodyRow } from "./table";
import type { Lookup } from "./vocabulary";
import { lineName } from "./words";

/** A name and an amount in one cell: “其中：基本支出：6078.90”. */
const INLINE = /^([\s\S]+)[:：]\s*([^:：]+)$/;

/** The amount that a cell says behind a name; null where it says none. */
export function inlineAmount(text: string): { readonly name: string; readonly amount: string } | null {
  const [, name = "", amount = ""] = INLINE.exec(text.trim()) ?? [];
  const digits = amount.replace(/(?:万|千|百万|亿)?元$/, "").trim();
  return name === "" || parseDecimalText(digits) === null ? null : { name, amount: digits };
}

/** Reads cells below a heading that say name and amount in one text. */
export function readInlineBlock(
  grid: SheetGrid,
  { stub }: BlockColumns,
  body: readonly number[],
  find: Lookup,
): Omit<Block, "defaults"> {
  const column = stub[0]?.column ?? 0;
  const rows = body.flatMap((row): BodyRow[] => {
    const found = inlineAmount(textOf(grid.at(row, column)));
    if (found === null) return [];
    const name = lineName(found.name);
    const { function: code, project: _, ...meaning } = find([name], {}, false) ?? { function: undefined };
    const isKnown = find([name], {}, false) !== null;
    return [
      {
        row,
        label: name,
        labelColumn: column,
        code: null,
        place: isKnown ? { unit: null, function: code ?? null } : null,
        meaning,
      },
    ];
  });
  return {
    rows,
    columns: [{ column, headings: [], meaning: {}, inline: true }],
    rowSums: [],
    columnSums: [],
  };
}
