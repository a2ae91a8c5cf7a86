import type { CheckReport } from "../../core/report";
import type { WorkbookChange, WorkbookHost } from "../../core/workbook/host";
import type { WorkbookPatch } from "../../core/workbook/patch";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { problemOf, type Problem } from "./problem";
import { createStore, type Store } from "./store";

/** How far the findings follow the workbook. */
export type LiveStatus =
  /** The page has no engine for it, or nothing was checked yet, or the user does not want it. */
  | "off"
  | "on"
  /** A check takes too long on this computer to be made with every change. */
  | "tooLarge"
  /** The host does not tell of changes. */
  | "unavailable";

export interface LiveState {
  readonly status: LiveStatus;
  /** When the findings last followed a change; null before they did. */
  readonly updated: Date | null;
  /** Why they could not, last time; the next change or check tries again. */
  readonly problem: Problem | null;
}

/** The engine as live checks see it, over the workbook of the last whole check. */
export interface LiveChecks {
  readonly check: (snapshot: WorkbookSnapshot, cancelled: AbortSignal) => Promise<CheckReport>;
  readonly recheck: (patch: WorkbookPatch) => Promise<CheckReport>;
  readonly release: () => void;
  /** Whether the user wants it. */
  readonly wanted: Pick<Store<unknown>, "subscribe"> & { readonly getState: () => boolean };
}

/** A whole check on its way; while it is, no other is made. */
export interface WholeCheck {
  /** @param snapshot that was checked @param ms that the engine took */
  readonly done: (snapshot: WorkbookSnapshot, ms: number) => void;
  /** Also where it failed or was cancelled. */
  readonly end: () => void;
}

/** 实时检查: after a change the findings follow, quietly. No method rejects. */
export interface LiveSession extends Pick<Store<LiveState>, "getState" | "subscribe"> {
  /** Begins to listen to the host, with the first check; null where that needs no time. */
  readonly listen: () => Promise<unknown> | null;
  /** A whole check begins to read: what changes from now on is not in it. */
  readonly beginWhole: () => WholeCheck;
  /** Lets the findings follow a change that the pane itself has made; false where they do not follow. */
  readonly follow: (change: WorkbookChange) => Promise<boolean>;
  /** Ends it: the pane closes. */
  readonly stop: () => void;
}

/** Findings to be shown, and the workbook they are of. */
interface Followed {
  readonly report: CheckReport;
  readonly snapshot: WorkbookSnapshot;
}

/** A fill or a paste may tell of many changes in a row; what comes later is taken up with the next round. */
const SETTLES_MS = 20;

/**
 * What the engine may take, that changes are followed: a computer that is always busy helps nobody. The first check is
 * longer, since it begins with loading the engine. A workbook of some 300,000 amounts is within it on an office computer.
 */
export const LONGEST_MS = { whole: 10_000, follow: 2_500 } as const;

/** Changes in a row that take too long: one may have met a computer that was busy with something else. */
const TOO_OFTEN = 2;

/** Beyond this only the sheets are remembered, not the cells. */
const MANY_CHANGES = 500;

/**
 * @param show puts findings on screen, unless a whole check has taken over; `isShown` says whether any are there
 * @param now milliseconds
 */
