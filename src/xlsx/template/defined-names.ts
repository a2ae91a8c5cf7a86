import { parseA1Range, type CellRange } from "../../core/workbook/address";
import { readPart, type OpenPackage } from "../package";
import type { XmlAttributes } from "../xml";

/** A name of the workbook, or of the sheet at that place in its list of sheets. `formula` is without “=”. */
export interface StoredName {
  readonly name: string;
  readonly sheet: number | null;
  readonly formula: string;
}

/** The names of a workbook, and the names of all its sheets in the order that `StoredName.sheet` counts in. */
export function readNames(
  source: OpenPackage,
  workbookPart: string,
): { readonly names: readonly StoredName[]; readonly sheets: readonly string[] } {
  const names: StoredName[] = [];
  const sheets: string[] = [];
  let current: XmlAttributes | null = null;
  let formula = "";
  readPart(source, workbookPart, {
    open(tag, attributes) {
      if (tag === "sheet") sheets.push(attributes["name"] ?? "");
      if (tag !== "definedName") return;
      current = attributes;
      formula = "";
    },
    text(piece) {
      if (current !== null) formula += piece;
    },
    close(tag) {
      if (tag !== "definedName" || current === null) return;
      const { name = "", localSheetId } = current;
      names.push({ name, sheet: localSheetId === undefined ? null : Number(localSheetId), formula });
      current = null;
    },
  });
  return { names, sheets };
}

/** Rows of a print title, 0-based: `'表'!$A:$B,'表'!$1:$3` → 0 to 2; null where it names no rows. */
export function titleRows(formula: string): { readonly top: number; readonly bottom: number } | null {
  const match = /!\$(\d+):\$(\d+)(?:$|,)/.exec(formula);
  return match === null ? null : { top: Number(match[1]) - 1, bottom: Number(match[2]) - 1 };
}

/** A reference to one range, `'名录'!$A$1:$A$9`; `sheet` is null where none is named. Null for any other formula. */
export function reference(
  formula: string,
): { readonly sheet: string | null; readonly range: CellRange } | null {
  const match = /^(?:'((?:[^']|'')+)'!|([^'!,(]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/i.exec(
    formula,
  );
  const range = parseA1Range(match?.[3] ?? "");
  if (match === null || range === null) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? null, range };
}
