import type { MissingGroup } from "../../core/generate/outlook";
import type { InputProblem } from "../../core/generate/sources/input/messages";
import type { CellAddress } from "../../core/workbook/address";
import type { FrozenSheet, WorkbookHost } from "../../core/workbook/host";
import type { SheetPlan } from "../../core/workbook/sheet-plan";
import { problemOf, type Problem } from "./problem";
import { createStore, type Store } from "./store";
import type { InTurn } from "../../core/workbook/turns";

/** A sheet that was made, with what it lacks. */
export interface NewSheet {
  readonly name: string;
  /** The sheet of the wanted name, which was there before and stays as it is; null where none was. */
  readonly beside: string | null;
  readonly groups: readonly MissingGroup[];
}

/** Sheets that were made together, and can be taken away together. */
export interface NewSheets {
  readonly id: number;
  readonly kind: "tables" | "inputs";
  readonly sheets: readonly NewSheet[];
  /** Rows of the input sheets that could not be used. */
  readonly problems: readonly InputProblem[];
  /** What it takes to bring the formulas back, once they gave way to their results. */
  readonly frozen: readonly FrozenSheet[] | null;
}

/** What is told about the last thing done with new sheets. */
export type NewSheetsRemark =
  | { readonly kind: "removed"; readonly sheets: number }
  | { readonly kind: "frozen"; readonly cells: number }
  | {
      readonly kind: "unfrozen";
      readonly restored: number;
      /** Cells that were changed since and stay as they are. */
      readonly changed: readonly { readonly sheet: string; readonly cell: CellAddress }[];
    };

export interface NewSheetsState {
  /** Newest first. */
  readonly made: readonly NewSheets[];
  readonly busy: "write" | "remove" | "freeze" | "unfreeze" | null;
  readonly remark: NewSheetsRemark | null;
  readonly notice: Problem | null;
}

/** The sheets the pane has made since it was opened. No method rejects: what goes wrong is in the state. */
export interface NewSheetsSession extends Pick<Store<NewSheetsState>, "getState" | "subscribe"> {
  /** Writes new sheets, all or none; true where they are there. */
  readonly add: (
    kind: NewSheets["kind"],
    plans: readonly SheetPlan[],
    told: Pick<NewSheets, "problems"> & { readonly about: (plan: SheetPlan) => Omit<NewSheet, "name"> },
  ) => Promise<boolean>;
  /** 撤销: takes the sheets away, with all that was typed into them since. */
  readonly remove: (id: number) => Promise<void>;
  /** 固化为数值: results in the place of formulas. Where a sheet fails, those before it are brought back. */
  readonly freeze: (id: number) => Promise<void>;
  readonly unfreeze: (id: number) => Promise<void>;
  readonly select: (sheet: string, address: CellAddress) => Promise<void>;
  readonly dismiss: () => void;
}

export function createNewSheetsSession(host: WorkbookHost, inTurn: InTurn): NewSheetsSession {
  const store = createStore<NewSheetsState>({ made: [], busy: null, remark: null, notice: null });
  let count = 0;

  /** One thing at a time; a failure is told. */
  async function doing(
    busy: Exclude<NewSheetsState["busy"], null>,
    operation: Problem["operation"],
    work: () => Promise<Partial<NewSheetsState>>,
  ): Promise<boolean> {
    if (store.getState().busy !== null) return false;
    store.set({ busy, remark: null, notice: null });
    try {
      store.set({ ...(await inTurn(work)), busy: null });
      return true;
    } catch (error) {
      store.set({ busy: null, notice: problemOf(operation, error) });
      return false;
    }
  }

  const withId = (id: number): NewSheets | undefined => store.getState().made.find((each) => each.id === id);
  const changed = (id: number, change: Partial<NewSheets>): readonly NewSheets[] =>
    store.getState().made.map((each) => (each.id === id ? { ...each, ...change } : each));

  async function freezeAll(sheets: readonly NewSheet[]): Promise<readonly FrozenSheet[]> {
    const frozen: FrozenSheet[] = [];
    try {
      for (const { name } of sheets) frozen.push(await host.freeze(name));
    } catch (error) {
      for (const sheet of frozen) await host.unfreeze(sheet);
      throw error;
    }
    return frozen;
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    add: (kind, plans, { problems, about }) =>
      doing("write", kind === "tables" ? "generate" : "inputs", async () => {
        const names = await host.addSheets(plans);
        const sheets = plans.map((plan, at) => ({ ...about(plan), name: names[at] ?? plan.name }));
        count += 1;
        const made = { id: count, kind, sheets, problems, frozen: null };
        return { made: [made, ...store.getState().made] };
      }),
    remove: async (id) => {
      const made = withId(id);
      if (made === undefined) return;
      await doing("remove", "remove", async () => {
        await host.removeSheets(made.sheets.map(({ name }) => name));
        const rest = store.getState().made.filter((each) => each.id !== id);
        return { made: rest, remark: { kind: "removed", sheets: made.sheets.length } };
      });
    },
    freeze: async (id) => {
      const made = withId(id);
      if (made === undefined || made.frozen !== null) return;
      await doing("freeze", "freeze", async () => {
        const frozen = await freezeAll(made.sheets);
        const cells = frozen.reduce((sum, sheet) => sum + sheet.cells.length, 0);
        return { made: changed(id, { frozen }), remark: { kind: "frozen", cells } };
      });
    },
    unfreeze: async (id) => {
      const frozen = withId(id)?.frozen ?? null;
      if (frozen === null) return;
      await doing("unfreeze", "unfreeze", async () => {
        let restored = 0;
        const left: { readonly sheet: string; readonly cell: CellAddress }[] = [];
        for (const sheet of frozen) {
          const outcome = await host.unfreeze(sheet);
          restored += outcome.restored;
          left.push(...outcome.changed.map((cell) => ({ sheet: sheet.sheet, cell })));
        }
        return {
          made: changed(id, { frozen: null }),
          remark: { kind: "unfrozen", restored, changed: left },
        };
      });
    },
    select: async (sheet, address) => {
      try {
        await host.select(sheet, address);
      } catch (error) {
        store.set({ notice: problemOf("select", error) });
      }
    },
    dismiss: () => {
      store.set({ notice: null, remark: null });
    },
  };
}
