import { analyseWorkbook, type CheckOptions } from "../analyse";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Content, Scope } from "./content";
import { carryOver, type CarriedContent, type CarriedSheet } from "./extract/carry-over";
import type { FillOptions } from "./fill/fill";
import { onlyProject, projectNames } from "./only-project";
import { assembleContent } from "./sources/assemble";
import { contentOfBudget } from "./sources/budget-content";
import type { InputProblem } from "./sources/input/messages";
import { isInputSheet, readInput } from "./sources/input/read-input";
import { amountLookup } from "./sources/lookup";
import { ofPastYear } from "./sources/past-year";
import { requiredLevels, unknownOwners } from "./sources/required-levels";
import { textOfItem } from "./sources/scopes";
import type { Template } from "./template";
import { BUILT_IN_TEMPLATES } from "./templates";

export interface GenerateOptions {
  /** In the order in which the sheets are to stand. */
  readonly templates: readonly Template[];
  readonly mode: FillOptions["mode"];
  /** Sheets whose content is taken over (沿用): none unless named, of another workbook all. */
  readonly carry?: readonly string[];
  /** The workbook they stand in, last year's perhaps; the open one unless given. */
  readonly carryFrom?: WorkbookSnapshot;
  /** Year of the tables to be made; that of the workbook's tables unless said otherwise. */
  readonly year?: number;
  /** The one project to be filled in; all unless said otherwise. */
  readonly project?: string;
  /** How the budget tables are read. */
  readonly checks?: CheckOptions;
}

/** A project is asked for that no source tells of; `known` are the names there are. */
export class UnknownProject extends Error {
  override readonly name = "UnknownProject";
  constructor(
    readonly project: string,
    readonly known: readonly string[],
  ) {
    super(project);
  }
}

const YEAR = "年度";

/** What is known before tables are filled. */
export interface KnownContent {
  /** With the levels of indicators that this template's form asks for. */
  for(template: Template): Content;
  /** Rows of the input sheets that could not be used. */
  readonly problems: readonly InputProblem[];
  /** How each sheet was read whose content is taken over. */
  readonly carried: readonly CarriedSheet[];
}

/** What the user has typed into input sheets, what is taken over, and what the budget tables of an open workbook tell. */
export function knownContent(snapshot: WorkbookSnapshot, options: GenerateOptions): KnownContent {
  const { year, project, checks } = options;
  // Sheets that the user fills in are no budget tables; reading thousands of their rows as such takes its time.
  const tables = snapshot.sheets.filter(({ name }) => !isInputSheet(name));
  const analysis = analyseWorkbook({ ...snapshot, sheets: tables }, checks);
  const lookup = amountLookup(analysis);
  const { scope: input, problems } = readInput(snapshot.sheets);
  const carried = carriedContent(snapshot, options);
  return {
    problems,
    carried: carried?.sheets ?? [],
    for(template) {
      const levels = requiredLevels(template);
      const budget = contentOfBudget(analysis, { levels, ...(year === undefined ? {} : { year }) });
      const assembled = assembleContent({
        ...(input === null ? {} : { input }),
        ...(carried === null ? {} : { carried: forYear(carried.root, budget) }),
        budget,
        lookup,
      });
      const content: Content = { ...assembled, unknown: unknownOwners(levels) };
      if (project === undefined) return content;
      const one = onlyProject(content, project);
      if (one === null) throw new UnknownProject(project, projectNames(content));
      return one;
    },
  };
}

function carriedContent(
  snapshot: WorkbookSnapshot,
  { templates, carry = [], carryFrom, checks }: GenerateOptions,
): CarriedContent | null {
  const known = [...templates, ...BUILT_IN_TEMPLATES];
  if (carryFrom === undefined) return carry.length === 0 ? null : carryOver(snapshot, known, carry);
  const carried = carryOver(carryFrom, known, carry.length === 0 ? undefined : carry);
  if (textOfItem(carried.root, YEAR) !== "") return carried;
  // Goals tables often print no year; the budget tables beside them do.
  const year = contentOfBudget(analyseWorkbook(carryFrom, checks)).items.get(YEAR);
  if (year === undefined) return carried;
  return { ...carried, root: { ...carried.root, items: new Map([...carried.root.items, [YEAR, year]]) } };
}

/** What is taken over, without the figures of its year where that is known to be another one. */
function forYear(carried: Scope, budget: Scope): Scope {
  const [old, wanted] = [textOfItem(carried, YEAR), textOfItem(budget, YEAR)];
  return old === "" || wanted === "" || old === wanted ? carried : ofPastYear(carried);
}
