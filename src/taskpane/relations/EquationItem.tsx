import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RelationEquation } from "../../core/explain-relations";
import type { FindingCell } from "../../core/report";
import { CellLink } from "../findings/CellLink";
import { formatAmount, formatDifference } from "../findings/format-amount";
import { VerdictIcon } from "./VerdictIcon";

export interface EquationItemProps {
  readonly equation: RelationEquation;
  /** That it does not hold is accepted. */
  readonly accepted: boolean;
  /** How a sheet is called in a link. */
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly onSelect: (sheet: string, cell: string) => void;
}

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  head: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  title: { minWidth: 0, overflowWrap: "anywhere", color: tokens.colorNeutralForeground3 },
  text: { margin: 0, overflowWrap: "anywhere" },
  term: { display: "inline-block" },
  amount: { fontVariantNumeric: "tabular-nums" },
  difference: { fontWeight: tokens.fontWeightSemibold },
});

/** An equation: every cell with its amount and as a link that selects it, and by how much it does not hold. */
export function EquationItem({ equation, accepted, sheetNames, onSelect }: EquationItemProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const verdict = accepted ? "accepted" : equation.verdict;
  const { title, text, sign, cells, more, difference } = equation;
  const link = (cell: FindingCell): ReactNode => (
    <CellLink
      cell={cell}
      name={`${sheetNames.get(cell.sheet) ?? cell.sheet}!${cell.cell}`}
      onSelect={onSelect}
    />
  );
  const [total, ...parts] = cells;
  return (
    <li className={styles.root}>
      <div className={styles.head}>
        <VerdictIcon verdict={verdict} />
        <span className={styles.title}>
          {t("relations.equation", { verdict: t(`relations.verdict.${verdict}`), title })}
        </span>
      </div>
      {sign === null ? (
        <>
          <p className={styles.text}>{text}</p>
          <p className={styles.text}>
            {cells.map((cell, at) => (
              <Fragment key={at}>{link(cell)} </Fragment>
            ))}
          </p>
        </>
      ) : (
        <p className={styles.text}>
          {total !== undefined && <Term link={link(total)} value={total.value} />} {sign}{" "}
          {parts.length === 0 && "0"}
          {parts.map((part, at) => (
            <Fragment key={at}>
              {at > 0 && " + "}
              <Term link={link(part)} value={part.value} />
            </Fragment>
          ))}
          {more > 0 && ` + … ${t("relations.moreParts", { count: more })}`}
        </p>
      )}
      {difference !== null && (
        <p className={styles.text}>
          {t("finding.difference")} <span className={styles.difference}>{formatDifference(difference)}</span>
        </p>
      )}
    </li>
  );
}

/** A cell and its amount, which stay on one line where they fit. */
function Term({ link, value }: { readonly link: ReactNode; readonly value: string | null }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <span className={styles.term}>
      {link}{" "}
      <span className={styles.amount}>{value === null ? t("relations.blank") : formatAmount(value)}</span>
    </span>
  );
}
