import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../core/report";
import { isAmount } from "./format-amount";
import { useFigures } from "./use-figures";

/** Longer figures do not fit three in a row at 320 px; they stand one below the other instead. */
const LONGEST_IN_A_ROW = 9;

const useStyles = makeStyles({
  root: {
    display: "grid",
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    columnGap: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
  },
  row: { gridTemplateColumns: "repeat(3, 1fr)" },
  column: { gridTemplateColumns: "1fr" },
  pair: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalXS },
  label: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  amount: { margin: 0, textAlign: "right", overflowWrap: "anywhere" },
  // Texts (“≥5次”, the wording of a criterion) read on from their names and take the room they need.
  texts: { display: "flex", flexWrap: "wrap" },
  textPair: { justifyContent: "flex-start" },
  text: { textAlign: "left" },
  expected: { fontWeight: tokens.fontWeightSemibold },
});

/** 应为, 实为 and 差额: amounts in the same columns in every finding, texts one after the other; what a finding does not have is left out. */
export function Figures({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const shown = useFigures()(finding);
  if (shown.length === 0) return null;
  const texts = shown.some(({ amount }) => !isAmount(amount));
  const inARow = shown.every(({ text }) => text.length <= LONGEST_IN_A_ROW);
  return (
    <dl className={mergeClasses(styles.root, texts ? styles.texts : inARow ? styles.row : styles.column)}>
      {shown.map(({ name, text }) => (
        <div key={name} className={mergeClasses(styles.pair, texts && styles.textPair)}>
          <dt className={styles.label}>{t(`finding.${name}`)}</dt>
          <dd
            className={mergeClasses(
              styles.amount,
              texts && styles.text,
              name === "expected" && styles.expected,
            )}
          >
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
