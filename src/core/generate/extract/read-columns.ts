import { isBlankText } from "../../workbook/decimal-text";
import type { ContentValue } from "../content";
import { captured } from "./cell-pattern";
import { BLANK, readCellValue, readPart } from "./read-value";
import type { PairedCell } from "./row-fit";
import { sameValue, type ScopeDraft } from "./scope-draft";
import { readingOf, type ColumnBlock, type TemplateShape } from "./template-shape";

type Items = [item: string, value: ContentValue][];

/**
 * Reads repeated columns: the first row of a block names its items, the rows below say what each of them has there. What
 * a row says goes into the row's own list of that name, under the name of the column's item.
 */
export class ColumnReader {
  /** By block, what the headings say of each item; null below an item without a name. */
  private readonly headings = new Map<ColumnBlock, readonly Items[]>();

  constructor(
    private readonly shape: TemplateShape,
    private readonly shift: number,
  ) {}

  readRow(pairs: readonly PairedCell[], draft: ScopeDraft): void {
    for (const block of this.shape.blocks) {
      const own = pairs.filter(({ cell }) => this.shape.blockOf(cell.column) === block);
      if (own.length === 0) continue;
      const said = this.bySlot(own);
      const headings = this.headings.get(block);
      if (headings === undefined) this.headings.set(block, said);
      said.forEach((items, at) => {
        const heading = headings?.[at] ?? items;
        if (items.some(([, value]) => value.kind !== "blank")) addTo(draft, block.list, heading, items);
      });
    }
  }

  /** What each item of the block has in a row, from left to right. */
  private bySlot(pairs: readonly PairedCell[]): Items[] {
    const slots: Items[] = [];
    const counts = new Map<PairedCell["cell"], number>();
    for (const pair of pairs) {
      const slot = counts.get(pair.cell) ?? 0;
      counts.set(pair.cell, slot + 1);
      (slots[slot] ??= []).push(...this.itemsOf(pair));
    }
    return slots;
  }

  private itemsOf({ cell, text }: PairedCell): Items {
    const { pattern } = cell;
    // “/” where nothing was due is printed on purpose among amounts of which most are blank.
    if (pattern.kind === "value" && text !== null && isBlankText(text.written))
      return [[pattern.item, { kind: "text", text: text.written }]];
    if (pattern.kind === "value") {
      const value =
        text === null
          ? BLANK
          : readCellValue(pattern.item, text, readingOf(this.shape, this.shift, cell, pattern.item));
      return value === null ? [] : [[pattern.item, value]];
    }
    if (pattern.kind !== "mixed" || text === null) return [];
    return (captured(pattern, text) ?? []).map(([item, part]) => [
      item,
      readPart(item, part, readingOf(this.shape, this.shift, cell, item)),
    ]);
  }
}

function addTo(draft: ScopeDraft, list: string, heading: Items, items: Items): void {
  const name = nameAmong(list, heading);
  if (name === null) return;
  const [item, value] = name;
  const known = draft.listOf(list).find((other) => sameValue(other.valueOf(item), value));
  const target = known ?? draft.add(list);
  target.set(item, value);
  for (const [other, said] of items) target.set(other, said);
}

/** The item that names a column. */
function nameAmong(list: string, heading: Items): Items[number] | null {
  const filled = heading.filter(([, value]) => value.kind !== "blank");
  return (
    filled.find(([item]) => item === `${list}名称`) ??
    filled.find(([item]) => item === "名称") ??
    filled[0] ??
    null
  );
}
