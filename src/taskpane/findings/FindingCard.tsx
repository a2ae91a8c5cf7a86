import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { MouseEvent, ReactNode } from "react";
import type { Finding } from "../../core/report";
import { CellLinks } from "./CellLinks";
import { Figures } from "./Figures";

export interface FindingCardProps {
  readonly finding: Finding;
  readonly selected: boolean;
  readonly expanded: boolean;
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly onToggle: () => void;
  readonly onSelect: (sheet: string, cell: string) => void;
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid transparent`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  selected: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  sentence: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
});

/** One finding: the sentence, the figures, the cells. */
export function FindingCard({
  finding,
  selected,
  expanded,
  sheetNames,
  onToggle,
  onSelect,
}: FindingCardProps): ReactNode {
  const styles = useStyles();
  // The whole card is a target for the mouse; the keyboard has the same in the first link. A click that ends the
  // selection of text, or one on a link, is not meant for the card.
  const onCard = (event: MouseEvent<HTMLElement>): void => {
    if (event.target instanceof Element && event.target.closest("button") !== null) return;
    if (window.getSelection()?.type === "Range") return;
    onSelect(finding.sheet, finding.cell);
  };
  return (
    <article
      className={mergeClasses(styles.root, selected && styles.selected)}
      aria-current={selected ? "true" : undefined}
      onClick={onCard}
    >
      <p className={styles.sentence}>{finding.message}</p>
      <Figures finding={finding} />
      <CellLinks
        finding={finding}
        expanded={expanded}
        sheetNames={sheetNames}
        onToggle={onToggle}
        onSelect={onSelect}
      />
    </article>
  );
}
