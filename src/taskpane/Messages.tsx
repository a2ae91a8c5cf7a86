import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MarkOutcome } from "../core/workbook/host";
import type { Problem } from "./session/problem";

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  text: { overflowWrap: "anywhere", paddingBottom: tokens.spacingVerticalXS },
  title: { display: "block" },
});

export interface ProblemBarProps {
  readonly problem: Problem;
  /** Whether an earlier report is still on screen. */
  readonly previousShown: boolean;
  /** Absent where the bar stands for the check itself and goes with the next one. */
  readonly onDismiss?: () => void;
}

/** What happened, that nothing was lost, and what to do. */
export function ProblemBar({ problem, previousShown, onDismiss }: ProblemBarProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { operation, sentence } = problem;
  const sentences = [
    sentence ?? t(`problem.${operation}.unexpected`),
    t(`problem.${operation}.advice`),
    ...(previousShown ? [t("problem.previousShown")] : []),
  ];
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.text}>
        <MessageBarTitle className={styles.title}>{t(`problem.${operation}.title`)}</MessageBarTitle>
        {sentences.join(t("app.sentenceGap"))}
      </MessageBarBody>
      {onDismiss !== undefined && (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={t("problem.dismiss")}
              title={t("problem.dismiss")}
              onClick={onDismiss}
            />
          }
        />
      )}
    </MessageBar>
  );
}

/** A workbook without budget tables: no failure, but the user should know what the tool expects. */
export function NoTablesBar(): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.text}>
        <MessageBarTitle className={styles.title}>{t("noTables.title")}</MessageBarTitle>
        {t("noTables.advice")}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Sheets that could not be marked, with the host's reason for each. */
export function SkippedBar({ skipped }: { readonly skipped: MarkOutcome["skipped"] }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.text}>
        <MessageBarTitle className={styles.title}>
          {t("marks.skippedTitle", { count: skipped.length })}
        </MessageBarTitle>
        {skipped.map(({ sheet, reason }) => (
          <div key={sheet}>
            {sheet}：{reason}
          </div>
        ))}
        {t("marks.skippedAdvice")}
      </MessageBarBody>
    </MessageBar>
  );
}
