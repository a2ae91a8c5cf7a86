import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, FindingCell } from "../../core/report";
import { CellLink } from "./CellLink";
import { cellGroups, cutGroups } from "./cell-groups";

/** Cells shown before the user asks for more: two lines at 320 px. */
const SHOWN_AT_FIRST = 7;

export interface CellLinksProps {
  readonly finding: Finding;
  /** Cells of other sheets carry their sheet's name. */
  readonly home: string;
  readonly expanded: boolean;
  /** How a sheet is called in a link. */
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly onToggle: () => void;
  readonly onSelect: (sheet: string, cell: string) => void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  role: { color: tokens.colorNeutralForeground3 },
  link: { fontSize: "inherit", lineHeight: "inherit", overflowWrap: "anywhere" },
});

/** The cells of a finding by role, each a link that selects it; a cell of another sheet carries the sheet's name. */
export function CellLinks({
  finding,
  home,
  expanded,
  sheetNames,
  onToggle,
  onSelect,
}: CellLinksProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const all = cellGroups(finding);
  const { groups, hidden } = cutGroups(all, SHOWN_AT_FIRST);
  const link = (cell: FindingCell): ReactNode => (
    <CellLink
      key={`${cell.sheet}!${cell.cell}`}
      cell={cell}
      name={cell.sheet === home ? cell.cell : `${sheetNames.get(cell.sheet) ?? cell.sheet}!${cell.cell}`}
      onSelect={onSelect}
    />
  );
  return (
    <div className={styles.root}>
      {(expanded ? all : groups).map(({ role, cells }) => (
        <Fragment key={role}>
          <span className={styles.role}>{t(`role.${role}`)}</span>
          {cells.map(link)}
        </Fragment>
      ))}
      {hidden > 0 && (
        <Link
          as="button"
          appearance="subtle"
          className={styles.link}
          aria-expanded={expanded}
          onClick={onToggle}
        >
          {expanded ? t("finding.fewerCells") : t("finding.moreCells", { count: hidden })}
        </Link>
      )}
    </div>
  );
}
