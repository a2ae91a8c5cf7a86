import type { CheckReport, Finding, Reopened } from "../report";
import type { AcceptedDifference } from "./accepted-difference";
import { FindingSearch } from "./finding-search";

/**
 * The report with what the user has accepted: findings whose figures are still those accepted carry the reason and are
 * counted; those whose figures have changed are listed as reopened. Records of findings that are no longer there have no
 * effect. What an earlier call put in is replaced.
 *
 * A finding is known by its id. Where the sheet has another name now, or an equation at the same cell has gone and the
 * number behind the id with it, it is known by check, cell and all its figures, if only one is like that. A finding whose
 * figures stand in other cells now (rows were inserted) is reopened: elsewhere the same figures may mean something else.
 */
export function applyAccepted(given: CheckReport, accepted: readonly AcceptedDifference[]): CheckReport {
  const report = { ...given, findings: given.findings.map(withoutAcceptance) };
  const search = new FindingSearch(report);
  const taken = new Map<Finding, AcceptedDifference>();
  const isFree = (finding: Finding): boolean => !taken.has(finding);
  const left: AcceptedDifference[] = [];
  for (const record of accepted) {
    const finding = search.byId(record.id);
    if (finding !== undefined && search.isAsAccepted(record, finding)) taken.set(finding, record);
    else left.push(record);
  }
  const changed: AcceptedDifference[] = [];
  for (const record of left) {
    const found = onlyOne(
      search.atPlace(record).filter((finding) => isFree(finding) && search.isAsAccepted(record, finding)),
    );
    if (found === undefined) changed.push(record);
    else taken.set(found, record);
  }
  const reopened = new Map<Finding, Reopened>();
  for (const record of changed) {
    const isOpen = (finding: Finding): boolean => isFree(finding) && !reopened.has(finding);
    const [own] = [search.byId(record.id) ?? [], search.atPlace(record)].flat().filter(isOpen);
    const finding = own ?? onlyOne(search.moved(record).filter(isOpen));
    if (finding !== undefined) reopened.set(finding, reopenedOf(finding, record));
  }
  return {
    ...report,
    summary: { ...report.summary, accepted: taken.size },
    findings: report.findings.map((finding) => {
      const record = taken.get(finding);
      return record === undefined ? finding : withAcceptance(finding, record);
    }),
    reopened: report.findings.flatMap((finding) => reopened.get(finding) ?? []),
  };
}

/** Whether a finding of severity error is still open: neither corrected nor accepted. */
export function isOpenError({ severity, accepted }: Finding): boolean {
  return severity === "error" && accepted === undefined;
}

function onlyOne(findings: readonly Finding[]): Finding | undefined {
  return findings.length === 1 ? findings[0] : undefined;
}

function withoutAcceptance({ accepted: _accepted, ...finding }: Finding): Finding {
  return finding;
}

function withAcceptance(finding: Finding, { id: record, reason, by, date }: AcceptedDifference): Finding {
  return { ...finding, accepted: { record, reason, by, date } };
}

function reopenedOf({ id: finding }: Finding, accepted: AcceptedDifference): Reopened {
  const { id: record, reason, by, date, expected, actual, difference } = accepted;
  return { finding, record, reason, by, date, expected, actual, difference };
}
