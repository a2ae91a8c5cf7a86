import { checkWorkbook } from "../../core/check-workbook";
import { incrementalCheck } from "../../core/incremental-check";
import type { CheckReport } from "../../core/report";
import { parseA1Range } from "../../core/workbook/address";
import { HostError, type WorkbookChange } from "../../core/workbook/host";
import { patchWorkbook } from "../../core/workbook/patch";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { ExcelWorkbookHost } from "../../excel";
import { drawnSheet, drawnWorkbook, openWorkbook, settled } from "../../workbench/host/testing";
import { quietHost } from "../host.testing";
import { emptyReport, finding, reportOf } from "../reports.testing";
import { LONGEST_MS, type LiveChecks } from "./live-session";
import { createCheckSession, type CheckSession } from "./session-store";
import { createStore } from "./store";
import { createTurns } from "../../core/workbook/turns";

/** On a busy machine all of this takes its time. */
jest.setTimeout(60_000);

const TABLE = `
  2025年村级补助资金一览表
  单位：万元
  村名 | 农业补助 | 民政补助 | 合计
  新华村 | 12.50 | 3.20 | 15.70
  光明村 | 8.00 | 4.10 | 12.10
  合计 | 20.50 | 7.30 | 27.80
`;

const at = (cell: string) => parseA1Range(cell) ?? { top: 0, left: 0, bottom: 0, right: 0 };

/** Longer than changes take to settle, and to be read and checked. */
const followed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

/** The live engine, in this page. */
function checks(parts: Partial<LiveChecks> = {}): LiveChecks & { readonly want: (wanted: boolean) => void } {
  const check = incrementalCheck();
  let held: WorkbookSnapshot | null = null;
  const wanted = createStore({ live: true });
  return {
    check: (snapshot) => Promise.resolve(check((held = snapshot))),
    recheck: (patch) => {
      if (held === null) return Promise.reject(new Error("nothing held"));
      return Promise.resolve(check((held = patchWorkbook(held, patch))));
    },
    release: () => {
      held = null;
    },
    wanted: { subscribe: wanted.subscribe, getState: () => wanted.getState().live },
    want: (live) => wanted.set({ live }),
    ...parts,
  };
}

function sessionOver(host: Parameters<typeof createCheckSession>[0], live: LiveChecks): CheckSession {
  const engine = (snapshot: WorkbookSnapshot, cancelled: AbortSignal): Promise<CheckReport> =>
    live.check(snapshot, cancelled);
  return createCheckSession(host, engine, () => Promise.resolve(), createTurns(), live);
}

