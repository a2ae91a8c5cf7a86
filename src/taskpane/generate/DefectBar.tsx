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

/** So many defects are shown; after them the user starts anew anyway. */
const SHOWN = 8;

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalM}` },
  text: { overflowWrap: "anywhere", paddingBottom: tokens.spacingVerticalXS },
  title: { display: "block" },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
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
  const more = defects.length - SHOWN;
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.text}>
        <MessageBarTitle className={styles.title}>
          {t("generate.brokenTitle", { count: defects.length })}
        </MessageBarTitle>
        {t("generate.brokenAdvice")}
        <ul className={styles.list}>
          {defects.slice(0, SHOWN).map((defect) => (
            <li key={defect}>{defect}</li>
          ))}
          {more > 0 && <li>{t("generate.more", { count: more })}</li>}
        </ul>
      </MessageBarBody>
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
    </MessageBar>
  );
}
