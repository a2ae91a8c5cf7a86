import type { AcceptedDifference } from "../../core/accepted/accepted-difference";
import { rulesSheetPlan } from "../../core/relations/rules-sheet";
import type { CheckReport } from "../../core/report";
import type { CellAddress } from "../../core/workbook/address";
import type { CellPlace, WorkbookHost } from "../../core/workbook/host";
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
import { createLiveSession, type LiveChecks, type LiveSession, type WholeCheck } from "./live-session";
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
  /** 实时检查. */
  readonly live: LiveSession;
}

/**
 * @param breathe lets the pane paint before the engine takes the thread.
 * @param liveChecks null where the findings are not to follow changes
 * @param inTurn writes to the workbook go one after the other: marks that are cleared while they are being set must not survive.
 */
export function createCheckSession(
  host: WorkbookHost,
  engine: CheckEngine,
  breathe: () => Promise<void> = nextTask,
  inTurn: InTurn = createTurns(),
  liveChecks: LiveChecks | null = null,
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

  const live = createLiveSession(host, liveChecks, {
    isShown: () => state.flow.phase === "report" && state.flow.marks.status !== "pending",
    show: async ({ report: found, snapshot }) => {
      const { run } = state;
      suspects = suspectCells(snapshot, found);
      tell({ type: "reportFollowed", run, report: found });
      if (state.flow.phase !== "report") return;
      const { status } = state.flow.marks;
      if (status === "marked" || status === "kept") await mark(run, found, "updateMarks");
    },
  });

  async function report(run: number, whole: WholeCheck): Promise<CheckReport | null> {
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
      const began = performance.now();
      const result = await engine(snapshot, signal);
      if (!isStale(run)) {
        suspects = suspectCells(snapshot, result);
        whole.done(snapshot, performance.now() - began);
      }
      tell({ type: "checkFinished", run, report: result });
      return isStale(run) ? null : result;
    } catch (error) {
      if (isStale(run)) return null; // nobody waits for it any more, and a cancelled engine fails by design
      tell({ type: "checkFailed", run, problem: problemOf(operation, error) });
      return null;
    }
  }

  async function mark(run: number, result: CheckReport, how: "mark" | "updateMarks" = "mark"): Promise<void> {
    try {
      const outcome = await inTurn(async () => (isStale(run) ? null : await host[how](marksOf(result))));
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
    const listening = live.listen();
    if (listening !== null) await listening;
    if (isStale(run)) return;
    const whole = live.beginWhole();
    try {
      const result = await report(run, whole);
      if (result !== null) await mark(run, result);
    } finally {
      whole.end();
    }
  }

  /** After a change of the pane's own. */
  async function recheck({ sheet, row, column }: CellPlace): Promise<void> {
    const range = { top: row, bottom: row, left: column, right: column };
    if (!(await live.follow({ kind: "cells", sheet, range }))) await check();
  }

  async function acceptedChanged(accepted: readonly AcceptedDifference[]): Promise<void> {
    const { flow } = state;
    tell({ type: "acceptedChanged", accepted });
    // A check on its way has read what was accepted before.
    if (flow.phase === "checking") await check();
    else if (state.flow.phase === "report" && state.flow.marks.status === "marked")
      await mark(state.run, state.flow.report);
    await live.follow({ kind: "workbook" });
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
    corrections: createCorrectionSession(host, inTurn, () => suspects, recheck),
    acceptance: createAcceptanceSession(host, inTurn, acceptedChanged),
    selection,
    live,
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
