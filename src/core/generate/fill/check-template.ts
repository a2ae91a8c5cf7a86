import type { Template } from "../template";
import { EMPTY_SCOPE } from "./lines";
import { fillTemplate } from "./fill";
import { foldName, KNOWN_ITEMS } from "./items";
import { inOrder, readLayout, type Layout } from "./layout";
import { defects as sentences } from "./messages";
import { placeholdersOf } from "./placeholders";
import { TemplateDefect } from "./template-defect";
import { templateFormulas } from "./template-formulas";

/**
 * Every defect of a template, in the order of its cells: of placeholders, repetitions and formulas; also items that are not known
 * and look like a slip for one that is.
 */
export function templateDefects(template: Template): TemplateDefect[] {
  const defects: TemplateDefect[] = [];
  const layout = readLayout(template, defects);
  templateFormulas(layout, defects);
  defects.push(...likelySlips(layout));
  return defects.length > 0 ? inOrder(defects) : circles(template);
}

/** Formulas that need their own result are found by filling the template with nothing. */
function circles(template: Template): TemplateDefect[] {
  try {
    const content = { root: EMPTY_SCOPE, lookup: () => null };
    fillTemplate(template, content, { mode: "values", sheetNames: [] });
    return [];
  } catch (error) {
    if (error instanceof TemplateDefect) return [error];
    throw error;
  }
}

/** Any name may be an item; one with a character more or less than a known one is taken for a slip. */
function likelySlips({ cells }: Layout): TemplateDefect[] {
  return cells.flatMap((cell) =>
    placeholdersOf(cell).flatMap((part): TemplateDefect[] => {
      if (part.kind !== "item") return [];
      const name = foldName(part.item);
      if (KNOWN_ITEMS.has(name)) return [];
      const meant = [...KNOWN_ITEMS].find((known) => isOneMore(known, name) || isOneMore(name, known));
      return meant === undefined ? [] : [new TemplateDefect(cell, sentences.unknownItem(part.item, meant))];
    }),
  );
}

/** Whether a name is another one with one character more. */
function isOneMore(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let same = 0;
  while (same < shorter.length && longer[same] === shorter[same]) same++;
  return longer.slice(same + 1) === shorter.slice(same);
}
