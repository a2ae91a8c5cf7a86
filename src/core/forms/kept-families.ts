import type { FormFamily } from "./definition";
import { describeDefect } from "./family-files/defect";
import { readFamily, withFamilies } from "./family-files/read-family";
import { isObject } from "./family-files/schema-defects";
import { FAMILY_FILE } from "./load-family";

/** A form family kept with a workbook, as far as it is known from its text. */
export interface KeptFamily {
  /** As kept: joined JSON. */
  readonly text: string;
  /** Null where the text does not even tell. */
  readonly id: string | null;
  /** Null where the text does not even tell. */
  readonly name: string | null;
  /** Null for a family that cannot be used. */
  readonly family: FormFamily | null;
  /** What is wrong with it, one Chinese line each; none for a sound one. */
  readonly defects: readonly string[];
}

/** Reads a family kept with a workbook. */
export function readKeptFamily(text: string): KeptFamily {
  const reading = readFamily({ [KEPT_AS]: text });
  if (reading.family !== null) {
    const { family } = reading;
    return { text, id: family.id, name: family.name, family, defects: [] };
  }
  return { text, ...identityOf(text), family: null, defects: reading.defects.map(describeDefect) };
}

/** Stands for the file's name where a text has none. */
const KEPT_AS = "表套.json";

/** Id and name of a family that is broken elsewhere. */
function identityOf(text: string): Pick<KeptFamily, "id" | "name"> {
  const data = parsed(text);
  const head = isObject(data) ? data[FAMILY_FILE] : null;
  const textOf = (value: unknown): string | null =>
    typeof value === "string" && value !== "" ? value : null;
  return isObject(head) ? { id: textOf(head["id"]), name: textOf(head["name"]) } : { id: null, name: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The families to look for in a workbook: `known`, those kept with the workbook, and `own`, which the user names for this
 * check; of families with one id the last of these counts. `broken` are kept and cannot be used.
 */
export function familiesFor(
  kept: readonly string[],
  known: readonly FormFamily[],
  own: readonly FormFamily[] = [],
): { readonly families: readonly FormFamily[]; readonly broken: readonly KeptFamily[] } {
  const read = kept.map(readKeptFamily);
  const sound = read.flatMap(({ family }) => family ?? []);
  return {
    families: withFamilies(withFamilies(known, sound), own),
    broken: read.filter(({ family }) => family === null),
  };
}
