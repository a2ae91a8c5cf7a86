import { UNSAVABLE } from "./messages";
import type { Edge, EdgeLine, FormatPatch } from "./changes";
import { UnsavableChangeError } from "./unsavable";
import { escapeAttribute } from "./xml-escape";
import { attributesOf, childrenOf, rawOf, rootOf } from "./xml-source";

/** Elements of styles.xml as text, each made from one there is and the properties laid over it. `p` is the prefix. */

/** Order of a font's children as Excel writes it. */
const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

const UNDERLINE: Readonly<Record<string, string | null>> = {
  None: null,
  Single: "single",
  Double: "double",
  SingleAccountant: "singleAccounting",
  DoubleAccountant: "doubleAccounting",
};

export function fontWith(font: string, patch: FormatPatch, p: string): string {
  const children = childrenByName(font);
  const put = (name: string, attributes: string | null): void => {
    if (attributes === null) children.delete(name);
    else children.set(name, `<${p}${name}${attributes}/>`);
  };
  const flag = (name: string, on: boolean | undefined): void => {
    if (on !== undefined) put(name, on ? "" : null);
  };
  flag("b", patch.bold);
  flag("i", patch.italic);
  flag("strike", patch.strikethrough);
  if (patch.underline !== undefined) {
    const value = known(UNDERLINE, patch.underline);
    put("u", value === null ? null : ` val="${value}"`);
  }
  if (patch.fontSize !== undefined) put("sz", ` val="${String(patch.fontSize)}"`);
  if (patch.fontColor !== undefined) put("color", patch.fontColor === "" ? null : rgb(patch.fontColor));
  if (patch.fontName !== undefined) {
    put("name", ` val="${escapeAttribute(patch.fontName)}"`);
    // The scheme would win over the name; family and charset spoke of the font before. 134 is GB 2312.
    put("scheme", null);
    put("family", null);
    put("charset", /[\u2e80-\uffff]/.test(patch.fontName) ? ' val="134"' : null);
  }
  const rest = [...children.keys()].filter((name) => !FONT_ORDER.includes(name));
  const inner = [...FONT_ORDER, ...rest].map((name) => children.get(name) ?? "").join("");
  return `<${p}font>${inner}</${p}font>`;
}

export function solidFill(color: string, p: string): string {
  const pattern =
    color === ""
      ? `<${p}patternFill patternType="none"/>`
      : `<${p}patternFill patternType="solid"><${p}fgColor${rgb(color)}/><${p}bgColor indexed="64"/></${p}patternFill>`;
  return `<${p}fill>${pattern}</${p}fill>`;
}

const EDGES: readonly (readonly [Edge, element: string, strict: string])[] = [
  ["EdgeLeft", "left", "start"],
  ["EdgeRight", "right", "end"],
  ["EdgeTop", "top", "top"],
  ["EdgeBottom", "bottom", "bottom"],
];

export function borderWith(border: string, lines: NonNullable<FormatPatch["borders"]>, p: string): string {
  const children = childrenByName(border);
  const edges = EDGES.map(([edge, name, strict]) => {
    const line = lines[edge];
    if (line !== undefined) return borderLine(name, line, p);
    return children.get(name) ?? children.get(strict) ?? `<${p}${name}/>`;
  });
  const others = ["diagonal", "vertical", "horizontal"].map((name) => children.get(name) ?? "");
  const root = rootOf(border);
  // The attributes say which way the diagonal runs.
  const tag = border.slice(root.start, root.openEnd).replace(/\s*\/?>$/, ">");
  return `${tag}${[...edges, ...others].join("")}</${p}border>`;
}

const LINE_STYLES: Readonly<Record<string, string>> = {
  Dash: "dashed",
  DashDot: "dashDot",
  DashDotDot: "dashDotDot",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "slantDashDot",
};
const CONTINUOUS: Readonly<Record<string, string>> = {
  Hairline: "hair",
  Thin: "thin",
  Medium: "medium",
  Thick: "thick",
};
const MEDIUM: Readonly<Record<string, string>> = {
  dashed: "mediumDashed",
  dashDot: "mediumDashDot",
  dashDotDot: "mediumDashDotDot",
};

function borderLine(name: string, { style, weight, color }: EdgeLine, p: string): string {
  if (style === "None") return `<${p}${name}/>`;
  const continuous = known(CONTINUOUS, weight);
  const base = style === "Continuous" ? continuous : known(LINE_STYLES, style);
  const value = weight === "Medium" || weight === "Thick" ? (MEDIUM[base] ?? base) : base;
  return `<${p}${name} style="${value}"><${p}color${color === "" ? ' auto="1"' : rgb(color)}/></${p}${name}>`;
}

const HORIZONTAL: Readonly<Record<string, string>> = {
  General: "general",
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
};
const VERTICAL: Readonly<Record<string, string>> = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
};

/** Attributes of `alignment` that the patch asks for; none where it says nothing of alignment. */
export function alignmentAttributes(patch: FormatPatch): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  if (patch.horizontalAlignment !== undefined) {
    attributes["horizontal"] = known(HORIZONTAL, patch.horizontalAlignment);
  }
  if (patch.verticalAlignment !== undefined)
    attributes["vertical"] = known(VERTICAL, patch.verticalAlignment);
  if (patch.wrapText !== undefined) attributes["wrapText"] = patch.wrapText ? "1" : "0";
  if (patch.shrinkToFit !== undefined) attributes["shrinkToFit"] = patch.shrinkToFit ? "1" : "0";
  if (patch.indentLevel !== undefined) attributes["indent"] = String(patch.indentLevel);
  return attributes;
}

export function touchesFont(patch: FormatPatch): boolean {
  const { fontName, fontSize, fontColor, bold, italic, underline, strikethrough } = patch;
  return [fontName, fontSize, fontColor, bold, italic, underline, strikethrough].some(
    (value) => value !== undefined,
  );
}

/** ` rgb="FF…"`. @throws UnsavableChangeError for what is no “#RRGGBB”. */
export function rgb(color: string): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) throw new UnsavableChangeError(UNSAVABLE.format(color));
  return ` rgb="FF${color.slice(1).toUpperCase()}"`;
}

/** Name and size of a font element, for measuring columns. */
export function fontMeasures(font: string): { readonly name: string; readonly size: number } {
  const values = new Map(
    childrenOf(font, rootOf(font)).map((child) => [child.name, attributesOf(font, child).get("val")]),
  );
  return { name: values.get("name") ?? "", size: Number(values.get("sz") ?? 11) };
}

function known<T>(values: Readonly<Record<string, T>>, value: string): T {
  const found = Object.hasOwn(values, value) ? values[value] : undefined;
  if (found === undefined) throw new UnsavableChangeError(UNSAVABLE.format(value));
  return found;
}

function childrenByName(xml: string): Map<string, string> {
  return new Map(childrenOf(xml, rootOf(xml)).map((child) => [child.name, rawOf(xml, child)]));
}
