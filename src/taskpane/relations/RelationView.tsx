import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from "react";
import type { RelationMap } from "../../core/relation-map";
import { shortSheetNames } from "../findings/sheet-names";
import { relationsOf, type RelationSession, type TablePair } from "../session/relation-session";
import { CoverageBars } from "./CoverageBars";
import { EquationList } from "./EquationList";
import { RelationGraph } from "./RelationGraph";
import { RelationList, rowKey } from "./RelationList";
import { useRelationWords } from "./use-relation-words";

export interface RelationViewProps {
  readonly session: RelationSession;
  readonly map: RelationMap;
  /** Whether it has a dialog to itself; else it stands in the pane. */
  readonly enlarged: boolean;
  readonly onSelect: (sheet: string, cell: string) => void;
}

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column" },
  // Beside each other where there is room.
  enlarged: {
    "@media (min-width: 760px)": {
      display: "grid",
      gridTemplateColumns: "minmax(0, 1fr) 340px",
      height: "100%",
    },
  },
  lists: { minWidth: 0 },
  listsEnlarged: {
    "@media (min-width: 760px)": {
      minHeight: 0,
      overflowY: "auto",
      borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
});

/** The map as a picture, and below it what it shows as lists: the relations, or the equations of one. */
export function RelationView({ session, map, enlarged, onSelect }: RelationViewProps): ReactNode {
  const styles = useStyles();
  const { shown, equations, busy } = useSyncExternalStore(session.subscribe, session.getState);
  const words = useRelationWords(map);
  const sheetNames = useMemo(() => shortSheetNames(map.nodes.map(({ sheet }) => sheet)), [map]);
  const lists = useRef<HTMLDivElement>(null);
  /** Whether the user has just chosen what is shown: then the focus goes there, else it stays where it is. */
  const chosen = useRef(false);
  const last = useRef<TablePair | null>(null);
  const onShow = useCallback(
    (tables: TablePair) => {
      chosen.current = true;
      void session.show(tables);
    },
    [session],
  );

  useEffect(() => {
    const before = last.current;
    last.current = shown;
    if (!chosen.current) return;
    chosen.current = false;
    const next = shown !== null ? "h3[tabindex]" : before !== null && `[data-tables="${rowKey(before)}"]`;
    if (next !== false) lists.current?.querySelector<HTMLElement>(next)?.focus();
  }, [shown]);

  const relations = shown === null ? null : relationsOf(map, shown);
  return (
    <div className={mergeClasses(styles.root, enlarged && styles.enlarged)}>
      <RelationGraph map={map} words={words} shown={shown} enlarged={enlarged} onShow={onShow} />
      <div ref={lists} className={mergeClasses(styles.lists, enlarged && styles.listsEnlarged)}>
        {shown === null || relations === null ? (
          <RelationList map={map} words={words} onShow={onShow} />
        ) : (
          <EquationList
            key={rowKey(shown)}
            title={words.titleOf(shown, "full")}
            counts={words.countsOf(relations)}
            relations={relations}
            equations={equations}
            busy={busy === "explain"}
            sheetNames={sheetNames}
            onSelect={onSelect}
            onBack={() => {
              chosen.current = true;
              void session.show(null);
            }}
          />
        )}
        <CoverageBars map={map} names={words.names} />
      </div>
    </div>
  );
}
