import type { z } from "zod";
import { familySchema, formSchema, type FormDefinition, type FormFamily, type Term } from "./definition";
import { meaningOf } from "./vocabulary";

/** A family file that cannot be used; `message` is a Chinese line naming file, path and defect. */
export class FormFamilyError extends Error {
  override readonly name = "FormFamilyError";
}

/**
 * Checks and joins the files of one form family: `family.json` and a file a form, by file name.
 * Throws a FormFamilyError for the first file that is wrong.
 */
export function loadFamily(folder: string, files: Readonly<Record<string, unknown>>): FormFamily {
  const { "family.json": familyData, ...formFiles } = files;
  const family = parse(familySchema, familyData, `${folder}/family.json`);
  checkTerms(family.terms, `${folder}/family.json`);
  const forms = Object.entries(formFiles).map(([file, data]): FormDefinition => {
    const path = `${folder}/${file}`;
    const form = parse(formSchema, data, path);
    checkTerms([...form.terms, ...form.blocks.flatMap((block) => block.terms)], path);
    return form;
  });
  return { ...family, forms };
}

function parse<T>(schema: z.ZodType<T>, data: unknown, path: string): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.map(String).join(".") ?? "";
  throw new FormFamilyError(
    `表套文件 ${path} 的 ${where === "" ? "顶层" : where} 不合要求：${issue?.message ?? ""}`,
  );
}

/** Ids and codes in terms must exist. */
function checkTerms(terms: readonly Term[], path: string): void {
  for (const { phrases, members } of terms) {
    try {
      meaningOf(members);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new FormFamilyError(`表套文件 ${path} 的用语“${phrases.join("、")}”：${error.message}`);
    }
  }
}
