import { FluentProvider, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { paneTheme } from "../../taskpane/theme/pane-theme";
import { texts } from "../texts";
import type { WorkbenchController } from "./controller";
import { Notices } from "./Notices";
import { Splitter } from "./Splitter";
import { Toolbar } from "./Toolbar";
import { useFileDrop } from "./use-file-drop";

export interface WorkbenchProps {
  readonly controller: WorkbenchController;
  /** Elements that Univer and the pane live in; they stay the same whatever React does. */
  readonly sheetElement: HTMLElement;
  readonly paneElement: HTMLElement;
}

const NARROW = "(max-width: 900px)";
const PANE_WIDTH = 350;

const useStyles = makeStyles({
  root: { position: "absolute", inset: "0", display: "flex", flexDirection: "column", overflow: "hidden" },
  body: { position: "relative", flexGrow: 1, minHeight: 0, display: "flex" },
  sheet: { flexGrow: 1, minWidth: 0, position: "relative" },
  pane: { flexShrink: 0, minWidth: 0, overflow: "hidden", backgroundColor: tokens.colorNeutralBackground1 },
  // On a narrow page the pane lies over the sheet.
  over: { position: "absolute", top: "0", bottom: "0", right: "0", zIndex: 1000, boxShadow: tokens.shadow16 },
  away: { display: "none" },
  drop: {
    position: "absolute",
    inset: "0",
    zIndex: 2000,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    outline: `2px dashed ${tokens.colorBrandStroke1}`,
    outlineOffset: "-12px",
    pointerEvents: "none",
  },
});

/** The page: toolbar, messages, sheet on the left, pane on the right. */
export function Workbench({ controller, sheetElement, paneElement }: WorkbenchProps): ReactNode {
  const styles = useStyles();
  const state = useSyncExternalStore(controller.store.subscribe, controller.store.get);
  const narrow = useNarrow();
  const [width, setWidth] = useState(PANE_WIDTH);
  // A narrow page starts without its pane; what the user has chosen since then holds.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const paneShown = chosen ?? !narrow;
  const open = (files: readonly File[]): void => void controller.openFiles(files);
  const dragging = useFileDrop(open);
  useUnsavedWarning(state.edited);
  return (
    <FluentProvider theme={paneTheme(state.dark ? "dark" : "light")} className={styles.root}>
      <Toolbar
        state={state}
        paneShown={paneShown}
        onOpen={open}
        onSave={() => void controller.save()}
        onSample={() => void controller.openSample()}
        onTheme={() => {
          controller.toggleDark();
        }}
        onPane={() => {
          setChosen(!paneShown);
        }}
      />
      <Notices
        state={state}
        onDismiss={controller.dismiss}
        onSaveAnyway={controller.confirmSave}
        onCancelSave={controller.cancelSave}
      />
      <div className={styles.body}>
        <Held element={sheetElement} className={styles.sheet} />
        {paneShown && !narrow && <Splitter width={width} onWidth={setWidth} />}
        <Held
          element={paneElement}
          className={mergeClasses(styles.pane, narrow && styles.over, !paneShown && styles.away)}
          width={width}
        />
        {dragging && <div className={styles.drop}>{texts.dropHere}</div>}
      </div>
    </FluentProvider>
  );
}

/** A place for an element that is not React's. */
function Held({
  element,
  className,
  width,
}: {
  readonly element: HTMLElement;
  readonly className: string;
  readonly width?: number;
}): ReactNode {
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    place?.append(element);
  }, [place, element]);
  return <div ref={setPlace} className={className} {...(width === undefined ? {} : { style: { width } })} />;
}

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(NARROW);
      query.addEventListener("change", changed);
      return () => {
        query.removeEventListener("change", changed);
      };
    },
    () => window.matchMedia(NARROW).matches,
  );
}

/** The browser asks before it throws changes away. */
function useUnsavedWarning(edited: boolean): void {
  useEffect(() => {
    if (!edited) return undefined;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
    };
  }, [edited]);
}
