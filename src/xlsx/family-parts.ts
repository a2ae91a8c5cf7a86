import { familyPartText, MAX_FAMILY_CHARACTERS } from "../core/workbook/family-part";
import { partKey, readRelationships, type OpenPackage } from "./package";
import { ReadProblem } from "./problem";
import { readText } from "./xml";

/** A form family kept with the workbook. */
export interface FamilyPart {
  readonly part: string;
  /** Joined JSON, as it was kept; it may be broken. */
  readonly text: string;
}

/** UTF-8 takes up to four bytes a character; a longer part is no family that we have kept. */
const MAX_PART_BYTES = MAX_FAMILY_CHARACTERS * 4;

/**
 * Parts whose relationships lead to custom XML: the workbook, and the package ("") in files that LibreOffice has saved.
 */
export function familyHolders(workbook: string): readonly string[] {
  return [workbook, ""];
}

/** The custom XML parts that hold form families, in the order of their relationships. */
export function readFamilyParts(source: OpenPackage, workbook: string): FamilyPart[] {
  const related = familyHolders(workbook).flatMap((holder) => readRelationships(source, holder));
  const parts = new Map<string, string>();
  for (const { type, target, external } of related)
    if (type === "customXml" && !external && !parts.has(partKey(target))) parts.set(partKey(target), target);
  return [...parts].flatMap(([key, part]): FamilyPart[] => {
    const entry = source.parts.get(key);
    if (entry === undefined || entry.size > MAX_PART_BYTES) return [];
    const text = familyPartText(xmlOf(source, entry));
    return text === null ? [] : [{ part, text }];
  });
}

/** "" for a part that is not well-formed: most are other programs' own, and no reason not to read the workbook. */
function xmlOf(source: OpenPackage, entry: Parameters<typeof readText>[1]): string {
  try {
    return readText(source.zip, entry, source.budget);
  } catch (error) {
    if (error instanceof ReadProblem) return "";
    throw error;
  }
}
