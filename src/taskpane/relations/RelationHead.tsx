import { makeStyles, tokens } from "@fluentui/react-components";
import type { TFunction } from "i18next";
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
  // A line breaks between the counts, never within one; the space of “, ” stays.
  part: { display: "inline-block", whiteSpace: "pre" },
  hint: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

function headLine({ nodes, edges }: RelationMap, t: TFunction): readonly string[] {
  return [
    t("summary.tables", { count: nodes.length }),
    t("relations.pairs", { count: edges.length }),
    ...VERDICT_ORDER.flatMap((verdict) => {
      const count = edges.filter((edge) => worstOf(edge) === verdict).length;
      return count === 0 ? [] : [t(`relations.pairsBy.${verdict}`, { count })];
    }),
  ];
}

/** “23 张表，24 对表之间有勾稽关系，2 对不成立，22 对成立” Read out by a screen reader when the map is there. */
export function RelationHead({ map, reading }: RelationHeadProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const parts = map === null || map.nodes.length === 0 ? [] : headLine(map, t);
  return (
    <div role="status" className={styles.root}>
      {reading !== null && <p className={styles.hint}>{t(`relations.busy.${reading}`)}</p>}
      {parts.length > 0 && (
        <>
          <p className={styles.head}>
            {parts.map((part, at) => (
              <span key={part} className={styles.part}>
                {at === parts.length - 1 ? part : part + t("summary.separator")}
              </span>
            ))}
          </p>
          <p className={styles.hint}>{t("relations.hint")}</p>
        </>
      )}
    </div>
  );
}
