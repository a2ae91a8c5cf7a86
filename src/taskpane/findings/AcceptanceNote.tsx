import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Acceptance } from "../../core/report";

export interface AcceptanceNoteProps {
  readonly acceptance: Acceptance;
  /** Whether the figures have changed since, so that it no longer counts. */
  readonly reopened: boolean;
}

const useStyles = makeStyles({
  root: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
  },
  reopened: { borderLeftColor: tokens.colorPaletteDarkOrangeBorder2 },
  signature: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** Why a difference is accepted, by whom and when; or that it must be explained again. */
export function AcceptanceNote({
  acceptance: { reason, by, date },
  reopened,
}: AcceptanceNoteProps): ReactNode {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  // A date of the calendar, the same in every time zone.
  const day = new Date(`${date}T00:00:00`).toLocaleDateString(i18n.language);
  return (
    <p className={mergeClasses(styles.root, reopened && styles.reopened)}>
      {t(reopened ? "acceptance.reopened" : "acceptance.shown", { reason })}
      <span className={styles.signature}>{by === "" ? day : t("acceptance.signed", { by, date: day })}</span>
    </p>
  );
}
