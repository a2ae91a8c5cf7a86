import { BUILTIN_FORMATS } from "./builtin-formats";
import { compileNumberFormat, GENERAL, type NumberFormat } from "./number-format";
import { readPart, type OpenPackage } from "./package";

/** The number formats of a workbook, each once. */
export interface NumberFormats {
  /** “General” is the first. */
  readonly formats: readonly NumberFormat[];
  /** Position in `formats` by the style index of a cell. */
  readonly ofStyle: readonly number[];
}

/**
 * Number formats by the style index of a cell. Without a styles part every cell is “General”.
 * @param date1904 whether the workbook counts dates from 1904.
 */
export function readNumberFormats(
  source: OpenPackage,
  part: string | null,
  date1904: boolean,
): NumberFormats {
  const codes = new Map(BUILTIN_FORMATS);
  const formats = [GENERAL];
  const ofStyle: number[] = [];
  const known = new Map<string, number>();
  let inCellFormats = false;
  if (part === null) return { formats, ofStyle };
  readPart(source, part, {
    open(name, attributes) {
      if (name === "numFmt" && !inCellFormats) {
        codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      } else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) {
        const code = codes.get(Number(attributes["numFmtId"] ?? 0)) ?? "General";
        const index = known.get(code) ?? formats.push(compileNumberFormat(code, date1904)) - 1;
        known.set(code, index);
        ofStyle.push(index);
      }
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
    text: () => undefined,
  });
  return { formats, ofStyle };
}
