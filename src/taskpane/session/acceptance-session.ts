import { acceptedDifference, withAccepted, withoutAccepted } from "../../core/accepted/accepted-difference";
import type { AcceptedDifference } from "../../core/accepted/accepted-difference";
import { acceptedTexts, readAccepted } from "../../core/accepted/kept-accepted";
import type { Acceptance, Finding, Reopened } from "../../core/report";
import type { WorkbookHost } from "../../core/workbook/host";
import { problemOf, type Problem } from "./problem";
import { createStore, type Store } from "./store";
import type { InTurn } from "../../core/workbook/turns";

export interface AcceptanceState {
  /** Who accepted last, to be offered again. */
  readonly by: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

/** 说明: differences that the user accepts with a reason. No method rejects: what goes wrong is in the state. */
export interface AcceptanceSession extends Pick<Store<AcceptanceState>, "getState" | "subscribe"> {
  /**
   * Keeps the reason with the workbook, dated today.
   * @param reopened what was accepted of the finding before, which gives way
   */
  readonly accept: (
    finding: Finding,
    told: Pick<Acceptance, "reason" | "by">,
    reopened?: Reopened,
  ) => Promise<void>;
  /** Takes an acceptance back. @param record as in `KeptAcceptance` */
  readonly withdraw: (record: string) => Promise<void>;
  readonly dismiss: () => void;
}

/**
 * @param changed is told all that is accepted then, for the report on screen
 * @param today “2026-03-31”
 */
export function createAcceptanceSession(
  host: Pick<WorkbookHost, "readKept" | "keep">,
  inTurn: InTurn,
  changed: (accepted: readonly AcceptedDifference[]) => Promise<void>,
  today: () => string = localDate,
): AcceptanceSession {
  const store = createStore<AcceptanceState>({ by: "", busy: false, problem: null });

  async function change(
    next: (accepted: readonly AcceptedDifference[]) => readonly AcceptedDifference[],
  ): Promise<void> {
    if (store.getState().busy) return;
    store.set({ busy: true, problem: null });
    let kept: readonly AcceptedDifference[] | null = null;
    try {
      kept = await inTurn(async () => {
        const accepted = next(readAccepted(await host.readKept("accepted")).accepted);
        await host.keep("accepted", acceptedTexts(accepted));
        return accepted;
      });
    } catch (error) {
      store.set({ problem: problemOf("accept", error) });
    }
    store.set({ busy: false });
    if (kept !== null) await changed(kept);
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    accept: async (finding, { reason, by }, reopened) => {
      store.set({ by: by.trim() });
      const record = acceptedDifference(finding, { reason, by, date: today() });
      await change((accepted) =>
        withAccepted(reopened === undefined ? accepted : withoutAccepted(accepted, reopened.record), record),
      );
    },
    withdraw: (record) => change((accepted) => withoutAccepted(accepted, record)),
    dismiss: () => {
      store.set({ problem: null });
    },
  };
}

/** The date where the user is. */
function localDate(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
