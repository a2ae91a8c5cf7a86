import packageJson from "../../../package.json";
import { dayText } from "../../core/report-sheet/day-text";
import type { WorkbookHost } from "../../core/workbook/host";
import type { CheckSettings } from "../engine/orders";
import type { LiveEngine } from "../engine/live-engine";
import type { PaneEngine } from "../engine/worker-engine";
import { createFormulaSession, type FormulaSession } from "./formula-session";
import { createGenerateSession, type GenerateSession, type TemplateSources } from "./generate-session";
import type { LiveChecks } from "./live-session";
import { createRelationSession, type RelationSession } from "./relation-session";
import { createPreferenceSession, type PreferenceSession } from "./preference-session";
import { createReportSession, type ReportSession } from "./report-session";
import { createCheckSession, type CheckSession } from "./session-store";
import { browserShelf } from "./template-shelf";
import { createStore, type Store } from "./store";
import { createTurns } from "../../core/workbook/turns";

/** The tabs of the pane, in their order. */
export const TABS = ["check", "relations", "generate", "formulas", "settings"] as const;
export type Tab = (typeof TABS)[number];

/** All that the pane does, a session a tab, over one workbook. */
export interface PaneSession {
  readonly check: CheckSession;
  readonly relations: RelationSession;
  readonly generate: GenerateSession;
  readonly formulas: FormulaSession;
  /** The sheet 检查报告. */
  readonly report: ReportSession;
  readonly preferences: PreferenceSession;
  /** Opens the sample in the place of the open workbook, where the page can: in Excel it would take somebody's workbook away. */
  readonly openSample: (() => void) | null;
  /** Which tab is shown; a check that begins, also from the ribbon, brings its own to the front. */
  readonly tabs: Pick<Store<{ readonly tab: Tab }>, "getState" | "subscribe"> & {
    readonly show: (tab: Tab) => void;
  };
}

export function createPaneSession(
  host: WorkbookHost,
  engine: PaneEngine,
  sources: TemplateSources = lazySources,
  openSample: (() => void) | null = null,
  liveEngine: LiveEngine | null = null,
): PaneSession {
  // Writes to the workbook go one after the other, whichever tab they come from.
  const inTurn = createTurns();
  const preferences = createPreferenceSession();
  const settings = async (): Promise<CheckSettings> => {
    const { precision } = await preferences.known();
    return { precision };
  };
  const liveChecks: LiveChecks | null =
    liveEngine === null
      ? null
      : {
          check: async (snapshot, cancelled) => liveEngine.check(snapshot, await settings(), cancelled),
          recheck: async (patch) => liveEngine.recheck(patch, await settings()),
          release: liveEngine.release,
          wanted: { subscribe: preferences.subscribe, getState: () => preferences.getState().live },
        };
  const check = createCheckSession(
    host,
    liveChecks?.check ??
      (async (snapshot, cancelled) => engine(snapshot, "check", await settings(), cancelled)),
    undefined,
    inTurn,
    liveChecks,
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
      map: async (snapshot, cancelled) => engine(snapshot, "relations", await settings(), cancelled),
      explain: async (snapshot, numbers, cancelled) =>
        engine(snapshot, "equations", { ...(await settings()), numbers }, cancelled),
    }),
    generate: createGenerateSession(host, engine, inTurn, sources),
    formulas: createFormulaSession(host, inTurn),
    report: createReportSession(
      host,
      check,
      (snapshot, report, checked) =>
        engine(
          snapshot,
          "report",
          { report, date: dayText(checked), version: packageJson.version },
          new AbortController().signal,
        ),
      inTurn,
    ),
    preferences,
    openSample,
    tabs: { getState: tabs.getState, subscribe: tabs.subscribe, show },
  };
}

/** Templates, and the reader of .xlsx files, come in files of their own. */
const lazySources: TemplateSources = {
  builtIn: async () => (await import("../../core/generate/templates")).BUILT_IN_TEMPLATES,
  fromFile: async (file, name) => (await import("./read-template-file")).readTemplateFile(file, name),
  workbook: async (file, name) => (await import("./read-template-file")).readWorkbookFile(file, name),
  shelf: browserShelf,
};
