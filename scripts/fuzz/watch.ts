import { Worker } from "node:worker_threads";

/** What one case may take. The time is that of the processor, so that a busy machine makes no case a hang. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Told when a case goes beyond; `stack` is where it was just then. */
export interface Beyond {
  readonly what: "hang" | "memory";
  readonly number: number;
  readonly stack: string;
}

/**
 * Watches the cases of this process from a thread of its own, for a case that hangs gives no thread back. One that goes
 * beyond the limits is told to the parent process as a line of JSON on the error output, and the process ends.
 */
export function watchCases(limits: Limits): { readonly begin: (number: number) => void } {
  const shared = new SharedArrayBuffer(8);
  const current = new Float64Array(shared).fill(-1);
  new Worker(WATCHER, { eval: true, execArgv: [], workerData: { shared, limits } }).unref();
  return {
    begin(number) {
      current[0] = number;
    },
  };
}

/** Plain JavaScript: a thread does not go through the loader that reads TypeScript. */
const WATCHER = `
const { workerData } = require("node:worker_threads");
const { Session } = require("node:inspector");
const { writeSync } = require("node:fs");
const { shared, limits } = workerData;
const current = new Float64Array(shared);
let seen = -1;
let since = 0;
let over = false;
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
setInterval(() => {
  if (over) return;
  const number = current[0];
  if (number !== seen) { seen = number; since = spent(); }
  const memory = process.memoryUsage.rss() / 2 ** 20 > limits.megabytes;
  if (number < 0 || !(memory || spent() - since > limits.seconds)) return;
  over = true;
  const end = (stack) => {
    writeSync(2, JSON.stringify({ what: memory ? "memory" : "hang", number, stack }) + "\\n");
    process.kill(process.pid, "SIGKILL");
  };
  const session = new Session();
  session.connectToMainThread();
  session.on("Debugger.paused", ({ params }) => end(params.callFrames.slice(0, 12).map(({ functionName, url, location }) =>
    (functionName || "(anonymous)") + " " + url.split("/").slice(-2).join("/") + ":" + String(location.lineNumber + 1)).join(" < ")));
  session.post("Debugger.enable");
  session.post("Debugger.pause");
  setTimeout(() => end("not known"), 3000);
}, 100);
`;
