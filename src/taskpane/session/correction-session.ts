import { parseDecimalText } from "../../core/workbook/decimal-text";
import type { Diagnosis } from "../../core/report";
import type { CellPlace, HeldCell, WorkbookHost } from "../../core/workbook/host";
import { placeKey, placeOf, type HeldCells } from "./held-cells";
import { problemOf, type Problem } from "./problem";
import { createStore, type Store } from "./store";
import type { InTurn } from "../../core/workbook/turns";

/** A suggested value that was written, and what stood in the cell before. */
export interface Correction {
  readonly id: number;
  readonly before: HeldCell;
  readonly after: HeldCell;
}

/** What is told about the last suggestion that was not written, or not taken back, or about one that was taken back. */
export type CorrectionNotice =
  /** The cell computes: its source is to be corrected. */
  | { readonly kind: "formula"; readonly cell: CellPlace }
  /** A row is missing there: the amount belongs into a new one, not over that of another. */
  | { readonly kind: "missingRow"; readonly cell: CellPlace }
  /** The cell was changed after the check. */
  | { readonly kind: "changed"; readonly cell: CellPlace }
  /** The cell was changed after the suggestion was written, and keeps that. */
  | { readonly kind: "kept"; readonly cell: CellPlace }
  | { readonly kind: "undone"; readonly before: HeldCell }
  | { readonly kind: "failed"; readonly problem: Problem };

export interface CorrectionState {
  /** Newest first; those taken back or dismissed are gone. */
  readonly applied: readonly Correction[];
  readonly notice: CorrectionNotice | null;
  readonly busy: boolean;
}

/** 采用建议值. No method rejects: what goes wrong is in the state, for the pane to show. */
export interface CorrectionSession extends Pick<Store<CorrectionState>, "getState" | "subscribe"> {
  /** Writes a suggested value into its cell, if that still holds what was checked, and checks again. */
  readonly apply: (diagnosis: Diagnosis) => Promise<void>;
  /** Puts back what stood in the cell, unless it was changed since, and checks again. */
  readonly undo: (correction: Correction) => Promise<void>;
  /** What was written stays, without a way back. */
  readonly dismiss: () => void;
  readonly dismissNotice: () => void;
}

/** The number to write for a suggested value; null where it is none. */
export function suggestedNumber({ suggested }: Diagnosis): number | null {
  return suggested === null ? null : (parseDecimalText(suggested)?.toNumber() ?? null);
}

/**
 * @param checked the suspects as the report on screen saw them
 * @param recheck checks the workbook again after a change of the cell
 */
export function createCorrectionSession(
  host: Pick<WorkbookHost, "replaceCell">,
  inTurn: InTurn,
  checked: () => HeldCells,
  recheck: (changed: CellPlace) => Promise<void>,
): CorrectionSession {
  const store = createStore<CorrectionState>({ applied: [], notice: null, busy: false });
  let last = 0;

  /** @param work answers what is new, and the cell that was changed */
  async function doing(
    work: () => Promise<readonly [Partial<CorrectionState>, CellPlace | null]>,
  ): Promise<void> {
    if (store.getState().busy) return;
    store.set({ busy: true, notice: null });
    try {
      const [change, written] = await inTurn(work);
      store.set(change);
      // Nothing else may be done by what is on screen until it has followed.
      if (written !== null) await recheck(written);
      store.set({ busy: false });
    } catch (error) {
      store.set({ busy: false, notice: { kind: "failed", problem: problemOf("correct", error) } });
    }
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    apply: async (diagnosis) => {
      const value = suggestedNumber(diagnosis);
      const place = placeOf(diagnosis);
      if (value === null || place === null) return;
      await doing(async () => {
        const before = checked().get(placeKey(place));
        if (before === undefined) return [{ notice: { kind: "changed", cell: place } }, null];
        if (before.formula !== "") return [{ notice: { kind: "formula", cell: place } }, null];
        if (diagnosis.actual === null && typeof before.value === "number")
          return [{ notice: { kind: "missingRow", cell: place } }, null];
        const after = await host.replaceCell(before, { formula: "", value });
        if (after === null) return [{ notice: { kind: "changed", cell: place } }, null];
        return [{ applied: [{ id: ++last, before, after }, ...store.getState().applied] }, after];
      });
    },
    undo: (correction) =>
      doing(async () => {
        const { before, after } = correction;
        const restored = await host.replaceCell(after, before);
        const applied = store.getState().applied.filter(({ id }) => id !== correction.id);
        if (restored === null) return [{ applied, notice: { kind: "kept", cell: after } }, null];
        return [{ applied, notice: { kind: "undone", before } }, before];
      }),
    dismiss: () => {
      store.set({ applied: [], notice: null });
    },
    dismissNotice: () => {
      store.set({ notice: null });
    },
  };
}
