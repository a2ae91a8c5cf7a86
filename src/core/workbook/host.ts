import type { CellAddress, CellRange } from "./address";
import type { KeptKind } from "./kept-part";
import type { WorkbookPatch } from "./patch";
import type { SheetPlan } from "./sheet-plan";
import type { CellValue, WorkbookSnapshot } from "./snapshot";
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

/** A formula that gave way to its result. */
export interface FrozenCell extends CellAddress {
  readonly formula: string;
  readonly value: CellValue;
}

/** The formulas of a sheet that was frozen: what it takes to undo that. */
export interface FrozenSheet {
  readonly sheet: string;
  /** The host's own name for the sheet, which stays when the user renames it. */
  readonly id: string;
  readonly cells: readonly FrozenCell[];
}

export interface UnfreezeOutcome {
  /** Number of formulas put back. */
  readonly restored: number;
  /** Cells that no longer hold the result alone; they stay as they are. */
  readonly changed: readonly CellAddress[];
}

/** A cell of the open workbook. */
export interface CellPlace extends CellAddress {
  readonly sheet: string;
}

/** A cell of the open workbook and what it holds; `formula` and `value` are "" where there is nothing. */
export interface HeldCell extends CellPlace {
  readonly formula: string;
  readonly value: CellValue;
}

/** How far a workbook is read. */
export interface ReadProgress {
  /** Sheets read to their end. */
  readonly sheets: number;
  readonly of: number;
}

/** Who waits for a workbook that is being read. */
export interface Reading {
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Once it fires nobody waits: a host that can stop does, and rejects. */
  readonly cancelled?: AbortSignal;
}

/** Something that has changed in the open workbook. */
export type WorkbookChange =
  /** Cells of a sheet, which goes by its name or the host's own id; null where anything on it may have changed. */
  | { readonly kind: "cells"; readonly sheet: string; readonly range: CellRange | null }
  /** Formulas have new results. */
  | { readonly kind: "calculated" }
  /** Sheets came, went, or have another name or place; or what is kept with the workbook has changed. */
  | { readonly kind: "workbook" };

/** What has become of a workbook that was read. */
export interface ReadChanges {
  readonly patch: WorkbookPatch;
  /** The workbook after the patch; the snapshot given where nothing has changed. */
  readonly snapshot: WorkbookSnapshot;
}

/**
 * All that the task pane may ask of an open workbook. Implemented over Office.js in `src/excel`.
 * Every method rejects with a `HostError` whose message is a Chinese sentence for the user.
 */
export interface WorkbookHost {
  /** The whole workbook as it is now. */
  readSnapshot(reading?: Reading): Promise<WorkbookSnapshot>;
  /**
   * Calls `listener` whenever something changes, whoever changes it; answers the way to stop that. Rejects where the host
   * does not tell. Marks are no change.
   */
  onChanged(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
  /**
   * Reads what has changed, and all formulas, which may have other results now.
   * @param before the last that this host has read, by this method or as a whole
   * @param changes all that was told since then
   */
  readChanges(before: WorkbookSnapshot, changes: readonly WorkbookChange[]): Promise<ReadChanges>;
  /** Takes earlier marks off and sets these; the user's own formats stay untouched. */
  mark(marks: readonly CellMark[]): Promise<MarkOutcome>;
  /** As `mark`, but marks that are right already are not touched: for marks set before, after a change. */
  updateMarks(marks: readonly CellMark[]): Promise<MarkOutcome>;
  /** Takes all marks off without a trace. */
  clearMarks(): Promise<void>;
  /** Shows the sheet and selects the cell. */
  select(sheet: string, address: CellAddress): Promise<void>;
  /**
   * Calls `listener` with the cell that gets selected, the top left one of several, whoever selects it; answers the way
   * to stop that. Rejects where the host does not tell.
   */
  onSelectionChanged(listener: (place: CellPlace) => void): Promise<() => Promise<void>>;
  /** The cell that is selected; of several the one that typing goes to. */
  activeCell(): Promise<HeldCell>;
  /**
   * Puts a formula, or what a cell held before, into a cell that still holds what was seen; answers what it holds then.
   * null where it holds something else by now: then nothing is changed.
   */
  replaceCell(seen: HeldCell, content: Pick<HeldCell, "formula" | "value">): Promise<HeldCell | null>;
  /**
   * Writes a new sheet and shows it; answers its name. One that is there already is shown as it is: nothing is ever
   * overwritten. All or nothing.
   */
  addSheet(plan: SheetPlan): Promise<string>;
  /**
   * Writes new sheets behind the last one, in this order, and shows the first; answers their names. Never over a sheet that
   * is there: a name that is taken gets a number (“（2）”). All or nothing; where sheets that are half written cannot be
   * taken away again, the error names them. Formulas name sheets as they are called in the workbook.
   */
  addSheets(plans: readonly SheetPlan[]): Promise<readonly string[]>;
  /**
   * Takes sheets away again that this host has added since it was made, whatever was done to them since; those that are
   * gone already do not matter. Other sheets are refused.
   * @param names as `addSheets` answered them
   */
  removeSheets(names: readonly string[]): Promise<void>;
  /** Puts the results of all formulas of a sheet in their place (固化为数值); formats stay. All or nothing. */
  freeze(sheet: string): Promise<FrozenSheet>;
  /** Puts the formulas back, except in cells that were changed since. */
  unfreeze(frozen: FrozenSheet): Promise<UnfreezeOutcome>;
  /** What of a kind is kept with the workbook, as in `KeptTexts`. */
  readKept(kind: KeptKind): Promise<readonly string[]>;
  /** Makes these texts all that is kept of a kind: they travel with the file once it is saved. */
  keep(kind: KeptKind, texts: readonly string[]): Promise<void>;
}

export class HostError extends Error {
  override readonly name = "HostError";
}
