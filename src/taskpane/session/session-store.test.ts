import type { CheckReport } from "../../core/report";
import { type CellMark, HostError, type MarkOutcome, type WorkbookHost } from "../../core/workbook/host";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { quietHost } from "../host.testing";
import { finding, reportOf } from "../reports.testing";
import { shownReport } from "./check-session";
import { createCheckSession } from "./session-store";

const snapshot: WorkbookSnapshot = { name: "预算.xlsx", sheets: [] };
const wrong = reportOf([finding("error", "预算03表", "C11")]);

/** A host that keeps a diary and does what `parts` says. */
function diaryHost(parts: Partial<WorkbookHost> = {}) {
  const diary: string[] = [];
  const host = quietHost({
    readSnapshot: () => Promise.resolve(snapshot),
    mark: (marks: readonly CellMark[]): Promise<MarkOutcome> => {
      diary.push(`mark ${String(marks.length)}`);
      return Promise.resolve({ marked: marks.length, skipped: [] });
    },
    clearMarks: () => {
      diary.push("clear");
      return Promise.resolve();
    },
    select: (sheet, { row, column }) => {
      diary.push(`select ${sheet} ${String(row)},${String(column)}`);
      return Promise.resolve();
    },
    ...parts,
  });
  return { host, diary };
}

/** A promise settled by hand. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

describe("check", () => {
  it("reads, checks, marks and reports each step", async () => {
    const { host, diary } = diaryHost();
    const session = createCheckSession(host, () => wrong);
    const phases: string[] = [];
    session.subscribe(() => {
      const { flow } = session.getState();
      phases.push(flow.phase === "checking" ? flow.stage : flow.phase);
    });
    await session.check();
    expect(phases).toEqual(["read", "check", "report", "report"]);
    expect(diary).toEqual(["mark 1"]);
    expect(session.getState().flow).toEqual({
      phase: "report",
      report: wrong,
      marks: { status: "marked", outcome: { marked: 1, skipped: [] } },
    });
  });

  it("tells how far the workbook is read", async () => {
    const read = later<WorkbookSnapshot>();
    const { host } = diaryHost({
      readSnapshot: (reading) => {
        reading?.onProgress?.({ sheets: 5, of: 23 });
        return read.promise;
      },
    });
    const session = createCheckSession(host, () => wrong);
    const checking = session.check();
    expect(session.getState().flow).toMatchObject({ stage: "read", progress: { sheets: 5, of: 23 } });
    read.resolve({ name: "", sheets: [] });
    await checking;
  });

  it("is cancelled: the engine is told, the report before comes back, and nothing is marked", async () => {
    const { host, diary } = diaryHost();
    let answer: (cancelled: AbortSignal) => CheckReport | Promise<CheckReport> = () => wrong;
    const session = createCheckSession(host, (_snapshot, cancelled) => answer(cancelled));
    const started = later<undefined>();
    const stopsWhenTold = (cancelled: AbortSignal) =>
      new Promise<CheckReport>((_resolve, reject) => {
        cancelled.addEventListener("abort", () => {
          reject(new Error("stopped"));
        });
        started.resolve(undefined);
      });
    await session.check();
    answer = stopsWhenTold;
    const checking = session.check();
    await started.promise;
    session.cancel();
    await checking;
    expect(session.getState()).toMatchObject({
      flow: { phase: "report", report: wrong, marks: { status: "kept" } },
      notice: null,
    });
    expect(diary).toEqual(["mark 1"]);
  });

  it("shows and marks the newer report alone when the older check answers last", async () => {
    const { host, diary } = diaryHost();
    const slow = later<CheckReport>();
    const answers = [slow.promise, Promise.resolve(reportOf([]))];
    const engineStarted = later<undefined>();
    const session = createCheckSession(host, () => {
      engineStarted.resolve(undefined);
      return answers.shift() ?? Promise.reject(new Error("a third check"));
    });
    const older = session.check();
    await engineStarted.promise;
    await session.check();
    slow.resolve(wrong);
    await older;
    expect(shownReport(session.getState())?.findings).toEqual([]);
    expect(diary).toEqual(["mark 0"]);
  });

  it("keeps the host's sentence when the workbook cannot be read, and marks nothing", async () => {
    const { host, diary } = diaryHost({
      readSnapshot: () => Promise.reject(new HostError("Excel 正在编辑单元格。")),
    });
    const session = createCheckSession(host, () => wrong);
    await session.check();
    expect(session.getState().flow).toMatchObject({
      phase: "failed",
      problem: { operation: "read", sentence: "Excel 正在编辑单元格。" },
    });
    expect(diary).toEqual([]);
  });

  it("hides a defect of the engine from the user and hands it to the console", async () => {
    const toConsole = jest.spyOn(console, "error").mockImplementation(() => undefined);
    const defect = new TypeError("undefined is not a table");
    const session = createCheckSession(diaryHost().host, () => {
      throw defect;
    });
    await session.check();
    expect(session.getState().flow).toMatchObject({ problem: { operation: "check", sentence: null } });
    expect(toConsole).toHaveBeenCalledWith(expect.any(String), defect);
    toConsole.mockRestore();
  });

  it("keeps the report when the marks fail", async () => {
    const { host } = diaryHost({ mark: () => Promise.reject(new HostError("工作簿受保护。")) });
    const session = createCheckSession(host, () => wrong);
    await session.check();
    expect(shownReport(session.getState())).toBe(wrong);
    expect(session.getState().notice).toEqual({ operation: "mark", sentence: "工作簿受保护。" });
  });
});

describe("clearMarks", () => {
  it("waits until marks under way are set, so that none survives", async () => {
    const marking = later<MarkOutcome>();
    const started = later<undefined>();
    const { host, diary } = diaryHost({
      mark: async () => {
        started.resolve(undefined);
        const outcome = await marking.promise;
        diary.push("marked");
        return outcome;
      },
    });
    const session = createCheckSession(host, () => wrong);
    const check = session.check();
    await started.promise;
    const clear = session.clearMarks();
    marking.resolve({ marked: 1, skipped: [] });
    await Promise.all([check, clear]);
    expect(diary).toEqual(["marked", "clear"]);
    expect(session.getState().flow).toMatchObject({ marks: { status: "cleared" } });
  });

  it("goes on after marks that failed", async () => {
    const { host, diary } = diaryHost({ mark: () => Promise.reject(new HostError("工作簿受保护。")) });
    const session = createCheckSession(host, () => wrong);
    await session.check();
    await session.clearMarks();
    expect(diary).toEqual(["clear"]);
    expect(session.getState().notice).toBeNull();
  });
});

describe("select", () => {
  it("says when the cell is gone and keeps the report", async () => {
    const { host } = diaryHost({
      select: () => Promise.reject(new HostError("工作表“预算03表”已被删除。")),
    });
    const session = createCheckSession(host, () => wrong);
    await session.check();
    expect(await session.select("预算03表", { row: 10, column: 2 })).toBe(false);
    expect(session.getState().notice).toEqual({
      operation: "select",
      sentence: "工作表“预算03表”已被删除。",
    });
    expect(shownReport(session.getState())).toBe(wrong);
  });
});
