import { MAX_KEPT_CHARACTERS } from "../../workbook/kept-part";
import type { FormFamily } from "../definition";
import { checkFamily, FAMILY_FILE } from "../load-family";
import { pathText, type FamilyDefect, type Step } from "./defect";
import { likeForms } from "./form-conflicts";
import { parseJson, type JsonText } from "./json-text";
import { messages } from "./messages";
import { isObject } from "./schema-defects";

/** A family as texts brought it: the family with its files joined, or all that is wrong with them. */
export type FamilyReading =
  | {
      readonly family: FormFamily;
      /** The files as one JSON text, `{ "family.json": {…}, "01.json": {…} }`: what is kept with a workbook. */
      readonly text: string;
      /** Forms by the name of their file, in order. */
      readonly files: readonly string[];
    }
  | { readonly family: null; readonly defects: readonly FamilyDefect[] };

/**
 * Reads a form family from the texts of its files, by file name: the files of its folder, or one file with all of them
 * joined. Finds every defect, not the first alone; in broken JSON the first of each file.
 */
export function readFamily(texts: Readonly<Record<string, string>>): FamilyReading {
  const names = Object.keys(texts).sort();
  const tooLong = names.filter((name) => (texts[name]?.length ?? 0) > MAX_KEPT_CHARACTERS * 2);
  if (tooLong.length > 0)
    return {
      family: null,
      defects: tooLong.map((file) => ({ file, path: "", line: null, message: messages.tooLong })),
    };
  const parsed = names.map((name) => ({ name, json: parseJson(name, texts[name] ?? "") }));
  const broken = parsed.flatMap(({ json }) => json.defects);
  const [only] = parsed;
  const joined = only !== undefined && parsed.length === 1 && only.name !== FAMILY_FILE ? only : null;
  if (broken.length > 0) return { family: null, defects: broken };
  if (joined !== null && !isJoined(joined.json.value)) {
    return {
      family: null,
      defects: [{ file: joined.name, path: "", line: null, message: messages.notAFamily }],
    };
  }
  const files =
    joined === null
      ? Object.fromEntries(parsed.map(({ name, json }) => [name, json.value]))
      : (joined.json.value as Readonly<Record<string, unknown>>);
  const lines = new Map(parsed.map(({ name, json }) => [name, json]));
  const lineOf = (file: string, at: readonly Step[]): number | null =>
    joined === null ? lineIn(lines.get(file), at) : lineIn(joined.json, [file, ...at]);
  const { family, defects } = checkFamily(files, lineOf);
  const text = JSON.stringify(files);
  if (family === null)
    return {
      family,
      defects: joined === null ? defects : defects.map((defect) => inJoined(joined.name, defect)),
    };
  if (text.length > MAX_KEPT_CHARACTERS)
    return {
      family: null,
      defects: [{ file: FAMILY_FILE, path: "", line: null, message: messages.tooLong }],
    };
  return { family, text, files: Object.keys(files).filter((name) => name !== FAMILY_FILE) };
}

/** A line is one of the joined file, so that file is named with it. */
function inJoined(name: string, defect: FamilyDefect): FamilyDefect {
  const { file, path, line } = defect;
  return line === null ? defect : { ...defect, file: name, path: path === "" ? file : `${file} · ${path}` };
}

function isJoined(value: unknown): boolean {
  return isObject(value) && Object.keys(value).some((name) => name.endsWith(".json"));
}

function lineIn(json: JsonText | undefined, at: readonly Step[]): number | null {
  return json?.lineOf(at) ?? null;
}

/** What is worth knowing about a sound family beside those that the tool brings along. */
export function familyRemarks(
  reading: Extract<FamilyReading, { readonly text: string }>,
  builtIn: readonly FormFamily[],
): FamilyDefect[] {
  const { family, files } = reading;
  const replaced = builtIn.find(({ id }) => id === family.id);
  if (replaced !== undefined) {
    return [
      {
        file: FAMILY_FILE,
        path: "id",
        line: null,
        message: messages.replacesBuiltIn(family.id, replaced.name),
      },
    ];
  }
  const forms = family.forms.map((form, index) => ({ file: files[index] ?? "", form }));
  return likeForms(forms, builtIn).map(({ file, at, message }) => ({
    file,
    path: pathText(at),
    line: null,
    message,
  }));
}

/** The families to look for where a user brings some along: of those with one id the last counts. */
export function withFamilies(
  known: readonly FormFamily[],
  own: readonly FormFamily[],
): readonly FormFamily[] {
  if (own.length === 0) return known;
  const all = [...known, ...own];
  const last = new Map(all.map((family, at) => [family.id, at]));
  return all.filter(({ id }, at) => last.get(id) === at);
}
