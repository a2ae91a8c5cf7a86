import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnosis } from "../../core/report";
import { CellLink } from "./CellLink";
import { formatAmount } from "./format-amount";
import { AmountsContext } from "./amounts";
import { useWithUnit } from "./use-figures";

export interface SuggestionRowProps {
  readonly suggestion: Diagnosis;
  /** How the cell is called beside the finding. */
  readonly name: string;
  readonly disabled: boolean;
  readonly onSelect: (sheet: string, cell: string) => void;
  readonly onApply: (suggestion: Diagnosis) => void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  value: { fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  apply: { marginLeft: "auto" },
});

/** A cell that may be wrong, what it holds, what it should, and the button that writes that. */
export function SuggestionRow({
  suggestion,
  name,
  disabled,
  onSelect,
  onApply,
}: SuggestionRowProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const amounts = useContext(AmountsContext);
  const withUnit = useWithUnit();
  const { sheet, cell, actual, suggested } = suggestion;
  const shown = (amount: string): string => {
    const { amount: figure, unit } = amounts(amount, suggestion);
    return withUnit(formatAmount(figure), unit);
  };
  const is = actual === null ? t("suggestion.blank") : shown(actual);
  // What is written is always in the unit of the table.
  const value = suggested === null ? null : formatAmount(suggested);
  const inTable = suggested === null ? null : amounts(suggested, suggestion).inTable;
  return (
    <div className={styles.root}>
      <CellLink cell={{ sheet, cell, role: "subject", value: actual }} name={name} onSelect={onSelect} />
      <span className={styles.value}>
        {suggested === null
          ? t("suggestion.is", { is })
          : t("suggestion.text", { is, value: shown(suggested) })}
        {inTable !== null &&
          t("suggestion.written", { value: withUnit(formatAmount(inTable.amount), inTable.unit) })}
      </span>
      {value !== null && (
        <Button
          size="small"
          className={styles.apply}
          aria-label={t("suggestion.applyLabel", { value, sheet, cell })}
          disabledFocusable={disabled}
          onClick={() => {
            onApply(suggestion);
          }}
        >
          {t("suggestion.apply")}
        </Button>
      )}
    </div>
  );
}
