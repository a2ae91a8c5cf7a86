import type { AcceptedDifference } from "../../core/accepted/accepted-difference";
import { applyAccepted } from "../../core/accepted/apply-accepted";
import type { CheckReport } from "../../core/report";
import type { MarkOutcome, ReadProgress } from "../../core/workbook/host";
import type { Problem } from "./problem";

/** What a running check is busy with. */
export type Stage = "read" | "check";

/** What the sheets show of a report. */
export type MarkState =
  | { readonly status: "pending" }
  | { readonly status: "marked"; readonly outcome: MarkOutcome }
  | { readonly status: "cleared" }
  /** As they were: a check that was to replace them was cancelled. */
  | { readonly status: "kept" }
  /** The reason is in `CheckState.notice`. */
  | { readonly status: "failed" };

/** idle → checking → report or failed; from each of the last two a new check may start. */
export type CheckPhase =
  | { readonly phase: "idle" }
  | {
      readonly phase: "checking";
      readonly stage: Stage;
      /** How far the workbook is read; null before the host tells. */
      readonly progress: ReadProgress | null;
      /** What was shown before, so that the list does not vanish during a second check. */
      readonly previous: CheckReport | null;
    }
  | { readonly phase: "report"; readonly report: CheckReport; readonly marks: MarkState }
  | { readonly phase: "failed"; readonly problem: Problem; readonly previous: CheckReport | null };

export interface CheckState {
  /** Number of the newest check started, 0 before the first. News of any older check is ignored. */
  readonly run: number;
  readonly flow: CheckPhase;
  /** A failure beside the check itself (a cell that could not be selected, marks that could not be set). */
  readonly notice: Problem | null;
}

export type CheckEvent =
  | { readonly type: "checkStarted"; readonly run: number }
  | { readonly type: "readProgressed"; readonly run: number; readonly progress: ReadProgress }
  | { readonly type: "snapshotRead"; readonly run: number }
  | { readonly type: "checkFinished"; readonly run: number; readonly report: CheckReport }
  /** The report has followed a change of the workbook; a check that has begun since goes before it. */
  | { readonly type: "reportFollowed"; readonly run: number; readonly report: CheckReport }
  | { readonly type: "checkFailed"; readonly run: number; readonly problem: Problem }
  | { readonly type: "checkCancelled"; readonly run: number }
  | { readonly type: "marksSet"; readonly run: number; readonly outcome: MarkOutcome }
  | { readonly type: "marksFailed"; readonly run: number; readonly problem: Problem }
  | { readonly type: "marksCleared" }
  /** The user accepted a difference or took that back; these are all that are accepted now. */
  | { readonly type: "acceptedChanged"; readonly accepted: readonly AcceptedDifference[] }
  | { readonly type: "actionFailed"; readonly problem: Problem }
  | { readonly type: "noticeDismissed" };

export const initialCheckState: CheckState = { run: 0, flow: { phase: "idle" }, notice: null };

/** The report on screen, also while the next one is made or when that failed; null where there is none. */
export function shownReport({ flow }: CheckState): CheckReport | null {
  switch (flow.phase) {
    case "idle":
      return null;
    case "report":
      return flow.report;
    case "checking":
    case "failed":
      return flow.previous;
  }
}

/** The next state. News of a check that is not the newest, or that comes out of turn, changes nothing. */
export function reduceCheck(state: CheckState, event: CheckEvent): CheckState {
  switch (event.type) {
    case "checkStarted":
      if (event.run <= state.run) return state;
      return {
        run: event.run,
        flow: { phase: "checking", stage: "read", progress: null, previous: shownReport(state) },
        notice: null,
      };
    case "readProgressed":
      if (event.run !== state.run || state.flow.phase !== "checking") return state;
      return { ...state, flow: { ...state.flow, progress: event.progress } };
    case "snapshotRead":
      if (event.run !== state.run || state.flow.phase !== "checking") return state;
      return { ...state, flow: { ...state.flow, stage: "check" } };
    case "checkFinished":
      if (event.run !== state.run || state.flow.phase !== "checking") return state;
      return { ...state, flow: { phase: "report", report: event.report, marks: { status: "pending" } } };
    case "reportFollowed":
      if (event.run !== state.run || state.flow.phase !== "report") return state;
      return { ...state, flow: { ...state.flow, report: event.report } };
    case "checkFailed":
      if (event.run !== state.run || state.flow.phase !== "checking") return state;
      return { ...state, flow: { phase: "failed", problem: event.problem, previous: state.flow.previous } };
    case "checkCancelled": {
      if (event.run !== state.run || state.flow.phase !== "checking") return state;
      const { previous } = state.flow;
      return {
        ...state,
        flow:
          previous === null
            ? { phase: "idle" }
            : { phase: "report", report: previous, marks: { status: "kept" } },
      };
    }
    case "marksSet":
      if (event.run !== state.run || state.flow.phase !== "report") return state;
      return { ...state, flow: { ...state.flow, marks: { status: "marked", outcome: event.outcome } } };
    case "marksFailed":
      if (event.run !== state.run || state.flow.phase !== "report") return state;
      return { ...state, flow: { ...state.flow, marks: { status: "failed" } }, notice: event.problem };
    case "marksCleared":
      if (state.flow.phase !== "report") return { ...state, notice: null };
      return { ...state, flow: { ...state.flow, marks: { status: "cleared" } }, notice: null };
    case "acceptedChanged":
      return { ...state, flow: withReport(state.flow, (report) => applyAccepted(report, event.accepted)) };
    case "actionFailed":
      return { ...state, notice: event.problem };
    case "noticeDismissed":
      return { ...state, notice: null };
  }
}

/** The same with another report on screen, where there is one. */
function withReport(flow: CheckPhase, change: (report: CheckReport) => CheckReport): CheckPhase {
  switch (flow.phase) {
    case "idle":
      return flow;
    case "report":
      return { ...flow, report: change(flow.report) };
    case "checking":
    case "failed":
      return { ...flow, previous: flow.previous === null ? null : change(flow.previous) };
  }
}
