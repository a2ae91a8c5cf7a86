import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemBar } from "../Messages";
import { Notice } from "../Notice";
import { Question } from "../Question";
import type { MadeReport, ReportSession } from "../session/report-session";

const useStyles = makeStyles({
  question: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  link: { textAlign: "left", overflowWrap: "anywhere" },
});

/** What came of 检查报告: a link to each sheet with its 撤销, or what went wrong. */
export function ReportBars({ session }: { readonly session: ReportSession }): ReactNode {
  const { t } = useTranslation();
  const { made, busy, removed, notice } = useSyncExternalStore(session.subscribe, session.getState);
  return (
    <>
      {notice !== null && <ProblemBar problem={notice} previousShown={false} onDismiss={session.dismiss} />}
      {removed !== null && (
        <Notice intent="success" onDismiss={session.dismiss}>
          {t("report.removed", { sheet: removed })}
        </Notice>
      )}
      {made.map((one) => (
        <MadeBar key={one.checked.getTime()} made={one} session={session} disabled={busy !== null} />
      ))}
    </>
  );
}

function MadeBar({
  made,
  session,
  disabled,
}: {
  readonly made: MadeReport;
  readonly session: ReportSession;
  readonly disabled: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const [asks, setAsks] = useState(false);
  if (asks)
    return (
      <div className={styles.question}>
        <Question
          question={t("report.undoQuestion", { sheet: made.sheet })}
          yes={t("report.undoYes")}
          no={t("report.undoNo")}
          onYes={() => {
            setAsks(false);
            void session.remove(made);
          }}
          onNo={() => {
            setAsks(false);
          }}
        />
      </div>
    );
  return (
    <Notice
      intent="success"
      title={t("report.made")}
      actions={
        <Button
          size="small"
          icon={<ArrowUndoRegular />}
          aria-label={t("report.undoSheet", { sheet: made.sheet })}
          disabledFocusable={disabled}
          onClick={() => {
            setAsks(true);
          }}
        >
          {t("report.undo")}
        </Button>
      }
      onDismiss={() => {
        session.forget(made);
      }}
    >
      <Link
        as="button"
        className={styles.link}
        aria-label={t("report.show", { sheet: made.sheet })}
        onClick={() => void session.show(made)}
      >
        {made.sheet}
      </Link>
      {t("report.checked", { date: made.checked, formatParams: { date: { dateStyle: "long" } } })}
    </Notice>
  );
}
