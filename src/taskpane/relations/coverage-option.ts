import type { RelationNode } from "../../core/relation-map";
import type { ChartColours } from "./chart-colours";
import type { ChartOption } from "./chart-library";
import { emsOf } from "./ems";

/** A table with its name and how many of its amounts stand in an equation. */
export interface Coverage extends Pick<RelationNode, "amounts" | "covered"> {
  readonly name: string;
}

/** Height of a table's bar with its surroundings, in px. */
export const BAR_HEIGHT = 22;

const FONT_SIZE = 12;

/** A bar a table: the share of its amounts that stand in an equation, with both numbers behind it. */
export function coverageOption(
  rows: readonly Coverage[],
  colours: ChartColours,
  width: number,
  format: (number: number) => string,
): ChartOption {
  const longest = Math.max(...rows.map(({ name }) => emsOf(name)));
  const nameWidth = Math.min(Math.round(width * 0.4), Math.ceil(longest * FONT_SIZE) + 2);
  const figures = rows.map(({ covered, amounts }) => `${format(covered)} / ${format(amounts)}`);
  const figureWidth = Math.max(...figures.map(emsOf)) * FONT_SIZE + 8;
  const label = { color: colours.text, fontSize: FONT_SIZE, fontFamily: colours.font };
  const axis = {
    type: "category",
    inverse: true,
    axisLine: { show: false },
    axisTick: { show: false },
  } as const;
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: nameWidth + 8, right: figureWidth, top: 0, bottom: 0, outerBoundsMode: "none" },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: [
      {
        ...axis,
        data: rows.map(({ name }) => name),
        axisLabel: { ...label, width: nameWidth, overflow: "truncate", interval: 0 },
      },
      { ...axis, data: figures, axisLabel: { ...label, interval: 0 } },
    ],
    series: {
      type: "bar",
      silent: true,
      barWidth: 10,
      showBackground: true,
      backgroundStyle: { color: colours.track },
      itemStyle: { color: colours.bar },
      data: rows.map(({ covered, amounts }) => covered / amounts),
    },
  };
}
