import type { IBorderData, IStyleData } from "@univerjs/core";
import { BUILTIN_FORMATS } from "../../xlsx/builtin-formats";
import { readPart, type OpenPackage } from "../../xlsx/package";
import { isTrue, type XmlAttributes, type XmlHandler } from "../../xlsx/xml";
import type { ColourReader } from "./xlsx-colours";

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

const EDGES: Readonly<Record<string, keyof IBorderData>> = { left: "l", right: "r", top: "t", bottom: "b" };

type Font = Pick<IStyleData, "ff" | "fs" | "bl" | "it" | "ul" | "st" | "cl">;
type Fill = Pick<IStyleData, "bg">;

/**
 * The formats of a styles part by the style index of a cell, in Univer's terms. Empty where there is no such part.
 * Themes are resolved to colours; what Univer cannot show (patterns, gradients, shrink to fit) is left out.
 */
export function readStyles(
  source: OpenPackage,
  part: string | null,
  colour: ColourReader,
): readonly IStyleData[] {
  if (part === null) return [];
  const reader = new StylesReader(colour);
  readPart(source, part, reader);
  return reader.styles;
}

/** Lists come in the order of the standard: formats, fonts, fills, borders, then the cell formats that name them. */
class StylesReader implements XmlHandler {
  readonly styles: IStyleData[] = [];

  private readonly formats = new Map(BUILTIN_FORMATS);
  private readonly fonts: Font[] = [];
  private readonly fills: Fill[] = [];
  private readonly borders: IBorderData[] = [];
  private list = "";
  private edge: keyof IBorderData | null = null;

  constructor(private readonly colour: ColourReader) {}

  open(name: string, attributes: XmlAttributes): void {
    if (/^(numFmts|fonts|fills|borders|cellXfs|cellStyleXfs|dxfs)$/.test(name)) this.list = name;
    else if (this.list === "numFmts") this.openFormat(attributes);
    else if (this.list === "fonts") this.openFont(name, attributes);
    else if (this.list === "fills") this.openFill(name, attributes);
    else if (this.list === "borders") this.openBorder(name, attributes);
    else if (this.list === "cellXfs") this.openCellFormat(name, attributes);
  }

  close(name: string): void {
    if (name === this.list) this.list = "";
  }

  text(): void {
    // The part keeps everything in attributes.
  }

  private openFormat({ numFmtId, formatCode }: XmlAttributes): void {
    if (formatCode !== undefined) this.formats.set(Number(numFmtId), formatCode);
  }

  private openFont(name: string, attributes: XmlAttributes): void {
    if (name === "font") this.fonts.push({});
    const font = this.fonts.at(-1);
    const { val } = attributes;
    if (font === undefined) return;
    const on = val === undefined || isTrue(val) ? 1 : 0;
    if (name === "name" && val !== undefined) font.ff = val;
    else if (name === "sz") font.fs = Number(val);
    else if (name === "b") font.bl = on;
    else if (name === "i") font.it = on;
    else if (name === "u") font.ul = { s: val === "none" ? 0 : 1 };
    else if (name === "strike") font.st = { s: on };
    else if (name === "color") {
      const rgb = this.colour(attributes);
      if (rgb !== null) font.cl = { rgb };
    }
  }

  private openFill(name: string, attributes: XmlAttributes): void {
    if (name === "fill") this.fills.push({});
    const fill = this.fills.at(-1);
    // Of a pattern the foreground is what a solid fill shows; the background of other patterns is close enough.
    if (fill === undefined || name !== "fgColor") return;
    const rgb = this.colour(attributes);
    if (rgb !== null) fill.bg = { rgb };
  }

  private openBorder(name: string, attributes: XmlAttributes): void {
    if (name === "border") this.borders.push({});
    const border = this.borders.at(-1);
    if (border === undefined) return;
    const edge = EDGES[name];
    if (edge !== undefined) {
      const style = BORDER_STYLES[attributes["style"] ?? ""];
      this.edge = style === undefined ? null : edge;
      if (style !== undefined) border[edge] = { s: style, cl: { rgb: "#000000" } };
    } else if (name === "color" && this.edge !== null) {
      const line = border[this.edge];
      if (line !== undefined && line !== null) line.cl = { rgb: this.colour(attributes) ?? "#000000" };
    } else this.edge = null;
  }

  private openCellFormat(name: string, attributes: XmlAttributes): void {
    if (name === "xf") this.styles.push(this.cellFormat(attributes));
    const style = this.styles.at(-1);
    if (name !== "alignment" || style === undefined) return;
    const { horizontal, vertical, wrapText, indent } = attributes;
    const ht = HORIZONTAL[horizontal ?? ""];
    const vt = VERTICAL[vertical ?? ""];
    if (ht !== undefined) style.ht = ht;
    if (vt !== undefined) style.vt = vt;
    if (isTrue(wrapText)) style.tb = WRAP;
    if (Number(indent) > 0) style.pd = { [ht === HORIZONTAL["right"] ? "r" : "l"]: Number(indent) * INDENT };
  }

  private cellFormat({ numFmtId, fontId, fillId, borderId }: XmlAttributes): IStyleData {
    const border = this.borders[Number(borderId)] ?? {};
    const pattern = this.formats.get(Number(numFmtId ?? 0)) ?? "General";
    return {
      // Excel's own default; Univer's is the same for numbers only.
      vt: VERTICAL["bottom"] as number,
      ...this.fonts[Number(fontId)],
      ...this.fills[Number(fillId)],
      ...(Object.keys(border).length === 0 ? {} : { bd: border }),
      ...(pattern === "General" ? {} : { n: { pattern } }),
    };
  }
}
