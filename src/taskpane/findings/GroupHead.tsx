import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import type { ReactNode } from "react";

export interface GroupHeadProps {
  /** 2 for a severity, 3 for a sheet or a cause within it. */
  readonly level: 2 | 3;
  readonly icon?: ReactNode;
  readonly name: string;
  readonly remark?: string | null;
  /** How much the group holds. */
  readonly count: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  button: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    width: "100%",
    boxSizing: "border-box",
    border: "none",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  severity: {
    minHeight: "32px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
  },
  sheet: {
    minHeight: "28px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorTransparentBackground,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  fixed: { flexShrink: 0 },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  // Takes what room the name leaves, be it none.
  remark: {
    flex: "1 1 0",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  count: {
    flexShrink: 0,
    marginLeft: "auto",
    paddingLeft: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground3,
  },
});

/** Head of a group, which folds it away and back. */
export function GroupHead({ level, icon, name, remark, count, open, onToggle }: GroupHeadProps): ReactNode {
  const styles = useStyles();
  const Heading = level === 2 ? "h2" : "h3";
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <Heading className={styles.heading}>
      <button
        type="button"
        className={mergeClasses(styles.button, level === 2 ? styles.severity : styles.sheet)}
        aria-expanded={open}
        onClick={onToggle}
      >
        <Chevron aria-hidden className={styles.fixed} fontSize={12} />
        {icon}
        <span className={styles.name}>{name}</span>
        {remark !== null && remark !== undefined && (
          <span className={styles.remark} title={remark}>
            {remark}
          </span>
        )}
        <span className={styles.count}>{count}</span>
      </button>
    </Heading>
  );
}
