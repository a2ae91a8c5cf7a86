import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folder of a built-in form family. */
export function familyPath(id: string): string {
  return join(process.cwd(), "src", "core", "forms", "families", id);
}

/** The files of a built-in family as texts, by name. */
export function familyTexts(id: string): Record<string, string> {
  const folder = familyPath(id);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

/** The files of a built-in family joined into one text; `change` may alter the record first. */
export function joinedFamily(
  id: string,
  change: (files: Record<string, Record<string, unknown>>) => void = () => undefined,
): string {
  const files = Object.fromEntries(
    Object.entries(familyTexts(id)).map(([file, text]) => [
      file,
      JSON.parse(text) as Record<string, unknown>,
    ]),
  );
  change(files);
  return JSON.stringify(files);
}
