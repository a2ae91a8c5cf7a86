import type { CheckReport } from "../../core/report";
import type { WorkbookHost } from "../../core/workbook/host";
import type { SheetPlan } from "../../core/workbook/sheet-plan";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { problemOf, type Problem } from "./problem";
import type { CheckSession } from "./session-store";
import { createStore, type Store } from "./store";
import type { InTurn } from "../../core/workbook/turns";

/** A sheet 检查报告 that was written since the pane was opened. */
export interface MadeReport {
  readonly sheet: string;
  /** The moment of the check it tells of. */
  readonly checked: Date;
}

export interface ReportState {
  /** Newest first. */
  readonly made: readonly MadeReport[];
  readonly busy: "write" | "remove" | null;
  /** Name of the sheet that was taken away last; null once something else was done. */
  readonly removed: string | null;
  readonly notice: Problem | null;
}

/** The check's report as a sheet to hand in. No method rejects: what goes wrong is in the state. */
export interface ReportSession extends Pick<Store<ReportState>, "getState" | "subscribe"> {
  /**
   * Checks, and writes what the check found into a new sheet: a report tells of the workbook as it is, not as it was when
   * somebody last looked. Nothing is written where the check does not end or finds no table.
   */
  readonly make: () => Promise<void>;
  /** 撤销: takes the sheet away, with all that was typed into it since. */
  readonly remove: (made: MadeReport) => Promise<void>;
  /** Shows the sheet. */
  readonly show: (made: MadeReport) => Promise<void>;
  /** Takes the message on a report away; the sheet stays. */
  readonly forget: (made: MadeReport) => void;
  readonly dismiss: () => void;
}

/** Draws the sheet of a report on this workbook, checked at this moment. */
export type DrawReport = (
  snapshot: WorkbookSnapshot,
  report: CheckReport,
  checked: Date,
) => Promise<SheetPlan>;

export function createReportSession(
  host: WorkbookHost,
  check: Pick<CheckSession, "check" | "getState">,
  draw: DrawReport,
  inTurn: InTurn,
): ReportSession {
  const store = createStore<ReportState>({ made: [], busy: null, removed: null, notice: null });

  /** One thing at a time; a failure is told. */
  async function doing(
    busy: Exclude<ReportState["busy"], null>,
    operation: Problem["operation"],
    work: () => Promise<Partial<ReportState>>,
  ): Promise<void> {
    if (store.getState().busy !== null) return;
    store.set({ busy, removed: null, notice: null });
    try {
      store.set({ ...(await work()), busy: null });
    } catch (error) {
      store.set({ busy: null, notice: problemOf(operation, error) });
    }
  }

  /** What a check of now finds; null where it does not end, which the check itself tells of. */
  async function freshReport(): Promise<CheckReport | null> {
    const before = check.getState().run;
    await check.check();
    const { run, flow } = check.getState();
    if (run !== before + 1 || flow.phase !== "report" || flow.marks.status === "kept") return null;
    return flow.report.tables.length === 0 ? null : flow.report;
  }

  const without = (gone: MadeReport): readonly MadeReport[] =>
    store.getState().made.filter((one) => one !== gone);

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    make: () =>
      doing("write", "report", async () => {
        const checked = new Date();
        const report = await freshReport();
        if (report === null) return {};
        const plan = await draw(await host.readSnapshot(), report, checked);
        const [sheet = plan.name] = await inTurn(() => host.addSheets([plan]));
        return { made: [{ sheet, checked }, ...store.getState().made] };
      }),
    remove: (made) =>
      doing("remove", "remove", async () => {
        await inTurn(() => host.removeSheets([made.sheet]));
        return { made: without(made), removed: made.sheet };
      }),
    show: async ({ sheet }) => {
      try {
        await host.select(sheet, { row: 0, column: 0 });
      } catch (error) {
        store.set({ notice: problemOf("show", error) });
      }
    },
    forget: (made) => {
      store.set({ made: without(made) });
    },
    dismiss: () => {
      store.set({ removed: null, notice: null });
    },
  };
}
