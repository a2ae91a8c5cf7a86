import { makeStyles, tokens } from "@fluentui/react-components";
import { AddSubtractCircleFilled } from "@fluentui/react-icons/svg/add-subtract-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import type { Section } from "./sections";

const useStyles = makeStyles({
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  rounding: { color: tokens.colorPaletteMarigoldForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  accepted: { color: tokens.colorNeutralForeground3 },
});

/** A shape of its own for each section: colour alone would not tell them apart. */
const icons = {
  error: ErrorCircleFilled,
  warning: WarningFilled,
  rounding: AddSubtractCircleFilled,
  info: InfoFilled,
  accepted: CheckmarkCircleFilled,
} as const;

export function SectionIcon({ section }: { readonly section: Section }): ReactNode {
  const styles = useStyles();
  const Icon = icons[section];
  return <Icon aria-hidden className={styles[section]} fontSize={16} />;
}
