import { makeStyles, mergeClasses, Spinner, Tab, TabList, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useId, useRef, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { busyWith, CheckPanel } from "./CheckPanel";
import { useKeptFocus } from "./use-kept-focus";
import { TABS, type PaneSession, type Tab as TabName } from "./session/pane-session";

export interface PaneProps {
  readonly session: PaneSession;
}

const RelationPanel = lazy(() => import("./relations/RelationPanel"));
const GeneratePanel = lazy(() => import("./generate/GeneratePanel"));
const FormulaPanel = lazy(() => import("./formulas/FormulaPanel"));
const SettingsPanel = lazy(() => import("./settings/SettingsPanel"));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%", overflow: "hidden" },
  tabs: {
    flexShrink: 0,
    overflowX: "auto",
    paddingLeft: tokens.spacingHorizontalXXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // Five tabs have to fit 320 px, in English too.
  tab: { flexGrow: 1, paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  panels: { flexGrow: 1, minHeight: 0, position: "relative" },
  panel: { position: "absolute", inset: "0" },
  // Laid out though out of sight: a list that had lost its heights would not find its place again.
  away: { visibility: "hidden" },
  loading: { padding: tokens.spacingVerticalL },
});

/** The pane: its tabs, and what the chosen one shows. */
export function Pane({ session }: PaneProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const id = useId();
  const { tab } = useSyncExternalStore(session.tabs.subscribe, session.tabs.getState);
  const isBusy = useBusy(session);
  const root = useRef<HTMLElement>(null);
  useKeptFocus(root);
  const contents: Readonly<Record<TabName, ReactNode>> = {
    check: (
      <CheckPanel
        session={session.check}
        report={session.report}
        preferences={session.preferences}
        openSample={session.openSample}
      />
    ),
    relations: <RelationPanel session={session.relations} />,
    generate: <GeneratePanel session={session.generate} />,
    formulas: <FormulaPanel session={session.formulas} />,
    settings: <SettingsPanel check={session.check} preferences={session.preferences} />,
  };
  return (
    <main ref={root} className={styles.root} aria-busy={isBusy}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={t("tabs.label")}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => {
          const chosen = TABS.find((one) => one === value);
          if (chosen !== undefined) session.tabs.show(chosen);
        }}
      >
        {TABS.map((one) => (
          <Tab
            key={one}
            className={styles.tab}
            value={one}
            id={`${id}-tab-${one}`}
            aria-controls={`${id}-${one}`}
          >
            {t(`tabs.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panels}>
        {TABS.map((one) => (
          <div
            key={one}
            role="tabpanel"
            id={`${id}-${one}`}
            aria-labelledby={`${id}-tab-${one}`}
            className={mergeClasses(styles.panel, one !== tab && styles.away)}
          >
            {/* The findings keep their place while another tab is shown. */}
            {(one === tab || one === "check") && (
              <Suspense
                fallback={<Spinner className={styles.loading} label={t("tabs.loading")} size="small" />}
              >
                {contents[one]}
              </Suspense>
            )}
          </div>
        ))}
      </div>
    </main>
  );
}

function useBusy({ check, relations, generate, formulas, report }: PaneSession): boolean {
  const { newSheets } = generate;
  const checking = useSyncExternalStore(check.subscribe, () => busyWith(check.getState()) !== null);
  const { corrections } = check;
  const correcting = useSyncExternalStore(corrections.subscribe, () => corrections.getState().busy);
  const relating = useSyncExternalStore(relations.subscribe, () => relations.getState().busy !== null);
  const generating = useSyncExternalStore(generate.subscribe, () => generate.getState().busy !== null);
  const writing = useSyncExternalStore(newSheets.subscribe, () => newSheets.getState().busy !== null);
  const inserting = useSyncExternalStore(formulas.subscribe, () => formulas.getState().busy);
  const reporting = useSyncExternalStore(report.subscribe, () => report.getState().busy !== null);
  return checking || correcting || relating || generating || writing || inserting || reporting;
}
