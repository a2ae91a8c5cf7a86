import {
  BorderStyleTypes,
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import { DEFAULT_FORMAT } from "../host/model";
import type { BorderEdge, BorderLine, CellFormat, CellFormatPatch } from "../host/model";

/** Pixels of one step of indentation. */
const INDENT = 9;

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const EDGES: Readonly<Record<BorderEdge, "t" | "b" | "l" | "r">> = {
  EdgeTop: "t",
  EdgeBottom: "b",
  EdgeLeft: "l",
  EdgeRight: "r",
};

/** Univer's lines in Excel's two words for them, style and weight. */
const LINES: readonly (readonly [BorderStyleTypes, string, string])[] = [
  [BorderStyleTypes.NONE, "None", "Thin"],
  [BorderStyleTypes.THIN, "Continuous", "Thin"],
  [BorderStyleTypes.HAIR, "Continuous", "Hairline"],
  [BorderStyleTypes.MEDIUM, "Continuous", "Medium"],
  [BorderStyleTypes.THICK, "Continuous", "Thick"],
  [BorderStyleTypes.DOTTED, "Dot", "Thin"],
  [BorderStyleTypes.DASHED, "Dash", "Thin"],
  [BorderStyleTypes.MEDIUM_DASHED, "Dash", "Medium"],
  [BorderStyleTypes.DASH_DOT, "DashDot", "Thin"],
  [BorderStyleTypes.MEDIUM_DASH_DOT, "DashDot", "Medium"],
  [BorderStyleTypes.DASH_DOT_DOT, "DashDotDot", "Thin"],
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT, "DashDotDot", "Medium"],
  [BorderStyleTypes.SLANT_DASH_DOT, "SlantDashDot", "Medium"],
  [BorderStyleTypes.DOUBLE, "Double", "Thick"],
];

/** A style of Univer as the host knows formats. */
export function formatOf(style: Nullable<IStyleData>): CellFormat {
  if (style === null || style === undefined) return DEFAULT_FORMAT;
  const borders = Object.entries(EDGES).flatMap(([edge, side]) => {
    const line = lineOf(style.bd?.[side]);
    return line === null ? [] : [[edge, line] as const];
  });
  return {
    fillColor: colour(style.bg?.rgb),
    fontName: style.ff ?? DEFAULT_FORMAT.fontName,
    fontSize: style.fs ?? DEFAULT_FORMAT.fontSize,
    fontColor: colour(style.cl?.rgb) || DEFAULT_FORMAT.fontColor,
    bold: style.bl === BooleanNumber.TRUE,
    italic: style.it === BooleanNumber.TRUE,
    underline: style.ul?.s === BooleanNumber.TRUE ? "Single" : "None",
    strikethrough: style.st?.s === BooleanNumber.TRUE,
    horizontalAlignment: wordFor(HORIZONTAL, style.ht, DEFAULT_FORMAT.horizontalAlignment),
    verticalAlignment: wordFor(VERTICAL, style.vt, DEFAULT_FORMAT.verticalAlignment),
    wrapText: style.tb === WrapStrategy.WRAP,
    shrinkToFit: false,
    indentLevel: Math.round((style.pd?.l ?? style.pd?.r ?? 0) / INDENT),
    borders: Object.fromEntries(borders),
  };
}

/** What is to be laid over a style of Univer; shrinking to fit is beyond it. */
export function stylePatchOf(patch: CellFormatPatch): IStyleData {
  const style: IStyleData = {};
  if (patch.fillColor !== undefined) style.bg = patch.fillColor === "" ? null : { rgb: patch.fillColor };
  if (patch.fontName !== undefined) style.ff = patch.fontName;
  if (patch.fontSize !== undefined) style.fs = patch.fontSize;
  if (patch.fontColor !== undefined) style.cl = patch.fontColor === "" ? null : { rgb: patch.fontColor };
  if (patch.bold !== undefined) style.bl = flag(patch.bold);
  if (patch.italic !== undefined) style.it = flag(patch.italic);
  if (patch.underline !== undefined) style.ul = { s: flag(patch.underline !== "None") };
  if (patch.strikethrough !== undefined) style.st = { s: flag(patch.strikethrough) };
  if (patch.horizontalAlignment !== undefined) {
    style.ht = HORIZONTAL[patch.horizontalAlignment] ?? HorizontalAlign.UNSPECIFIED;
  }
  if (patch.verticalAlignment !== undefined) {
    style.vt = VERTICAL[patch.verticalAlignment] ?? VerticalAlign.MIDDLE;
  }
  if (patch.wrapText !== undefined) style.tb = patch.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (patch.indentLevel !== undefined) style.pd = { l: patch.indentLevel * INDENT };
  if (patch.borders !== undefined) style.bd = bordersOf(patch.borders);
  return style;
}

function bordersOf(borders: NonNullable<CellFormatPatch["borders"]>): IBorderData {
  const data: IBorderData = {};
  for (const [edge, line] of Object.entries(borders)) {
    const found = LINES.find(([, style, weight]) => style === line.style && weight === line.weight);
    const s = (found ?? LINES.find(([, style]) => style === line.style))?.[0] ?? BorderStyleTypes.THIN;
    data[EDGES[edge as BorderEdge]] =
      s === BorderStyleTypes.NONE ? null : { s, cl: { rgb: line.color || "#000000" } };
  }
  return data;
}

function lineOf(line: Nullable<IBorderStyleData>): BorderLine | null {
  const found = LINES.find(([type]) => type === line?.s);
  if (found === undefined || found[0] === BorderStyleTypes.NONE) return null;
  return { style: found[1], weight: found[2], color: colour(line?.cl.rgb) || "#000000" };
}

function wordFor<T extends number>(
  words: Readonly<Record<string, T>>,
  value: Nullable<T>,
  otherwise: string,
): string {
  return Object.entries(words).find(([, number]) => number === value)?.[0] ?? otherwise;
}

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** Univer's colour picker writes `rgb(1,2,3)` and short forms. */
export function colour(rgb: Nullable<string>): string {
  if (rgb === null || rgb === undefined || rgb === "") return "";
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  const hex =
    parts === null
      ? rgb.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3")
      : `#${parts
          .slice(1, 4)
          .map((part) => Number(part).toString(16).padStart(2, "0"))
          .join("")}`;
  return hex.toUpperCase();
}
