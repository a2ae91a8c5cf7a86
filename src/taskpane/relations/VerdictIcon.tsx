import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { AddSubtractCircleFilled } from "@fluentui/react-icons/svg/add-subtract-circle";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import type { ReactNode } from "react";
import type { Verdict } from "../../core/checks/evaluate";
import { VERDICT_COLOUR } from "./chart-colours";

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  violated: { color: VERDICT_COLOUR.violated },
  rounding: { color: VERDICT_COLOUR.rounding },
  satisfied: { color: VERDICT_COLOUR.satisfied },
});

const icons = {
  violated: ErrorCircleFilled,
  rounding: AddSubtractCircleFilled,
  satisfied: CheckmarkCircleFilled,
} as const;

/** A shape of its own for each verdict, as for severities: colour alone would not tell them apart. */
export function VerdictIcon({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const styles = useStyles();
  const Icon = icons[verdict];
  return <Icon aria-hidden className={mergeClasses(styles.root, styles[verdict])} fontSize={16} />;
}
