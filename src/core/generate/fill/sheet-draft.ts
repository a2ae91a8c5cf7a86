import { toA1, type CellAddress, type CellRange } from "../../workbook/address";
import type { ContentValue } from "../content";
import type { Missing } from "./fill";
import type { FormulaCell } from "./formula-cells";
import type { Instance } from "./lines";
import { ownerText } from "./messages";
import type { ParsedCell } from "./placeholders";
import { ownerOf } from "./scopes";

/** What stands in a cell: a value, or a formula to be computed. */
export type DraftContent = { readonly value: ContentValue } | { readonly formula: FormulaCell };

/** A filled cell of a sheet to be, at the first cell of its merge. */
export interface DraftCell {
  readonly at: CellAddress;
  readonly range: CellRange;
  /** The template cell it is made from. */
  readonly cell: ParsedCell;
  readonly content: DraftContent;
}

interface Lack {
  readonly range: CellRange;
  readonly items: readonly string[];
  readonly place: Instance;
}

/** A sheet while it is filled. */
export class SheetDraft {
  readonly merges: CellRange[] = [];
  private readonly byRow: Map<number, DraftCell>[] = [];
  private readonly lacks: Lack[] = [];

  put(range: CellRange, cell: ParsedCell, content: DraftContent): void {
    const at = { row: range.top, column: range.left };
    const row = (this.byRow[at.row] ??= new Map<number, DraftCell>());
    row.set(at.column, { at, range, cell, content });
  }

  /** A merge of one cell is none. */
  merge(range: CellRange): void {
    if (range.bottom > range.top || range.right > range.left) this.merges.push(range);
  }

  /** Notes what is not there for a cell; nothing where nothing is wanted. */
  miss(range: CellRange, items: readonly string[], place: Instance): void {
    if (items.length > 0) this.lacks.push({ range, items: [...new Set(items)], place });
  }

  at({ row, column }: CellAddress): DraftCell | null {
    return this.byRow[row]?.get(column) ?? null;
  }

  /** Row by row, from left to right. */
  cells(): DraftCell[] {
    const found: DraftCell[] = [];
    for (const row of this.byRow) {
      if (row === undefined) continue;
      found.push(...[...row.values()].sort((a, b) => a.at.column - b.at.column));
    }
    return found;
  }

  missingRanges(): CellRange[] {
    return this.lacks.map(({ range }) => range);
  }

  /** In the order of the cells. */
  missing(sheet: string): Missing[] {
    return [...this.lacks]
      .sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left)
      .flatMap(({ range, items, place }) => {
        const found = ownerOf(place);
        const owner = found === null ? "" : ownerText(found.list, found.name);
        const cell = toA1({ row: range.top, column: range.left });
        return items.map((item): Missing => ({ sheet, cell, item, owner }));
      });
  }
}
