import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RelationMap } from "../../core/relation-map";
import { VERDICT_ORDER, worstOf } from "./relation-rows";

export interface RelationHeadProps {
  /** Null until it is there. */
  readonly map: RelationMap | null;
  /** What is being done for a map; null where it is done. */
  readonly reading: "read" | "map" | null;
}

const useStyles = makeStyles({
  root: { padding: `0 ${tokens.spacingHorizontalM}` },
  head: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** “23 张表，24 对有勾稽关系，2 对不成立。” Read out by a screen reader when the map is there. */
export function RelationHead({ map, reading }: RelationHeadProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const isThere = map !== null && map.nodes.length > 0;
  return (
    <div role="status" className={styles.root}>
      {reading !== null && <p className={styles.hint}>{t(`relations.busy.${reading}`)}</p>}
      {isThere && (
        <>
          <p className={styles.head}>
            {[
              t("summary.tables", { count: map.nodes.length }),
              t("relations.pairs", { count: map.edges.length }),
              ...VERDICT_ORDER.flatMap((verdict) => {
                const count = map.edges.filter((edge) => worstOf(edge) === verdict).length;
                return count === 0 ? [] : [t(`relations.pairsBy.${verdict}`, { count })];
              }),
            ].join(t("summary.separator"))}
          </p>
          <p className={styles.hint}>{t("relations.hint")}</p>
        </>
      )}
    </div>
  );
}
