import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/*
 * The custom functions as Excel has them while the pane is closed: a page with Microsoft's library and functions.js, nothing else, and
 * a host that only takes the answers.
 */
const ALONE = `<!doctype html><meta charset="utf-8"><title>functions alone</title>
<script>
  const mappings = {};
  const associate = (id, run) => { mappings[id.toUpperCase()] = run; };
  window.CustomFunctions = { _association: { mappings, onchange() {}, associate }, associate };
  window.answers = {};
  window._richApiNativeBridge = {
    sendMessageToHost(text) {
      const { id, type, message } = JSON.parse(text);
      if (type !== 1) return;
      for (const { Name, ArgumentInfo } of message.body.Actions) {
        if (Name !== "SetInvocationArrayResults") continue;
        for (const [call, ok, value] of ArgumentInfo.Arguments[0]) answers[call] = ok ? value : "error: " + value;
      }
      const Results = message.body.Actions.map(({ Id }) => ({ ActionId: Id, Value: null }));
      const body = JSON.stringify({ Results });
      setTimeout(() => this.onMessageFromHost(JSON.stringify({ id, type: 1, message: { statusCode: 200, headers: {}, body } })), 0);
    },
  };
</script>
<script src="/office-js/excel-win32-16.01.js"></script>
<script src="/functions.js"></script>`;

interface AlonePage {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly _richApiNativeBridge: { onMessageFromHost(text: string): void };
}

/** Loads the page beside `page`, cuts it off the network, and calls functions. @returns what it loaded */
export async function callAlone(
  { page, address }: { readonly page: Page; readonly address: string },
  calls: readonly {
    readonly id: string;
    readonly parameters: readonly unknown[];
    readonly answer: unknown;
  }[],
): Promise<readonly string[]> {
  const context = await page.context().browser()?.newContext();
  assert.ok(context);
  const alone = await context.newPage();
  const requests: string[] = [];
  try {
    alone.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await alone.route("**/alone.html", (route) => route.fulfill({ contentType: "text/html", body: ALONE }));
    await alone.goto(`${address}/alone.html`);
    await context.setOffline(true);
    const entries = calls.map(({ id, parameters }, at) => ({
      messageCategory: 1,
      messageType: 1000,
      message: { functionName: id, invocationId: at + 1, parameterValues: parameters, flags: 4 },
    }));
    await alone.evaluate(
      (text) => {
        (window as unknown as AlonePage)._richApiNativeBridge.onMessageFromHost(text);
      },
      JSON.stringify({ type: 3, message: { entries } }),
    );
    await alone.waitForFunction(
      (count) => Object.keys((window as unknown as AlonePage).answers).length === count,
      calls.length,
    );
    const answers = await alone.evaluate(() => (window as unknown as AlonePage).answers);
    calls.forEach(({ answer }, at) => {
      assert.deepEqual(answers[String(at + 1)], answer);
    });
    return requests;
  } finally {
    await context.close();
  }
}
