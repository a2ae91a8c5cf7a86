import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../core/report";

export interface FindingActionsProps {
  readonly finding: Finding;
  readonly disabled: boolean;
  readonly onAccept: () => void;
  /** @param record of the acceptance */
  readonly onWithdraw: (record: string) => void;
  readonly onCopy: () => void;
}

const useStyles = makeStyles({
  // The words of the buttons begin where those of the finding do.
  root: { display: "flex", marginLeft: `calc(0px - ${tokens.spacingHorizontalS})` },
  button: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

/** 说明 or 撤回, and 复制. */
export function FindingActions({
  finding: { sheet, cell, accepted },
  disabled,
  onAccept,
  onWithdraw,
  onCopy,
}: FindingActionsProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const restoresFocus = useRestoreFocusTarget();
  const look = { size: "small", appearance: "subtle", className: styles.button } as const;
  return (
    <div className={styles.root}>
      {accepted === undefined ? (
        <Button
          {...look}
          {...restoresFocus}
          aria-label={t("acceptance.openLabel", { sheet, cell })}
          disabledFocusable={disabled}
          onClick={onAccept}
        >
          {t("acceptance.open")}
        </Button>
      ) : (
        <Button
          {...look}
          aria-label={t("acceptance.withdrawLabel", { sheet, cell })}
          disabledFocusable={disabled}
          onClick={() => {
            onWithdraw(accepted.record);
          }}
        >
          {t("acceptance.withdraw")}
        </Button>
      )}
      <Button {...look} aria-label={t("copy.oneLabel", { sheet, cell })} onClick={onCopy}>
        {t("copy.one")}
      </Button>
    </div>
  );
}
