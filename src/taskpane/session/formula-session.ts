import type { HeldCell, WorkbookHost } from "../../core/workbook/host";
import { problemOf, type Problem } from "./problem";
import { createStore, type Store } from "./store";
import type { InTurn } from "../../core/workbook/turns";

/** A formula that was put into a cell, and the cell as it was before. */
export interface InsertedFormula {
  readonly before: HeldCell;
  readonly after: HeldCell;
}

export interface FormulaState {
  readonly busy: boolean;
  /** A cell that is not blank, and the formula that would take the place of what it holds: the user is asked. */
  readonly asked: { readonly cell: HeldCell; readonly formula: string } | null;
  /** The last formula put into a cell; it can be taken back. */
  readonly inserted: InsertedFormula | null;
  /** A remark on a cell that was left alone: it had changed meanwhile. */
  readonly changed: HeldCell | null;
  /** The cell that the last formula was taken back from. */
  readonly undone: HeldCell | null;
  readonly notice: Problem | null;
}

/** 公式: puts formulas into the selected cell. No method rejects: what goes wrong is in the state. */
export interface FormulaSession extends Pick<Store<FormulaState>, "getState" | "subscribe"> {
  /** Into a blank cell at once; of another one the user is asked first. @param formula with its leading “=” */
  readonly insert: (formula: string) => Promise<void>;
  /** The answer to what was asked. */
  readonly replace: () => Promise<void>;
  readonly keep: () => void;
  /** 撤销: what the cell held before, unless it was changed since. */
  readonly undo: () => Promise<void>;
  readonly select: (cell: HeldCell) => Promise<void>;
  readonly dismiss: () => void;
}

const QUIET = { asked: null, inserted: null, changed: null, undone: null, notice: null } as const;

export function createFormulaSession(host: WorkbookHost, inTurn: InTurn): FormulaSession {
  const store = createStore<FormulaState>({ busy: false, ...QUIET });

  async function doing(work: () => Promise<Partial<FormulaState>>): Promise<void> {
    if (store.getState().busy) return;
    store.set({ busy: true });
    try {
      store.set({ ...QUIET, ...(await inTurn(work)), busy: false });
    } catch (error) {
      store.set({ busy: false, asked: null, notice: problemOf("formula", error) });
    }
  }

  async function write(before: HeldCell, formula: string): Promise<Partial<FormulaState>> {
    const after = await host.replaceCell(before, { formula, value: "" });
    return after === null ? { changed: before } : { inserted: { before, after } };
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    insert: (formula) =>
      doing(async () => {
        const cell = await host.activeCell();
        const isBlank = cell.formula === "" && cell.value === "";
        return isBlank ? write(cell, formula) : { asked: { cell, formula } };
      }),
    replace: async () => {
      const { asked } = store.getState();
      if (asked !== null) await doing(() => write(asked.cell, asked.formula));
    },
    keep: () => {
      store.set({ asked: null });
    },
    undo: async () => {
      const { inserted } = store.getState();
      if (inserted === null) return;
      await doing(async () => {
        const { before, after } = inserted;
        const restored = await host.replaceCell(after, before);
        return restored === null ? { changed: after } : { undone: before };
      });
    },
    select: async ({ sheet, row, column }) => {
      try {
        await host.select(sheet, { row, column });
      } catch (error) {
        store.set({ notice: problemOf("select", error) });
      }
    },
    dismiss: () => {
      store.set(QUIET);
    },
  };
}
