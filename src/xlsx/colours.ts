import { readPart, readRelationships, type OpenPackage } from "./package";
import type { XmlAttributes } from "./xml";

/** Turns a colour element of the package into “#RRGGBB”; `null` for “automatic” and what names no colour. */
export type ColourReader = (attributes: XmlAttributes) => string | null;

/** The first 64 colours by number (ECMA-376 part 1, §18.8.27), as they are unless a file redefines them. */
const INDEXED =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333";
const INDEXED_COLOURS = INDEXED.split(" ");

/** Colours of a theme in the file's order, and the order in which cells count them: light before dark. */
const THEME_NAMES = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** Reads the theme of the workbook whose part this is. */
export function readColours(source: OpenPackage, workbookPart: string): ColourReader {
  const theme = readTheme(source, workbookPart);
  return ({ rgb, theme: themed, indexed, tint }) => {
    const base =
      rgb !== undefined
        ? rgb.slice(-6)
        : themed !== undefined
          ? theme.get(THEME_NAMES[Number(themed)] ?? "")
          : indexed !== undefined
            ? INDEXED_COLOURS[Number(indexed)]
            : undefined;
    if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return null;
    return `#${tint === undefined ? base.toUpperCase() : tinted(base, Number(tint))}`;
  };
}

function readTheme(source: OpenPackage, workbookPart: string): ReadonlyMap<string, string> {
  const colours = new Map<string, string>();
  const part = readRelationships(source, workbookPart).find(({ type }) => type === "theme")?.target;
  let name: string | null = null;
  if (part === undefined) return colours;
  readPart(source, part, {
    open(tag, { val, lastClr }) {
      if (THEME_NAMES.includes(tag)) name = tag;
      else if (name !== null && tag === "srgbClr" && val !== undefined) colours.set(name, val);
      else if (name !== null && tag === "sysClr" && lastClr !== undefined) colours.set(name, lastClr);
    },
    close(tag) {
      if (tag === name) name = null;
    },
    text: () => undefined,
  });
  return colours;
}

/** Lighter for a positive tint, darker for a negative one; on each channel, which is close to what Excel does in HLS. */
function tinted(base: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(base.slice(at, at + 2), 16));
  const shaded = channels.map((channel) =>
    tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint,
  );
  return shaded
    .map((channel) => Math.round(channel).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
