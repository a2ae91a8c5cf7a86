import type { KeptFamily } from "../../core/forms/kept-families";
import type { WorkbookHost } from "../../core/workbook/host";
import type { FamilyFile } from "./family-reading";
import { problemOf, type Problem } from "./problem";

/** What the user is told about the last thing done with a family. */
export type FamilyNotice =
  | {
      readonly kind: "kept";
      readonly name: string;
      readonly forms: number;
      /** Whether one of the same id was kept before. */
      readonly replaced: boolean;
      /** Chinese lines worth knowing, e.g. that a built-in family is replaced. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: "removed"; readonly name: string }
  /** The files are no sound family; Chinese lines, all of them. */
  | { readonly kind: "broken"; readonly defects: readonly string[] }
  | { readonly kind: "failed"; readonly problem: Problem };

export interface FamilyState {
  /** Families kept with the workbook as last seen. */
  readonly kept: readonly KeptFamily[];
  readonly notice: FamilyNotice | null;
}

/** The form families kept with the workbook. No method rejects: what goes wrong is in the state, for the pane to show. */
export interface FamilySession {
  readonly getState: () => FamilyState;
  /** Calls `listener` after each change; returns the way to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks which families are kept. */
  readonly refresh: () => Promise<void>;
  /** Checks the files of one family and keeps it with the workbook, in the place of one with the same id. */
  readonly load: (files: readonly FamilyFile[]) => Promise<void>;
  readonly remove: (family: KeptFamily) => Promise<void>;
  readonly dismissNotice: () => void;
}

export function createFamilySession(host: WorkbookHost): FamilySession {
  let state: FamilyState = { kept: [], notice: null };
  const listeners = new Set<() => void>();
  // One after the other, so that what is kept is always what was read last.
  let last: Promise<unknown> = Promise.resolve();

  function set(change: Partial<FamilyState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function inTurn(action: () => Promise<void>): Promise<void> {
    const turn = last.then(async () => {
      try {
        await action();
      } catch (error) {
        set({ notice: { kind: "failed", problem: problemOf("families", error) } });
      }
    });
    last = turn;
    return turn;
  }

  async function keptNow(): Promise<readonly KeptFamily[]> {
    const texts = await host.readKept("families");
    if (texts.length === 0) return [];
    const { readKept } = await import("./family-reading");
    return readKept(texts);
  }

  async function keep(families: readonly KeptFamily[], notice: FamilyNotice): Promise<void> {
    await host.keep(
      "families",
      families.map(({ text }) => text),
    );
    set({ kept: families, notice });
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () =>
      inTurn(async () => {
        set({ kept: await keptNow() });
      }),
    load: (files) =>
      inTurn(async () => {
        set({ notice: null });
        const { readFiles } = await import("./family-reading");
        const read = await readFiles(files);
        if (read.family === null) {
          set({ notice: { kind: "broken", defects: read.defects } });
          return;
        }
        const { family, forms, remarks } = read;
        const kept = await keptNow();
        const others = kept.filter(({ id }) => id !== family.id);
        await keep([...others, family], {
          kind: "kept",
          name: family.name ?? "",
          forms,
          replaced: others.length < kept.length,
          remarks,
        });
      }),
    remove: ({ text, name, id }) =>
      inTurn(async () => {
        const others = (await keptNow()).filter((family) => family.text !== text);
        await keep(others, { kind: "removed", name: name ?? id ?? "" });
      }),
    dismissNotice: () => {
      set({ notice: null });
    },
  };
}
