import type { CellRole, Finding, FindingCell } from "../../core/report";

/** The cells of a finding that play one part, in the report's order. */
export interface CellGroup {
  readonly role: CellRole;
  readonly cells: readonly FindingCell[];
}

const ROLES: readonly CellRole[] = ["total", "subject", "peer", "part"];

/**
 * The cells of a finding by role. The cell to look at first leads, in the role the finding gives it; a finding that
 * does not list it gets it as its subject. A cell is named once in a role.
 */
export function cellGroups(finding: Finding): readonly CellGroup[] {
  const isFirst = ({ sheet, cell }: FindingCell): boolean => sheet === finding.sheet && cell === finding.cell;
  const first: FindingCell = finding.cells.find(isFirst) ?? {
    sheet: finding.sheet,
    cell: finding.cell,
    role: "subject",
    value: finding.actual,
  };
  const cells = [first, ...finding.cells.filter((cell) => !isFirst(cell))];
  const roles = [first.role, ...ROLES.filter((role) => role !== first.role)];
  return roles.flatMap((role) => {
    const group = cells.filter((cell) => cell.role === role);
    return group.length === 0 ? [] : [{ role, cells: group }];
  });
}

/** `groups` cut after `limit` cells in all, and how many were left out. */
export function cutGroups(
  groups: readonly CellGroup[],
  limit: number,
): { readonly groups: readonly CellGroup[]; readonly hidden: number } {
  let room = limit;
  let hidden = 0;
  const kept = groups.flatMap(({ role, cells }) => {
    const shown = cells.slice(0, room);
    room -= shown.length;
    hidden += cells.length - shown.length;
    return shown.length === 0 ? [] : [{ role, cells: shown }];
  });
  return { groups: kept, hidden };
}
