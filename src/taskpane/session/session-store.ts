import type { AcceptedDifference } from "../../core/accepted/accepted-difference";
import { rulesSheetPlan } from "../../core/relations/rules-sheet";
import type { CheckReport } from "../../core/report";
import type { CellAddress } from "../../core/workbook/address";
import type { WorkbookHost } from "../../core/workbook/host";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { createAcceptanceSession, type AcceptanceSession } from "./acceptance-session";
import {
  type CheckEvent,
  type CheckState,
  initialCheckState,
  reduceCheck,
  shownReport,
} from "./check-session";
import { createCorrectionSession, type CorrectionSession } from "./correction-session";
import { createFamilySession, type FamilySession } from "./family-session";
import { suspectCells, type HeldCells } from "./held-cells";
import { marksOf } from "./marks";
import { problemOf } from "./problem";
import { createSelectionSession, type SelectionSession } from "./selection-session";
import { createTurns, type InTurn } from "../../core/workbook/turns";

/**
 * The engine as the pane sees it; may answer later, from a worker. Once `cancelled` fires nobody waits for the answer:
 * an engine that can stop does.
 */
export type CheckEngine = (
  snapshot: WorkbookSnapshot,
  cancelled: AbortSignal,
) => CheckReport | Promise<CheckReport>;

/**
 * The one flow of checking, for the pane's button and the ribbon alike. No method rejects: what goes wrong is in the
 * state, for the pane to show.
 */
export interface CheckSession {
  readonly getState: () => CheckState;
  /** Calls `listener` after each change; returns the way to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads, checks and marks. Ends early and silently where a newer check has started meanwhile. */
  readonly check: () => Promise<void>;
  /** Ends a check that reads or computes; what was shown before comes back. Marks on their way are set to the end. */
  readonly cancel: () => void;
  readonly clearMarks: () => Promise<void>;
  /** Shows a cell; true where the host did. */
  readonly select: (sheet: string, address: CellAddress) => Promise<boolean>;
  /** Adds the sheet 勾稽规则 with examples from the tables of the report on screen; one that is there is shown. */
  readonly addRulesSheet: () => Promise<void>;
  readonly dismissNotice: () => void;
  /** The form families kept with the workbook. */
  readonly families: FamilySession;
  /** Suggested values written into cells. */
  readonly corrections: CorrectionSession;
  /** Differences accepted with a reason. */
  readonly acceptance: AcceptanceSession;
  /** Where the user is in the sheets. */
  readonly selection: SelectionSession;
}

/**
 * @param breathe lets the pane paint before the engine takes the thread.
 * @param inTurn writes to the workbook go one after the other: marks that are cleared while they are being set must not survive.
 */
export function createCheckSession(
  host: WorkbookHost,
  engine: CheckEngine,
  breathe: () => Promise<void> = nextTask,
  inTurn: InTurn = createTurns(),
): CheckSession {
  let state = initialCheckState;
  let running = new AbortController();
  let suspects: HeldCells = new Map();
  const selection = createSelectionSession(host);
  const listeners = new Set<() => void>();

  function tell(event: CheckEvent): void {
    const next = reduceCheck(state, event);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  const isStale = (run: number): boolean => run !== state.run || running.signal.aborted;

  async function report(run: number): Promise<CheckReport | null> {
    const { signal } = running;
    let operation: "read" | "check" = "read";
    try {
      const snapshot = await host.readSnapshot({
        onProgress: (progress) => {
          tell({ type: "readProgressed", run, progress });
        },
        cancelled: signal,
      });
      if (isStale(run)) return null;
      operation = "check";
      tell({ type: "snapshotRead", run });
      await breathe();
      if (isStale(run)) return null;
      const result = await engine(snapshot, signal);
      if (!isStale(run)) suspects = suspectCells(snapshot, result);
      tell({ type: "checkFinished", run, report: result });
      return isStale(run) ? null : result;
    } catch (error) {
      if (isStale(run)) return null; // nobody waits for it any more, and a cancelled engine fails by design
      tell({ type: "checkFailed", run, problem: problemOf(operation, error) });
      return null;
    }
  }

  async function mark(run: number, result: CheckReport): Promise<void> {
    try {
      const outcome = await inTurn(async () => (isStale(run) ? null : await host.mark(marksOf(result))));
      if (outcome !== null) tell({ type: "marksSet", run, outcome });
    } catch (error) {
      tell({ type: "marksFailed", run, problem: problemOf("mark", error) });
    }
  }

  async function check(): Promise<void> {
    const run = state.run + 1;
    running.abort();
    running = new AbortController();
    tell({ type: "checkStarted", run });
    const result = await report(run);
    if (result !== null) await mark(run, result);
  }

  async function acceptedChanged(accepted: readonly AcceptedDifference[]): Promise<void> {
    const { flow } = state;
    tell({ type: "acceptedChanged", accepted });
    // A check on its way has read what was accepted before.
    if (flow.phase === "checking") await check();
    else if (state.flow.phase === "report" && state.flow.marks.status === "marked")
      await mark(state.run, state.flow.report);
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check,
    cancel: () => {
      if (state.flow.phase !== "checking") return;
      running.abort();
      tell({ type: "checkCancelled", run: state.run });
    },
    clearMarks: async () => {
      try {
        await inTurn(() => host.clearMarks());
        tell({ type: "marksCleared" });
      } catch (error) {
        tell({ type: "actionFailed", problem: problemOf("clear", error) });
      }
    },
    select: async (sheet, address) => {
      selection.selecting({ sheet, ...address });
      try {
        await host.select(sheet, address);
        return true;
      } catch (error) {
        tell({ type: "actionFailed", problem: problemOf("select", error) });
        return false;
      }
    },
    addRulesSheet: async () => {
      try {
        await inTurn(() => host.addSheet(rulesSheetPlan(shownReport(state))));
      } catch (error) {
        tell({ type: "actionFailed", problem: problemOf("rules", error) });
      }
    },
    dismissNotice: () => {
      tell({ type: "noticeDismissed" });
    },
    families: createFamilySession(host),
    corrections: createCorrectionSession(host, inTurn, () => suspects, check),
    acceptance: createAcceptanceSession(host, inTurn, acceptedChanged),
    selection,
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
