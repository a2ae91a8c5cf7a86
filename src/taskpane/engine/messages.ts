import type { WorkbookPatch } from "../../core/workbook/patch";
import type { SentSheet } from "../../core/workbook/sent-sheet";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { CheckSettings, EngineWork, Order, WorkName } from "./orders";

/**
 * To the worker: the workbook, a sheet a message so that none takes the page's thread for long; then the order. Then, where
 * the worker is kept, what has changed in the workbook, to be checked again.
 */
export type EngineRequest =
  | { readonly type: "sheet"; readonly sheet: SentSheet }
  | { readonly type: "order"; readonly order: Order; readonly workbook: Omit<WorkbookSnapshot, "sheets"> }
  | { readonly type: "recheck"; readonly patch: WorkbookPatch; readonly told: CheckSettings };

/** From the worker. `stack` is for developers, `sentence` for the user, who can mend the reason; null where they cannot. */
export type EngineAnswer =
  | { readonly type: "done"; readonly result: EngineWork[WorkName]["answer"] }
  | {
      readonly type: "failed";
      readonly message: string;
      readonly stack: string | undefined;
      readonly sentence: string | null;
    };
