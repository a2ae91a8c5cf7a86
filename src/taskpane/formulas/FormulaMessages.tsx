import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import type { TFunction } from "i18next";
import { useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toA1 } from "../../core/workbook/address";
import type { HeldCell } from "../../core/workbook/host";
import { isCellError } from "../../core/workbook/snapshot";
import { ProblemBar } from "../Messages";
import { Question } from "../Question";
import type { FormulaSession } from "../session/formula-session";

const useStyles = makeStyles({
  text: { overflowWrap: "anywhere", paddingBottom: tokens.spacingVerticalXS },
});

/** What happened to the last formula that was to be inserted: a question, a way back, or why not. */
export function FormulaMessages({ session }: { readonly session: FormulaSession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { asked, inserted, changed, undone, notice, busy } = useSyncExternalStore(
    session.subscribe,
    session.getState,
  );
  return (
    <>
      {notice !== null && <ProblemBar problem={notice} previousShown={false} onDismiss={session.dismiss} />}
      {asked !== null && (
        <Question
          key={placeOf(asked.cell, t)}
          question={t("formulas.question", { cell: placeOf(asked.cell, t), content: contentOf(asked.cell) })}
          yes={t("formulas.questionYes")}
          no={t("formulas.questionNo")}
          onYes={() => void session.replace()}
          onNo={session.keep}
        />
      )}
      {inserted !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.text}>
            {t("formulas.inserted", {
              cell: placeOf(inserted.after, t),
              formula: inserted.after.formula,
            })}{" "}
            <Link as="button" inline onClick={() => void session.select(inserted.after)}>
              {t("formulas.open", { cell: toA1(inserted.after) })}
            </Link>
          </MessageBarBody>
          <MessageBarActions>
            <Button
              size="small"
              icon={<ArrowUndoRegular />}
              disabledFocusable={busy}
              onClick={() => void session.undo()}
            >
              {t("formulas.undo")}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {undone !== null && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.text}>
            {t("formulas.undone", { cell: placeOf(undone, t) })}
          </MessageBarBody>
        </MessageBar>
      )}
      {changed !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.text}>
            {t("formulas.changed", { cell: placeOf(changed, t) })}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function placeOf(cell: HeldCell, t: TFunction): string {
  return t("formulas.place", { sheet: cell.sheet, cell: toA1(cell) });
}

function contentOf({ formula, value }: HeldCell): string {
  if (formula !== "") return formula;
  return isCellError(value) ? value.error : String(value);
}
