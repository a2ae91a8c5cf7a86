import { Button, makeStyles, ProgressBar, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { FullScreenMaximizeRegular } from "@fluentui/react-icons/svg/full-screen-maximize";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NoTablesBar, ProblemBar } from "../Messages";
import type { RelationSession } from "../session/relation-session";
import { RelationDialog } from "./RelationDialog";
import { RelationHead } from "./RelationHead";
import { RelationView } from "./RelationView";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", height: "100%" },
  bar: {
    display: "flex",
    flexShrink: 0,
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  progress: { height: "2px", flexShrink: 0 },
  content: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden" },
});

/** 关系图: the tables of the workbook and how they hang together, drawn anew whenever the tab is opened. */
export default function RelationPanel({ session }: { readonly session: RelationSession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { map, busy, notice } = useSyncExternalStore(session.subscribe, session.getState);
  const [enlarged, setEnlarged] = useState(false);
  const restoreFocus = useRestoreFocusTarget();
  useEffect(() => {
    void session.open();
    return session.leave;
  }, [session]);
  const isReading = busy === "read" || busy === "map";
  const isEmpty = map === null || map.nodes.length === 0;
  return (
    <div className={styles.root}>
      <div className={styles.bar}>
        <Button
          {...restoreFocus}
          size="small"
          icon={<FullScreenMaximizeRegular />}
          disabledFocusable={isEmpty}
          onClick={() => {
            setEnlarged(true);
          }}
        >
          {t("relations.enlarge")}
        </Button>
        <Button
          size="small"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isReading}
          onClick={() => void session.open()}
        >
          {t("relations.refresh")}
        </Button>
      </div>
      <div className={styles.progress}>{busy !== null && <ProgressBar aria-hidden thickness="medium" />}</div>
      <div className={styles.content}>
        {notice !== null && <ProblemBar problem={notice} previousShown={false} onDismiss={session.dismiss} />}
        <RelationHead map={map} reading={isReading ? busy : null} />
        {map !== null && map.nodes.length === 0 && <NoTablesBar />}
        {!isEmpty && !enlarged && (
          <RelationView
            session={session}
            map={map}
            enlarged={false}
            onSelect={(sheet, cell) => void session.select(sheet, cell)}
          />
        )}
      </div>
      {!isEmpty && enlarged && (
        <RelationDialog
          session={session}
          map={map}
          // The sheet lies under the dialog; the equations stay open in the pane.
          onSelect={(sheet, cell) => {
            setEnlarged(false);
            void session.select(sheet, cell);
          }}
          onClose={() => {
            setEnlarged(false);
          }}
        />
      )}
    </div>
  );
}
