import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What a call answered: a value (a matrix, mostly), or an error of the whole call with its message. */
export type Answer = { readonly value: unknown } | { readonly errorCode: number; readonly message: string };

/** Codes the runtime sends for a `CustomFunctions.Error` that was thrown. */
export const ERROR_CODE = { "#DIV/0!": 5, "#NUM!": 6, "#VALUE!": 7 } as const;

/** Bits of `flags` with which Excel tells the runtime how the metadata describes a function. */
const ALLOW_ERROR = 4;

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: { readonly Actions: readonly Action[] } };
}

interface Action {
  readonly Id: number;
  readonly Name: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly (readonly Result[])[] };
}

/** Invocation id, success, value or message, and after a failure the error's code. */
type Result = readonly [id: number, succeeded: boolean, value: unknown, errorCode?: unknown];

/**
 * Microsoft's own client library for Excel on Windows in this process, with the smallest host behind it: it sends
 * calls of custom functions and takes their answers, over the bridge that Excel uses. Wants the jsdom environment.
 * The runtime answers at most twice a second, so make calls together rather than one after the other.
 */
export function startCustomFunctionsRuntime(): {
  call(id: string, ...parameters: unknown[]): Promise<Answer>;
} {
  const waiting = new Map<number, (answer: Answer) => void>();
  const bridge: { sendMessageToHost(text: string): void; onMessageFromHost(text: string): void } = {
    sendMessageToHost: (text) => {
      const { id, type, message } = JSON.parse(text) as BridgeMessage;
      if (type !== 1) return;
      const actions = message.body.Actions;
      for (const { Name, ArgumentInfo } of actions) {
        if (Name !== "SetInvocationArrayResults") continue;
        for (const result of ArgumentInfo?.Arguments?.[0] ?? []) settle(result);
      }
      const body = JSON.stringify({ Results: actions.map(({ Id }) => ({ ActionId: Id, Value: null })) });
      const answer = { id, type: 1, message: { statusCode: 200, headers: {}, body } };
      queueMicrotask(() => {
        bridge.onMessageFromHost(JSON.stringify(answer));
      });
    },
    onMessageFromHost: () => {
      throw new Error("The runtime has not taken the bridge.");
    },
  };
  const settle = ([id, succeeded, value, errorCode]: Result) => {
    waiting.get(id)?.(succeeded ? { value } : { errorCode: Number(errorCode), message: String(value) });
    waiting.delete(id);
  };
  loadLibrary(bridge);
  let last = 0;
  return {
    call: (id, ...parameters) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        const message = {
          invocationId: last,
          functionName: id,
          parameterValues: parameters,
          flags: ALLOW_ERROR,
        };
        const entry = { messageCategory: 1, messageType: 1000, message };
        bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries: [entry] } }));
      }),
  };
}

/** Loads the library as a script of the page; `CustomFunctions.associate` is what office.js would have put there. */
function loadLibrary(bridge: object): void {
  const mappings: Record<string, unknown> = {};
  const association = {
    mappings,
    onchange: () => undefined,
    associate: (id: string, run: unknown) => {
      mappings[id.toUpperCase()] = run;
    },
  };
  Object.assign(window, {
    _richApiNativeBridge: bridge,
    CustomFunctions: { _association: association, associate: association.associate },
  });
  const require = createRequire(join(process.cwd(), "package.json"));
  const library = require.resolve("@microsoft/office-js/dist/excel-win32-16.01.js");
  const script = document.createElement("script");
  script.textContent = readFileSync(library, "utf8");
  document.head.append(script);
}
