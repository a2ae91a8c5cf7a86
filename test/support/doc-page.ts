import { readFileSync } from "node:fs";
import { z } from "zod";

/* What a page of the documentation lists, to be held against the code. */

/** The tables of a page, by the section they stand in and their first heading. Throws where there is none. */
export function docTables(file: string): (section: string, heading: string) => string[][] {
  const page = readFileSync(file, "utf8");
  return (section, heading) => {
    const from = new RegExp(`^#{2,4} ${escaped(section)}$`, "m").exec(page)?.index ?? -1;
    const start = page.indexOf(`\n| ${heading} |`, from);
    if (from < 0 || start < 0) throw new Error(`${file} has no table “${heading}” in “${section}”`);
    const [table = ""] = page.slice(start + 1).split("\n\n");
    return table
      .trimEnd()
      .split("\n")
      .slice(2)
      .map((line) =>
        line
          .slice(1, line.endsWith("|") ? -1 : undefined)
          .split("|")
          .map((cell) => cell.trim()),
      );
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Names in backticks in a cell of a table; the cell itself where there is none. */
export function namesIn(cell: string): string[] {
  const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
  return names.length > 0 ? names : [cell];
}

export interface SchemaDescription {
  readonly properties?: Readonly<Record<string, SchemaDescription>>;
  readonly additionalProperties?: SchemaDescription | boolean;
  readonly items?: SchemaDescription;
  readonly anyOf?: readonly SchemaDescription[];
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
}

/** What may be written, by a schema. */
export function described(schema: z.ZodType): SchemaDescription {
  return z.toJSONSchema(schema, { io: "input" }) as SchemaDescription;
}

export function fieldsOf({ properties }: SchemaDescription): string[] {
  return Object.keys(properties ?? {});
}
