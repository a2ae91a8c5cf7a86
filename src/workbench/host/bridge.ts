import { runBatch } from "./batch";
import { CustomFunctionCalls } from "./custom-function-calls";
import type { FunctionResult } from "./custom-function-calls";
import { EventHub } from "./event-hub";
import { ExcelError } from "./excel-error";
import type { HostContext } from "./host-context";
import type { WorkbookModel } from "./model";
import { MESSAGE_TYPE } from "./protocol";
import type { BridgeMessage, Json, RequestBody, ResponseBody } from "./protocol";
import { ReferenceTable } from "./reference-table";
import { tripKind } from "./trip-kind";
import type { TripKind } from "./trip-kind";

/** Excel on the web refuses requests and answers beyond 5 MB. */
export const PAYLOAD_LIMIT_BYTES = 5 * 1024 * 1024;

/** One `context.sync()` as it crossed the bridge. */
export interface RoundTrip {
  readonly kind: TripKind;
  readonly statements: number;
  /** UTF-8 bytes of the message from the client and of the answer's body. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Error code of the answer, `null` where the batch went through. */
  readonly error: string | null;
}

export interface BridgeOptions {
  /** UTF-8 bytes; for tests of the limit. */
  readonly payloadLimit?: number;
}

/**
 * The host's end of the client library's bridge. Put it into the global `_richApiNativeBridge` before the library
 * loads; the library then sets `onMessageFromHost`. Answers and events go out in order, each in a task of its own, so
 * that the page stays alive between two messages.
 */
export class ExcelBridge {
  /** Set by the client library. */
  onMessageFromHost: ((text: string) => void) | null = null;
  /** Every round trip since the start, oldest first. */
  readonly trips: RoundTrip[] = [];

  private readonly context: HostContext;
  private readonly outgoing: string[] = [];
  private readonly encoder = new TextEncoder();
  private readonly payloadLimit: number;

  constructor(model: WorkbookModel, options: BridgeOptions = {}) {
    this.payloadLimit = options.payloadLimit ?? PAYLOAD_LIMIT_BYTES;
    const sendEntries = (entries: readonly unknown[]): void => {
      this.send(JSON.stringify({ type: MESSAGE_TYPE.generic, message: { entries } }));
    };
    this.context = {
      model,
      references: new ReferenceTable(),
      events: new EventHub(model, sendEntries),
      functions: new CustomFunctionCalls(sendEntries),
    };
  }

  /** Called by the client library, as a plain function of the bridge object. */
  readonly sendMessageToHost = (text: string): void => {
    const { id, type, message } = JSON.parse(text) as BridgeMessage;
    if (type !== MESSAGE_TYPE.request || message.body === undefined) return;
    const body = this.answer(message.body, this.bytes(text));
    this.send(
      JSON.stringify({ id, type: MESSAGE_TYPE.request, message: { statusCode: 200, headers: {}, body } }),
    );
  };

  /** Runs a custom function that the page has registered; see `CustomFunctionCalls.call`. */
  callFunction(name: string, parameterValues: readonly Json[], address?: string): Promise<FunctionResult> {
    return this.context.functions.call(name, parameterValues, address);
  }

  /** Objects the client keeps beyond a batch at the moment. */
  get keptObjects(): number {
    return this.context.references.size;
  }

  private answer(request: RequestBody, requestBytes: number): string {
    let response = this.run(request, requestBytes);
    let text = JSON.stringify(response);
    let responseBytes = this.bytes(text);
    if (responseBytes > this.payloadLimit) {
      response = refusal("ResponsePayloadSizeLimitExceeded", responseBytes);
      text = JSON.stringify(response);
      responseBytes = this.bytes(text);
    }
    this.trips.push({
      kind: tripKind(request),
      statements: request.Actions.length,
      requestBytes,
      responseBytes,
      error: "Error" in response ? response.Error.Code : null,
    });
    return text;
  }

  private run(request: RequestBody, requestBytes: number): ResponseBody {
    if (requestBytes > this.payloadLimit) return refusal("RequestPayloadSizeLimitExceeded", requestBytes);
    this.context.events.insideBatch = true;
    try {
      return runBatch(request, this.context);
    } finally {
      this.context.events.insideBatch = false;
    }
  }

  private bytes(text: string): number {
    return this.encoder.encode(text).length;
  }

  private send(text: string): void {
    this.outgoing.push(text);
    if (this.outgoing.length === 1) setTimeout(() => this.deliver(), 0);
  }

  private deliver(): void {
    const text = this.outgoing[0];
    if (text === undefined) return;
    try {
      this.onMessageFromHost?.(text);
    } finally {
      this.outgoing.shift();
      if (this.outgoing.length > 0) setTimeout(() => this.deliver(), 0);
    }
  }
}

function refusal(
  code: "RequestPayloadSizeLimitExceeded" | "ResponsePayloadSizeLimitExceeded",
  bytes: number,
): ResponseBody {
  const { message, httpStatusCode } = new ExcelError(code, `${String(bytes)} bytes`);
  return {
    Error: { Code: code, Message: message, HttpStatusCode: httpStatusCode, Location: "", ActionIndex: -1 },
    TraceIds: [],
  };
}
