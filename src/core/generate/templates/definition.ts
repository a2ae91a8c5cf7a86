import { z } from "zod";
import { describeDefect, pathText, type Step } from "../../forms/family-files/defect";
import { nearest } from "../../forms/family-files/nearest";
import { parseData, type DataDefect } from "../../forms/family-files/schema-defects";
import { parseAmount } from "../../relations/parse-relation";
import { parseA1Range, rangeToA1, type CellRange } from "../../workbook/address";
import type { PageSetup } from "../../workbook/sheet-plan";
import { fillExpression, withoutCondition } from "../fill/placeholders";
import type { Template, TemplateCell } from "../template";
import { FIELD_NAMES, messages } from "./messages";

/*
 * A template of the tool's own is one JSON file, written for people: widths in characters, ranges and rows as Excel
 * shows them, margins in centimetres. See docs/templates.md.
 */

const text = z.string().min(1);
const range = z.string().refine((given) => parseA1Range(given) !== null, { error: messages.badRange });
const color = z.string().refine((given) => /^#[0-9A-Fa-f]{6}$/.test(given), { error: messages.badColor });
const positive = z.number().refine((given) => given > 0, { error: messages.notPositive });
const count = z.int().refine((given) => given >= 0, { error: messages.notACount });
const distance = z.number().refine((given) => given >= 0, { error: messages.negative });
const rowSpan = z.string().refine((given) => readRowSpan(given) !== null, { error: messages.badRows });

const borderLine = z
  .strictObject({
    style: z.enum(["thin", "medium", "thick", "double", "hair", "dashed", "dotted"]).exactOptional(),
    color: color.exactOptional(),
  })
  .readonly();

const areaStyle = z
  .strictObject({
    fontName: text.exactOptional(),
    bold: z.boolean().exactOptional(),
    italic: z.boolean().exactOptional(),
    underline: z.boolean().exactOptional(),
    fontSize: positive.exactOptional(),
    fontColor: color.exactOptional(),
    fillColor: color.exactOptional(),
    wrapText: z.boolean().exactOptional(),
    horizontal: z.enum(["left", "center", "right", "justify"]).exactOptional(),
    vertical: z.enum(["top", "center", "bottom"]).exactOptional(),
    indent: count.exactOptional(),
    border: borderLine.exactOptional(),
    sides: z
      .strictObject({
        top: borderLine.exactOptional(),
        bottom: borderLine.exactOptional(),
        left: borderLine.exactOptional(),
        right: borderLine.exactOptional(),
      })
      .readonly()
      .exactOptional(),
    numberFormat: text.exactOptional(),
    asText: z.boolean().exactOptional(),
  })
  .readonly();

const page = z
  .strictObject({
    orientation: z.enum(["portrait", "landscape"]),
    paper: z.enum(["A3", "A4"]),
    fitToWidth: z.boolean().exactOptional(),
    /** “4:6” as in Excel's page set-up. */
    titleRows: rowSpan.exactOptional(),
    printArea: range.exactOptional(),
    centred: z.boolean().exactOptional(),
    /** In centimetres. */
    margins: z
      .strictObject({ top: distance, bottom: distance, left: distance, right: distance })
      .exactOptional(),
  })
  .readonly();

export const templateSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: text,
    authority: z.string(),
    /** The publication the layout is taken from. */
    source: text,
    sheetName: text,
    each: text.nullable().default(null),
    /** Widths in characters as Excel counts them where 宋体 11 is the normal font. */
    columns: z.array(positive).min(1),
    /** Texts of each row from column A on; null is a blank cell, blank cells at the end are left out. */
    rows: z.array(z.array(z.string().nullable())).min(1),
    merges: z.array(range).default([]),
    styles: z.record(z.string(), areaStyle).default({}),
    areas: z.array(z.strictObject({ range, style: text })).default([]),
    /** Points by row number; other rows as Excel has them. */
    heights: z.record(z.string(), positive).default({}),
    dropDowns: z
      .array(z.strictObject({ range, options: z.array(text).min(1), free: z.boolean().exactOptional() }))
      .default([]),
    frozenRows: count.default(0),
    page: page.nullable().default(null),
    amounts: z.record(z.string(), z.array(text).min(1)).default({}),
    optional: z.array(text).default([]),
  })
  .readonly();

type TemplateFile = z.infer<typeof templateSchema>;

/** A template file that cannot be used; `message` is a Chinese line naming file, place and defect. */
export class TemplateFileError extends Error {
  override readonly name = "TemplateFileError";
}

/** The template of a JSON file. Throws a TemplateFileError for the first defect. */
export function readTemplate(json: unknown): Template {
  const read = checkTemplate(json);
  if ("template" in read) return read.template;
  throw new TemplateFileError(read.defects[0]);
}

/** The template of a JSON file, or every defect: one Chinese sentence each, with the place and what to write instead. */
export function checkTemplate(
  json: unknown,
): { readonly template: Template } | { readonly defects: readonly string[] } {
  const read = parseData(templateSchema, json, FIELD_NAMES);
  const found = "defects" in read ? read.defects : fileDefects(read.value);
  if ("value" in read && found.length === 0) return { template: templateOf(read.value) };
  const file = messages.file(fileName(json));
  return {
    defects: found.map(({ at, message }) =>
      describeDefect({ file, path: pathText(at), line: null, message }),
    ),
  };
}

