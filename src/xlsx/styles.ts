import { BUILTIN_FORMATS } from "./builtin-formats";
import { compileNumberFormat, type NumberFormat } from "./number-format";
import { readPart, type OpenPackage } from "./package";

/**
 * Number formats by the style index of a cell. Without a styles part every cell is “General”.
 * @param date1904 whether the workbook counts dates from 1904.
 */
export function readNumberFormats(
  source: OpenPackage,
  part: string | null,
  date1904: boolean,
): readonly NumberFormat[] {
  const codes = new Map(BUILTIN_FORMATS);
  const formats: NumberFormat[] = [];
  const compiled = new Map<string, NumberFormat>();
  let inCellFormats = false;
  if (part === null) return formats;
  readPart(source, part, {
    open(name, attributes) {
      if (name === "numFmt" && !inCellFormats) {
        codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      } else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) {
        const code = codes.get(Number(attributes["numFmtId"] ?? 0)) ?? "General";
        const format = compiled.get(code) ?? compileNumberFormat(code, date1904);
        compiled.set(code, format);
        formats.push(format);
      }
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
    text: () => undefined,
  });
  return formats;
}
