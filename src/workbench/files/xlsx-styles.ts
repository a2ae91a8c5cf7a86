import type { IBorderData, IStyleData } from "@univerjs/core";
import type { CellStyle, StoredFont } from "../../xlsx/cell-styles";

/** Univer's numbers for what the standard has words for; its enumerations would drag all of Univer into the worker. */
const BORDER_STYLES: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};
const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  center: 2,
  centerContinuous: 2,
  right: 3,
  justify: 4,
  distributed: 6,
};
const VERTICAL: Readonly<Record<string, number>> = {
  top: 1,
  center: 2,
  bottom: 3,
  justify: 2,
  distributed: 2,
};
const WRAP = 3;
/** Pixels of one step of indentation. */
const INDENT = 9;

const EDGES = { left: "l", right: "r", top: "t", bottom: "b" } as const;

/** A format of the file in Univer's terms; what Univer cannot show (patterns, gradients, shrink to fit) is left out. */
export function shownStyle({
  font,
  fillColor,
  border,
  horizontal,
  vertical,
  wrapText,
  indent,
  numberFormat,
}: CellStyle): IStyleData {
  const lines = shownBorder(border);
  const ht = HORIZONTAL[horizontal ?? ""];
  const vt = VERTICAL[vertical ?? ""];
  return {
    ...shownFont(font),
    ...(fillColor === null ? {} : { bg: { rgb: fillColor } }),
    ...(Object.keys(lines).length === 0 ? {} : { bd: lines }),
    ...(ht === undefined ? {} : { ht }),
    // Excel's own default is the bottom; Univer's is the same for numbers only.
    vt: vt ?? (VERTICAL["bottom"] as number),
    ...(wrapText ? { tb: WRAP } : {}),
    ...(indent > 0 ? { pd: { [ht === HORIZONTAL["right"] ? "r" : "l"]: indent * INDENT } } : {}),
    ...(numberFormat === "General" ? {} : { n: { pattern: numberFormat } }),
  };
}

function shownFont({ name, size, bold, italic, underline, strike, color }: StoredFont): IStyleData {
  return {
    ...(name === undefined ? {} : { ff: name }),
    ...(size === undefined ? {} : { fs: size }),
    ...(bold === undefined ? {} : { bl: bold ? 1 : 0 }),
    ...(italic === undefined ? {} : { it: italic ? 1 : 0 }),
    ...(underline === undefined ? {} : { ul: { s: underline ? 1 : 0 } }),
    ...(strike === undefined ? {} : { st: { s: strike ? 1 : 0 } }),
    ...(color === undefined ? {} : { cl: { rgb: color } }),
  };
}

function shownBorder(border: CellStyle["border"]): IBorderData {
  const lines: IBorderData = {};
  for (const edge of ["left", "right", "top", "bottom"] as const) {
    const line = border[edge];
    const s = BORDER_STYLES[line?.style ?? ""];
    if (s !== undefined) lines[EDGES[edge]] = { s, cl: { rgb: line?.color ?? "#000000" } };
  }
  return lines;
}
