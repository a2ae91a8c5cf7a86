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

/** The custom XML parts of the workbook that hold form families, in the order of their relationships. */
export function readFamilyParts(source: OpenPackage, workbook: string): FamilyPart[] {
  return readRelationships(source, workbook).flatMap(({ type, target, external }): FamilyPart[] => {
    const entry = type === "customXml" && !external ? source.parts.get(partKey(target)) : undefined;
    if (entry === undefined || entry.size > MAX_PART_BYTES) return [];
    const text = familyPartText(xmlOf(source, entry));
    return text === null ? [] : [{ part: target, text }];
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
