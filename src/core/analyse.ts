import { readAccepted } from "./accepted/kept-accepted";
import { EQUATION_CHECKS } from "./checks";
import type { CheckContext } from "./checks/check";
import { EquationWriter, type Equations } from "./checks/equations";
import { evaluateAll } from "./checks/evaluate";
import { blockPartition } from "./checks/partition";
import { amountGroups } from "./facts/amount-groups";
import { positionFacts } from "./facts/positions";
import type { PrecisionMode } from "./facts/precision";
import { readFacts } from "./facts/read-facts";
import type { FormFamily } from "./forms/definition";
import { BUILT_IN_FAMILIES } from "./forms/families";
import { familiesFor } from "./forms/kept-families";
import { readTables } from "./forms/read-tables";
import { readIndicators } from "./indicators/read-indicators";
import { isRulesSheet } from "./relations/read-rules";
import { statedRelations } from "./relations/stated-relations";
import { isReportSheet } from "./report-sheet/is-report-sheet";
import { sheetGrid } from "./workbook/grid";
import type { WorkbookSnapshot } from "./workbook/snapshot";

/** One object, by which a step knows that nothing has changed. */
const NO_FAMILIES: readonly string[] = [];

export interface CheckOptions {
  /** How published amounts were cut to their digits; round-to-nearest unless said otherwise. */
  readonly precision?: PrecisionMode;
  /** Form families to look for, besides those kept with the workbook; those the tool brings along unless said otherwise. */
  readonly families?: readonly FormFamily[];
  /** Families the user names for this check: each goes before one of the same id, wherever that comes from. */
  readonly ownFamilies?: readonly FormFamily[];
}

/** Everything the engine knows of a workbook before it reports. */
export interface Analysis {
  readonly context: CheckContext;
  /** All equations in the order of the checks. */
  readonly equations: Equations;
  /** Of every equation, as in `VERDICTS`. */
  readonly verdicts: Uint8Array;
}

/** Steps of an analysis that another may take the place of, if it gives the same answers. */
export interface AnalysisSteps {
  readonly familiesFor: typeof familiesFor;
  readonly readTables: typeof readTables;
}

const STEPS: AnalysisSteps = { familiesFor, readTables };

/** snapshot → tables → facts → equations with verdicts. Pure; never throws for what stands in a workbook. */
export function analyseWorkbook(
  snapshot: WorkbookSnapshot,
  options: CheckOptions = {},
  steps: AnalysisSteps = STEPS,
): Analysis {
  const ruleSheets = new Set(snapshot.sheets.filter(isRulesSheet));
  // Rules and our own reports are no tables, whatever amounts stand there; the sheets keep their positions.
  const grids = snapshot.sheets.map((sheet) =>
    sheetGrid(ruleSheets.has(sheet) || isReportSheet(sheet) ? { ...sheet, cells: [] } : sheet),
  );
  const known = options.families ?? BUILT_IN_FAMILIES;
  const { families, broken } = steps.familiesFor(
    snapshot.families ?? NO_FAMILIES,
    known,
    options.ownFamilies,
  );
  const tables = steps.readTables(grids, families);
  const { facts, unreadable } = readFacts(tables, grids, options.precision ?? "nearest");
  const positions = positionFacts(facts);
  const context: CheckContext = {
    facts,
    positions,
    unreadable,
    groups: amountGroups(facts, positions),
    partitions: facts.blocks.map((_, blockIndex) => blockPartition(facts, positions, blockIndex)),
    brokenFamilies: broken,
    accepted: readAccepted(snapshot.accepted ?? []),
    relations: statedRelations(facts, grids, [...ruleSheets]),
    indicators: readIndicators(tables),
    grids,
    firstSheet: snapshot.sheets[0]?.name ?? "",
  };
  const write = new EquationWriter();
  for (const check of EQUATION_CHECKS) {
    write.by(check);
    check.state(context, write);
  }
  const equations = write.equations();
  return { context, equations, verdicts: evaluateAll(facts, equations) };
}
