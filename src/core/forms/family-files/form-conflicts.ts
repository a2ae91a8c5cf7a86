import { normaliseName } from "../../classification/normalise";
import type { FormDefinition, FormFamily } from "../definition";
import { tellingPhrases } from "../header";
import type { Step } from "./defect";
import { messages } from "./messages";

/** A form with the file it stands in. */
export interface FormFile {
  readonly file: string;
  readonly form: FormDefinition;
}

/** Forms that recognition cannot tell apart; reported in the later file. */
export function formConflicts(
  forms: readonly FormFile[],
): { readonly file: string; readonly at: readonly Step[]; readonly message: string }[] {
  return forms.flatMap(({ file, form }, index) => {
    const before = forms.slice(0, index);
    const sameId = before.find((other) => other.form.id === form.id);
    const sameNumber = before.find((other) => hasSameNumber(other.form, form));
    const sameLook = before.find((other) => looksLike(other.form, form));
    return [
      ...(sameId === undefined ? [] : [{ file, at: ["id"], message: messages.sameId(form.id, sameId.file) }]),
      ...(sameNumber === undefined
        ? []
        : [{ file, at: ["number"], message: messages.sameNumber(form.number ?? "", sameNumber.file) }]),
      ...(sameLook === undefined || sameNumber !== undefined
        ? []
        : [{ file, at: ["titles"], message: messages.sameLook(form.titles[0] ?? "", sameLook.file) }]),
    ];
  });
}

/**
 * Forms of other families that fit the same tables equally well; the family named last goes before them. One sentence
 * for a family, however many of its forms are alike: mostly it was copied.
 */
export function likeForms(
  forms: readonly FormFile[],
  families: readonly FormFamily[],
): { readonly file: string; readonly at: readonly Step[]; readonly message: string }[] {
  return families.flatMap((family) => {
    const alike = forms.flatMap(({ file, form }) => {
      const other = family.forms.find(
        (candidate) => candidate.number === form.number && looksLike(candidate, form),
      );
      return other === undefined ? [] : [{ file, title: other.titles[0] ?? "" }];
    });
    const [first] = alike;
    if (first === undefined) return [];
    const message = messages.likeBuiltIn(alike.length, first.title, family.name, family.id);
    return [{ file: first.file, at: ["titles"], message }];
  });
}

function hasSameNumber(one: FormDefinition, other: FormDefinition): boolean {
  return (
    one.number !== undefined &&
    other.number !== undefined &&
    normaliseName(one.number) === normaliseName(other.number)
  );
}

/** A title in common and the same headings, and no number that tells them apart. */
function looksLike(one: FormDefinition, other: FormDefinition): boolean {
  const apart = one.number !== undefined && other.number !== undefined && !hasSameNumber(one, other);
  if (apart) return false;
  const titles = new Set(one.titles.map(normaliseName));
  if (!other.titles.some((title) => titles.has(normaliseName(title)))) return false;
  const [headings, others] = [tellingPhrases(one), tellingPhrases(other)];
  return headings.size === others.size && [...headings].every((text) => others.has(text));
}
