import type { Finding, Severity } from "../report";
import type { EquationWriter } from "./equations";
import type { BlockPartition } from "./partition";
import type { Facts } from "../facts/facts";
import type { Positions } from "../facts/positions";
import type { AmountGroups } from "../facts/amount-groups";
import type { UnreadableCell } from "../facts/read-facts";
import type { KeptAccepted } from "../accepted/kept-accepted";
import type { KeptFamily } from "../forms/kept-families";
import type { IndicatorTable } from "../indicators/indicator";
import type { StatedRelations } from "../relations/stated-relations";
import type { SheetGrid } from "../workbook/grid";

/** What the checks look at. */
export interface CheckContext {
  readonly facts: Facts;
  readonly positions: Positions;
  readonly unreadable: readonly UnreadableCell[];
  /** Facts that are one and the same amount, see `amountGroups`. */
  readonly groups: AmountGroups;
  /** Every block as a grid of the model, in the order of `facts.blocks`. */
  readonly partitions: readonly BlockPartition[];
  /** Form families kept with the workbook that cannot be used. */
  readonly brokenFamilies: readonly KeptFamily[];
  /** What the user has accepted in the workbook. */
  readonly accepted: KeptAccepted;
  /** What the rules written in the workbook came to. */
  readonly relations: StatedRelations;
  /** Performance indicators of all tables, in the order of the tables. */
  readonly indicators: readonly IndicatorTable[];
  /** All sheets of the workbook, in its order; `Table.sheetIndex` is a position here. */
  readonly grids: readonly SheetGrid[];
  /** Name of the first sheet, for what concerns the workbook as a whole; "" where there is none. */
  readonly firstSheet: string;
}

/** What every check tells about itself; the catalogue in the manual is made from it. */
interface CheckDescription {
  readonly id: string;
  /** In Chinese, a few characters. */
  readonly title: string;
  readonly severity: Severity;
  /** For the user: what must hold, why, and when it does not apply. */
  readonly explanation: string;
}

/** A check that states equations; whether they hold is decided in one place, with intervals. */
export interface EquationCheck extends CheckDescription {
  /** Takes its equations down; those of the checks before it are there already. */
  state(context: CheckContext, write: EquationWriter): void;
}

/** A check that looks at cells one by one. */
export interface CellCheck extends CheckDescription {
  findings(context: CheckContext): Finding[];
}
