import type { Relations, RelationMap, RelationNode } from "../../core/relation-map";
import type { ChartColours } from "./chart-colours";
import { drawnEdges, graphOption, thickness } from "./graph-option";
import { tableNames } from "./table-names";

const colours: ChartColours = {
  text: "black",
  faint: "grey",
  surface: "white",
  track: "silver",
  bar: "blue",
  verdicts: { violated: "red", rounding: "yellow", accepted: "blue", satisfied: "green" },
  font: "serif",
};

const relations = (holding: number, rounding = 0, violated = 0, accepted = 0): Relations => ({
  holding,
  rounding,
  violated,
  accepted,
  equations: [],
});

function table(sheet: string, errors: number, within: Relations): RelationNode {
  return { sheet, title: "", number: null, unit: "万元", amounts: 4, covered: 4, errors, within };
}

/** A violated line, one with rounding alone, one that holds, one where that is accepted which does not; a table with an error and one without any equation. */
const map: RelationMap = {
  nodes: [
    table("表1", 0, relations(3)),
    table("表2", 0, relations(3, 1)),
    table("表3", 1, relations(3)),
    table("表4", 0, relations(0)),
  ],
  edges: [
    { from: 0, to: 1, ...relations(90, 1, 2) },
    { from: 0, to: 2, ...relations(5, 1) },
    { from: 1, to: 2, ...relations(5) },
    { from: 1, to: 3, ...relations(5, 0, 0, 1) },
  ],
};

function drawn(shown: { from: number; to: number } | null = null) {
  const words = { names: tableNames(map.nodes), tell: () => "" };
  const { series } = graphOption(map, words, shown, colours, 320);
  if (series === undefined || Array.isArray(series) || series.type !== "graph") throw new Error("no graph");
  return {
    nodes: series.data as { itemStyle: { color: string; borderWidth: number }; symbol: string }[],
    links: series.links as {
      source: string;
      target: string;
      lineStyle: { color: string; type: string; width: number; opacity: number };
      label: { show: boolean; formatter: string };
    }[],
  };
}

test("a line has the colour of its worst verdict, and a sign beside the colour", () => {
  const lines = drawn().links.map(({ source, target, lineStyle: { color, type }, label }) => ({
    between: `${source}–${target}`,
    looks: `${color} ${type}${label.show ? ` ${label.formatter}` : ""}`,
  }));
  expect(lines).toEqual([
    { between: "1–2", looks: "green solid" },
    { between: "1–3", looks: "blue dotted" },
    { between: "0–2", looks: "yellow dashed" },
    { between: "0–1", looks: "red solid 2" },
  ]);
});

test("a table has the colour and shape of its own worst: an error of any kind, or its own equations", () => {
  expect(drawn().nodes.map(({ symbol, itemStyle }) => `${itemStyle.color} ${symbol}`)).toEqual([
    "green circle",
    "yellow roundRect",
    "red diamond",
    "grey circle",
  ]);
});

test("the more equations, the thicker the line, up to a limit", () => {
  const widths = [1, 2, 10, 100, 1e9].map((equations) => thickness(equations, true));
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(new Set(widths).size).toBe(5);
  expect(widths.at(-1)).toBe(8);
});

test("the chosen line stands out", () => {
  const { links, nodes } = drawn({ from: 1, to: 2 });
  const [chosen, other] = links;
  expect(chosen?.lineStyle.opacity).toBeGreaterThan(other?.lineStyle.opacity ?? 1);
  expect(nodes.map(({ itemStyle }) => itemStyle.borderWidth)).toEqual([1, 2, 2, 1]);
});

test("the violated lines are drawn last, over the others", () => {
  expect(drawnEdges(map).map(({ violated }) => violated)).toEqual([0, 0, 0, 2]);
});
