import type { RelationMap, RelationNode } from "../../core/relation-map";
import type { TablePair } from "../session/relation-session";
import type { ChartColours } from "./chart-colours";
import type { ChartOption } from "./chart-library";
import { emsOf } from "./ems";
import { totalOf, worstOf, VERDICT_ORDER, type RelationVerdict } from "./relation-rows";
import type { TableName } from "./table-names";

export interface GraphWords {
  readonly names: readonly TableName[];
  /** Lines about a table, and about two tables. */
  readonly tell: (tables: TablePair) => string;
}

/** Colour alone would not tell the tables apart. */
const SYMBOLS: Readonly<Record<RelationVerdict, string>> = {
  violated: "diamond",
  rounding: "roundRect",
  accepted: "triangle",
  satisfied: "circle",
};

/** Nor the lines. */
const LINES = {
  violated: "solid",
  rounding: "dashed",
  accepted: "dotted",
  satisfied: "solid",
} as const satisfies Readonly<Record<RelationVerdict, string>>;

/** From this width on there is room for larger letters. */
const WIDE = 480;

/**
 * The tables on a circle, each with the name beside it, and lines between those with common equations: the thicker the more,
 * in the colour of the worst verdict. Rounding alone is dashed, what is accepted dotted, and a violated line bears the number of its violated
 * equations, so that colour is not needed.
 */
export function graphOption(
  map: RelationMap,
  { names, tell }: GraphWords,
  shown: TablePair | null,
  colours: ChartColours,
  width: number,
): ChartOption {
  const isWide = width >= WIDE;
  const fontSize = isWide ? 12 : 10;
  const longest = Math.max(...names.map(({ short }) => emsOf(short))) * fontSize;
  const labelWidth = Math.min(Math.round(width * (isWide ? 0.22 : 0.19)), Math.ceil(longest) + 2);
  const margin = labelWidth + 14;
  const largest = Math.max(1, ...map.nodes.map(({ amounts }) => amounts));
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.faint,
      textStyle: { color: colours.text, fontSize: 12, fontFamily: colours.font },
    },
    series: {
      type: "graph",
      layout: "circular",
      circular: { rotateLabel: true },
      left: margin,
      right: margin,
      top: margin,
      bottom: margin,
      label: {
        show: true,
        color: colours.text,
        fontSize,
        width: labelWidth,
        overflow: "truncate",
        formatter: ({ dataIndex }) => names[dataIndex]?.short ?? "",
      },
      labelLayout: { hideOverlap: true },
      lineStyle: { curveness: 0.2 },
      emphasis: { focus: "adjacency", scale: 1.2 },
      blur: { itemStyle: { opacity: 0.4 }, lineStyle: { opacity: 0.15 }, label: { opacity: 0.6 } },
      tooltip: {
        formatter: (hovered) => {
          const { dataType, dataIndex } = Array.isArray(hovered) ? (hovered[0] ?? {}) : hovered;
          if (dataIndex === undefined) return "";
          if (dataType === "node") return tell({ from: dataIndex, to: dataIndex });
          return tell(drawnEdges(map)[dataIndex] ?? { from: 0, to: 0 });
        },
      },
      data: map.nodes.map((node, at) => {
        const isShown = shown !== null && (shown.from === at || shown.to === at);
        return {
          // ECharts finds nodes by it.
          name: String(at),
          symbol: SYMBOLS[verdictOf(node) ?? "satisfied"],
          symbolSize: (isWide ? 10 : 7) + (isWide ? 14 : 9) * Math.sqrt(node.amounts / largest),
          itemStyle: {
            color: nodeColour(node, colours),
            borderColor: isShown ? colours.text : colours.surface,
            borderWidth: isShown ? 2 : 1,
          },
          ...(isShown ? { label: { fontWeight: "bold" as const } } : {}),
        };
      }),
      links: drawnEdges(map).map((edge) => {
        const verdict = worstOf(edge) ?? "satisfied";
        const isShown = shown !== null && shown.from === edge.from && shown.to === edge.to;
        const isAside = shown !== null && shown.from !== shown.to && !isShown;
        return {
          source: String(edge.from),
          target: String(edge.to),
          lineStyle: {
            color: colours.verdicts[verdict],
            width: thickness(totalOf(edge), isWide) + (isShown ? 2 : 0),
            type: LINES[verdict],
            opacity: isAside ? 0.35 : verdict === "satisfied" ? 0.75 : 1,
          },
          label: {
            show: verdict === "violated",
            formatter: String(edge.violated),
            color: colours.verdicts.violated,
            backgroundColor: colours.surface,
            padding: [1, 3] as const as [number, number],
            borderRadius: 3,
            fontSize,
            fontWeight: "bold" as const,
          },
        };
      }),
    },
  };
}

/** The edges in the order they are drawn in: the violated last, so that no other lies over them. */
export function drawnEdges({ edges }: RelationMap): readonly RelationMap["edges"][number][] {
  const rank = (edge: RelationMap["edges"][number]): number =>
    VERDICT_ORDER.indexOf(worstOf(edge) ?? "satisfied");
  return [...edges].sort((a, b) => rank(b) - rank(a));
}

/** Width of a line in px: one for one equation, one more for about each tripling. */
export function thickness(equations: number, isWide: boolean): number {
  return Math.min(8, 1 + Math.log(Math.max(1, equations)) * (isWide ? 1.1 : 0.8));
}

/** The worst that is told of a table itself: an error of any kind, or its own equations; null where there is nothing to tell. */
function verdictOf({ within, errors }: RelationNode): RelationVerdict | null {
  return errors > 0 ? "violated" : worstOf(within);
}

function nodeColour(node: RelationNode, colours: ChartColours): string {
  const verdict = verdictOf(node);
  return verdict === null ? colours.faint : colours.verdicts[verdict];
}
