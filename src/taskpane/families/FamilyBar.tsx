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
import type { TFunction } from "i18next";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { ProblemBar } from "../Messages";
import type { FamilyNotice, FamilySession } from "../session/family-session";

/** Defects shown; a clerk hands them on, and the command line lists all. */
const SHOWN = 8;

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  text: { overflowWrap: "anywhere", paddingBottom: tokens.spacingVerticalXS },
  title: { display: "block" },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
});

/** What came of loading or removing a form family. */
export function FamilyBar({ families }: { readonly families: FamilySession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { notice } = useSyncExternalStore(families.subscribe, families.getState);
  if (notice === null) return null;
  if (notice.kind === "failed")
    return <ProblemBar problem={notice.problem} previousShown={false} onDismiss={families.dismissNotice} />;
  const { title, lines, sentence } = contentOf(notice, t);
  return (
    <MessageBar
      intent={notice.kind === "broken" ? "error" : "success"}
      layout="multiline"
      className={styles.bar}
    >
      <MessageBarBody className={styles.text}>
        <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>
        {/* First what to do: a long list may end out of sight. */}
        {sentence}
        {lines.length > 0 && (
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t("problem.dismiss")}
            title={t("problem.dismiss")}
            onClick={families.dismissNotice}
          />
        }
      />
    </MessageBar>
  );
}

function contentOf(
  notice: Exclude<FamilyNotice, { readonly kind: "failed" }>,
  t: TFunction,
): { readonly title: string; readonly lines: readonly string[]; readonly sentence: string } {
  switch (notice.kind) {
    case "kept": {
      const { name, forms, replaced, remarks } = notice;
      const title = replaced ? t("families.replacedTitle", { name }) : t("families.keptTitle", { name });
      return { title, lines: remarks, sentence: t("families.kept", { count: forms }) };
    }
    case "removed":
      return {
        title: t("families.removedTitle", {
          name: notice.name === "" ? t("families.nameless") : notice.name,
        }),
        lines: [],
        sentence: t("families.removed"),
      };
    case "broken": {
      const { defects } = notice;
      const more = defects.length - SHOWN;
      return {
        title: t("families.brokenTitle", { count: defects.length }),
        lines: [...defects.slice(0, SHOWN), ...(more > 0 ? [t("families.more", { count: more })] : [])],
        sentence: t("families.brokenAdvice"),
      };
    }
  }
}
