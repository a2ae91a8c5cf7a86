import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { ProblemBar } from "../Messages";
import { Notice } from "../Notice";
import { useTranslation } from "react-i18next";
import type { GenerateSession } from "../session/generate-session";
import { DefectBar } from "./DefectBar";
import { NewSheetsList } from "./NewSheetsList";
import { TemplateForm } from "./TemplateForm";
import { TemplateList } from "./TemplateList";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    boxSizing: "border-box",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalS} 0`,
    rowGap: tokens.spacingVerticalM,
  },
});

/** 生成: the templates, or the one that is chosen; below, the sheets that were made. */
export default function GeneratePanel({ session }: { readonly session: GenerateSession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { chosen, notice, defects, unkept } = useSyncExternalStore(session.subscribe, session.getState);
  useEffect(() => {
    void session.open();
  }, [session]);
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(chosen);
  // What had the keyboard's focus is gone with the view; it goes on at the head of the new one.
  useEffect(() => {
    if (shown.current === chosen) return;
    shown.current = chosen;
    root.current?.querySelector<HTMLElement>(chosen === null ? "input" : "h2")?.focus();
  }, [chosen]);
  return (
    <div className={styles.root} ref={root}>
      {notice !== null && <ProblemBar problem={notice} previousShown={false} onDismiss={session.dismiss} />}
      {defects.length > 0 && <DefectBar defects={defects} onDismiss={session.dismiss} />}
      {unkept !== null && (
        <Notice intent="warning" title={t("generate.unkeptTitle")} onDismiss={session.dismiss}>
          {t("generate.unkept", { name: unkept })}
        </Notice>
      )}
      {chosen === null ? (
        <TemplateList session={session} />
      ) : (
        <TemplateForm key={chosen.id} session={session} template={chosen} />
      )}
      <NewSheetsList session={session.newSheets} />
    </div>
  );
}
