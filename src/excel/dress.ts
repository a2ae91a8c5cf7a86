import type { CellRange } from "../core/workbook/address";
import type { BorderLine, StyledArea } from "../core/workbook/sheet-plan";
import { addressLists } from "./address-lists";
import type { Look } from "../core/workbook/look";
import { PlanLooks } from "./plan-looks";
import { PROPERTY_BYTES, RANGE_BYTES, step, type Step } from "./step";

type LineStyle = "Continuous" | "Dash" | "Dot" | "Double";
type LineWeight = "Hairline" | "Medium" | "Thick";
type Dressed = Pick<Excel.Range | Excel.RangeAreas, "format">;

const HORIZONTAL = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;
/** Excel.BorderLineStyle, and Excel.BorderWeight where it is not that of the style by itself. */
const LINES: Readonly<Record<NonNullable<BorderLine["style"]>, readonly [LineStyle, LineWeight?]>> = {
  thin: ["Continuous"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  hair: ["Continuous", "Hairline"],
  double: ["Double"],
  dashed: ["Dash"],
  dotted: ["Dot"],
};

/** Fonts, fills, alignment, lines and number formats, each for as large ranges as there are. */
export function dressSteps(areas: readonly StyledArea[]): Step[] {
  const looks = new PlanLooks(areas);
  return [
    ...formatSteps(looks, ["fontName", "fontSize", "fontColor", "bold", "italic", "underline"], setFont),
    ...formatSteps(looks, ["fillColor"], ({ format }, { fillColor }) => {
      if (fillColor !== undefined) format.fill.color = fillColor;
    }),
    ...formatSteps(looks, ["horizontal", "vertical", "wrapText", "indent"], setAlignment),
    ...looks
      .alike(({ lines }) => (Object.keys(lines).length > 0 ? lines : null))
      .flatMap(({ part, ranges }) => ranges.map((range) => step(12, range, draw(part, range)))),
    ...looks
      .alike(picked("numberFormat"))
      .flatMap(({ part, ranges }) => ranges.map((range) => step(1, range, setNumberFormat(part)))),
  ];
}

function picked<K extends keyof Look>(...keys: readonly K[]): (look: Look) => Pick<Look, K> | null {
  return (look) => {
    const some = keys.filter((key) => look[key] !== undefined);
    return some.length === 0
      ? null
      : (Object.fromEntries(some.map((key) => [key, look[key]])) as Pick<Look, K>);
  };
}

/** Cells that are alike are named together: one request for all of them. */
function formatSteps<K extends keyof Look>(
  looks: PlanLooks,
  keys: readonly K[],
  set: (cells: Dressed, part: Pick<Look, K>) => void,
): Step[] {
  return looks.alike(picked(...keys)).flatMap(({ part, ranges }) => {
    const properties = Object.keys(part).length;
    const [only, ...more] = ranges;
    if (only !== undefined && more.length === 0) return [step(properties, only, (range) => set(range, part))];
    return addressLists(ranges).map((addresses) => ({
      bytes: RANGE_BYTES + addresses.length + properties * PROPERTY_BYTES,
      run: (sheet: Excel.Worksheet) => set(sheet.getRanges(addresses).untrack(), part),
    }));
  });
}

function setFont(
  { format: { font } }: Dressed,
  look: Pick<Look, "fontName" | "fontSize" | "fontColor" | "bold" | "italic" | "underline">,
): void {
  if (look.fontName !== undefined) font.name = look.fontName;
  if (look.fontSize !== undefined) font.size = look.fontSize;
  if (look.fontColor !== undefined) font.color = look.fontColor;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.underline !== undefined) font.underline = look.underline ? "Single" : "None";
}

function setAlignment(
  { format }: Dressed,
  { horizontal, vertical, wrapText, indent }: Pick<Look, "horizontal" | "vertical" | "wrapText" | "indent">,
): void {
  if (horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[horizontal];
  if (vertical !== undefined) format.verticalAlignment = VERTICAL[vertical];
  if (wrapText !== undefined) format.wrapText = wrapText;
  if (indent !== undefined) format.indentLevel = indent;
}

/** The lines of every cell of the range, each drawn once. */
function draw({ top, bottom, left, right }: Look["lines"], range: CellRange): (range: Excel.Range) => void {
  const edges = [
    ["EdgeTop", top],
    ["EdgeBottom", bottom],
    ["EdgeLeft", left],
    ["EdgeRight", right],
    // A range of one row has no line inside, and Excel none to offer.
    ["InsideHorizontal", range.top < range.bottom ? (bottom ?? top) : undefined],
    ["InsideVertical", range.left < range.right ? (right ?? left) : undefined],
  ] as const;
  return ({ format }) => {
    for (const [edge, line] of edges) {
      if (line === undefined) continue;
      const border = format.borders.getItem(edge);
      const [style, weight] = LINES[line.style ?? "thin"];
      border.style = style;
      // A weight said of a double or dashed line might make it a continuous one.
      if (weight !== undefined) border.weight = weight;
      if (line.color !== undefined) border.color = line.color;
    }
  };
}

/** One text stands for all cells, though the type does not say so. */
function setNumberFormat({ numberFormat }: Pick<Look, "numberFormat">): (range: Excel.Range) => void {
  return (range) => {
    range.numberFormat = (numberFormat ?? "General") as unknown as string[][];
  };
}
