import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isOpenError } from "../core/accepted/apply-accepted";
import type { CheckReport } from "../core/report";
import { countSections, SECTIONS } from "./findings/sections";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  said: { flexGrow: 1, minWidth: 0 },
  head: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  // A line breaks between the counts, never within one; the space of “, ” stays.
  part: { display: "inline-block", whiteSpace: "pre" },
  // In the middle of the first line, where there are two.
  good: { flexShrink: 0, marginTop: "2px", color: tokens.colorPaletteGreenForeground1 },
  detail: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** “23 张表，”“3 处错误，”“6 处尾差，”“12 条提示，”“2 处已说明”: what is listed, counted by its groups; that there is no error is said too. */
function headLine(report: CheckReport, t: TFunction): readonly string[] {
  const counts = countSections(report);
  const parts = SECTIONS.flatMap((section) => {
    const count = counts.get(section) ?? 0;
    if (count > 0) return [t(`summary.${section}`, { count })];
    return section === "error" && report.findings.length > 0 ? [t("summary.noError")] : [];
  });
  const tables = t("summary.tables", { count: countTables(report) });
  const all = [tables, ...(parts.length === 0 ? [t("summary.nothing")] : parts)];
  return all.map((part, index) => (index === all.length - 1 ? part : part + t("summary.separator")));
}

/** Tables as people count them: what stands under one title on a sheet is one, in however many parts. */
function countTables({ tables }: CheckReport): number {
  return new Set(tables.map(({ sheet, title }) => `${sheet}\n${title}`)).size;
}

/** Which tables fit no form, named by their sheets; empty where all do. */
function byLayout({ tables }: CheckReport, t: TFunction): readonly string[] {
  const unknown = tables.filter(({ form, amounts }) => form === null && amounts > 0);
  if (unknown.length === 0) return [];
  const names = [...new Set(unknown.map(({ sheet }) => sheet))];
  const shown = names.slice(0, SHEETS_NAMED).join(t("summary.sheetSeparator"));
  const sheets = names.length > SHEETS_NAMED ? `${shown} …` : shown;
  return [t("summary.byLayout", { count: unknown.length, sheets })];
}

/** Sheets named in the line over the findings. */
const SHEETS_NAMED = 5;

/** The head line over the findings. Read out by a screen reader when a check ends. */
export function Summary({
  report,
  remark,
  action,
}: {
  readonly report: CheckReport;
  readonly remark: string | null;
  /** What can be done with the report, beside the head line. */
  readonly action: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const good = report.tables.length > 0 && !report.findings.some(isOpenError);
  const details = [
    t("summary.equations", { count: report.summary.equations }),
    ...byLayout(report, t),
    ...(remark === null ? [] : [remark]),
  ];
  return (
    <div className={styles.root}>
      <div role="status" className={styles.said}>
        <p className={styles.head}>
          {good && <CheckmarkCircleFilled aria-hidden className={styles.good} fontSize={16} />}
          <span>
            {headLine(report, t).map((part) => (
              <span key={part} className={styles.part}>
                {part}
              </span>
            ))}
          </span>
        </p>
        <p className={styles.detail}>{details.join(t("app.sentenceGap"))}</p>
      </div>
      {action}
    </div>
  );
}
