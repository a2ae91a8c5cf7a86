import { BarChart, GraphChart, type BarSeriesOption, type GraphSeriesOption } from "echarts/charts";
import {
  GridComponent,
  TooltipComponent,
  type GridComponentOption,
  type TooltipComponentOption,
} from "echarts/components";
import { init, use, type ComposeOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

/* Of ECharts only what the two charts of this tab need. */

use([BarChart, GraphChart, GridComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | GraphSeriesOption | GridComponentOption | TooltipComponentOption
>;

export type Chart = ReturnType<typeof init>;

/** A chart without content in an element that has a size. */
export function newChart(element: HTMLElement): Chart {
  return init(element, null, { renderer: "svg" });
}
