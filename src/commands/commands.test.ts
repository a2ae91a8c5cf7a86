import type { CheckReport } from "../core/report";
import { HostError, type WorkbookHost } from "../core/workbook/host";
import { quietHost } from "../taskpane/host.testing";
import { reportOf } from "../taskpane/reports.testing";
import { shownReport } from "../taskpane/session/check-session";
import { type CheckEngine, createCheckSession } from "../taskpane/session/session-store";
import { CHECK_WORKBOOK, CLEAR_MARKS, type CommandEvent, registerCommands } from "./commands";

const report: CheckReport = reportOf([]);

/** Presses the ribbon's buttons over a real session; the diary tells what happened in which order. */
function ribbonOver(parts: Partial<WorkbookHost> = {}, engine: CheckEngine = () => report, pane = true) {
  const diary: string[] = [];
  const write = (what: string) => {
    diary.push(what);
    return Promise.resolve();
  };
  const session = createCheckSession(
    quietHost({
      readSnapshot: async () => {
        await write("read");
        return { name: "预算.xlsx", sheets: [] };
      },
      mark: async () => {
        await write("mark");
        return { marked: 0, skipped: [] };
      },
      clearMarks: () => write("clear"),
      select: () => write("select"),
      ...parts,
    }),
    engine,
  );
  const commands = new Map<string, (event: CommandEvent) => Promise<void>>();
  registerCommands(session, {
    associate: (id, command) => commands.set(id, command),
    showPane: () => (pane ? write("pane") : Promise.reject(new Error("no shared runtime"))),
  });
  const press = async (id: string): Promise<void> => {
    await commands.get(id)?.({ completed: () => void write("completed") });
  };
  return { session, diary, press };
}

let warned: jest.SpyInstance;
beforeEach(() => {
  warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  warned.mockRestore();
});

describe("一键检查 in the ribbon", () => {
  it("shows the pane, runs the pane's own check, and tells Office when it has ended", async () => {
    const { session, diary, press } = ribbonOver();
    await press(CHECK_WORKBOOK);
    expect(diary).toEqual(["pane", "read", "mark", "completed"]);
    expect(shownReport(session.getState())).toBe(report);
  });

  it("checks where the pane cannot be shown", async () => {
    const { diary, press } = ribbonOver({}, () => report, false);
    await press(CHECK_WORKBOOK);
    expect(diary).toEqual(["read", "mark", "completed"]);
    expect(warned).toHaveBeenCalled();
  });

  it("ends for Office also when the check fails", async () => {
    const { session, diary, press } = ribbonOver({
      readSnapshot: () => Promise.reject(new HostError("Excel 正在编辑单元格。")),
    });
    await press(CHECK_WORKBOOK);
    expect(diary).toEqual(["pane", "completed"]);
    expect(session.getState().flow.phase).toBe("failed");
  });
});

describe("清除标记 in the ribbon", () => {
  it("clears without opening the pane", async () => {
    const { diary, press } = ribbonOver();
    await press(CLEAR_MARKS);
    expect(diary).toEqual(["clear", "completed"]);
  });

  it("opens the pane to say that it failed", async () => {
    const { diary, press } = ribbonOver({
      clearMarks: () => Promise.reject(new HostError("工作表“预算03表”受保护。")),
    });
    await press(CLEAR_MARKS);
    expect(diary).toEqual(["pane", "completed"]);
  });
});
