import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CheckReport } from "../../core/report";
import { REGAINS_FOCUS } from "../use-kept-focus";
import { countSheets, type FindingFilter } from "./filter-findings";
import { countSections, SECTIONS } from "./sections";

export interface FilterBarProps {
  /** All findings, also those that do not pass. */
  readonly report: CheckReport;
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly onCopy: () => void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  // The names of tables are the longer ones.
  section: { flex: "2 1 0", minWidth: 0 },
  sheet: { flex: "3 1 0", minWidth: 0 },
  select: { textOverflow: "ellipsis" },
  copy: { flexShrink: 0 },
});

/** Which findings are listed, by severity and by table, and 复制 for all of these. */
export function FilterBar({ report, filter, onFilter, onCopy }: FilterBarProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const sheets = [...countSheets(report)];
  return (
    <div role="group" aria-label={t("filter.label")} className={styles.root}>
      <Select
        size="small"
        className={styles.section}
        select={{ className: styles.select, ...REGAINS_FOCUS }}
        aria-label={t("filter.severity")}
        value={filter.section ?? ""}
        onChange={(_event, { value }) => {
          onFilter({ ...filter, section: SECTIONS.find((section) => section === value) ?? null });
        }}
      >
        <option value="">{t("filter.allSeverities")}</option>
        {[...countSections(report)].map(([section, count]) => (
          <option key={section} value={section}>
            {t("filter.option", { name: t(`severity.${section}`), count })}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        className={styles.sheet}
        select={{ className: styles.select }}
        aria-label={t("filter.sheet")}
        // By number: a sheet's name may be anything.
        value={String(sheets.findIndex(([sheet]) => sheet === filter.sheet))}
        onChange={(_event, { value }) => {
          onFilter({ ...filter, sheet: sheets[Number(value)]?.[0] ?? null });
        }}
      >
        <option value="-1">{t("filter.allSheets")}</option>
        {sheets.map(([sheet, count], index) => (
          <option key={sheet} value={String(index)}>
            {t("filter.option", { name: sheet, count })}
          </option>
        ))}
      </Select>
      <Button
        size="small"
        appearance="subtle"
        className={styles.copy}
        icon={<CopyRegular />}
        aria-label={t("copy.all")}
        title={t("copy.all")}
        onClick={onCopy}
      />
    </div>
  );
}
