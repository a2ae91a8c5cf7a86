import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemBar } from "../Messages";
import { Question } from "../Question";
import type { MadeReport, ReportSession } from "../session/report-session";

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  text: { overflowWrap: "anywhere", paddingBottom: tokens.spacingVerticalXS },
  title: { display: "block" },
  link: { textAlign: "left", overflowWrap: "anywhere" },
});

/** What came of 检查报告: a link to each sheet with its 撤销, or what went wrong. */
export function ReportBars({ session }: { readonly session: ReportSession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { made, busy, removed, notice } = useSyncExternalStore(session.subscribe, session.getState);
  return (
    <>
      {notice !== null && <ProblemBar problem={notice} previousShown={false} onDismiss={session.dismiss} />}
      {removed !== null && (
        <MessageBar intent="success" layout="multiline" className={styles.bar}>
          <MessageBarBody className={styles.text}>{t("report.removed", { sheet: removed })}</MessageBarBody>
          <MessageBarActions containerAction={<Dismiss onClick={session.dismiss} />} />
        </MessageBar>
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
      <div className={styles.bar}>
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
    <MessageBar intent="success" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.text}>
        <MessageBarTitle className={styles.title}>{t("report.made")}</MessageBarTitle>
        <Link
          as="button"
          className={styles.link}
          aria-label={t("report.show", { sheet: made.sheet })}
          onClick={() => void session.show(made)}
        >
          {made.sheet}
        </Link>
        {t("report.checked", { date: made.checked, formatParams: { date: { dateStyle: "long" } } })}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Dismiss
            onClick={() => {
              session.forget(made);
            }}
          />
        }
      >
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
      </MessageBarActions>
    </MessageBar>
  );
}

function Dismiss({ onClick }: { readonly onClick: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Button
      appearance="transparent"
      icon={<DismissRegular />}
      aria-label={t("problem.dismiss")}
      title={t("problem.dismiss")}
      onClick={onClick}
    />
  );
}
