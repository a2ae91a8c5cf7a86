import { normaliseName } from "../classification/normalise";
import { rememberedOf } from "../remembered";
import { filledRows, type SheetGrid } from "../workbook/grid";
import type { FormDefinition, FormFamily } from "./definition";
import { headerPhrases, tellingPhrases, headerRuns, readHeader, type Header, type HeaderRun } from "./header";
import { beginsTable, preambleStart, preambleTexts, titleName } from "./preamble";
import { headingName, headingOf, rowsOfPhrases } from "./text-rows";

/** A table found on a sheet by its form. Rows are 0-based. */
export interface FoundTable {
  readonly family: FormFamily;
  readonly form: FormDefinition;
  readonly header: Header;
  /** The form's title that stands above the header, else its first. */
  readonly title: string;
  /** First row of the lines above the header that belong to the table. */
  readonly top: number;
  /** Rows below the header that are the table's, without its header where a new page repeats it. */
  readonly rows: readonly number[];
}

/**
 * What speaks for a form. A table needs `enough` together, so that a title alone (a contents page) or a few common
 * headings alone are not taken for it.
 */
const SCORE = {
  number: 3,
  title: 4,
  titleInside: 2,
  sheetName: 1,
  headings: 5,
  /** Least share of the form's headings that must be there. */
  leastHeadings: 0.3,
  /** A title further up on the sheet, above other tables. */
  titleAbove: 0.5,
  /** Headings that tell a form without anything else being there. */
  tellingHeadings: 5,
  enough: 5,
  clearLead: 0.25,
} as const;

/** Scores closer than this are the same. */
const EQUAL = 1e-9;

interface Candidate {
  readonly family: FormFamily;
  readonly form: FormDefinition;
  readonly run: HeaderRun;
}

/** Rows that headings of some forms stand in. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly candidates: readonly Candidate[];
}

/**
 * Finds the tables of known forms on a sheet, from top to bottom, by number, title and headings; names of sheets count
 * little, since people rename them. A header that fits two forms equally well is no form's. A header that is repeated
 * with nothing new above it (a page break) continues the table.
 */
export function findTables(grid: SheetGrid, families: readonly FormFamily[]): FoundTable[] {
  const bands = bandsOf(grid, families);
  const found: OpenTable[] = [];
  let after = -1;
  bands.forEach((band, at) => {
    const top = preambleStart(grid, band.top, after);
    const texts = preambleTexts(grid, top, band.top);
    const end = endOfBody(grid, band.bottom, bands[at + 1]?.top);
    const below = grid.rowNumbers.filter((row) => row > band.bottom && row < end);
    after = below.at(-1) ?? band.bottom;
    const open = found.at(-1);
    if (open !== undefined && continues(grid, band, texts, open)) {
      for (const row of rowsOfForm(grid, open.form, below)) open.rows.push(row);
      return;
    }
    const above = preambleTexts(grid, 0, band.top);
    const best = bestOf(grid, band, { own: texts, above }, families);
    const header = best === null ? null : readHeader(grid, best.form, best.run);
    if (best === null || header === null) return;
    const { family, form } = best;
    const rows = rowsOfForm(
      grid,
      form,
      below.filter((row) => row > header.bottom),
    );
    found.push({ family, form, header, top, title: titleIn([...texts, ...above], form), rows, texts });
  });
  return found;
}

/** A table whose rows may go on after a page break; `texts` stand above its header. */
interface OpenTable extends FoundTable {
  readonly rows: number[];
  readonly texts: readonly string[];
}

/** Runs of headings of all forms, those that overlap taken together. */
function bandsOf(grid: SheetGrid, families: readonly FormFamily[]): Band[] {
  const rows = rowsOfPhrases(grid, phrasesOfAll(families));
  const present = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ name, line }) => [name, line])));
  const candidates = families
    .flatMap((family) =>
      family.forms.flatMap((form) =>
        mayStandIn(present, form)
          ? headerRuns(rows, form).map((run): Candidate => ({ family, form, run }))
          : [],
      ),
    )
    .filter(({ run }) => run.share >= SCORE.leastHeadings)
    .sort((a, b) => a.run.top - b.run.top);
  const bands: { top: number; bottom: number; candidates: Candidate[] }[] = [];
  for (const candidate of candidates) {
    const { top, bottom } = candidate.run;
    const last = bands.at(-1);
    if (last === undefined || top > last.bottom) bands.push({ top, bottom, candidates: [candidate] });
    else {
      last.bottom = Math.max(last.bottom, bottom);
      last.candidates.push(candidate);
    }
  }
  return bands;
}

/** Whether enough headings of a form are on a sheet at all, in whatever rows. */
function mayStandIn(present: ReadonlySet<string>, form: FormDefinition): boolean {
  const telling = tellingPhrases(form);
  let count = 0;
  for (const phrase of telling) if (present.has(phrase)) count++;
  return count / telling.size >= SCORE.leastHeadings;
}

