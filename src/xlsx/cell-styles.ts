import { BUILTIN_FORMATS } from "./builtin-formats";
import type { ColourReader } from "./colours";
import { readPart, type OpenPackage } from "./package";
import { isTrue, type XmlAttributes, type XmlHandler } from "./xml";

/** A line of a border; `style` in the words of the standard (ST_BorderStyle), `color` “#RRGGBB”, null for automatic. */
export interface StoredLine {
  readonly style: string;
  readonly color: string | null;
}

export interface StoredFont {
  readonly name?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** “#RRGGBB”. */
  readonly color?: string;
}

/**
 * Format of a cell as the file has it, in the words of the standard; what the file does not say is not there. Themes are
 * resolved to colours.
 */
export interface CellStyle {
  readonly font: StoredFont;
  /** “#RRGGBB” of a pattern's foreground, which is what a solid fill shows; null for none. */
  readonly fillColor: string | null;
  readonly border: Readonly<Partial<Record<"left" | "right" | "top" | "bottom", StoredLine>>>;
  /** ST_HorizontalAlignment, ST_VerticalAlignment. */
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrapText: boolean;
  readonly indent: number;
  /** Format code; “General” where there is none. */
  readonly numberFormat: string;
}

/** The formats of a styles part by the style index of a cell. Empty where there is no such part. */
export function readCellStyles(
  source: OpenPackage,
  part: string | null,
  colour: ColourReader,
): readonly CellStyle[] {
  if (part === null) return [];
  const reader = new StylesReader(colour);
  readPart(source, part, reader);
  return reader.styles;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Border = Writable<CellStyle["border"]>;

const EDGES: Readonly<Record<string, keyof Border>> = {
  left: "left",
  start: "left",
  right: "right",
  end: "right",
  top: "top",
  bottom: "bottom",
};

/** Lists come in the order of the standard: formats, fonts, fills, borders, then the cell formats that name them. */
class StylesReader implements XmlHandler {
  readonly styles: Writable<CellStyle>[] = [];

  private readonly formats = new Map(BUILTIN_FORMATS);
  private readonly fonts: Writable<StoredFont>[] = [];
  private readonly fills: (string | null)[] = [];
  private readonly borders: Border[] = [];
  private list = "";
  private edge: keyof Border | null = null;

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
    const on = val === undefined || isTrue(val);
    if (name === "name" && val !== undefined) font.name = val;
    else if (name === "sz") font.size = Number(val);
    else if (name === "b") font.bold = on;
    else if (name === "i") font.italic = on;
    else if (name === "u") font.underline = val !== "none";
    else if (name === "strike") font.strike = on;
    else if (name === "color") {
      const color = this.colour(attributes);
      if (color !== null) font.color = color;
    }
  }

  private openFill(name: string, attributes: XmlAttributes): void {
    if (name === "fill") this.fills.push(null);
    if (name === "fgColor" && this.fills.length > 0) {
      this.fills[this.fills.length - 1] = this.colour(attributes);
    }
  }

  private openBorder(name: string, attributes: XmlAttributes): void {
    if (name === "border") this.borders.push({});
    const border = this.borders.at(-1);
    if (border === undefined) return;
    const edge = EDGES[name];
    if (edge !== undefined) {
      const { style = "none" } = attributes;
      this.edge = style === "none" ? null : edge;
      if (style !== "none") border[edge] = { style, color: null };
    } else if (name === "color" && this.edge !== null) {
      const line = border[this.edge];
      if (line !== undefined) border[this.edge] = { ...line, color: this.colour(attributes) };
    } else this.edge = null;
  }

  private openCellFormat(name: string, attributes: XmlAttributes): void {
    if (name === "xf") this.styles.push(this.cellFormat(attributes));
    const style = this.styles.at(-1);
    if (name !== "alignment" || style === undefined) return;
    const { horizontal, vertical, wrapText, indent } = attributes;
    if (horizontal !== undefined) style.horizontal = horizontal;
    if (vertical !== undefined) style.vertical = vertical;
    style.wrapText = isTrue(wrapText);
    style.indent = Math.max(0, Number(indent ?? 0));
  }

  private cellFormat({ numFmtId, fontId, fillId, borderId }: XmlAttributes): Writable<CellStyle> {
    return {
      font: this.fonts[Number(fontId)] ?? {},
      fillColor: this.fills[Number(fillId)] ?? null,
      border: this.borders[Number(borderId)] ?? {},
      wrapText: false,
      indent: 0,
      numberFormat: this.formats.get(Number(numFmtId ?? 0)) ?? "General",
    };
  }
}
