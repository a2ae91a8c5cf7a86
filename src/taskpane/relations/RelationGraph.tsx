import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RelationMap } from "../../core/relation-map";
import type { TablePair } from "../session/relation-session";
import type { ChartColours } from "./chart-colours";
import { ChartView } from "./ChartView";
import { drawnEdges, graphOption } from "./graph-option";
import { VERDICT_ORDER } from "./relation-rows";
import type { RelationWords } from "./use-relation-words";
import { VerdictIcon } from "./VerdictIcon";

export interface RelationGraphProps {
  readonly map: RelationMap;
  readonly words: RelationWords;
  readonly shown: TablePair | null;
  readonly enlarged: boolean;
  readonly onShow: (tables: TablePair) => void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column" },
  // A circle: as high as wide, but never so high that nothing else is in sight.
  chart: { aspectRatio: "1", maxHeight: "420px", cursor: "default" },
  enlarged: { aspectRatio: "auto", height: "min(100vw, calc(100vh - 120px))", maxHeight: "none" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "center",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});

/** The tables on a circle with lines between them. A click on a line or a table lists its equations. */
export function RelationGraph({ map, words, shown, enlarged, onShow }: RelationGraphProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const draw = useCallback(
    (width: number, colours: ChartColours) => graphOption(map, words, shown, colours, width),
    [map, words, shown],
  );
  const edges = useMemo(() => drawnEdges(map), [map]);
  const onClick = useCallback(
    (kind: string, at: number) => {
      const edge = edges[at];
      if (kind === "node") onShow({ from: at, to: at });
      else if (kind === "edge" && edge !== undefined) onShow({ from: edge.from, to: edge.to });
    },
    [edges, onShow],
  );
  return (
    <div className={styles.root}>
      <ChartView
        label={t("relations.graph", { tables: map.nodes.length, pairs: map.edges.length })}
        className={mergeClasses(styles.chart, enlarged && styles.enlarged)}
        draw={draw}
        onClick={onClick}
      />
      <ul className={styles.legend} aria-label={t("relations.legend")}>
        {VERDICT_ORDER.map((verdict) => (
          <li key={verdict} className={styles.entry}>
            <VerdictIcon verdict={verdict} />
            {t(`relations.legends.${verdict}`)}
          </li>
        ))}
        <li>{t("relations.legends.thickness")}</li>
      </ul>
    </div>
  );
}
