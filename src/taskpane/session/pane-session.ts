import type { WorkbookHost } from "../../core/workbook/host";
import type { PaneEngine } from "../engine/worker-engine";
import { createFormulaSession, type FormulaSession } from "./formula-session";
import { createGenerateSession, type GenerateSession, type TemplateSources } from "./generate-session";
import { createRelationSession, type RelationSession } from "./relation-session";
import { createCheckSession, type CheckSession } from "./session-store";
import { createStore, type Store } from "./store";
import { createTurns } from "./turns";

/** The tabs of the pane, in their order. */
export const TABS = ["check", "relations", "generate", "formulas"] as const;
export type Tab = (typeof TABS)[number];

/** All that the pane does, a session a tab, over one workbook. */
export interface PaneSession {
  readonly check: CheckSession;
  readonly relations: RelationSession;
  readonly generate: GenerateSession;
  readonly formulas: FormulaSession;
  /** Which tab is shown; a check that begins, also from the ribbon, brings its own to the front. */
  readonly tabs: Pick<Store<{ readonly tab: Tab }>, "getState" | "subscribe"> & {
    readonly show: (tab: Tab) => void;
  };
}

export function createPaneSession(
  host: WorkbookHost,
  engine: PaneEngine,
  sources: TemplateSources = lazySources,
): PaneSession {
  // Writes to the workbook go one after the other, whichever tab they come from.
  const inTurn = createTurns();
  const check = createCheckSession(
    host,
    (snapshot, cancelled) => engine(snapshot, "check", null, cancelled),
    undefined,
    inTurn,
  );
  const tabs = createStore<{ readonly tab: Tab }>({ tab: "check" });
  const show = (tab: Tab): void => {
    if (tabs.getState().tab !== tab) tabs.set({ tab });
  };
  let run = check.getState().run;
  check.subscribe(() => {
    const newest = check.getState().run;
    if (newest > run) show("check");
    run = newest;
  });
  return {
    check,
    relations: createRelationSession(host, {
      map: (snapshot, cancelled) => engine(snapshot, "relations", null, cancelled),
      explain: (snapshot, equations, cancelled) => engine(snapshot, "equations", equations, cancelled),
    }),
    generate: createGenerateSession(host, engine, inTurn, sources),
    formulas: createFormulaSession(host, inTurn),
    tabs: { getState: tabs.getState, subscribe: tabs.subscribe, show },
  };
}

/** Templates, and the reader of .xlsx files, come in files of their own. */
const lazySources: TemplateSources = {
  builtIn: async () => (await import("../../core/generate/templates")).BUILT_IN_TEMPLATES,
  fromFile: async (file, name) => (await import("./read-template-file")).readTemplateFile(file, name),
};
