import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { AddSubtractCircleFilled } from "@fluentui/react-icons/svg/add-subtract-circle";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CommentCheckmarkFilled } from "@fluentui/react-icons/svg/comment-checkmark";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import type { ReactNode } from "react";
import { VERDICT_COLOUR } from "./chart-colours";
import type { RelationVerdict } from "./relation-rows";

const useStyles = makeStyles({
  root: { flexShrink: 0 },
  violated: { color: VERDICT_COLOUR.violated },
  rounding: { color: VERDICT_COLOUR.rounding },
  accepted: { color: VERDICT_COLOUR.accepted },
  satisfied: { color: VERDICT_COLOUR.satisfied },
});

const icons = {
  violated: ErrorCircleFilled,
  rounding: AddSubtractCircleFilled,
  accepted: CommentCheckmarkFilled,
  satisfied: CheckmarkCircleFilled,
} as const;

/** A shape of its own for each verdict, as for severities: colour alone would not tell them apart. */
export function VerdictIcon({ verdict }: { readonly verdict: RelationVerdict }): ReactNode {
  const styles = useStyles();
  const Icon = icons[verdict];
  return <Icon aria-hidden className={mergeClasses(styles.root, styles[verdict])} fontSize={16} />;
}
