import type { CheckSession } from "../taskpane/session/session-store";

/** Ids of the ribbon's functions, as the manifest names them in `<FunctionName>`. */
export const CHECK_WORKBOOK = "checkWorkbook";
export const CLEAR_MARKS = "clearMarks";

/** What Office hands to a ribbon function: it must be told when the function has ended. */
export interface CommandEvent {
  completed(): void;
}

/** The part of Office the commands need. */
export interface Ribbon {
  associate(id: string, command: (event: CommandEvent) => Promise<void>): void;
  /** Shows the task pane; rejects where this Office cannot. */
  showPane(): Promise<void>;
}

/**
 * Ties the ribbon's buttons to the flow of the pane, which shares this runtime: a check from the ribbon is the check
 * of the pane's button, seen in the pane. `completed` is called whatever happens, else Office greys the button out.
 */
export function registerCommands(session: CheckSession, ribbon: Ribbon): void {
  ribbon.associate(CHECK_WORKBOOK, async (event) => {
    try {
      await showPane(ribbon);
      await session.check();
    } finally {
      event.completed();
    }
  });
  ribbon.associate(CLEAR_MARKS, async (event) => {
    try {
      await session.clearMarks();
      // A failure is told in the pane, so it has to be in sight.
      if (session.getState().notice !== null) await showPane(ribbon);
    } finally {
      event.completed();
    }
  });
}

/** Where the pane does not open the check still runs: its marks are in the sheets. */
async function showPane(ribbon: Ribbon): Promise<void> {
  try {
    await ribbon.showPane();
  } catch (error) {
    console.warn("The task pane cannot be shown from the ribbon.", error);
  }
}
