import { keptTextOf, MAX_KEPT_CHARACTERS, type KeptText } from "../core/workbook/kept-part";
import { partKey, readRelationships, type OpenPackage } from "./package";
import { ReadProblem } from "./problem";
import { readText } from "./xml";

/** Something kept with the workbook, as it was kept; it may be broken. */
export interface KeptPart extends KeptText {
  readonly part: string;
}

/** UTF-8 takes up to four bytes a character; a longer part is none that we have kept. */
const MAX_PART_BYTES = MAX_KEPT_CHARACTERS * 4;

/**
 * Parts whose relationships lead to custom XML: the workbook, and the package ("") in files that LibreOffice has saved.
 */
export function keptPartHolders(workbook: string): readonly string[] {
  return [workbook, ""];
}

/** The custom XML parts of ours, in the order of their relationships. */
export function readKeptParts(source: OpenPackage, workbook: string): KeptPart[] {
  const related = keptPartHolders(workbook).flatMap((holder) => readRelationships(source, holder));
  const parts = new Map<string, string>();
  for (const { type, target, external } of related)
    if (type === "customXml" && !external && !parts.has(partKey(target))) parts.set(partKey(target), target);
  return [...parts].flatMap(([key, part]): KeptPart[] => {
    const entry = source.parts.get(key);
    if (entry === undefined || entry.size > MAX_PART_BYTES) return [];
    const kept = keptTextOf(xmlOf(source, entry));
    return kept === null ? [] : [{ ...kept, part }];
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
