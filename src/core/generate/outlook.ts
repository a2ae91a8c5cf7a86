import type { SheetPlan } from "../workbook/sheet-plan";
import type { Missing } from "./fill/fill";
import type { Template } from "./template";

/** What one item lacks, with the cells that wait for it. */
export interface MissingItem {
  readonly item: string;
  /** A1 addresses. */
  readonly cells: readonly string[];
}

/** What is missing for one unit or project. */
export interface MissingGroup {
  /** “项目“业务工作经费””; "" for the whole. */
  readonly owner: string;
  readonly items: readonly MissingItem[];
}

/** What is there and what is missing of one sheet to be made. */
export interface SheetOutlook {
  readonly sheet: string;
  /** Cells that hold content, beside the words of the form itself. */
  readonly filled: number;
  /** Of them, those that are computed or refer to budget tables. */
  readonly formulas: number;
  /** Number of cells that wait for something. */
  readonly missing: number;
  readonly groups: readonly MissingGroup[];
}

/** What tables of one template hold and what they lack, a sheet at a time, in order. */
export function outlookOf(
  { cells }: Template,
  plans: readonly SheetPlan[],
  missing: readonly Missing[],
): readonly SheetOutlook[] {
  const words = new Set<string | number | boolean>(cells.map(({ text }) => text.trim()));
  return plans.map((plan) => {
    const content = plan.cells.filter(
      ({ value, formula }) =>
        formula !== undefined || !words.has(typeof value === "string" ? value.trim() : value),
    );
    const lacking = missing.filter(({ sheet }) => sheet === plan.name);
    return {
      sheet: plan.name,
      filled: content.length,
      formulas: content.filter(({ formula }) => formula !== undefined).length,
      missing: new Set(lacking.map(({ cell }) => cell)).size,
      groups: missingGroups(lacking),
    };
  });
}

/** What is missing by unit or project, each item once with all its cells, in the order in which they come. */
export function missingGroups(missing: readonly Missing[]): readonly MissingGroup[] {
  const owners = new Map<string, Map<string, string[]>>();
  for (const { owner, item, cell } of missing) {
    const items = owners.get(owner) ?? new Map<string, string[]>();
    owners.set(owner, items);
    const known = items.get(item);
    if (known === undefined) items.set(item, [cell]);
    else known.push(cell);
  }
  return [...owners].map(([owner, items]) => ({
    owner,
    items: [...items].map(([item, found]) => ({ item, cells: found })),
  }));
}
