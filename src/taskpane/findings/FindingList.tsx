import { makeStyles } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckReport, Severity } from "../../core/report";
import { FindingCard } from "./FindingCard";
import { GroupHead } from "./GroupHead";
import { groupFindings, type ListRow, rowsOf } from "./group-findings";
import { SeverityIcon } from "./SeverityIcon";
import { shortSheetNames } from "./sheet-names";

export interface FindingListProps {
  readonly report: CheckReport;
  readonly folded: readonly Severity[];
  readonly onFold: (folded: readonly Severity[]) => void;
  readonly onSelect: (sheet: string, cell: string) => void;
}

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden", overflowAnchor: "none" },
  canvas: { position: "relative", width: "100%" },
  row: { position: "absolute", top: 0, left: 0, width: "100%" },
});

/** Heights in px before a row is measured. */
const ESTIMATE = { severity: 32, sheet: 28, finding: 96 } as const;

/** All findings in groups. Only the rows in sight are in the page, so that thousands scroll as lightly as ten. */
export function FindingList({ report, folded, onFold, onSelect }: FindingListProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const [foldedSheets, setFoldedSheets] = useState<ReadonlySet<string>>(new Set());
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<string | null>(null);

  const groups = useMemo(() => groupFindings(report), [report]);
  const rows = useMemo(
    () => rowsOf(groups, { severities: new Set(folded), sheets: foldedSheets }),
    [groups, folded, foldedSheets],
  );
  const sheetNames = useMemo(
    () => shortSheetNames([...report.tables, ...report.findings].map(({ sheet }) => sheet)),
    [report],
  );
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- tells the React Compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ESTIMATE[rows[index]?.kind ?? "finding"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 4, // so that Tab always finds the next link in the page
  });

  const draw = (row: ListRow): ReactNode => {
    switch (row.kind) {
      case "severity": {
        const { severity, count } = row.group;
        return (
          <GroupHead
            level={2}
            icon={<SeverityIcon severity={severity} />}
            name={t(`severity.${severity}`)}
            count={count}
            open={row.open}
            onToggle={() => {
              onFold(row.open ? [...folded, severity] : folded.filter((other) => other !== severity));
            }}
          />
        );
      }
      case "sheet":
        return (
          <GroupHead
            level={3}
            name={row.group.sheet}
            remark={row.group.title}
            count={row.group.findings.length}
            open={row.open}
            onToggle={() => {
              setFoldedSheets(toggled(foldedSheets, row.key));
            }}
          />
        );
      case "finding":
        return (
          <FindingCard
            finding={row.finding}
            selected={selected === row.key}
            expanded={expanded.has(row.key)}
            sheetNames={sheetNames}
            onToggle={() => {
              setExpanded(toggled(expanded, row.key));
            }}
            onSelect={(sheet, cell) => {
              setSelected(row.key);
              onSelect(sheet, cell);
            }}
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
