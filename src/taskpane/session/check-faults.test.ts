import { ExcelWorkbookHost } from "../../excel";
import { open } from "../../excel/fault-operations.testing";
import { stateOf, type Faults } from "../../excel/faults.testing";
import { finding, reportOf } from "../reports.testing";
import type { CheckState } from "./check-session";
import { createCheckSession } from "./session-store";

const REPORT = reportOf([finding("error", "收入", "B3"), finding("warning", "支出", "B1")]);

/** A pane over a workbook that is open in Excel. */
const paneOver = (book: ReturnType<typeof open>) =>
  createCheckSession(new ExcelWorkbookHost(book.Excel), () => REPORT);

function told({ flow, notice }: CheckState): string {
  const problem = flow.phase === "failed" ? flow.problem : notice;
  return problem === null ? flow.phase : (problem.sentence ?? "a defect");
}

/** What one undisturbed check makes of the workbook, in how many requests. */
async function undisturbed() {
  const faults: Faults = {};
  const book = open(faults);
  await paneOver(book).check();
  return { state: stateOf(book), requests: faults.statements?.length ?? 0 };
}

test("two checks started at once are one", async () => {
  const { state } = await undisturbed();
  const book = open();
  const session = paneOver(book);
  await Promise.all([session.check(), session.check()]);
  expect(told(session.getState())).toBe("report");
  expect(stateOf(book)).toEqual(state);
});

test("Excel goes away during a check: nothing is lost, it is said so, and a check when it is back is complete", async () => {
  const { state, requests } = await undisturbed();
  expect(requests).toBeGreaterThan(2);
  for (let lost = 1; lost <= requests; lost++) {
    for (const kind of ["lost before", "lost after"] as const) {
      const faults: Faults = { fate: (request) => (request < lost ? null : { kind }) };
      const book = open(faults);
      const session = paneOver(book);
      await session.check();
      expect(told(session.getState())).toMatch(/没有丢失|没有变动/);
      expect(stateOf(book).bare).toBe(state.bare);
      faults.fate = undefined;
      await session.check();
      expect(told(session.getState())).toBe("report");
      expect(stateOf(book)).toEqual(state);
    }
  }
});

test("the pane is closed during a check and opened again: its check is complete, no mark is there twice", async () => {
  const { state, requests } = await undisturbed();
  for (let last = 1; last <= requests; last++) {
    for (const done of [true, false]) {
      const faults: Faults = {};
      const book = open(faults);
      await new Promise<void>((closed) => {
        faults.fate = (request) => {
          if (request < last) return null;
          setTimeout(closed, 0);
          return { kind: "unheard", done };
        };
        void paneOver(book).check();
      });
      faults.fate = undefined;
      const again = paneOver(book);
      await again.check();
      expect(told(again.getState())).toBe("report");
      expect(stateOf(book)).toEqual(state);
      await again.clearMarks();
      expect(stateOf(book).all).toBe(stateOf(open()).all);
    }
  }
});

test("Excel does not answer: the check can be cancelled and started anew", async () => {
  const { state } = await undisturbed();
  const faults: Faults = { fate: (request) => (request === 1 ? { kind: "unheard", done: true } : null) };
  const book = open(faults);
  const session = paneOver(book);
  void session.check();
  await new Promise((resolve) => setTimeout(resolve, 5));
  session.cancel();
  expect(session.getState().flow.phase).toBe("idle");
  await session.check();
  expect(told(session.getState())).toBe("report");
  expect(stateOf(book)).toEqual(state);
});