const phrasesOfAll: (families: readonly FormFamily[]) => ReadonlySet<string> = rememberedOf(
  (families) => new Set(families.flatMap(({ forms }) => forms.flatMap((form) => [...headerPhrases(form)]))),
);

/** The title of the form that the lines above a header say, else its first. */
function titleIn(texts: readonly string[], form: FormDefinition): string {
  const said = form.titles.find((title) => texts.some((text) => text.includes(titleName(title))));
  return said ?? form.titles[0] ?? "";
}

/** The rows of a body without those from a text on at which the form ends. */
function rowsOfForm(grid: SheetGrid, form: FormDefinition, rows: readonly number[]): number[] {
  if (form.until.length === 0) return [...rows];
  const until = new Set(form.until.map(headingName));
  const end = rows.findIndex((row) => grid.row(row).some((cell) => until.has(headingOf(grid, cell))));
  return end < 0 ? [...rows] : rows.slice(0, end);
}

/** The first row, 0-based, that belongs to the body above it no more. */
function endOfBody(grid: SheetGrid, headerBottom: number, nextHeader: number | undefined): number {
  const end =
    nextHeader === undefined ? Number.POSITIVE_INFINITY : preambleStart(grid, nextHeader, headerBottom);
  const foreign = grid.rowNumbers.find((row) => row > headerBottom && row < end && beginsTable(grid, row));
  return foreign ?? end;
}

/** Whether the header in the band is the one of the table above, repeated, with nothing new above it. */
function continues(grid: SheetGrid, band: Band, texts: readonly string[], open: OpenTable): boolean {
  if (!texts.every((text) => open.texts.includes(text))) return false;
  const again = band.candidates.find(({ form }) => form === open.form);
  const header = again === undefined ? null : readHeader(grid, again.form, again.run);
  return header !== null && headingKeys(grid, header) === headingKeys(grid, open.header);
}

/** The headings of a header with their columns, as one text. */
function headingKeys(grid: SheetGrid, { top, bottom }: Header): string {
  const rows = filledRows(grid, top, bottom);
  return JSON.stringify(rows.map((row) => grid.row(row).map((cell) => [cell.column, headingOf(grid, cell)])));
}

/**
 * The form that fits best; null where none fits, or two of one family fit equally well. Of two families that do, the one
 * named last is meant: a user's own goes before those the tool brings along.
 */
function bestOf(
  grid: SheetGrid,
  { candidates }: Band,
  { own, above }: { readonly own: readonly string[]; readonly above: readonly string[] },
  families: readonly FormFamily[],
): Candidate | null {
  const titles = new Set(own.map(titleName));
  const further = above.map(titleName);
  const sheetName = titleName(grid.sheet.name);
  const scored = candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, titles, further, sheetName) }))
    .filter(({ score }) => score >= SCORE.enough);
  const most = Math.max(...scored.map(({ score }) => score));
  const isBest = ({ score }: { readonly score: number }): boolean => most - score < EQUAL;
  const leading = scored.filter(isBest).map(({ candidate }) => candidate.family);
  const family = families.findLast((one) => leading.includes(one));
  const fitting = scored.flatMap(({ candidate, score }) =>
    candidate.family === family && most - score < SCORE.clearLead ? candidate : [],
  );
  const [best, ...others] = fitting;
  return best === undefined || others.length > 0 ? null : best;
}

/**
 * A number as another authority counts its forms: 部门公开表5 or 公开05表 where the form is 预算07表. Texts are normalised. A
 * bare 表7 or 附表7 may be counted by anybody.
 */
function isForeignNumber(text: string, own: string): boolean {
  const style = (number: string): string => number.replace(/\d+/g, "");
  return /^(?:(?:部门)?公开|决算)(?:表\d{1,3}|\d{1,3}表)$/.test(text) && style(text) !== style(own);
}

function scoreOf(
  { form, run }: Candidate,
  texts: ReadonlySet<string>,
  further: readonly string[],
  sheetName: string,
): number {
  const titles = form.titles.map(titleName);
  const number = form.number === undefined ? null : normaliseName(form.number);
  if (number !== null && [...texts].some((text) => isForeignNumber(text, number))) return 0;
  const headings = run.share * SCORE.headings;
  let score = headings;
  if (number !== null && texts.has(number)) score += SCORE.number;
  if (titles.some((title) => texts.has(title))) score += SCORE.title;
  else if ([...texts].some((text) => titles.some((title) => text.includes(title))))
    score += SCORE.titleInside;
  if ((number !== null && sheetName.includes(number)) || titles.some((title) => sheetName.includes(title))) {
    score += SCORE.sheetName;
  }
  if (further.some((text) => titles.some((title) => text.includes(title)))) score += SCORE.titleAbove;
  // A few headings may be anybody's.
  const isTold = tellingPhrases(form).size >= SCORE.tellingHeadings || score > headings;
  return isTold ? score : 0;
}