export function createLiveSession(
  host: Pick<WorkbookHost, "onChanged" | "readChanges" | "readSnapshot">,
  checks: LiveChecks | null,
  { isShown, show }: { readonly isShown: () => boolean; readonly show: (found: Followed) => Promise<void> },
  now: () => number = () => performance.now(),
): LiveSession {
  const store = createStore<LiveState>({ status: "off", updated: null, problem: null });
  /** What the engine holds; null where that is not known. */
  let base: WorkbookSnapshot | null = null;
  let pending: WorkbookChange[] = [];
  /** Changes that are being read. */
  let inHand: readonly WorkbookChange[] = [];
  let wholes = 0;
  let isWholeOn = false;
  /** Changes in a row that took too long. */
  let slow = 0;
  let listening: Promise<(() => Promise<void>) | null> | null = null;
  let canListen = true;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let following: Promise<void> | null = null;

  function tellStatus(): void {
    const status = statusNow();
    if (status !== store.getState().status) store.set({ status });
  }

  function statusNow(): LiveStatus {
    if (checks === null || stopped || wholes === 0 || !isWanted) return "off";
    if (!canListen) return "unavailable";
    return slow >= TOO_OFTEN ? "tooLarge" : "on";
  }

  /** Begins once, with the first check: who never checks is not listened to. */
  function listen(): Promise<unknown> {
    listening ??= host.onChanged(heard).catch((error: unknown) => {
      console.warn("Changes of the workbook are not followed.", error);
      canListen = false;
      return null;
    });
    return listening;
  }

  function heard(change: WorkbookChange): void {
    if (stopped) return;
    keepInMind([change]);
    clearTimeout(timer);
    timer = setTimeout(() => void followNow(), SETTLES_MS);
  }

  function keepInMind(changes: readonly WorkbookChange[]): void {
    pending.push(...changes);
    if (pending.length > MANY_CHANGES) pending = bySheet(pending);
  }

  function followNow(): Promise<void> {
    clearTimeout(timer);
    following ??= followAll().finally(() => {
      following = null;
    });
    return following;
  }

  async function followAll(): Promise<void> {
    const mine = wholes;
    let found: Followed | null = null;
    while (pending.length > 0) {
      // A user who does not want it may change their mind: then everything is read.
      if (statusNow() !== "on") base = null;
      if (statusNow() !== "on" || isWholeOn || !isShown() || checks === null) return;
      inHand = pending;
      pending = [];
      try {
        found = (await look(checks, inHand, mine)) ?? found;
      } catch (error) {
        if (mine !== wholes || stopped) return;
        keepInMind(inHand);
        store.set({ problem: problemOf("live", error) });
        return;
      }
      if (mine !== wholes || stopped) return;
      inHand = [];
    }
    if (found !== null) {
      const showing = show(found);
      store.set({ updated: new Date(), problem: null });
      await showing;
    }
    tellStatus();
  }

  /** Findings after these changes; null where nothing has changed, or a whole check has begun meanwhile. */
  async function look(
    engine: LiveChecks,
    changes: readonly WorkbookChange[],
    mine: number,
  ): Promise<Followed | null> {
    const isStale = (): boolean => mine !== wholes || stopped;
    if (base === null) {
      const snapshot = await host.readSnapshot();
      if (isStale()) return null;
      return check(snapshot, () => engine.check(snapshot, new AbortController().signal), isStale);
    }
    const { patch, snapshot } = await host.readChanges(base, changes);
    if (isStale() || snapshot === base) return null;
    return check(snapshot, () => engine.recheck(patch), isStale);
  }

  async function check(
    snapshot: WorkbookSnapshot,
    ask: () => Promise<CheckReport>,
    isStale: () => boolean,
  ): Promise<Followed | null> {
    base = null; // should the engine fail, nobody knows what it holds
    const began = now();
    const report = await ask();
    if (isStale()) return null;
    slow = now() - began > LONGEST_MS.follow ? slow + 1 : 0;
    base = snapshot;
    return { report, snapshot };
  }

  let isWanted = checks?.wanted.getState() ?? false;
  const unfollow = checks?.wanted.subscribe(() => {
    if (checks.wanted.getState() === isWanted) return;
    isWanted = !isWanted;
    tellStatus();
    if (isWanted && wholes > 0) void listen().then(() => heard({ kind: "workbook" }));
    if (isWanted) return;
    base = null;
    checks.release();
  });

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    listen: () => (isWanted && listening === null ? listen() : null),
    beginWhole: () => {
      const mine = ++wholes;
      isWholeOn = true;
      const before = [...inHand, ...pending];
      pending = [];
      let isDone = false;
      return {
        done: (snapshot, ms) => {
          if (mine !== wholes) return;
          isDone = true;
          slow = ms > LONGEST_MS.whole ? TOO_OFTEN : 0;
          base = isWanted ? snapshot : null;
          if (!isWanted) checks?.release();
          store.set({ updated: null, problem: null });
        },
        end: () => {
          if (mine !== wholes) return;
          isWholeOn = false;
          if (!isDone) {
            base = null;
            pending = [...before, ...pending];
          }
          tellStatus();
          if (pending.length > 0) void followNow();
        },
      };
    },
    follow: async (change) => {
      if (statusNow() !== "on" || isWholeOn || !isShown()) return false;
      keepInMind([change]);
      await followNow();
      return store.getState().problem === null;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      unfollow?.();
      checks?.release();
      tellStatus();
      void listening
        ?.then((stop) => stop?.())
        .catch((error: unknown) => {
          console.warn("Changes of the workbook are still told.", error);
        });
    },
  };
}

/** The sheets that changes are about, each as a whole. */
function bySheet(changes: readonly WorkbookChange[]): WorkbookChange[] {
  const sheets = new Set(changes.flatMap((change) => (change.kind === "cells" ? [change.sheet] : [])));
  return [
    { kind: "workbook" },
    ...[...sheets].map((sheet) => ({ kind: "cells", sheet, range: null }) as const),
  ];
}
