import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { FormFamily } from "../core/forms/definition";
import { describeDefect } from "../core/forms/family-files/defect";
import { readFamily, type FamilyReading } from "../core/forms/family-files/read-family";
import { fileProblem } from "./read-workbook";
import { texts } from "./texts";

/** The form family of a folder of .json files, or of one file with all of them joined; or why nothing can be read. */
export async function readFamilyFiles(path: string): Promise<FamilyReading | string> {
  try {
    if (!(await stat(path)).isDirectory())
      return readFamily({ [basename(path)]: await readFile(path, "utf8") });
    const names = (await readdir(path)).filter((name) => /\.json$/i.test(name));
    if (names.length === 0) return texts.noFamilyFiles(path);
    const files = await Promise.all(
      names.map(async (name) => [name, await readFile(join(path, name), "utf8")] as const),
    );
    return readFamily(Object.fromEntries(files));
  } catch (error) {
    if (error instanceof Error && "code" in error) return fileProblem(path, String(error.code));
    throw error;
  }
}

/** The families that the user names for a command, in this order; or why one of them cannot be used. */
export async function readOwnFamilies(paths: readonly string[]): Promise<readonly FormFamily[] | string> {
  const families: FormFamily[] = [];
  for (const path of paths) {
    const reading = await readFamilyFiles(path);
    if (typeof reading === "string") return reading;
    if (reading.family === null) return texts.brokenFamily(path, reading.defects.map(describeDefect));
    families.push(reading.family);
  }
  return families;
}
