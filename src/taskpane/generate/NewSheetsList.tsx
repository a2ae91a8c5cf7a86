import { makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import { useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toA1 } from "../../core/workbook/address";
import { ProblemBar } from "../Messages";
import type { NewSheetsRemark, NewSheetsSession } from "../session/new-sheets-session";
import { NewSheetsCard } from "./NewSheetsCard";

const BUSY = { write: "writing", remove: "removing", freeze: "freezing", unfreeze: "unfreezing" } as const;

/** Cells named in a remark. */
const CELLS_NAMED = 5;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  bar: { flexShrink: 0, margin: `0 ${tokens.spacingHorizontalM}` },
  text: { overflowWrap: "anywhere" },
});

/** The sheets made since the pane was opened, the newest first, with the ways to undo. */
export function NewSheetsList({ session }: { readonly session: NewSheetsSession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { made, busy, remark, notice } = useSyncExternalStore(session.subscribe, session.getState);
  return (
    <div className={styles.root}>
      {busy !== null && <Spinner size="extra-small" label={t(`generate.${BUSY[busy]}`)} />}
      {notice !== null && <ProblemBar problem={notice} previousShown={false} onDismiss={session.dismiss} />}
      {remark !== null && (
        <MessageBar intent="success" layout="multiline" className={styles.bar}>
          <MessageBarBody className={styles.text}>{remarkText(remark, t)}</MessageBarBody>
        </MessageBar>
      )}
      {made.map((sheets) => (
        <NewSheetsCard key={sheets.id} sheets={sheets} session={session} disabled={busy !== null} />
      ))}
    </div>
  );
}

function remarkText(remark: NewSheetsRemark, t: TFunction): string {
  switch (remark.kind) {
    case "removed":
      return t("generate.removed", { count: remark.sheets });
    case "frozen":
      return t("generate.frozen", { count: remark.cells });
    case "unfrozen": {
      const { restored, changed } = remark;
      const sentence = t("generate.unfrozen", { count: restored });
      if (changed.length === 0) return sentence;
      const named = changed.slice(0, CELLS_NAMED).map(({ sheet, cell }) => `${sheet} ${toA1(cell)}`);
      const cells = named.join(t("summary.sheetSeparator")) + (changed.length > CELLS_NAMED ? " …" : "");
      return [sentence, t("generate.unfrozenChanged", { count: changed.length, cells })].join(
        t("app.sentenceGap"),
      );
    }
  }
}
