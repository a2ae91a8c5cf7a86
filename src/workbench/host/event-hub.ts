import { rangeToA1 } from "../../core/workbook/address";
import type { ModelEvent, WorkbookModel } from "./model";
import type { Json } from "./protocol";

/** One event on its way to the client library, as an entry of a message of type 3. */
export interface EventEntry {
  readonly messageCategory: typeof EVENT_CATEGORY;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON text. */
  readonly message: string;
}

const EVENT_CATEGORY = 65536;
/** Target of events of the whole collection; those of one sheet are addressed to the sheet's id. */
const WHOLE_WORKBOOK = "Workbook";
/** `workbook.onSelectionChanged` is an older event that is never registered with the host. */
const DOCUMENT_SELECTION_CHANGED = 2;

/** Number of an event in the protocol, and the middle of its `_Register…Event` method. */
const EVENT_TYPES: Readonly<Record<ModelEvent["kind"], { readonly type: number; readonly method: string }>> =
  {
    changed: { type: 10, method: "DataChanged" },
    activated: { type: 11, method: "Activated" },
    deactivated: { type: 12, method: "Deactivated" },
    added: { type: 13, method: "Added" },
    selectionChanged: { type: 14, method: "SelectionChanged" },
    deleted: { type: 15, method: "Deleted" },
    calculated: { type: 16, method: "Calculated" },
  };

/** Events a sheet alone can be asked for. */
export const SHEET_EVENTS: readonly ModelEvent["kind"][] = [
  "changed",
  "activated",
  "deactivated",
  "selectionChanged",
  "calculated",
];
export const WORKBOOK_EVENTS = Object.keys(EVENT_TYPES) as readonly ModelEvent["kind"][];

export function eventMethodName(prefix: "_Register" | "_Unregister", kind: ModelEvent["kind"]): string {
  return `${prefix}${EVENT_TYPES[kind].method}Event`;
}

/** Knows which events the client asked for, and turns what happens in the model into messages. */
export class EventHub {
  private readonly wanted = new Map<string, number>();
  /** True while a batch runs: what changes then was changed by the add-in itself. */
  insideBatch = false;

  constructor(model: WorkbookModel, send: (entries: readonly EventEntry[]) => void) {
    model.subscribe((event) => {
      const entries = this.entriesOf(event);
      if (entries.length > 0) send(entries);
    });
  }

  /** `sheetId` null: of the whole workbook. */
  register(kind: ModelEvent["kind"], sheetId: string | null): void {
    const key = keyOf(kind, sheetId);
    this.wanted.set(key, (this.wanted.get(key) ?? 0) + 1);
  }

  unregister(kind: ModelEvent["kind"], sheetId: string | null): void {
    const key = keyOf(kind, sheetId);
    const count = (this.wanted.get(key) ?? 0) - 1;
    if (count > 0) this.wanted.set(key, count);
    else this.wanted.delete(key);
  }

  private entriesOf(event: ModelEvent): EventEntry[] {
    const targets = [null, event.sheetId].filter((target) => this.wanted.has(keyOf(event.kind, target)));
    const message = JSON.stringify(this.argumentsOf(event));
    const entries = targets.map((target) =>
      entry(EVENT_TYPES[event.kind].type, target ?? WHOLE_WORKBOOK, message),
    );
    if (event.kind === "selectionChanged") entries.push(entry(DOCUMENT_SELECTION_CHANGED, "", "{}"));
    return entries;
  }

  private argumentsOf(event: ModelEvent): Json {
    const common = { worksheetId: event.sheetId, source: "Local" };
    switch (event.kind) {
      case "changed":
        return {
          ...common,
          address: rangeToA1(event.range),
          changeType: event.change,
          shiftDirection: "None",
          triggerSource: this.insideBatch ? "ThisLocalAddin" : "Unknown",
        };
      case "selectionChanged":
        return { ...common, address: event.ranges.map(rangeToA1).join(",") };
      case "calculated":
        return { worksheetId: event.sheetId, address: "" };
      default:
        return common;
    }
  }
}

function keyOf(kind: ModelEvent["kind"], sheetId: string | null): string {
  return `${kind}:${sheetId ?? WHOLE_WORKBOOK}`;
}

function entry(messageType: number, targetId: string, message: string): EventEntry {
  return { messageCategory: EVENT_CATEGORY, messageType, targetId, message };
}
