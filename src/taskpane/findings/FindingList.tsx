import { makeStyles } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckReport } from "../../core/report";
import { CauseCard } from "./CauseCard";
import { FindingCard, type FindingDeeds } from "./FindingCard";
import { GroupHead } from "./GroupHead";
import { type ListRow, rowsOf, type SectionGroup } from "./group-findings";
import { SectionIcon } from "./SectionIcon";
import type { Section } from "./sections";
import { shortSheetNames } from "./sheet-names";
import { useKeptScroll } from "./use-kept-scroll";

export interface FindingListProps {
  /** With the findings to be listed. */
  readonly report: CheckReport;
  /** Of this report. */
  readonly groups: readonly SectionGroup[];
  readonly folded: readonly Section[];
  readonly onFold: (folded: readonly Section[]) => void;
  /** By `sheetKey` and `causeKey`. */
  readonly foldedGroups: ReadonlySet<string>;
  readonly onFoldGroups: (folded: ReadonlySet<string>) => void;
  /** Id of the finding that is highlighted. */
  readonly selected: string | null;
  readonly onSelected: (id: string) => void;
  /** A finding to be brought into sight, once for each new object. */
  readonly wanted: WantedFinding | null;
  readonly deeds: FindingDeeds;
}

export interface WantedFinding {
  readonly id: string;
}

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", overflowAnchor: "none" },
  canvas: { position: "relative", width: "100%" },
  row: { position: "absolute", top: 0, left: 0, width: "100%" },
});

/** Heights in px before a row is measured. */
const ESTIMATE = { section: 32, cause: 84, sheet: 28, finding: 126 } as const;

/** How deep a row stands, for screen readers. */
const LEVEL = { section: 1, cause: 2, sheet: 2, finding: 3 } as const;

/** All findings in groups. Only the rows in sight are in the page, so that thousands scroll as lightly as ten. */
export function FindingList({
  report,
  groups,
  folded,
  onFold,
  foldedGroups,
  onFoldGroups,
  selected,
  onSelected,
  wanted,
  deeds,
}: FindingListProps): ReactNode {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());

  const rows = useMemo(
    () => rowsOf(groups, { sections: new Set(folded), groups: foldedGroups }),
    [groups, folded, foldedGroups],
  );
  const sheetNames = useMemo(
    () =>
      shortSheetNames([...report.tables, ...report.findings, ...report.diagnoses].map(({ sheet }) => sheet)),
    [report],
  );
  const reopened = useMemo(() => new Map(report.reopened.map((one) => [one.finding, one])), [report]);
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- tells the React Compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ESTIMATE[rows[index]?.kind ?? "finding"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 4, // so that Tab always finds the next link in the page
  });
  useKeptScroll(scroller, virtualizer, rows);

  const brought = useRef<WantedFinding | null>(null);
  useEffect(() => {
    if (wanted === null || brought.current === wanted) return;
    const index = rows.findIndex(({ key }) => key === wanted.id);
    if (index < 0) return; // it comes with the next rows, once its group is unfolded
    brought.current = wanted;
    virtualizer.scrollToIndex(index, { align: "center" });
  }, [wanted, rows, virtualizer]);

  const onExpand = useCallback((id: string): void => {
    setExpanded((keys) => toggled(keys, id));
  }, []);

  const draw = (row: ListRow): ReactNode => {
    switch (row.kind) {
      case "section": {
        const { section, count } = row.group;
        return (
          <GroupHead
            level={2}
            icon={<SectionIcon section={section} />}
            name={t(`severity.${section}`)}
            count={count.toLocaleString(i18n.language)}
            open={row.open}
            onToggle={() => {
              onFold(row.open ? [...folded, section] : folded.filter((other) => other !== section));
            }}
          />
        );
      }
      case "cause":
        return (
          <CauseCard
            cause={row.cause}
            open={row.open}
            sheetNames={sheetNames}
            onToggle={() => {
              onFoldGroups(toggled(foldedGroups, row.key));
            }}
            deeds={deeds}
          />
        );
      case "sheet":
        return (
          <GroupHead
            level={3}
            name={row.group.sheet}
            remark={row.group.title}
            count={row.group.findings.length.toLocaleString(i18n.language)}
            open={row.open}
            onToggle={() => {
              onFoldGroups(toggled(foldedGroups, row.key));
            }}
          />
        );
      case "finding":
        return (
          <FindingCard
            finding={row.finding}
            home={row.home}
            cause={row.cause}
            reopened={reopened.get(row.finding.id)}
            selected={selected === row.key}
            expanded={expanded.has(row.key)}
            sheetNames={sheetNames}
            deeds={deeds}
            onSelected={onSelected}
            onToggle={onExpand}
          />
        );
    }
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="list"
        aria-label={t("finding.list")}
        className={styles.canvas}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              aria-level={LEVEL[row.kind]}
              className={styles.row}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              {draw(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
