import type { CellAddress } from "./address";
import type { KeptKind } from "./kept-part";
import type { SheetPlan } from "./sheet-plan";
import type { WorkbookSnapshot } from "./snapshot";
import type { Severity } from "../report";

/** A cell to be marked in the sheet, by the severity of its worst finding. */
export interface CellMark extends CellAddress {
  readonly sheet: string;
  readonly severity: Severity;
}

/** What was done to marks; cells that could not be marked are named with the reason, in Chinese. */
export interface MarkOutcome {
  readonly marked: number;
  readonly skipped: readonly { readonly sheet: string; readonly reason: string }[];
}

/**
 * All that the task pane may ask of an open workbook. Implemented over Office.js in `src/excel`.
 * Every method rejects with a `HostError` whose message is a Chinese sentence for the user.
 */
export interface WorkbookHost {
  /** The whole workbook as it is now. */
  readSnapshot(): Promise<WorkbookSnapshot>;
  /** Takes earlier marks off and sets these; the user's own formats stay untouched. */
  mark(marks: readonly CellMark[]): Promise<MarkOutcome>;
  /** Takes all marks off without a trace. */
  clearMarks(): Promise<void>;
  /** Shows the sheet and selects the cell. */
  select(sheet: string, address: CellAddress): Promise<void>;
  /**
   * Writes a new sheet and shows it; answers its name. One that is there already is shown as it is: nothing is ever
   * overwritten. All or nothing.
   */
  addSheet(plan: SheetPlan): Promise<string>;
  /** What of a kind is kept with the workbook, as in `KeptTexts`. */
  readKept(kind: KeptKind): Promise<readonly string[]>;
  /** Makes these texts all that is kept of a kind: they travel with the file once it is saved. */
  keep(kind: KeptKind, texts: readonly string[]): Promise<void>;
}

export class HostError extends Error {
  override readonly name = "HostError";
}
