import type { Json } from "./protocol";

/** One call on its way to the client library, as an entry of a message of type 3. */
export interface CallEntry {
  readonly messageCategory: 1;
  readonly messageType: 1000;
  readonly message: {
    readonly functionName: string;
    readonly invocationId: number;
    readonly parameterValues: readonly Json[];
    /** Where the function was called, e.g. “预算02表!C5”. */
    readonly address: string;
    /** Bits by which Excel tells how the metadata describes the function. */
    readonly flags: number;
  };
}

/** The functions take error values of cells (`allowErrorForDataTypeAny` in functions.json). */
const ALLOW_ERRORS = 4;

export type FunctionResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly error: string; readonly message: string };

/** Calls in one message, as Excel sends them: more at a time would keep the page busy for too long. */
const CALLS_A_MESSAGE = 500;

/** What the library calls a failure by number, as the cell shows it. */
const CELL_ERRORS: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** Calls of custom functions that wait for their results. */
export class CustomFunctionCalls {
  private readonly waiting = new Map<number, (result: FunctionResult) => void>();
  /** Calls that the present task has made. */
  private entries: CallEntry[] = [];
  private next = 1;

  constructor(private readonly send: (entries: readonly CallEntry[]) => void) {}

  /**
   * Calls a function by its id, e.g. “EXEC_RATE”. Calls that are made one after the other go out together: the page takes
   * a few milliseconds for each message.
   *
   * @param parameterValues scalars, or rows of cells for a range; a missing optional argument is null.
   */
  call(functionName: string, parameterValues: readonly Json[], address = ""): Promise<FunctionResult> {
    const invocationId = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(invocationId, resolve);
      const message = { functionName, invocationId, parameterValues, address, flags: ALLOW_ERRORS } as const;
      this.entries.push({ messageCategory: 1, messageType: 1000, message });
      if (this.entries.length === 1) queueMicrotask(() => this.sendCalls());
    });
  }

  private sendCalls(): void {
    const { entries } = this;
    this.entries = [];
    for (let at = 0; at < entries.length; at += CALLS_A_MESSAGE) {
      this.send(entries.slice(at, at + CALLS_A_MESSAGE));
    }
  }

  /** Results as the library sends them: `[id, true, value]` or `[id, false, message, code]`. */
  settle(results: Json): void {
    if (!Array.isArray(results)) return;
    for (const result of results as readonly Json[]) {
      if (!Array.isArray(result)) continue;
      const [id, ok, value, code] = result as readonly Json[];
      if (typeof id !== "number") continue;
      const resolve = this.waiting.get(id);
      this.waiting.delete(id);
      resolve?.(
        ok === true
          ? { ok, value: value ?? null }
          : {
              ok: false,
              error: CELL_ERRORS[typeof code === "number" ? code : 0] ?? "#VALUE!",
              message: typeof value === "string" ? value : "",
            },
      );
    }
  }
}
