import type { Analysis } from "../analyse";
import { contentOfBudget } from "../generate/sources/budget-content";
import { textOfItem } from "../generate/sources/scopes";
import type { ReportHead } from "./report-plan";

/** The head of a report on a workbook: the department that its tables name, and the families they were read by. */
export function reportHead(
  analysis: Analysis,
  { date, version }: Pick<ReportHead, "date" | "version">,
): ReportHead {
  const unit = textOfItem(contentOfBudget(analysis), "部门名称");
  const families = analysis.context.facts.tables.flatMap(({ family }) => family ?? []);
  return {
    date,
    version,
    units: unit === "" ? [] : [unit],
    familyNames: new Map(families.map(({ id, name }) => [id, name])),
  };
}