function fileName(json: unknown): string {
  const { id } = z
    .object({ id: z.string().catch("") })
    .catch({ id: "" })
    .parse(json);
  return id === "" ? "" : `${id}.json`;
}

/** What fits the schema and still means nothing. */
function fileDefects({ styles, areas, merges, rows, columns, heights, amounts }: TemplateFile): DataDefect[] {
  const unknown = areas.flatMap(({ style }, index): DataDefect[] => {
    if (Object.hasOwn(styles, style)) return [];
    const names = Object.keys(styles);
    return [
      { at: ["areas", index, "style"], message: messages.unknownStyle(style, nearest(style, names), names) },
    ];
  });
  const ranges = merges.map(rangeOf);
  const merged = ranges.flatMap((one, index): DataDefect[] => {
    const at: readonly Step[] = ["merges", index];
    const other = ranges.slice(0, index).find((before) => overlap(one, before));
    if (other !== undefined)
      return [{ at, message: messages.mergesOverlap(rangeToA1(one), rangeToA1(other)) }];
    const hidden = cellsOf(rows).find((cell) => isInside(cell, one) && !isFirst(cell, one));
    return hidden === undefined ? [] : [{ at, message: messages.hiddenText(rangeToA1(one), hidden.text) }];
  });
  const wide = rows.flatMap((row, index): DataDefect[] =>
    row.length <= columns.length
      ? []
      : [{ at: ["rows", index], message: messages.moreCells(index + 1, row.length, columns.length) }],
  );
  const numbered = Object.keys(heights).flatMap((row): DataDefect[] =>
    /^[1-9]\d*$/.test(row) ? [] : [{ at: ["heights", row], message: messages.badRowNumber(row) }],
  );
  const expressions = Object.entries(amounts).flatMap(([item, written]) =>
    written.flatMap((conditional, index): DataDefect[] => {
      const { expression } = withoutCondition(conditional);
      const parsed = parseAmount(fillExpression(expression, (name) => name) ?? expression);
      const at: readonly Step[] = ["amounts", item, index];
      return "defect" in parsed ? [{ at, message: parsed.defect }] : [];
    }),
  );
  return [...unknown, ...merged, ...wide, ...numbered, ...expressions];
}

function templateOf({ source: _source, columns, rows, ...file }: TemplateFile): Template {
  const { styles, areas, merges, heights, dropDowns, page: setup, ...same } = file;
  return {
    ...same,
    cells: cellsOf(rows),
    merges: merges.map(rangeOf),
    areas: areas.map((area) => ({ range: rangeOf(area.range), style: styles[area.style] ?? {} })),
    columnWidths: columns.map((characters) => characters * POINTS_PER_CHARACTER),
    rowHeights: Object.entries(heights).map(([row, points]) => ({ row: Number(row) - 1, points })),
    dropDowns: dropDowns.map((list) => ({ ...list, range: rangeOf(list.range) })),
    page: setup === null ? null : pageOf(setup),
  };
}

/** A digit of 宋体 11 is 8 of 96 pixels an inch wide. */
const POINTS_PER_CHARACTER = 6;
const POINTS_PER_CENTIMETRE = 72 / 2.54;

function pageOf({ titleRows, printArea, margins, ...same }: NonNullable<TemplateFile["page"]>): PageSetup {
  const rows = titleRows === undefined ? null : readRowSpan(titleRows);
  return {
    ...same,
    ...(rows === null ? {} : { titleRows: rows }),
    ...(printArea === undefined ? {} : { printArea: rangeOf(printArea) }),
    ...(margins === undefined
      ? {}
      : {
          margins: {
            top: margins.top * POINTS_PER_CENTIMETRE,
            bottom: margins.bottom * POINTS_PER_CENTIMETRE,
            left: margins.left * POINTS_PER_CENTIMETRE,
            right: margins.right * POINTS_PER_CENTIMETRE,
          },
        }),
  };
}

function cellsOf(rows: TemplateFile["rows"]): TemplateCell[] {
  return rows.flatMap((line, row) =>
    line.flatMap((written, column): TemplateCell[] =>
      written === null || written === "" ? [] : [{ row, column, text: written }],
    ),
  );
}

/** Rows “4:6”, 1-based as written, 0-based as read; null where the text is none. */
function readRowSpan(written: string): { readonly top: number; readonly bottom: number } | null {
  const found = /^([1-9]\d{0,6})(?::([1-9]\d{0,6}))?$/.exec(written);
  if (found === null) return null;
  const [top, bottom] = [Number(found[1]) - 1, Number(found[2] ?? found[1]) - 1];
  return top <= bottom ? { top, bottom } : null;
}

/** Of a range that the schema has let pass. */
function rangeOf(written: string): CellRange {
  const found = parseA1Range(written);
  if (found === null) throw new TemplateFileError(`${written}：${messages.badRange}`);
  return found;
}

function overlap(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function isInside({ row, column }: TemplateCell, { top, left, bottom, right }: CellRange): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

function isFirst({ row, column }: TemplateCell, { top, left }: CellRange): boolean {
  return row === top && column === left;
}
