import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MissingGroup, MissingItem } from "../../core/generate/outlook";

export interface MissingListProps {
  readonly sheet: string;
  readonly groups: readonly MissingGroup[];
  /** Shows a cell; absent where the sheet is not there yet. */
  readonly onSelect?: (sheet: string, cell: string) => void;
}

/** Units and projects shown; a department with hundreds that lack the same needs no longer list. */
const OWNERS_SHOWN = 12;
/** Cells of an item shown. */
const CELLS_SHOWN = 3;

const useStyles = makeStyles({
  owner: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  more: { margin: `${tokens.spacingVerticalXS} 0 0`, fontSize: tokens.fontSizeBase200 },
  cells: { color: tokens.colorNeutralForeground3 },
  link: { fontSize: "inherit", lineHeight: "inherit" },
});

/** What a sheet lacks, by unit and project: each item with the cells that wait for it. */
export function MissingList({ sheet, groups, onSelect }: MissingListProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const more = groups.length - OWNERS_SHOWN;
  return (
    <>
      {groups.slice(0, OWNERS_SHOWN).map(({ owner, items }) => (
        <div key={owner}>
          <p className={styles.owner}>{owner === "" ? t("generate.whole") : owner}</p>
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.item}>
                {item.item}{" "}
                <Cells sheet={sheet} item={item} {...(onSelect === undefined ? {} : { onSelect })} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {more > 0 && <p className={styles.more}>{t("generate.moreOwners", { count: more })}</p>}
    </>
  );
}

function Cells({
  sheet,
  item: { item, cells },
  onSelect,
}: {
  readonly item: MissingItem;
} & Pick<MissingListProps, "sheet" | "onSelect">): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const shown = cells.slice(0, CELLS_SHOWN);
  if (onSelect === undefined) {
    const names = shown.join(t("summary.sheetSeparator"));
    const text =
      cells.length > CELLS_SHOWN ? t("generate.cells", { cells: names, count: cells.length }) : names;
    return <span className={styles.cells}>{text}</span>;
  }
  const links = shown.map((cell, at) => (
    <span key={cell}>
      {at > 0 && t("summary.sheetSeparator")}
      <Link
        as="button"
        inline
        className={styles.link}
        aria-label={t("generate.selectCell", { sheet, cell, item })}
        onClick={() => {
          onSelect(sheet, cell);
        }}
      >
        {cell}
      </Link>
    </span>
  ));
  return (
    <span className={styles.cells}>
      {links}
      {cells.length > CELLS_SHOWN && t("generate.cells", { cells: "", count: cells.length })}
    </span>
  );
}
