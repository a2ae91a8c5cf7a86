import type { CheckReport } from "../../core/report";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { CheckEngine } from "../session/session-store";
import type { EngineAnswer, EngineRequest } from "./messages";

/** What of a worker is used. */
export type EngineWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/**
 * The engine in a worker of its own for each check, so that the page stays alive and a check can be cancelled at any
 * moment. Where workers cannot be had, as under some old browser controls, `fallback` computes in the page.
 */
export function workerEngine(newWorker: () => EngineWorker, fallback: CheckEngine): CheckEngine {
  return (snapshot, cancelled) => {
    const worker = started(newWorker);
    return worker === null ? fallback(snapshot, cancelled) : checkIn(worker, snapshot, cancelled);
  };
}

function started(newWorker: () => EngineWorker): EngineWorker | null {
  try {
    return newWorker();
  } catch (error) {
    console.warn("No worker for the engine; it runs in the page.", error);
    return null;
  }
}

async function checkIn(
  worker: EngineWorker,
  { sheets, ...workbook }: WorkbookSnapshot,
  cancelled: AbortSignal,
): Promise<CheckReport> {
  try {
    const answer = nextAnswer(worker, cancelled);
    // Copying a workbook at once would take the thread for long.
    for (const sheet of sheets) {
      if (cancelled.aborted) break;
      worker.postMessage({ type: "sheet", sheet } satisfies EngineRequest);
      await breathe();
    }
    worker.postMessage({ type: "check", workbook } satisfies EngineRequest);
    return await answer;
  } finally {
    worker.terminate();
  }
}

function nextAnswer(worker: EngineWorker, cancelled: AbortSignal): Promise<CheckReport> {
  const answer = new Promise<CheckReport>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<EngineAnswer>) => {
      if (data.type === "report") resolve(data.report);
      else reject(Object.assign(new Error(data.message), { stack: data.stack }));
    });
    worker.addEventListener("error", (event) => {
      reject(new Error(`The engine's worker failed: ${event.message}`));
    });
    cancelled.addEventListener("abort", () => {
      reject(new Error("The check was cancelled."));
    });
  });
  // A failure while sheets are still being sent is met when the answer is awaited.
  answer.catch(() => undefined);
  return answer;
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
