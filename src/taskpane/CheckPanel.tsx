import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Expected } from "./Expected";
import { AmountsContext, amountsIn } from "./findings/amounts";
import { CorrectionBar } from "./findings/CorrectionBar";
import { FindingSection } from "./findings/FindingSection";
import { LiveLine } from "./live/LiveLine";
import { NoTablesBar, ProblemBar, SkippedBar } from "./Messages";
import { type Busy, busyText, PaneHeader } from "./PaneHeader";
import { ReportBars } from "./report/ReportBars";
import { type CheckState, shownReport } from "./session/check-session";
import type { PreferenceSession } from "./session/preference-session";
import type { ReportSession } from "./session/report-session";
import type { CheckSession } from "./session/session-store";
import { Summary } from "./Summary";

export interface CheckPanelProps {
  readonly session: CheckSession;
  readonly report: ReportSession;
  readonly preferences: PreferenceSession;
  readonly openSample: (() => void) | null;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%", overflow: "hidden" },
  progress: { height: "2px", flexShrink: 0 },
  // Many messages scroll; they must not push the findings out of sight.
  messages: { flexShrink: 0, maxHeight: "45%", overflowY: "auto" },
  messagesAlone: { flexShrink: 1, maxHeight: "none" },
  intro: {
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  privacy: {
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  paragraph: { margin: 0 },
  report: { flexShrink: 0 },
});

/** 检查: what the session's state says, and the user's wishes back to the session. */
export function CheckPanel(props: CheckPanelProps): ReactNode {
  const { session, preferences, openSample } = props;
  const { t } = useTranslation();
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const { folded, unit } = useSyncExternalStore(preferences.subscribe, preferences.getState);
  const reporting = useSyncExternalStore(props.report.subscribe, () => props.report.getState().busy !== null);
  const { flow, notice } = state;
  const busy = busyWith(state);
  const progress = flow.phase === "checking" ? flow.progress : null;
  const { problem } = useSyncExternalStore(session.acceptance.subscribe, session.acceptance.getState);
  const report = shownReport(state);
  const amounts = useMemo(() => amountsIn(unit, report?.tables ?? []), [unit, report]);
  const skipped = flow.phase === "report" && flow.marks.status === "marked" ? flow.marks.outcome.skipped : [];
  const cleared = flow.phase === "report" && flow.marks.status === "cleared";

  return (
    <AmountsContext value={amounts}>
      <div className={styles.root}>
        <PaneHeader
          busy={busy}
          progress={progress}
          onCheck={() => void session.check()}
          onCancel={session.cancel}
          onClearMarks={() => void session.clearMarks()}
        />
        <div className={styles.progress}>
          {busy !== null && (
            <ProgressBar
              aria-label={busyText(busy, progress, t)}
              thickness="medium"
              {...(busy === "read" && progress !== null && progress.sheets > 0
                ? { value: progress.sheets, max: progress.of }
                : {})}
            />
          )}
        </div>
        <div className={mergeClasses(styles.messages, report === null && styles.messagesAlone)}>
          {notice !== null && (
            <ProblemBar problem={notice} previousShown={false} onDismiss={session.dismissNotice} />
          )}
          <CorrectionBar corrections={session.corrections} disabled={busy !== null} />
          {problem !== null && (
            <ProblemBar problem={problem} previousShown={false} onDismiss={session.acceptance.dismiss} />
          )}
          <ReportBars session={props.report} />
          {flow.phase === "failed" && <ProblemBar problem={flow.problem} previousShown={report !== null} />}
          {skipped.length > 0 && <SkippedBar skipped={skipped} />}
          {report !== null && report.tables.length === 0 && <NoTablesBar />}
        </div>
        {flow.phase === "idle" && (
          <div className={styles.intro}>
            <p className={styles.paragraph}>{t("app.intro")}</p>
            <p className={styles.privacy}>{t("app.privacy")}</p>
          </div>
        )}
        {(flow.phase === "idle" || report?.tables.length === 0) && <Expected openSample={openSample} />}
        {report !== null && report.tables.length > 0 && (
          <Summary
            report={report}
            remark={cleared ? t("marks.cleared") : null}
            action={
              <Button
                size="small"
                className={styles.report}
                icon={<DocumentTextRegular />}
                title={t("report.makeHint")}
                disabledFocusable={busy !== null || reporting}
                onClick={() => void props.report.make()}
              >
                {t("report.make")}
              </Button>
            }
          />
        )}
        {report !== null && <LiveLine live={session.live} />}
        {report !== null && report.findings.length > 0 && (
          <FindingSection
            session={session}
            report={report}
            busy={busy !== null}
            folded={folded}
            onFold={(change) => {
              preferences.change({ folded: change });
            }}
          />
        )}
      </div>
    </AmountsContext>
  );
}

export function busyWith({ flow }: CheckState): Busy {
  if (flow.phase === "checking") return flow.stage;
  return flow.phase === "report" && flow.marks.status === "pending" ? "mark" : null;
}
