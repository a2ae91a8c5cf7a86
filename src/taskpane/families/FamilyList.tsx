import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FileInput } from "../FileInput";
import type { FamilySession } from "../session/family-session";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  family: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  remove: { flexShrink: 0 },
});

/** The form families kept with the workbook: take one out, load another. */
export function FamilyList({ families }: { readonly families: FamilySession }): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const files = useRef<HTMLInputElement>(null);
  const { kept } = useSyncExternalStore(families.subscribe, families.getState);
  // Others may have changed what the workbook keeps since it was looked at last.
  useEffect(() => {
    void families.refresh();
  }, [families]);
  return (
    <div>
      {kept.length > 0 && (
        <ul className={styles.list} aria-label={t("families.menu")}>
          {kept.map((family) => {
            const name = family.name ?? family.id ?? t("families.nameless");
            return (
              <li key={family.text} className={styles.family}>
                <span className={styles.name}>{name}</span>
                <Button
                  size="small"
                  className={styles.remove}
                  aria-label={t("families.remove", { name })}
                  onClick={() => void families.remove(family)}
                >
                  {t("families.removeOne")}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <Button size="small" onClick={() => files.current?.click()}>
        {t("families.load")}
      </Button>
      <FileInput
        ref={files}
        multiple
        accept=".json,application/json"
        label={t("families.files")}
        onFiles={(chosen) => void families.load(chosen)}
      />
    </div>
  );
}
