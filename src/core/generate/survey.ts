import { normaliseName } from "../classification/normalise";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Scope } from "./content";
import { carryOver } from "./extract/carry-over";
import { foldName } from "./fill/items";
import { itemOf } from "./fill/scopes";
import { textOfValue } from "./fill/value-text";
import { knownContent } from "./known-content";
import { projectNames } from "./only-project";
import type { Template } from "./template";
import { INPUT_TEMPLATES } from "./templates";

/** A sheet of the open workbook whose content can be taken over (沿用). */
export interface CarriableSheet {
  readonly name: string;
  /** Title of the template whose layout it has; null where only its indicators were found. */
  readonly title: string | null;
  /**
   * Whether it is the very table that is to be made: of the same form, and of the same year or of none. Whoever makes a table
   * afresh does not expect the old one in it; last year's or another form is what is taken over.
   */
  readonly isSame: boolean;
}

/** What there is to choose from before a table is made. */
export interface Survey {
  /** In tab order, without the input sheets, which are always read. */
  readonly sheets: readonly CarriableSheet[];
  /** Names of the projects that any source tells of. */
  readonly projects: readonly string[];
  /** Names of all sheets. */
  readonly sheetNames: readonly string[];
  /** Names of the input sheets that are there and will be read. */
  readonly inputs: readonly string[];
}

/**
 * Looks what of an open workbook a template could use.
 * @throws TemplateDefect where the template is wrong
 */
export function surveyWorkbook(snapshot: WorkbookSnapshot, template: Template): Survey {
  const sheetNames = snapshot.sheets.map(({ name }) => name);
  const inputs = sheetNames.filter(isInput);
  const carry = sheetNames.filter((name) => !isInput(name));
  const known = knownContent(snapshot, { templates: [template], mode: "values", carry });
  const content = known.for(template);
  const year = yearOf(content.root);
  const sheets = known.carried.flatMap(({ name, template: form, isRead }): CarriableSheet[] => {
    if (!isRead) return [];
    const isSame = form?.id === template.id && isOfYear(snapshot, name, template, year);
    return [{ name, title: form?.title ?? null, isSame }];
  });
  return { sheets, projects: projectNames(content), sheetNames, inputs };
}

function isInput(sheet: string): boolean {
  return Object.values(INPUT_TEMPLATES).some(
    ({ sheetName }) => normaliseName(sheetName) === normaliseName(sheet),
  );
}

/** Whether a sheet that has the template's layout is of this year, by its name or by what it prints; one that names no year is. */
function isOfYear(
  { sheets, ...workbook }: WorkbookSnapshot,
  name: string,
  template: Template,
  year: string | null,
): boolean {
  if (/[上去]年/.test(name)) return false;
  const inName = /(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0];
  const alone = { ...workbook, sheets: sheets.filter((sheet) => sheet.name === name) };
  const printed = inName ?? yearOf(carryOver(alone, [template]).root);
  return printed === null || year === null || printed === year;
}

function yearOf(root: Scope): string | null {
  const value = itemOf(root, "年度")?.value ?? null;
  return value === null || value.kind === "blank" ? null : foldName(textOfValue(value));
}
