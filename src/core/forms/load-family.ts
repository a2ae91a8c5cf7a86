import { familySchema, formSchema, type FormFamily } from "./definition";
import { parseRelation } from "../relations/parse-relation";
import { describeDefect, pathText, type FamilyDefect, type LineOf, type Step } from "./family-files/defect";
import { formConflicts, type FormFile } from "./family-files/form-conflicts";
import { meaningDefects, stubDefects, termDefects } from "./family-files/meaning-defects";
import { messages } from "./family-files/messages";
import { parseData, type DataDefect } from "./family-files/schema-defects";

/** The file of a family that says what it is; every other file is a form. */
export const FAMILY_FILE = "family.json";

/** A family file that cannot be used; `message` is a Chinese line naming file, path and defect. */
export class FormFamilyError extends Error {
  override readonly name = "FormFamilyError";
}

/**
 * Checks and joins the files of one form family: `family.json` and a file a form, by file name.
 * Throws a FormFamilyError for the first defect.
 */
export function loadFamily(folder: string, files: Readonly<Record<string, unknown>>): FormFamily {
  const { family, defects } = checkFamily(files);
  if (family !== null) return family;
  const [defect] = defects;
  throw new FormFamilyError(defect === undefined ? folder : `表套文件 ${folder}/${describeDefect(defect)}`);
}

/** The family of the files, by file name, or null with every defect, file by file. */
export function checkFamily(
  files: Readonly<Record<string, unknown>>,
  lineOf: LineOf = () => null,
): { readonly family: FormFamily | null; readonly defects: readonly FamilyDefect[] } {
  const { [FAMILY_FILE]: familyData, ...formFiles } = files;
  const defects: FamilyDefect[] = [];
  const report = (file: string, at: readonly Step[], message: string): void => {
    defects.push({ file, path: pathText(at), line: lineOf(file, at), message });
  };
  const reportAll = (file: string, found: readonly DataDefect[]): void => {
    for (const { at, message } of found) report(file, at, message);
  };

  let family: Omit<FormFamily, "forms"> | null = null;
  if (familyData === undefined) report(FAMILY_FILE, [], messages.noFamilyFile(Object.keys(formFiles)));
  else {
    const read = parseData(familySchema, familyData);
    if ("value" in read) {
      family = read.value;
      reportAll(FAMILY_FILE, termDefects(family.terms, ["terms"]));
      family.relations.forEach(({ relation }, at) => {
        const parsed = parseRelation(relation);
        if ("defect" in parsed) report(FAMILY_FILE, ["relations", at, "relation"], parsed.defect);
      });
    } else reportAll(FAMILY_FILE, read.defects);
    reportAll(FAMILY_FILE, meaningDefects(familyData));
  }
  if (Object.keys(formFiles).length === 0) report(FAMILY_FILE, [], messages.noForms);
  const forms: FormFile[] = [];
  for (const [file, data] of Object.entries(formFiles)) {
    const read = parseData(formSchema, data);
    if ("value" in read) {
      const form = read.value;
      forms.push({ file, form });
      reportAll(file, stubDefects(form));
      reportAll(file, termDefects(form.terms, ["terms"]));
      form.blocks.forEach(({ terms }, index) => {
        reportAll(file, termDefects(terms, ["blocks", index, "terms"]));
      });
    } else reportAll(file, read.defects);
    reportAll(file, meaningDefects(data));
  }
  for (const { file, at, message } of formConflicts(forms)) report(file, at, message);
  if (family === null || defects.length > 0)
    return { family: null, defects: inOrder(Object.keys(files), defects) };
  return { family: { ...family, forms: forms.map(({ form }) => form) }, defects };
}

/** File by file, each from top to bottom. */
function inOrder(files: readonly string[], defects: readonly FamilyDefect[]): FamilyDefect[] {
  const order = new Map(files.map((file, index) => [file, index]));
  return [...defects].sort(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || (a.line ?? 0) - (b.line ?? 0),
  );
}
