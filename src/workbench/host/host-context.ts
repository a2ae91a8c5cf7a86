import type { CustomFunctionCalls } from "./custom-function-calls";
import type { EventHub } from "./event-hub";
import type { WorkbookModel } from "./model";
import type { ReferenceTable } from "./reference-table";

/** What every object of the host works on. */
export interface HostContext {
  readonly model: WorkbookModel;
  readonly references: ReferenceTable;
  readonly events: EventHub;
  readonly functions: CustomFunctionCalls;
}
