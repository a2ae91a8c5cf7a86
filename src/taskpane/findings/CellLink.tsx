import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FindingCell } from "../../core/report";
import { cellAddress } from "../session/marks";
import { formatAmount } from "./format-amount";

export interface CellLinkProps {
  readonly cell: FindingCell;
  /** What is shown: “C5”, “预算03表!C5”. */
  readonly name: string;
  readonly onSelect: (sheet: string, cell: string) => void;
}

const useStyles = makeStyles({
  link: { fontSize: "inherit", lineHeight: "inherit", overflowWrap: "anywhere" },
});

/** A link that selects a cell; a screen reader is told its sheet, its part and its amount. */
export function CellLink({ cell: { sheet, cell, role, value }, name, onSelect }: CellLinkProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  if (cellAddress(cell) === null) return <span>{name}</span>;
  const words = { sheet, cell, role: t(`role.${role}`) };
  const label =
    value === null
      ? t("finding.selectCell", words)
      : t("finding.selectCellWithValue", { ...words, value: formatAmount(value) });
  return (
    <Link
      as="button"
      className={styles.link}
      // Who speaks to the machine says what stands on screen, where that is a shorter name.
      aria-label={label.includes(name.replace("!", " ")) ? label : `${label} ${name}`}
      title={label}
      onClick={() => {
        onSelect(sheet, cell);
      }}
    >
      {name}
    </Link>
  );
}
