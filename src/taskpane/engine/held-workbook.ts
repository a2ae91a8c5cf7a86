import { incrementalCheck } from "../../core/incremental-check";
import { patchWorkbook, type WorkbookPatch } from "../../core/workbook/patch";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { answerTo } from "./answer";
import type { EngineAnswer } from "./messages";
import type { CheckSettings, Order } from "./orders";

/** A workbook that orders are carried out on, and what is known of it from one check to the next. */
export interface HeldWorkbook {
  /** Carries an order out on a workbook, and holds it. */
  readonly answer: (snapshot: WorkbookSnapshot, order: Order) => EngineAnswer;
  /** Checks the workbook held after a change, and holds what it is then. */
  readonly recheck: (patch: WorkbookPatch, told: CheckSettings) => EngineAnswer;
}

export function holdWorkbook(): HeldWorkbook {
  const check = incrementalCheck();
  let held: WorkbookSnapshot = { name: "", sheets: [] };
  const answer = (snapshot: WorkbookSnapshot, order: Order): EngineAnswer => {
    held = snapshot;
    return answerTo(snapshot, order, check);
  };
  return {
    answer,
    recheck: (patch, told) => answer(patchWorkbook(held, patch), { work: "check", told }),
  };
}
