import type { WorkbenchPage } from "./workbench-page";

/** Calls of custom functions on one sheet, each with arguments of its own. */
export const CALLS = 10_000;

const SHEET = "一万个公式";
const RESULTS = `B1:B${String(CALLS)}`;
const LAST_RESULT = `B${String(CALLS)}`;
const FIRST_BUDGET = 100_000;
const SECOND_BUDGET = 80_000;
/** Milliseconds after which calls that have not settled never will. */
const GIVEN_UP = 60_000;

interface Seconds {
  /** From entering the formulas until all show their results. */
  readonly entered: number;
  /** From changing the budget all of them refer to until all show the new ones. */
  readonly changed: number;
}

/** Enters `CALLS` formulas =EXEC_RATE(An,$C$1) through Microsoft's library, and waits for their results; then changes C1. */
export async function callSeconds(workbench: WorkbenchPage): Promise<Seconds> {
  const rows = Array.from({ length: CALLS }, (_row, at) => at + 1);
  await workbench.page.evaluate(
    ([name, amounts, budget]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(name);
        sheet.getRange(`A1:A${String(amounts.length)}`).values = amounts.map((amount) => [amount]);
        sheet.getRange("C1").values = [[budget]];
        await context.sync();
      }),
    [SHEET, rows, FIRST_BUDGET] as const,
  );
  const formulas = rows.map((row) => `=EXEC_RATE(A${String(row)},$C$1)`);
  const entered = await settle(workbench, RESULTS, formulas, FIRST_BUDGET);
  return { entered, changed: await settle(workbench, "C1", [String(SECOND_BUDGET)], SECOND_BUDGET) };
}

/** Seconds from writing into a column until every formula shows executed ÷ budget. */
function settle(
  { page }: WorkbenchPage,
  column: string,
  written: readonly string[],
  budget: number,
): Promise<number> {
  // One function without another one of a name in it: the compiler would lean on a helper that the page does not have.
  return page.evaluate(
    async ([name, place, formulas, results, divisor, givenUp]) => {
      const start = performance.now();
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(name);
        sheet.getRange(place).formulas = formulas.map((formula) => [formula]);
        await context.sync();
      });
      for (;;) {
        // Reading all of them takes the page's time, too: only once the last one is there.
        const open = await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem(name);
          const last = sheet.getRange(results[1]).load("values");
          await context.sync();
          if (typeof last.values[0]?.[0] !== "number") return [last.values[0]?.[0] as unknown];
          const all = sheet.getRange(results[0]).load("values");
          await context.sync();
          return (all.values as unknown[][])
            .map(([value]) => value)
            .filter((value, at) => !(Math.abs(Number(value) - (at + 1) / divisor) < 0.000051));
        });
        const taken = performance.now() - start;
        if (open.length === 0) return taken / 1000;
        if (taken > givenUp) throw new Error(`${String(open.length)} have no result: ${String(open[0])}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    [SHEET, column, written, [RESULTS, LAST_RESULT], budget, GIVEN_UP] as const,
  );
}
