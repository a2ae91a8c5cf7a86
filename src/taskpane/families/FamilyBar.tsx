import type { TFunction } from "i18next";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { firstDefects } from "../first-defects";
import { ProblemBar } from "../Messages";
import { Notice } from "../Notice";
import type { FamilyNotice, FamilySession } from "../session/family-session";

/** What came of loading or removing a form family. */
export function FamilyBar({ families }: { readonly families: FamilySession }): ReactNode {
  const { t } = useTranslation();
  const { notice } = useSyncExternalStore(families.subscribe, families.getState);
  if (notice === null) return null;
  if (notice.kind === "failed")
    return <ProblemBar problem={notice.problem} previousShown={false} onDismiss={families.dismissNotice} />;
  const { title, lines, sentence } = contentOf(notice, t);
  return (
    <Notice
      intent={notice.kind === "broken" ? "error" : "success"}
      title={title}
      lines={lines}
      onDismiss={families.dismissNotice}
    >
      {sentence}
    </Notice>
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
      return {
        title: t("families.brokenTitle", { count: defects.length }),
        lines: firstDefects(defects, t),
        sentence: t("families.brokenAdvice"),
      };
    }
  }
}
