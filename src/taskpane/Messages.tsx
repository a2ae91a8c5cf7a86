import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MarkOutcome } from "../core/workbook/host";
import { Notice } from "./Notice";
import type { Problem } from "./session/problem";

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
  const { operation, sentence } = problem;
  const sentences = [
    sentence ?? t(`problem.${operation}.unexpected`),
    t(`problem.${operation}.advice`),
    ...(previousShown ? [t("problem.previousShown")] : []),
  ];
  return (
    <Notice
      intent="error"
      title={t(`problem.${operation}.title`)}
      {...(onDismiss === undefined ? {} : { onDismiss })}
    >
      {sentences.join(t("app.sentenceGap"))}
    </Notice>
  );
}

/** A workbook without budget tables: no failure, but the user should know what the tool expects. */
export function NoTablesBar(): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice intent="info" title={t("noTables.title")}>
      {t("noTables.advice")}
    </Notice>
  );
}

/** Sheets that could not be marked, with the host's reason for each. */
export function SkippedBar({ skipped }: { readonly skipped: MarkOutcome["skipped"] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice intent="warning" title={t("marks.skippedTitle", { count: skipped.length })}>
      {skipped.map(({ sheet, reason }) => (
        <div key={sheet}>{t("marks.skippedSheet", { sheet, reason })}</div>
      ))}
      {t("marks.skippedAdvice")}
    </Notice>
  );
}
