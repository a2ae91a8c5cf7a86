import type { RelationEquation } from "../../core/explain-relations";
import type { RelationMap } from "../../core/relation-map";
import type { WorkbookHost } from "../../core/workbook/host";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { cellAddress } from "./marks";
import { problemOf, type Problem } from "./problem";
import { createStore, type Store } from "./store";

/** Two tables by their places in the map; twice the same for what holds within one. */
export interface TablePair {
  readonly from: number;
  readonly to: number;
}

export interface RelationState {
  /** Null until it is there; the last one while a new one is made. */
  readonly map: RelationMap | null;
  readonly busy: "read" | "map" | "explain" | null;
  /** The tables whose equations are asked for. */
  readonly shown: TablePair | null;
  /** The equations of `shown`; null until they are there. */
  readonly equations: readonly RelationEquation[] | null;
  readonly notice: Problem | null;
}

/** 关系图: how the tables hang together. No method rejects: what goes wrong is in the state. */
export interface RelationSession extends Pick<Store<RelationState>, "getState" | "subscribe"> {
  /** Reads the workbook and draws the map anew; tables that were shown are shown again where they are still there. */
  readonly open: () => Promise<void>;
  /** Ends what is being read or computed: nobody looks any more. */
  readonly leave: () => void;
  /** Lists the equations of two tables, or of one; null goes back to the list of all. */
  readonly show: (tables: TablePair | null) => Promise<void>;
  /** Selects a cell in the workbook. */
  readonly select: (sheet: string, cell: string) => Promise<void>;
  readonly dismiss: () => void;
}

/** The engine as this tab sees it. Once `cancelled` fires nobody waits for the answer. */
export interface RelationEngine {
  readonly map: (snapshot: WorkbookSnapshot, cancelled: AbortSignal) => Promise<RelationMap>;
  /** @param equations numbers of the map that was made of the same snapshot */
  readonly explain: (
    snapshot: WorkbookSnapshot,
    equations: readonly number[],
    cancelled: AbortSignal,
  ) => Promise<readonly RelationEquation[]>;
}

export function createRelationSession(host: WorkbookHost, engine: RelationEngine): RelationSession {
  const store = createStore<RelationState>({
    map: null,
    busy: null,
    shown: null,
    equations: null,
    notice: null,
  });
  let running = new AbortController();
  /** What the map was made of: the numbers of its equations mean nothing elsewhere. */
  let snapshot: WorkbookSnapshot | null = null;

  /** Does one thing; a newer one, or leaving, ends it. */
  async function doing(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running.abort();
    const mine = new AbortController();
    running = mine;
    try {
      await work(mine.signal);
    } catch (error) {
      // Of what was ended nobody waits for an answer, and a cancelled engine fails by design.
      if (!mine.signal.aborted) store.set({ notice: problemOf("relations", error) });
    } finally {
      if (running === mine) store.set({ busy: null });
    }
  }

  async function explain(shown: TablePair, signal: AbortSignal): Promise<void> {
    const { map } = store.getState();
    const numbers = map === null ? undefined : relationsOf(map, shown)?.equations;
    if (snapshot === null || numbers === undefined) return;
    store.set({ busy: "explain" });
    const equations = await engine.explain(snapshot, numbers, signal);
    if (!signal.aborted) store.set({ equations });
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    open: () =>
      doing(async (signal) => {
        store.set({ busy: "read", notice: null });
        const read = await host.readSnapshot();
        if (signal.aborted) return;
        store.set({ busy: "map" });
        const map = await engine.map(read, signal);
        if (signal.aborted) return;
        const { map: before, shown: shownBefore } = store.getState();
        const shown = before === null || shownBefore === null ? null : samePair(before, shownBefore, map);
        snapshot = read;
        store.set({ map, shown, equations: null });
        if (shown !== null) await explain(shown, signal);
      }),
    leave: () => {
      running.abort();
      snapshot = null; // may be large
      store.set({ busy: null });
    },
    show: async (shown) => {
      // While the map is drawn anew, its tables may be others.
      if (store.getState().busy === "read" || store.getState().busy === "map") return;
      store.set({ shown, equations: null, notice: null });
      if (shown !== null) await doing((signal) => explain(shown, signal));
    },
    select: async (sheet, cell) => {
      const address = cellAddress(cell);
      if (address === null) return;
      try {
        await host.select(sheet, address);
      } catch (error) {
        store.set({ notice: problemOf("select", error) });
      }
    },
    dismiss: () => {
      store.set({ notice: null });
    },
  };
}

/** What holds between two tables of a map, or within one; null for tables without any equation between them. */
export function relationsOf(
  { nodes, edges }: RelationMap,
  { from, to }: TablePair,
): RelationMap["edges"][number] | RelationMap["nodes"][number]["within"] | null {
  if (from === to) return nodes[from]?.within ?? null;
  return edges.find((edge) => edge.from === from && edge.to === to) ?? null;
}

/** The same two tables in a newer map; null where one is gone, or nothing stands between them any more. */
function samePair(before: RelationMap, { from, to }: TablePair, map: RelationMap): TablePair | null {
  const [one, other] = [from, to].map((at) => {
    const table = before.nodes[at];
    return map.nodes.findIndex(({ sheet, title }) => sheet === table?.sheet && title === table.title);
  });
  if (one === undefined || other === undefined || one < 0 || other < 0) return null;
  const pair = { from: Math.min(one, other), to: Math.max(one, other) };
  return relationsOf(map, pair) === null ? null : pair;
}
