import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import type { FormDefinition, FormFamily } from "./definition";
import { findHeader, headerPhrases, type Header } from "./header";

/** The form a sheet shows, and where its header stands. */
export interface Recognition {
  readonly family: FormFamily;
  readonly form: FormDefinition;
  readonly header: Header;
  /** Evidence found; see `SCORE`. */
  readonly score: number;
}

/**
 * What speaks for a form. A sheet needs `enough` together, so that a title alone (a contents page) or a few common
 * headings alone are not taken for the table.
 */
const SCORE = {
  number: 3,
  title: 4,
  titleInside: 2,
  sheetName: 1,
  headings: 5,
  enough: 5,
  clearLead: 0.25,
} as const;

/** Rows at the top in which titles and headings are looked for. */
const TOP_ROWS = 40;

/**
 * Finds out which form a sheet shows by number, title and headings; names of sheets count little, since people
 * rename them. Null where nothing fits, or where two forms fit equally well.
 */
export function recogniseSheet(grid: SheetGrid, families: readonly FormFamily[]): Recognition | null {
  const texts = grid.rowNumbers
    .filter((row) => row < TOP_ROWS)
    .flatMap((row) => grid.row(row).map((cell) => normaliseName(textOf(cell))))
    .filter((text) => text !== "");
  if (texts.length === 0) return null;
  const present = new Set(texts);
  const sheetName = normaliseName(grid.sheet.name);
  const candidates = families
    .flatMap((family) =>
      family.forms.map((form) => ({ family, form, score: score(form, texts, present, sheetName) })),
    )
    .filter((candidate) => candidate.score >= SCORE.enough)
    .sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (best === undefined) return null;
  if (second !== undefined && best.score - second.score < SCORE.clearLead) return null;
  const header = findHeader(grid, best.form);
  return header === null ? null : { ...best, header };
}

function score(
  form: FormDefinition,
  texts: readonly string[],
  present: ReadonlySet<string>,
  sheetName: string,
): number {
  const titles = form.titles.map(normaliseName);
  const number = form.number === undefined ? null : normaliseName(form.number);
  const phrases = headerPhrases(form);
  let found = 0;
  for (const phrase of phrases) if (present.has(phrase)) found++;
  const headings = found / phrases.size;
  let total = headings * SCORE.headings;
  if (number !== null && present.has(number)) total += SCORE.number;
  if (titles.some((title) => present.has(title))) total += SCORE.title;
  else if (texts.slice(0, 12).some((text) => titles.some((title) => text.includes(title))))
    total += SCORE.titleInside;
  if ((number !== null && sheetName.includes(number)) || titles.some((title) => sheetName.includes(title))) {
    total += SCORE.sheetName;
  }
  return headings >= 0.3 ? total : 0;
}
