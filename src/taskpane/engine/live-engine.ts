import type { CheckReport } from "../../core/report";
import type { WorkbookPatch } from "../../core/workbook/patch";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { HeldWorkbook } from "./held-workbook";
import type { EngineRequest } from "./messages";
import type { CheckSettings } from "./orders";
import { nextAnswer, resultOf, sendWorkbook, started, type EngineWorker } from "./worker-engine";

/** Checks one workbook again and again: it is handed over once, then what changes in it. One call after the other. */
export interface LiveEngine {
  /** Checks a workbook, and holds it in the place of the one before. Once `cancelled` fires nobody waits for the answer. */
  readonly check: (
    snapshot: WorkbookSnapshot,
    told: CheckSettings,
    cancelled: AbortSignal,
  ) => Promise<CheckReport>;
  /** Checks the workbook that is held after a change. Rejects where none is held. */
  readonly recheck: (patch: WorkbookPatch, told: CheckSettings) => Promise<CheckReport>;
  /** Lets the workbook go; who waits for an answer is refused. */
  readonly release: () => void;
}

/** Where a workbook is held. */
interface Keeper {
  readonly check: LiveEngine["check"];
  readonly recheck: LiveEngine["recheck"];
  readonly release: () => void;
}

/**
 * A live engine in a worker that stays until the next whole check. Where workers cannot be had `here` computes in the page.
 */
export function liveEngine(newWorker: () => EngineWorker, here: () => Promise<HeldWorkbook>): LiveEngine {
  let keeper: Keeper | null = null;
  const release = (): void => {
    keeper?.release();
    keeper = null;
  };
  return {
    check: async (snapshot, told, cancelled) => {
      release();
      const worker = started(newWorker);
      const mine = worker === null ? inPage(await here()) : inWorker(worker);
      keeper = mine;
      try {
        return await mine.check(snapshot, told, cancelled);
      } catch (error) {
        mine.release();
        if (keeper === mine) keeper = null;
        throw error;
      }
    },
    recheck: (patch, told) =>
      keeper === null ? Promise.reject(new Error("No workbook is held.")) : keeper.recheck(patch, told),
    release,
  };
}

function inWorker(worker: EngineWorker): Keeper {
  const released = new AbortController();
  return {
    check: async (snapshot, told, cancelled) => {
      const either = AbortSignal.any([cancelled, released.signal]);
      const answer = nextAnswer(worker, either);
      await sendWorkbook(worker, snapshot, { work: "check", told }, either);
      return resultOf<CheckReport>(await answer);
    },
    recheck: async (patch, told) => {
      const answer = nextAnswer(worker, released.signal);
      worker.postMessage({ type: "recheck", patch, told } satisfies EngineRequest);
      return resultOf<CheckReport>(await answer);
    },
    release: () => {
      worker.terminate();
      released.abort();
    },
  };
}

function inPage(held: HeldWorkbook): Keeper {
  return {
    check: (snapshot, told) =>
      Promise.resolve().then(() => resultOf<CheckReport>(held.answer(snapshot, { work: "check", told }))),
    recheck: (patch, told) => Promise.resolve().then(() => resultOf<CheckReport>(held.recheck(patch, told))),
    release: () => undefined,
  };
}
