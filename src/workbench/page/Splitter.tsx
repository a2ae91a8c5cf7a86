import { makeStyles, tokens } from "@fluentui/react-components";
import type { PointerEvent, KeyboardEvent, ReactNode } from "react";
import { texts } from "../texts";

export interface SplitterProps {
  /** Pixels of the pane on the right. */
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

const LEAST = 280;
const STEP = 16;

const useStyles = makeStyles({
  root: {
    width: "5px",
    flexShrink: 0,
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralStroke2,
    ":hover": { backgroundColor: tokens.colorBrandStroke1 },
    ":focus-visible": { backgroundColor: tokens.colorBrandStroke1, outline: "none" },
  },
});

/** The border between sheet and pane; moved by mouse, finger or arrow keys. */
export function Splitter({ width, onWidth }: SplitterProps): ReactNode {
  const styles = useStyles();
  const set = (wanted: number): void => {
    onWidth(Math.round(Math.min(Math.max(wanted, LEAST), window.innerWidth * 0.6)));
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={texts.resizePane}
      aria-valuenow={width}
      className={styles.root}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event: PointerEvent<HTMLDivElement>) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
      }}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === "ArrowLeft") set(width + STEP);
        else if (key === "ArrowRight") set(width - STEP);
      }}
    />
  );
}
