import type { CheckReport } from "../../core/report";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";

/** To the worker: the workbook, a sheet a message so that none takes the page's thread for long; then the order. */
export type EngineRequest =
  | { readonly type: "sheet"; readonly sheet: SheetSnapshot }
  | { readonly type: "check"; readonly workbook: Omit<WorkbookSnapshot, "sheets"> };

/** From the worker. `stack` is for developers. */
export type EngineAnswer =
  | { readonly type: "report"; readonly report: CheckReport }
  | { readonly type: "failed"; readonly message: string; readonly stack: string | undefined };
