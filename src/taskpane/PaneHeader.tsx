import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { EraserRegular } from "@fluentui/react-icons/svg/eraser";
import { TableSearchRegular } from "@fluentui/react-icons/svg/table-search";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReadProgress } from "../core/workbook/host";

/** What the pane is busy with, null when it waits for the user. */
export type Busy = "read" | "check" | "mark" | null;

export interface PaneHeaderProps {
  readonly busy: Busy;
  /** How far the workbook is read, where the host has told. */
  readonly progress: ReadProgress | null;
  readonly onCheck: () => void;
  readonly onCancel: () => void;
  readonly onClearMarks: () => void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  check: { flexGrow: 1, minWidth: 0 },
  clear: {
    flexShrink: 0,
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
});

/** “读取 5/23 张表…” */
export function busyText(busy: Exclude<Busy, null>, progress: ReadProgress | null, t: TFunction): string {
  return busy === "read" && progress !== null
    ? t("check.progress", { sheets: progress.sheets, of: progress.of })
    : t(`check.busy.${busy}`);
}

/** 一键检查 and 清除标记. */
export function PaneHeader({ busy, progress, onCheck, onCancel, onClearMarks }: PaneHeaderProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Button
        appearance="primary"
        className={styles.check}
        icon={busy === null ? <TableSearchRegular /> : <Spinner aria-hidden size="extra-tiny" />}
        // Stays focusable while busy: a disabled button would throw the keyboard's focus away.
        disabledFocusable={busy !== null}
        onClick={onCheck}
      >
        {busy === null ? t("check.start") : busyText(busy, progress, t)}
      </Button>
      {busy === "read" || busy === "check" ? (
        <Button appearance="subtle" className={styles.clear} icon={<DismissRegular />} onClick={onCancel}>
          {t("check.cancel")}
        </Button>
      ) : (
        <Button
          appearance="subtle"
          className={styles.clear}
          icon={<EraserRegular />}
          disabledFocusable={busy !== null}
          onClick={onClearMarks}
        >
          {t("marks.clear")}
        </Button>
      )}
    </div>
  );
}
