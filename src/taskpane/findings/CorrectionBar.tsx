import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import type { TFunction } from "i18next";
import { useContext, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { toA1 } from "../../core/workbook/address";
import type { CellPlace, HeldCell } from "../../core/workbook/host";
import { isCellError } from "../../core/workbook/snapshot";
import { ProblemBar } from "../Messages";
import { Notice } from "../Notice";
import { REGAINS_FOCUS } from "../use-kept-focus";
import type { CorrectionNotice, CorrectionSession } from "../session/correction-session";
import { AmountsContext } from "./amounts";
import { formatAmount } from "./format-amount";
import { useWithUnit } from "./use-figures";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  undo: { flexShrink: 0 },
});

export interface CorrectionBarProps {
  readonly corrections: CorrectionSession;
  /** While a check runs. */
  readonly disabled: boolean;
}

/** The suggested values that were written, each with its 撤销; why one was not, or what became of it. */
export function CorrectionBar({ corrections, disabled }: CorrectionBarProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const shown = useContentText();
  const { applied, notice, busy } = useSyncExternalStore(corrections.subscribe, corrections.getState);
  if (applied.length === 0 && notice === null) return null;
  const failure = notice?.kind === "failed" ? notice.problem : null;
  const sentence = notice === null ? null : sentenceOf(notice, shown, t);
  return (
    <>
      {failure !== null && (
        <ProblemBar problem={failure} previousShown={false} onDismiss={corrections.dismissNotice} />
      )}
      {(applied.length > 0 || sentence !== null) && (
        <Notice
          intent={sentence === null || notice?.kind === "undone" ? "success" : "warning"}
          onDismiss={corrections.dismiss}
        >
          {sentence !== null && <div>{sentence}</div>}
          {applied.map((correction) => {
            const cell = nameOf(correction.after, t);
            const { before, after } = correction;
            return (
              <div key={correction.id} className={styles.line}>
                <span>{t("suggestion.applied", { cell, before: shown(before), after: shown(after) })}</span>
                <Button
                  {...REGAINS_FOCUS}
                  size="small"
                  className={styles.undo}
                  icon={<ArrowUndoRegular />}
                  aria-label={t("suggestion.undoLabel", { cell })}
                  disabledFocusable={busy || disabled}
                  onClick={() => void corrections.undo(correction)}
                >
                  {t("suggestion.undo")}
                </Button>
              </div>
            );
          })}
        </Notice>
      )}
    </>
  );
}

function sentenceOf(
  notice: CorrectionNotice,
  shown: (cell: HeldCell) => string,
  t: TFunction,
): string | null {
  switch (notice.kind) {
    case "formula":
    case "missingRow":
    case "changed":
    case "kept":
      return t(`suggestion.${notice.kind}`, { cell: nameOf(notice.cell, t) });
    case "undone":
      return t("suggestion.undone", { cell: nameOf(notice.before, t), before: shown(notice.before) });
    case "failed":
      return null;
  }
}

function nameOf(place: CellPlace, t: TFunction): string {
  return t("suggestion.place", { sheet: place.sheet, cell: toA1(place) });
}

/** What a cell holds, as it stands there; where amounts are shown in another unit, in that too, both named. */
function useContentText(): (cell: HeldCell) => string {
  const { t } = useTranslation();
  const amounts = useContext(AmountsContext);
  const withUnit = useWithUnit();
  return ({ value, ...place }) => {
    if (value === "") return t("suggestion.blank");
    if (isCellError(value)) return value.error;
    if (typeof value !== "number") return String(value);
    const { amount, unit, inTable } = amounts(String(value), { sheet: place.sheet, cell: toA1(place) });
    const text = withUnit(formatAmount(amount), unit);
    return inTable === null
      ? text
      : t("suggestion.inBoth", { own: withUnit(formatAmount(inTable.amount), inTable.unit), shown: text });
  };
}
