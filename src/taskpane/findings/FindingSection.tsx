import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { CheckReport, Finding, Severity } from "../../core/report";
import { cellAddress } from "../session/marks";
import { placeKey } from "../session/held-cells";
import type { CheckSession } from "../session/session-store";
import { AcceptDialog } from "./AcceptDialog";
import { copyText } from "./copy-text";
import { FilterBar } from "./FilterBar";
import { countSheets, filtered, NO_FILTER, passes, type FindingFilter } from "./filter-findings";
import { findingsByPlace } from "./finding-places";
import { findingsText } from "./finding-text";
import { FindingList, type WantedFinding } from "./FindingList";
import { groupFindings, groupOf, inListOrder } from "./group-findings";
import { countSections } from "./sections";
import { useFigures } from "./use-figures";

export interface FindingSectionProps {
  readonly session: CheckSession;
  readonly report: CheckReport;
  /** While a check runs. */
  readonly busy: boolean;
  readonly folded: readonly Severity[];
  readonly onFold: (folded: readonly Severity[]) => void;
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minHeight: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  remark: {
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    ":not(:empty)": { paddingBottom: tokens.spacingVerticalXS },
  },
  none: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
  },
});

/** Long enough to read what became of copying. */
const REMARK_MS = 6_000;

/** The findings: which of them are listed, the list, and what the user does with them. */
export function FindingSection({ session, report, busy, folded, onFold }: FindingSectionProps): ReactNode {
  const { t } = useTranslation();
  const styles = useStyles();
  const figuresOf = useFigures();
  const { corrections, acceptance, selection } = session;
  const correcting = useSyncExternalStore(corrections.subscribe, () => corrections.getState().busy);
  const accepting = useSyncExternalStore(acceptance.subscribe, acceptance.getState);
  const [chosen, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [acceptedFolded, setAcceptedFolded] = useState(false);
  const [foldedGroups, setFoldedGroups] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<string | null>(null);
  const [wanted, setWanted] = useState<WantedFinding | null>(null);
  const [asked, setAsked] = useState<Finding | null>(null);
  const [remark, setRemark] = useState("");

  const filter = useMemo(() => possible(chosen, report), [chosen, report]);
  const listed = useMemo(() => filtered(report, filter), [report, filter]);
  const groups = useMemo(() => groupFindings(listed), [listed]);
  const places = useMemo(() => findingsByPlace(report), [report]);

  // A marked cell that the user selects shows its finding, whatever was folded away or left out.
  useEffect(
    () =>
      selection.subscribe(() => {
        const { place } = selection.getState();
        const found = place === null ? [] : (places.get(placeKey(place)) ?? []);
        const finding = found.find((one) => passes(filter, one)) ?? found[0];
        if (finding === undefined) return;
        const isListed = passes(filter, finding);
        if (!isListed) setFilter(NO_FILTER);
        const group = groupOf(isListed ? groups : groupFindings(report), finding);
        if (group === null) return;
        const { section, key } = group;
        if (section === "accepted") setAcceptedFolded(false);
        else if (folded.includes(section)) onFold(folded.filter((other) => other !== section));
        setFoldedGroups((keys) => new Set([...keys].filter((other) => other !== key)));
        setSelected(finding.id);
        setWanted({ id: finding.id });
      }),
    [selection, places, filter, groups, report, folded, onFold],
  );
  useEffect(() => selection.follow(), [selection]);

  const copy = (findings: readonly Finding[]): void => {
    void copyText(findingsText(findings, figuresOf, t)).then((copied) => {
      setRemark(copied ? t("copy.copied", { count: findings.length }) : t("copy.failed"));
    });
  };
  useEffect(() => {
    if (remark === "") return;
    const passing = setTimeout(() => {
      setRemark("");
    }, REMARK_MS);
    return () => {
      clearTimeout(passing);
    };
  }, [remark]);
  const reopened = report.reopened.find(({ finding }) => finding === asked?.id);

  return (
    <section className={styles.root}>
      <FilterBar
        report={report}
        filter={filter}
        onFilter={setFilter}
        onCopy={() => {
          copy(inListOrder(groups));
        }}
      />
      <div role="log" aria-live="polite" className={styles.remark}>
        {remark}
      </div>
      {listed.findings.length === 0 ? (
        <div className={styles.none}>
          {t("filter.none")}
          <Button
            size="small"
            onClick={() => {
              setFilter(NO_FILTER);
            }}
          >
            {t("filter.clear")}
          </Button>
        </div>
      ) : (
        <FindingList
          report={listed}
          groups={groups}
          folded={acceptedFolded ? [...folded, "accepted"] : folded}
          onFold={(sections) => {
            setAcceptedFolded(sections.includes("accepted"));
            onFold(sections.filter((section) => section !== "accepted"));
          }}
          foldedGroups={foldedGroups}
          onFoldGroups={setFoldedGroups}
          selected={selected}
          onSelected={setSelected}
          wanted={wanted}
          deeds={{
            disabled: busy || correcting || accepting.busy,
            onSelect: (sheet, cell) => {
              const address = cellAddress(cell);
              if (address !== null) void session.select(sheet, address);
            },
            onApply: (suggestion) => void corrections.apply(suggestion),
            onAccept: setAsked,
            onWithdraw: (record) => void acceptance.withdraw(record),
            onCopy: (finding) => {
              copy([finding]);
            },
          }}
        />
      )}
      {asked !== null && (
        <AcceptDialog
          finding={asked}
          reason={reopened?.reason ?? ""}
          by={accepting.by}
          onAccept={(told) => {
            setAsked(null);
            void acceptance.accept(asked, told, reopened);
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

/** What of a filter is still there to be chosen: a new report may have left nothing of a table or a severity. */
function possible({ section, sheet }: FindingFilter, report: CheckReport): FindingFilter {
  return {
    section: section !== null && countSections(report).has(section) ? section : null,
    sheet: sheet !== null && countSheets(report).has(sheet) ? sheet : null,
  };
}
