import { rangeToA1, toA1 } from "../../workbook/address";
import { plannedRows, type SheetPlan } from "../../workbook/sheet-plan";
import type { AmountLookup, Content } from "../content";
import type { Template } from "../template";
import { fillTemplate, type FillOptions, type Missing } from "./fill";
import { scope, type ScopeDrawing } from "./template.testing";

const NO_LOOKUP: AmountLookup = () => null;

export interface Filled {
  readonly plan: SheetPlan;
  readonly plans: readonly SheetPlan[];
  readonly missing: readonly Missing[];
}

export function fill(
  given: Template,
  content: ScopeDrawing,
  { lookup = NO_LOOKUP, unknown, ...options }: Partial<FillOptions & Omit<Content, "root">> = {},
): Filled {
  const { plans, missing } = fillTemplate(
    given,
    { root: scope(content), lookup, ...(unknown === undefined ? {} : { unknown }) },
    { mode: "functions", sheetNames: [], ...options },
  );
  const [plan] = plans;
  if (plan === undefined) throw new Error("no plan");
  return { plan, plans, missing };
}

/** The values as a table; a text that looks like a number is in quotes. */
export function drawn(plan: SheetPlan): string {
  return plannedRows(plan)
    .map((row) =>
      row
        .map((value) => (typeof value === "string" && /^-?[\d.]+$/.test(value) ? `'${value}` : String(value)))
        .join(" | ")
        .replace(/[ |]+$/, ""),
    )
    .join("\n");
}

export function table(drawing: string): string {
  return drawing
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .map((part) => part.trim())
        .join(" | ")
        .replace(/[ |]+$/, ""),
    )
    .join("\n");
}

export const merged = ({ merges = [] }: SheetPlan): string[] => merges.map(rangeToA1).sort();
export const formulas = ({ cells }: SheetPlan): Record<string, string> =>
  Object.fromEntries(
    cells.flatMap((cell) => (cell.formula === undefined ? [] : [[toA1(cell), cell.formula]])),
  );
export const lacks = ({ missing }: Filled): string[] =>
  missing.map(({ cell, item, owner }) => `${cell} ${item}${owner === "" ? "" : ` ${owner}`}`);
