import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RelationMap } from "../../core/relation-map";
import type { TablePair } from "../session/relation-session";
import { rowsBetween, rowsWithin, type RelationRow } from "./relation-rows";
import type { RelationWords } from "./use-relation-words";
import { VerdictIcon } from "./VerdictIcon";

export interface RelationListProps {
  readonly map: RelationMap;
  readonly words: RelationWords;
  readonly onShow: (tables: TablePair) => void;
}

const useStyles = makeStyles({
  heading: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  nothing: {
    margin: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalXS,
    width: "100%",
    boxSizing: "border-box",
    border: "none",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  words: {
    display: "flex",
    flexWrap: "wrap",
    flexGrow: 1,
    minWidth: 0,
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  name: { overflowWrap: "anywhere" },
  counts: { color: tokens.colorNeutralForeground3 },
});

/** The map as a list, for the keyboard and for whoever reads better than sees: each entry opens its equations. */
export function RelationList({ map, words, onShow }: RelationListProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const section = (heading: string, nothing: string, rows: readonly RelationRow[]): ReactNode => (
    <section aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      {rows.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      <ul className={styles.list}>
        {rows.map(({ tables, relations, verdict }) => (
          <li key={`${String(tables.from)} ${String(tables.to)}`}>
            <button
              type="button"
              className={styles.row}
              data-tables={rowKey(tables)}
              title={words.titleOf(tables, "full")}
              onClick={() => {
                onShow(tables);
              }}
            >
              <VerdictIcon verdict={verdict} />
              <span className={styles.words}>
                <span className={styles.name}>{words.titleOf(tables, "short")}</span>{" "}
                <span className={styles.counts}>{words.countsOf(relations)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      {section(t("relations.between"), t("relations.noneBetween"), rowsBetween(map))}
      {section(t("relations.within"), t("relations.noneWithin"), rowsWithin(map))}
    </>
  );
}

/** What a row of the list is found by. */
export function rowKey({ from, to }: TablePair): string {
  return `${String(from)}-${String(to)}`;
}
