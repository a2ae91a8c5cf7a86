import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { firstDefects } from "../first-defects";
import { Notice } from "../Notice";

const useStyles = makeStyles({
  // The panel has gaps of its own.
  bar: { margin: `0 ${tokens.spacingHorizontalM}` },
});

/** What is wrong with a template that was to be loaded. */
export function DefectBar({
  defects,
  onDismiss,
}: {
  readonly defects: readonly string[];
  readonly onDismiss: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <Notice
      intent="error"
      className={styles.bar}
      title={t("generate.brokenTitle", { count: defects.length })}
      lines={firstDefects(defects, t)}
      onDismiss={onDismiss}
    >
      {t("generate.brokenAdvice")}
    </Notice>
  );
}
