import type { CellRange } from "../../core/workbook/address";
import type { AreaStyle, BorderLine, StyledArea } from "../../core/workbook/sheet-plan";
import type { CellStyle, StoredLine } from "../cell-styles";
import type { StoredLook } from "../sheet-look";

/**
 * The formats of a sheet as areas: neighbours that look alike are one. Inside `content` every cell has its area, so that
 * a new sheet does not take over what its own workbook has as standard; outside those alone that carry a format.
 *
 * @param styles by the style index of a cell
 */
export function styledAreas(
  look: StoredLook,
  styles: readonly CellStyle[],
  content: CellRange,
): readonly StyledArea[] {
  const kinds = new Map<string, AreaStyle>();
  const kindOf = styles.map((style) => {
    const areaStyle = areaStyleOf(style);
    const kind = JSON.stringify(areaStyle);
    if (!kinds.has(kind)) kinds.set(kind, areaStyle);
    return kind;
  });
  const areas: { kind: string; range: { -readonly [K in keyof CellRange]: CellRange[K] } }[] = [];
  let above = new Map<string, (typeof areas)[number]>();
  let last = -1;
  for (const row of rowsOf(look, content)) {
    const here = new Map<string, (typeof areas)[number]>();
    for (const { left, right, style } of runsOf(look, content, row, (index) => kindOf[index] ?? "")) {
      const key = `${String(left)} ${String(right)} ${style}`;
      const joined = row === last + 1 ? above.get(key) : undefined;
      const area = joined ?? { kind: style, range: { top: row, left, bottom: row, right } };
      if (joined === undefined) areas.push(area);
      area.range.bottom = row;
      here.set(key, area);
    }
    above = here;
    last = row;
  }
  return areas.flatMap(({ kind, range }) => {
    const style = kinds.get(kind);
    return style === undefined ? [] : [{ range, style }];
  });
}

function rowsOf({ styles }: StoredLook, { bottom }: CellRange): readonly number[] {
  const rows = new Set(Array.from({ length: bottom + 1 }, (_, row) => row));
  for (const row of styles.keys()) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

interface Run {
  readonly left: number;
  readonly right: number;
  readonly style: string;
}

function runsOf(
  look: StoredLook,
  content: CellRange,
  row: number,
  kindOf: (style: number) => string,
): readonly Run[] {
  const own = look.styles.get(row);
  const rowStyle = look.rows.get(row)?.style ?? null;
  const columns = new Set(own?.keys());
  if (row <= content.bottom) {
    for (let column = 0; column <= content.right; column++) columns.add(column);
  }
  const runs: { left: number; right: number; style: string }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const style = kindOf(own?.get(column) ?? rowStyle ?? columnStyle(look, column));
    const run = runs.at(-1);
    if (run?.style === style && run.right === column - 1) run.right = column;
    else runs.push({ left: column, right: column, style });
  }
  return runs;
}

function columnStyle({ columns }: StoredLook, column: number): number {
  return columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
}

const HORIZONTAL: Readonly<Record<string, NonNullable<AreaStyle["horizontal"]>>> = {
  left: "left",
  center: "center",
  centerContinuous: "center",
  right: "right",
  justify: "justify",
  distributed: "justify",
};
const VERTICAL: Readonly<Record<string, NonNullable<AreaStyle["vertical"]>>> = {
  top: "top",
  center: "center",
  justify: "center",
  distributed: "center",
};

/** A format of a file as the style of an area. What a new sheet has anyway is left out. */
export function areaStyleOf(style: CellStyle): AreaStyle {
  const { font, fillColor, wrapText, indent, numberFormat } = style;
  const horizontal = HORIZONTAL[style.horizontal ?? ""];
  return {
    ...(font.name === undefined ? {} : { fontName: font.name }),
    ...(font.size === undefined ? {} : { fontSize: font.size }),
    ...(font.bold === true ? { bold: true } : {}),
    ...(font.italic === true ? { italic: true } : {}),
    ...(font.underline === true ? { underline: true } : {}),
    ...(font.color === undefined || font.color === "#000000" ? {} : { fontColor: font.color }),
    ...(fillColor === null ? {} : { fillColor }),
    ...(horizontal === undefined ? {} : { horizontal }),
    // A cell that says nothing of it has its text at the bottom.
    vertical: VERTICAL[style.vertical ?? ""] ?? "bottom",
    ...(wrapText ? { wrapText } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...linesOf(style.border),
    ...(numberFormat === "General" ? {} : { numberFormat }),
  };
}

const SIDES = ["top", "bottom", "left", "right"] as const;

function linesOf(border: CellStyle["border"]): Pick<AreaStyle, "border" | "sides"> {
  const sides: { -readonly [K in (typeof SIDES)[number]]?: BorderLine } = {};
  for (const side of SIDES) {
    const line = border[side];
    if (line !== undefined) sides[side] = borderLine(line);
  }
  const all = SIDES.map((side) => JSON.stringify(sides[side]));
  if (all.every((line) => line === undefined)) return {};
  const same = sides.top !== undefined && all.every((line) => line === all[0]);
  return same && sides.top !== undefined ? { border: sides.top } : { sides };
}

const LINES: Readonly<Record<string, NonNullable<BorderLine["style"]>>> = {
  medium: "medium",
  thick: "thick",
  double: "double",
  hair: "hair",
  dotted: "dotted",
  dashed: "dashed",
  dashDot: "dashed",
  dashDotDot: "dashed",
  slantDashDot: "dashed",
  mediumDashed: "dashed",
  mediumDashDot: "dashed",
  mediumDashDotDot: "dashed",
};

function borderLine({ style, color }: StoredLine): BorderLine {
  const known = LINES[style];
  return {
    ...(known === undefined ? {} : { style: known }),
    ...(color === null || color === "#000000" ? {} : { color }),
  };
}
