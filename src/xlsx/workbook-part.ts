import type { SheetVisibility } from "../core/workbook/snapshot";
import { readPart, readRelationships, type OpenPackage } from "./package";
import { ReadProblem } from "./problem";
import { isTrue, prefixedAttribute } from "./xml";

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly part: string;
}

export interface WorkbookPart {
  /** Worksheets in tab order; chart sheets and macro sheets have no cells and are left out, as in Office.js. */
  readonly sheets: readonly SheetEntry[];
  /** Dates count from 1904 instead of 1900. */
  readonly date1904: boolean;
  readonly styles: string | null;
  readonly sharedStrings: string | null;
}

interface ListedSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly id: string | undefined;
}

const SHEETS_WITHOUT_CELLS = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

/** @throws ReadProblem `no-sheets`; `broken-sheet` for a sheet whose part is missing. */
export function readWorkbookPart(source: OpenPackage, part: string): WorkbookPart {
  const listed: ListedSheet[] = [];
  let date1904 = false;
  readPart(source, part, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = isTrue(attributes["date1904"]);
      if (name !== "sheet") return;
      listed.push({
        name: attributes["name"] ?? "",
        visibility: visibilityOf(attributes["state"]),
        id: prefixedAttribute(attributes, "id"),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  const relationships = readRelationships(source, part);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const partOfType = (type: string): string | null =>
    relationships.find((relationship) => relationship.type === type && !relationship.external)?.target ??
    null;

  const sheets: SheetEntry[] = [];
  const used = new Set<string>();
  const names = new Set<string>();
  for (const { name, visibility, id } of listed) {
    const relationship = byId.get(id ?? "");
    if (relationship !== undefined && SHEETS_WITHOUT_CELLS.has(relationship.type)) continue;
    // One part for two sheets is against the standard, and a way to make a small file endless.
    if (relationship === undefined || relationship.external || used.has(relationship.target.toLowerCase())) {
      throw new ReadProblem("broken-sheet", { sheet: name });
    }
    used.add(relationship.target.toLowerCase());
    // Of two sheets of one name nothing could say which one is meant; Excel repairs such a file when it opens it.
    if (names.has(name.toLowerCase())) throw new ReadProblem("broken-sheet", { sheet: name });
    names.add(name.toLowerCase());
    sheets.push({ name, visibility, part: relationship.target });
  }
  if (sheets.length === 0) throw new ReadProblem("no-sheets");
  return { sheets, date1904, styles: partOfType("styles"), sharedStrings: partOfType("sharedStrings") };
}

function visibilityOf(state: string | undefined): SheetVisibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}
