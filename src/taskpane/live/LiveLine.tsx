import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { LiveSession } from "../session/live-session";

const useStyles = makeStyles({
  line: {
    flexShrink: 0,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** Whether the findings follow what is changed, and when they last did. Not read out: the head line is, when it changes. */
export function LiveLine({ live }: { readonly live: LiveSession }): ReactNode {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const { status, updated, problem } = useSyncExternalStore(live.subscribe, live.getState);
  if (status === "off") return null;
  const told = (): string => {
    if (status !== "on") return t(`live.${status}`);
    if (problem !== null) return t("live.failed", { reason: problem.sentence ?? "" });
    if (updated === null) return t("live.on");
    return t("live.updated", { time: updated.toLocaleTimeString(i18n.language, { hour12: false }) });
  };
  return <p className={styles.line}>{told()}</p>;
}
