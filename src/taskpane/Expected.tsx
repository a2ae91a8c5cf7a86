import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { BUILT_IN_FAMILY_NAMES } from "../core/forms/families/names";

/** The workbench lies beside the add-in on every site that serves it. */
const WORKBENCH = "workbench.html";

const useStyles = makeStyles({
  root: {
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowY: "auto",
  },
  paragraph: { margin: `${tokens.spacingVerticalS} 0 0` },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
  sample: { marginTop: tokens.spacingVerticalM },
});

/** For the first use, and for workbooks without budget tables: what the tool looks for, and a sample to try it on. */
export function Expected({ openSample }: { readonly openSample: (() => void) | null }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <p className={styles.paragraph}>{t("expected.tables")}</p>
      <p className={styles.paragraph}>{t("expected.families")}</p>
      <ul className={styles.list}>
        {BUILT_IN_FAMILY_NAMES.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className={styles.paragraph}>{t("expected.others")}</p>
      {openSample === null ? (
        <p className={styles.paragraph}>
          {t("expected.sampleElsewhere")}
          <Link inline href={WORKBENCH} target="_blank" rel="noreferrer">
            {t("expected.workbench")}
          </Link>
        </p>
      ) : (
        <Button size="small" className={styles.sample} icon={<DocumentTableRegular />} onClick={openSample}>
          {t("expected.openSample")}
        </Button>
      )}
    </div>
  );
}
