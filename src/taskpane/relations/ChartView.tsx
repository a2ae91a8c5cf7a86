import { makeStyles, mergeClasses, useThemeClassName } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { coloursAt, type ChartColours } from "./chart-colours";
import { newChart, type Chart, type ChartOption } from "./chart-library";

export interface ChartViewProps {
  /** What a screen reader says in place of the picture; the same must stand beside it as text. */
  readonly label: string;
  readonly className: string;
  /** What is drawn at a width in px. Of one identity as long as nothing changes. */
  readonly draw: (width: number, colours: ChartColours) => ChartOption;
  /** A click on an element of a series, by its kind (“node”, “edge”) and its place there. */
  readonly onClick?: (kind: string, at: number) => void;
}

const useStyles = makeStyles({ root: { width: "100%", overflow: "hidden" } });

/** A chart in the theme's colours and as wide as its place; drawn anew when any of these change. */
export function ChartView({ label, className, draw, onClick }: ChartViewProps): ReactNode {
  const styles = useStyles();
  const theme = useThemeClassName();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const place = element.current;
    if (place === null) return;
    const fit = (): void => {
      chart.current?.resize();
      setWidth(place.clientWidth);
    };
    const observer = new ResizeObserver(fit);
    observer.observe(place);
    fit();
    return () => {
      observer.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (element.current === null || width === 0) return;
    chart.current ??= newChart(element.current);
    // What stays would keep its place in the order of drawing, under what ought to lie below it.
    chart.current.clear();
    chart.current.setOption(draw(width, coloursAt(element.current)));
  }, [draw, theme, width]);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null || onClick === undefined) return;
    drawn.on("click", ({ dataType, dataIndex }) => {
      onClick(dataType ?? "", dataIndex);
    });
    return () => {
      if (!drawn.isDisposed()) drawn.off("click");
    };
  }, [onClick, width]);

  return <div ref={element} role="img" aria-label={label} className={mergeClasses(styles.root, className)} />;
}
