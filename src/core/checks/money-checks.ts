import type { Finding } from "../report";

/**
 * Checks whose figures are amounts of money, in the unit of the table of the cell to look at first; those of others are
 * rates, points, names. By id, so that who shows a report need not load the checks.
 */
export const MONEY_CHECKS: readonly string[] = [
  "total-across",
  "total-down",
  "same-amount",
  "sum-elsewhere",
  "sum-of-tables",
  "sum-of-projects",
  "no-less-than",
  "stated-relation",
  "amount-unreadable",
];

export function isAboutMoney({ check }: Pick<Finding, "check">): boolean {
  return MONEY_CHECKS.includes(check);
}
