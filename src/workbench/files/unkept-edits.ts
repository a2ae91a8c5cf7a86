import type { ICellData, IDocumentData } from "@univerjs/core";
import { rangeToA1 } from "../../core/workbook/address";
import { colour } from "../sheet/cell-styles";
import { unkeptEditTexts } from "../texts";
import type { CellRows, OpenedSheet } from "./opened-workbook";
import type { CurrentSheet } from "./worker-messages";

/**
 * What was done to a sheet on screen and does not come into the saved file: one Chinese sentence each.
 *
 * @param before the sheet as the file has it; undefined for a sheet added since, whose panes, tab and gridlines are saved
 */
export function unkeptEdits(before: OpenedSheet | undefined, now: CurrentSheet): readonly string[] {
  const { richText, linked } = documentsOf(now.cells);
  return [
    ...(before === undefined ? [] : unkeptOfSheet(before, now)),
    ...(richText.length > 0 ? [unkeptEditTexts.richText(now.name, richText)] : []),
    ...(linked.length > 0 ? [unkeptEditTexts.linked(now.name, linked)] : []),
  ];
}

function unkeptOfSheet(before: OpenedSheet, { name, shifted, view }: CurrentSheet): readonly string[] {
  const refrozen = view.frozenRows !== before.frozenRows || view.frozenColumns !== before.frozenColumns;
  return [
    ...(shifted ? [unkeptEditTexts.shifted(name)] : []),
    ...(refrozen ? [unkeptEditTexts.frozen(name)] : []),
    ...(colour(view.tabColor) === colour(before.tabColor) ? [] : [unkeptEditTexts.tabColor(name)]),
    ...(view.showGridlines === before.showGridlines ? [] : [unkeptEditTexts.gridlines(name)]),
  ];
}

/**
 * Cells whose text stands in a document with more to it than text. Opening a file makes no such documents, so each is the
 * user's doing.
 */
function documentsOf(rows: CellRows): { readonly richText: string[]; readonly linked: string[] } {
  const [richText, linked]: [string[], string[]] = [[], []];
  for (const [rowKey, line] of Object.entries(rows)) {
    for (const [columnKey, { p }] of Object.entries<ICellData>(line)) {
      if (!p) continue;
      const [row, column] = [Number(rowKey), Number(columnKey)];
      const cell = rangeToA1({ top: row, bottom: row, left: column, right: column });
      if (hasMixedFormats(p)) richText.push(cell);
      if (hasLinksOrPictures(p)) linked.push(cell);
    }
  }
  return { richText, linked };
}

/**
 * Whether characters of one text differ in format. A text of several lines stands in a document too, with the format of
 * its cell all along; raised and lowered letters are no format that a cell has.
 */
function hasMixedFormats({ body }: IDocumentData): boolean {
  if (body === undefined) return false;
  const formats = new Array<string>(body.dataStream.length).fill("{}");
  let raised = false;
  for (const { st, ed, ts } of body.textRuns ?? []) {
    formats.fill(JSON.stringify(ts ?? {}), st, ed);
    raised ||= ed > st && Boolean(ts?.va && ts.va > 1);
  }
  const shown = formats.filter((_format, at) => !"\r\n".includes(body.dataStream.charAt(at)));
  return raised || new Set(shown).size > 1;
}

function hasLinksOrPictures({ body, drawingsOrder }: IDocumentData): boolean {
  const { customRanges = [], customBlocks = [] } = body ?? {};
  return customRanges.length + customBlocks.length + (drawingsOrder?.length ?? 0) > 0;
}
