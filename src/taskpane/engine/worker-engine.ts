import { sentSheet } from "../../core/workbook/sent-sheet";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { EngineAnswer, EngineRequest } from "./messages";
import { EngineRefusal, type EngineWork, type Order, type WorkName } from "./orders";

/** What of a worker is used. */
export type EngineWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/**
 * Computes for the pane. Once `cancelled` fires nobody waits for the answer: an engine that can stop does.
 * Rejects with an `EngineRefusal` for what the user can mend.
 */
export type PaneEngine = <Name extends WorkName>(
  snapshot: WorkbookSnapshot,
  work: Name,
  told: EngineWork[Name]["told"],
  cancelled: AbortSignal,
) => Promise<EngineWork[Name]["answer"]>;

/**
 * The engine in a worker of its own for each order, so that the page stays alive and the work can be cancelled at any
 * moment. Where workers cannot be had, as under some old browser controls, `fallback` computes in the page.
 */
export function workerEngine(
  newWorker: () => EngineWorker,
  fallback: (snapshot: WorkbookSnapshot, order: Order) => Promise<EngineAnswer>,
): PaneEngine {
  return async (snapshot, work, told, cancelled) => {
    const order = { work, told } as Order;
    const worker = started(newWorker);
    const answer = await (worker === null
      ? fallback(snapshot, order)
      : answerOf(worker, snapshot, order, cancelled));
    return resultOf<EngineWork[typeof work]["answer"]>(answer);
  };
}

/** What the engine answered. @throws EngineRefusal with a sentence for the user */
export function resultOf<T>(answer: EngineAnswer): T {
  // The result is that of the order's own name; messages do not carry types.
  if (answer.type === "done") return answer.result as T;
  if (answer.sentence !== null) throw new EngineRefusal(answer.sentence);
  throw Object.assign(new Error(answer.message), { stack: answer.stack });
}

export function started(newWorker: () => EngineWorker): EngineWorker | null {
  try {
    return newWorker();
  } catch (error) {
    console.warn("No worker for the engine; it runs in the page.", error);
    return null;
  }
}

async function answerOf(
  worker: EngineWorker,
  snapshot: WorkbookSnapshot,
  order: Order,
  cancelled: AbortSignal,
): Promise<EngineAnswer> {
  try {
    const answer = nextAnswer(worker, cancelled);
    await sendWorkbook(worker, snapshot, order, cancelled);
    return await answer;
  } finally {
    worker.terminate();
  }
}

/** Hands a workbook and an order over. */
export async function sendWorkbook(
  worker: EngineWorker,
  { sheets, ...workbook }: WorkbookSnapshot,
  order: Order,
  cancelled: AbortSignal,
): Promise<void> {
  // Copying a workbook at once would take the thread for long.
  for (const sheet of sheets) {
    if (cancelled.aborted) break;
    worker.postMessage({ type: "sheet", sheet: sentSheet(sheet) } satisfies EngineRequest);
    await breathe();
  }
  worker.postMessage({ type: "order", order, workbook } satisfies EngineRequest);
}

/** The next that the worker answers; a failure that nobody awaits yet is met when it is awaited. */
export function nextAnswer(worker: EngineWorker, cancelled: AbortSignal): Promise<EngineAnswer> {
  const answer = new Promise<EngineAnswer>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<EngineAnswer>) => {
      resolve(data);
    });
    worker.addEventListener("error", (event) => {
      reject(new Error(`The engine's worker failed: ${event.message}`));
    });
    cancelled.addEventListener("abort", () => {
      reject(new Error("The work was cancelled."));
    });
  });
  answer.catch(() => undefined);
  return answer;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