/** Until it is so. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !isSo(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 50));
}

async function close(session: CheckSession): Promise<void> {
  session.live.stop();
  await settled();
}

function shown({ getState }: CheckSession): readonly string[] {
  const { flow } = getState();
  return flow.phase === "report"
    ? flow.report.findings.map(({ sheet, cell }) => `${sheet}!${cell}`)
    : [flow.phase];
}

describe("over the real client library", () => {
  function opened() {
    const book = openWorkbook(drawnWorkbook(drawnSheet("补助", TABLE)));
    const live = checks();
    const session = sessionOver(new ExcelWorkbookHost(book.Excel), live);
    const type = (cell: string, value: number): void => {
      book.model.sheet("补助").write(at(cell), [[{ value }]]);
    };
    return { ...book, live, session, type };
  }

  test("findings, marks and the time follow an edit; run and selection stay", async () => {
    const { session, model, type } = opened();
    await session.check();
    expect(shown(session)).toEqual([]);
    expect(session.live.getState()).toEqual({ status: "on", updated: null, problem: null });
    const selection = model.selection();
    type("D4", 16.7);
    await followed();
    expect(shown(session)).not.toEqual([]);
    expect(shown(session)).toEqual(
      checkWorkbook(model.toSnapshot()).findings.map(({ cell }) => `补助!${cell}`),
    );
    expect(model.sheet("补助").conditionalFormats()).not.toEqual([]);
    expect(session.live.getState().updated).toBeInstanceOf(Date);
    expect(session.getState().run).toBe(1);
    expect(model.selection()).toEqual(selection);
    type("D4", 15.7);
    await until(() => model.sheet("补助").conditionalFormats().length === 0);
    expect(shown(session)).toEqual([]);
    expect(model.sheet("补助").conditionalFormats()).toEqual([]);
    await close(session);
  });

  test("a suggested value that is taken over goes the same way", async () => {
    const { session, type } = opened();
    type("D4", 16.7);
    await session.check();
    const { flow } = session.getState();
    const [suggestion] = flow.phase === "report" ? flow.report.diagnoses : [];
    if (suggestion === undefined) throw new Error("a suggestion is due");
    await session.corrections.apply(suggestion);
    expect(shown(session)).toEqual([]);
    expect(session.getState().run).toBe(1);
    const [correction] = session.corrections.getState().applied;
    if (correction === undefined) throw new Error("a correction is due");
    await session.corrections.undo(correction);
    expect(shown(session)).not.toEqual([]);
    expect(session.getState().run).toBe(1);
    await close(session);
  });

  test("switched off nothing follows; switched on again the findings catch up", async () => {
    const { session, live, type } = opened();
    await session.check();
    live.want(false);
    expect(session.live.getState().status).toBe("off");
    type("D4", 16.7);
    await followed();
    expect(shown(session)).toEqual([]);
    live.want(true);
    await until(() => shown(session).length > 0);
    expect(shown(session)).not.toEqual([]);
    await close(session);
  });

  test("once the pane is closed nothing follows", async () => {
    const { session, type } = opened();
    await session.check();
    session.live.stop();
    type("D4", 16.7);
    await followed();
    expect(shown(session)).toEqual([]);
  });
});

describe("when something goes wrong", () => {
  const workbook: WorkbookSnapshot = { name: "预算.xlsx", sheets: [] };
  const edit: WorkbookChange = { kind: "cells", sheet: "表", range: at("A1") };
  const wrong = reportOf([finding("error", "表", "A1")]);

  /** A host whose changes the test tells; each reading of them gives a new snapshot. */
  function tellingHost(readChanges: () => Promise<void> = () => Promise.resolve()) {
    let tell: (change: WorkbookChange) => void = () => undefined;
    const seen: (readonly WorkbookChange[])[] = [];
    const host = quietHost({
      readSnapshot: () => Promise.resolve(workbook),
      onChanged: (listener) => {
        tell = listener;
        return Promise.resolve(() => Promise.resolve());
      },
      readChanges: async (_before, changes) => {
        seen.push(changes);
        await readChanges();
        return { patch: { name: "", sheets: [], kept: null }, snapshot: { ...workbook } };
      },
    });
    return { host, seen, tell: (change: WorkbookChange) => tell(change) };
  }

  const answering = (recheck: () => Promise<CheckReport>): LiveChecks =>
    checks({ check: () => Promise.resolve(emptyReport()), recheck });

  test("a host that does not tell is no hindrance, and the pane says so", async () => {
    jest.spyOn(console, "warn").mockImplementation(() => undefined);
    const host = quietHost({ onChanged: () => Promise.reject(new HostError("不告知")) });
    const session = sessionOver(
      host,
      answering(() => Promise.resolve(wrong)),
    );
    await session.check();
    expect(shown(session)).toEqual([]);
    expect(session.live.getState().status).toBe("unavailable");
  });

  test("a reading that fails leaves what is shown; the next change is read together with the lost one", async () => {
    let fails = true;
    const { host, seen, tell } = tellingHost(() =>
      fails ? Promise.reject(new HostError("Excel 正忙。")) : Promise.resolve(),
    );
    const session = sessionOver(
      host,
      answering(() => Promise.resolve(wrong)),
    );
    await session.check();
    tell(edit);
    await followed();
    expect(session.live.getState().problem).toEqual({ operation: "live", sentence: "Excel 正忙。" });
    expect(shown(session)).toEqual([]);
    fails = false;
    tell({ kind: "calculated" });
    await followed();
    expect(seen.at(-1)).toEqual([edit, { kind: "calculated" }]);
    expect(shown(session)).toEqual(["表!A1"]);
    expect(session.live.getState().problem).toBeNull();
  });

  test("an engine that fails gets the whole workbook the next time", async () => {
    jest.spyOn(console, "error").mockImplementation(() => undefined);
    const { host, seen, tell } = tellingHost();
    const live = answering(() => Promise.reject(new Error("worker gone")));
    const session = sessionOver(host, { ...live, check: () => Promise.resolve(wrong) });
    await session.check();
    tell(edit);
    await followed();
    expect(session.live.getState().problem).toEqual({ operation: "live", sentence: null });
    tell(edit);
    await followed();
    expect(seen).toHaveLength(1);
    expect(session.live.getState().problem).toBeNull();
    expect(session.live.getState().updated).toBeInstanceOf(Date);
  });

  test("a thousand changes at once are one reading; what comes meanwhile is read before anything is shown", async () => {
    const { host, seen, tell } = tellingHost();
    const reports = [wrong, reportOf([finding("error", "表", "B2")])];
    let first = true;
    const session = sessionOver(
      host,
      answering(() => {
        if (first) tell(edit);
        first = false;
        return Promise.resolve(reports[seen.length - 1] ?? wrong);
      }),
    );
    await session.check();
    const lists: string[] = [];
    session.subscribe(() => lists.push(shown(session).join()));
    for (let count = 0; count < 1_000; count++) tell(edit);
    await followed();
    expect(seen).toHaveLength(2);
    expect(seen[0]?.length).toBeLessThan(600);
    expect(lists).not.toContain("表!A1");
    expect(shown(session)).toEqual(["表!B2"]);
  });

  test("a whole check goes before what follows a change, and what was told meanwhile is read after it", async () => {
    const { host, seen, tell } = tellingHost();
    let answer: (report: CheckReport) => void = () => undefined;
    const late = new Promise<CheckReport>((resolve) => {
      answer = resolve;
    });
    let asked = 0;
    const live = answering(() => (++asked === 1 ? late : Promise.resolve(emptyReport())));
    let checked = 0;
    const session = sessionOver(host, {
      ...live,
      check: () => {
        if (++checked === 2) tell({ kind: "workbook" });
        return Promise.resolve(emptyReport());
      },
    });
    await session.check();
    tell(edit);
    await followed();
    const whole = session.check();
    answer(wrong);
    await whole;
    await followed();
    expect(shown(session)).toEqual([]);
    expect(seen).toEqual([[edit], [{ kind: "workbook" }]]);
  });

  test.each([
    ["the check takes too long: no change is followed", LONGEST_MS.whole + 1, 0, 0],
    ["a change takes too long: the second such is the last", 0, LONGEST_MS.follow + 1, 2],
    ["both are quick enough: all are followed", LONGEST_MS.whole, LONGEST_MS.follow, 4],
  ])("%s", async (_name, whole, follow, expected) => {
    const { host, seen, tell } = tellingHost();
    const clock = jest.spyOn(performance, "now").mockReturnValue(0);
    const taking = (ms: number, report: CheckReport): Promise<CheckReport> => {
      clock.mockReturnValue(performance.now() + ms);
      return Promise.resolve(report);
    };
    const session = sessionOver(host, {
      ...answering(() => taking(follow, wrong)),
      check: () => taking(whole, emptyReport()),
    });
    await session.check();
    for (let edits = 0; edits < 4; edits++) {
      tell(edit);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    clock.mockRestore();
    expect(seen).toHaveLength(expected);
    expect(session.live.getState().status).toBe(expected === 4 ? "on" : "tooLarge");
  });
});
