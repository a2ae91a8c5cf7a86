import { emptyReport } from "../reports.testing";
import {
  type CheckEvent,
  type CheckState,
  initialCheckState,
  reduceCheck,
  shownReport,
} from "./check-session";

const first = emptyReport({ file: "first.xlsx" });
const second = emptyReport({ file: "second.xlsx" });
const locked = { operation: "read", sentence: "工作簿正在被编辑。" } as const;
const nothingSkipped = { marked: 2, skipped: [] } as const;

function after(...events: readonly CheckEvent[]): CheckState {
  return events.reduce(reduceCheck, initialCheckState);
}

const reported: readonly CheckEvent[] = [
  { type: "checkStarted", run: 1 },
  { type: "snapshotRead", run: 1 },
  { type: "checkFinished", run: 1, report: first },
];

describe("the flow of a check", () => {
  it("goes from idle over reading and checking to a report whose marks are pending", () => {
    expect(after().flow.phase).toBe("idle");
    expect(after(...reported.slice(0, 1)).flow).toMatchObject({ phase: "checking", stage: "read" });
    expect(after(...reported.slice(0, 2)).flow).toMatchObject({ phase: "checking", stage: "check" });
    expect(after(...reported).flow).toEqual({
      phase: "report",
      report: first,
      marks: { status: "pending" },
    });
  });

  it("ends in failure with the problem", () => {
    const state = after({ type: "checkStarted", run: 1 }, { type: "checkFailed", run: 1, problem: locked });
    expect(state.flow).toEqual({ phase: "failed", problem: locked, previous: null });
  });

  it("keeps the earlier report on screen during the next check and when that fails", () => {
    const again = after(...reported, { type: "checkStarted", run: 2 });
    expect(shownReport(again)).toBe(first);
    const failed = reduceCheck(again, { type: "checkFailed", run: 2, problem: locked });
    expect(shownReport(failed)).toBe(first);
    const third = reduceCheck(failed, { type: "checkStarted", run: 3 });
    expect(shownReport(third)).toBe(first);
  });
});

describe("two checks at a time", () => {
  const both: readonly CheckEvent[] = [
    { type: "checkStarted", run: 1 },
    { type: "checkStarted", run: 2 },
  ];

  it.each<CheckEvent>([
    { type: "snapshotRead", run: 1 },
    { type: "checkFinished", run: 1, report: first },
    { type: "checkFailed", run: 1, problem: locked },
  ])("ignores the older one's $type", (event) => {
    expect(after(...both, event)).toEqual(after(...both));
  });

  it("keeps the newer report when the older one comes late, with its marks or their failure", () => {
    const state = after(...both, { type: "checkFinished", run: 2, report: second });
    for (const late of [
      { type: "checkFinished", run: 1, report: first },
      { type: "marksSet", run: 1, outcome: nothingSkipped },
      { type: "marksFailed", run: 1, problem: locked },
    ] as const) {
      expect(reduceCheck(state, late)).toBe(state);
    }
  });

  it("does not start a run a second time", () => {
    const state = after(...reported);
    expect(reduceCheck(state, { type: "checkStarted", run: 1 })).toBe(state);
  });
});

describe("marks and notices", () => {
  it("keeps the report when its marks fail, and says so", () => {
    const problem = { operation: "mark", sentence: "工作表受保护。" } as const;
    const state = after(...reported, { type: "marksFailed", run: 1, problem });
    expect(shownReport(state)).toBe(first);
    expect(state.flow).toMatchObject({ marks: { status: "failed" } });
    expect(state.notice).toBe(problem);
  });

  it("remembers what was marked and that it was cleared", () => {
    const marked = after(...reported, { type: "marksSet", run: 1, outcome: nothingSkipped });
    expect(marked.flow).toMatchObject({ marks: { status: "marked", outcome: nothingSkipped } });
    expect(reduceCheck(marked, { type: "marksCleared" }).flow).toMatchObject({
      marks: { status: "cleared" },
    });
  });

  it("drops a notice when dismissed and when the next check starts", () => {
    const noticed = after(...reported, { type: "actionFailed", problem: locked });
    expect(noticed.notice).toBe(locked);
    expect(reduceCheck(noticed, { type: "noticeDismissed" }).notice).toBeNull();
    expect(reduceCheck(noticed, { type: "checkStarted", run: 2 }).notice).toBeNull();
  });
});
