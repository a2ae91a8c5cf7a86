import { BUILT_IN_FAMILIES } from "../../core/forms/families";
import { describeDefect } from "../../core/forms/family-files/defect";
import { messages } from "../../core/forms/family-files/messages";
import { familyRemarks, readFamily, type FamilyReading } from "../../core/forms/family-files/read-family";
import { readKeptFamily, type KeptFamily } from "../../core/forms/kept-families";
import { MAX_KEPT_CHARACTERS } from "../../core/workbook/kept-part";

/*
 * How families are read, all of it loaded once there is one to be read: the built-in families come along, and checking
 * those takes longer than starting the pane.
 */

/** What of a `File` is used. */
export type FamilyFile = Pick<File, "name" | "size" | "text">;

/** A family that can be kept, and Chinese lines worth knowing of it; or what is wrong with the files, a Chinese line each. */
type FilesRead =
  | { readonly family: KeptFamily; readonly forms: number; readonly remarks: readonly string[] }
  | { readonly family: null; readonly defects: readonly string[] };

/** Families kept with a workbook, from their texts. */
export function readKept(texts: readonly string[]): readonly KeptFamily[] {
  return texts.map(readKeptFamily);
}

/** Reads the files of one family. */
export async function readFiles(files: readonly FamilyFile[]): Promise<FilesRead> {
  const reading = await readingOf(files);
  if (reading.family === null) return { family: null, defects: reading.defects.map(describeDefect) };
  return {
    family: readKeptFamily(reading.text),
    forms: reading.family.forms.length,
    remarks: familyRemarks(reading, BUILT_IN_FAMILIES).map(describeDefect),
  };
}

/** UTF-8 takes up to four bytes a character; indented files are larger than what is kept. */
const MAX_FILE_BYTES = MAX_KEPT_CHARACTERS * 8;

/** Texts by file name; a film chosen by mistake is not read. */
async function readingOf(files: readonly FamilyFile[]): Promise<FamilyReading> {
  const tooLong = files.filter(({ size }) => size > MAX_FILE_BYTES);
  if (tooLong.length > 0) {
    const defects = tooLong.map(({ name }) => ({
      file: name,
      path: "",
      line: null,
      message: messages.tooLong,
    }));
    return { family: null, defects };
  }
  const texts = files.map(async (file) => [file.name, await file.text()] as const);
  return readFamily(Object.fromEntries(await Promise.all(texts)));
}
