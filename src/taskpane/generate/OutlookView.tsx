import { makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SheetOutlook } from "../../core/generate/outlook";
import type { Outlook } from "../session/generate-session";
import { InputProblems } from "./InputProblems";
import { MissingList } from "./MissingList";

/** Sheets told of; of one table a project there may be hundreds. */
const SHEETS_SHOWN = 8;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  sheet: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

/** What is there and what is missing, a sheet at a time. Read out by a screen reader when it comes. */
export function OutlookView({
  outlook,
  isTakenTold,
}: {
  readonly outlook: Outlook;
  /** Whether it stands above already that there is a sheet of the same name. */
  readonly isTakenTold: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const { sheets, taken, problems } = outlook;
  const more = sheets.length - SHEETS_SHOWN;
  return (
    <section className={styles.root} role="status">
      <h3 className={styles.heading}>{t("generate.outlook")}</h3>
      {sheets.slice(0, SHEETS_SHOWN).map((sheet) => {
        const there = taken.get(sheet.sheet);
        return (
          <div key={sheet.sheet}>
            <p className={styles.sheet}>{sheet.sheet}</p>
            <p className={styles.text}>{counts(sheet, t)}</p>
            {there !== undefined && !isTakenTold && (
              <p className={styles.text}>{t("generate.exists", { sheet: there, next: sheet.sheet })}</p>
            )}
            <MissingList sheet={sheet.sheet} groups={sheet.groups} />
          </div>
        );
      })}
      {more > 0 && <p className={styles.text}>{t("generate.moreSheets", { count: more })}</p>}
      <InputProblems problems={problems} />
      {sheets.some(({ missing }) => missing > 0) && (
        <p className={styles.text}>{t("generate.missingAdvice")}</p>
      )}
    </section>
  );
}

/** “已有 21 格，其中 12 格取自预算表或由公式计算，缺 33 格。” */
function counts({ filled, formulas, missing }: SheetOutlook, t: TFunction): string {
  const parts = [
    t("generate.filled", { count: filled }),
    ...(formulas > 0 ? [t("generate.formulas", { count: formulas })] : []),
    missing > 0 ? t("generate.lacks", { count: missing }) : t("generate.complete"),
  ];
  return parts.join(t("generate.separator")) + t("generate.stop");
}
