import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type MouseEvent, type ReactNode } from "react";
import type { Diagnosis, Finding, Reopened } from "../../core/report";
import { AcceptanceNote } from "./AcceptanceNote";
import { CellLinks } from "./CellLinks";
import { Figures } from "./Figures";
import { FindingActions } from "./FindingActions";

/** What the user may do with findings. */
export interface FindingDeeds {
  /** While a check runs or something is written: nothing else may be. */
  readonly disabled: boolean;
  readonly onSelect: (sheet: string, cell: string) => void;
  readonly onApply: (suggestion: Diagnosis) => void;
  readonly onAccept: (finding: Finding) => void;
  /** @param record of the acceptance */
  readonly onWithdraw: (record: string) => void;
  readonly onCopy: (finding: Finding) => void;
}

export interface FindingCardProps {
  readonly finding: Finding;
  /** The sheet that the head above names: cells of others carry their sheet's name. */
  readonly home: string;
  /** What the cause above it says, and need not be said again; null where it hangs under none. */
  readonly cause: string | null;
  /** What was accepted of it with other figures. */
  readonly reopened: Reopened | undefined;
  readonly selected: boolean;
  readonly expanded: boolean;
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly deeds: FindingDeeds;
  /** @param id of the finding, also for the next */
  readonly onSelected: (id: string) => void;
  readonly onToggle: (id: string) => void;
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
  // Set in, and held together with the others of its cause by the line.
  caused: { marginLeft: tokens.spacingHorizontalM, borderLeftColor: tokens.colorPaletteDarkOrangeBorder1 },
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

/**
 * One finding: the sentence, the figures, the cells, and what may be done with it. The list is drawn anew with every step of
 * the scroll bar; a card that stays in sight is not.
 */
export const FindingCard = memo(function FindingCard({
  finding,
  home,
  cause,
  reopened,
  selected,
  expanded,
  sheetNames,
  deeds,
  onSelected,
  onToggle,
}: FindingCardProps): ReactNode {
  const styles = useStyles();
  const onSelect = (sheet: string, cell: string): void => {
    onSelected(finding.id);
    deeds.onSelect(sheet, cell);
  };
  // The whole card is a target for the mouse; the keyboard has the same in the first link. A click that ends the
  // selection of text, or one on a link, is not meant for the card.
  const onCard = (event: MouseEvent<HTMLElement>): void => {
    if (event.target instanceof Element && event.target.closest("button") !== null) return;
    if (window.getSelection()?.type === "Range") return;
    onSelect(finding.sheet, finding.cell);
  };
  return (
    <article
      className={mergeClasses(styles.root, cause !== null && styles.caused, selected && styles.selected)}
      aria-current={selected ? "true" : undefined}
      onClick={onCard}
    >
      <p className={styles.sentence}>{ownSentence(finding.message, cause)}</p>
      <Figures finding={finding} />
      <CellLinks
        finding={finding}
        home={home}
        expanded={expanded}
        sheetNames={sheetNames}
        onToggle={() => {
          onToggle(finding.id);
        }}
        onSelect={onSelect}
      />
      {finding.accepted !== undefined && <AcceptanceNote acceptance={finding.accepted} reopened={false} />}
      {reopened !== undefined && <AcceptanceNote acceptance={reopened} reopened />}
      <FindingActions
        finding={finding}
        disabled={deeds.disabled}
        onAccept={() => {
          deeds.onAccept(finding);
        }}
        onWithdraw={deeds.onWithdraw}
        onCopy={() => {
          deeds.onCopy(finding);
        }}
      />
    </article>
  );
});

function ownSentence(message: string, cause: string | null): string {
  return cause !== null && message.endsWith(cause) ? message.slice(0, -cause.length) : message;
}
