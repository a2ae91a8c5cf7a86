import { makeStyles, tokens } from "@fluentui/react-components";
import { AddSubtractCircleFilled } from "@fluentui/react-icons/svg/add-subtract-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import type { Severity } from "../../core/report";

const useStyles = makeStyles({
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  rounding: { color: tokens.colorPaletteMarigoldForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
});

/** A shape of its own for each severity: colour alone would not tell them apart. */
const icons = {
  error: ErrorCircleFilled,
  warning: WarningFilled,
  rounding: AddSubtractCircleFilled,
  info: InfoFilled,
} as const;

export function SeverityIcon({ severity }: { readonly severity: Severity }): ReactNode {
  const styles = useStyles();
  const Icon = icons[severity];
  return <Icon aria-hidden className={styles[severity]} fontSize={16} />;
}
