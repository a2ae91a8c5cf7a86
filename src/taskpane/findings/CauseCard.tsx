import { makeStyles, tokens } from "@fluentui/react-components";
import { SearchInfoRegular } from "@fluentui/react-icons/svg/search-info";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CauseGroup } from "../../core/cause-groups";
import type { FindingDeeds } from "./FindingCard";
import { GroupHead } from "./GroupHead";
import { SuggestionRow } from "./SuggestionRow";

export interface CauseCardProps {
  readonly cause: CauseGroup;
  /** Whether the findings that it explains are listed below. */
  readonly open: boolean;
  readonly sheetNames: ReadonlyMap<string, string>;
  readonly onToggle: () => void;
  readonly deeds: Pick<FindingDeeds, "disabled" | "onSelect" | "onApply">;
}

const useStyles = makeStyles({
  root: {
    borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorder2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  message: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  suspects: {
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  icon: { flexShrink: 0, color: tokens.colorPaletteDarkOrangeForeground1 },
});

/** A cause: what is wrong, the cells that may be, each with the value that would put all right; its head folds away what it explains. */
export function CauseCard({ cause, open, sheetNames, onToggle, deeds }: CauseCardProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { suspects, findings } = cause;
  const [{ sheet, cell }, ...others] = suspects;
  return (
    <div className={styles.root}>
      <GroupHead
        level={3}
        icon={<SearchInfoRegular aria-hidden className={styles.icon} fontSize={16} />}
        name={t(others.length === 0 ? "cause.head" : "cause.headOfSeveral", {
          sheet: sheetNames.get(sheet) ?? sheet,
          cell,
          count: suspects.length,
        })}
        count={t("cause.explains", { count: findings.length })}
        open={open}
        onToggle={onToggle}
      />
      <p className={styles.message}>{suspects[0].message}</p>
      <div className={styles.suspects}>
        {suspects.map((suspect) => (
          <SuggestionRow
            key={`${suspect.sheet}!${suspect.cell}`}
            suggestion={suspect}
            name={
              suspect.sheet === sheet
                ? suspect.cell
                : `${sheetNames.get(suspect.sheet) ?? suspect.sheet}!${suspect.cell}`
            }
            disabled={deeds.disabled}
            onSelect={deeds.onSelect}
            onApply={deeds.onApply}
          />
        ))}
      </div>
    </div>
  );
}
