import { z } from "zod";
import type { Acceptance, Finding } from "../report";

/** A finding that the user has accepted with a reason, and the figures it had then. */
export interface AcceptedDifference extends Acceptance {
  /** Id of the finding. */
  readonly id: string;
  readonly check: string;
  readonly sheet: string;
  /** A1 style. */
  readonly cell: string;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
  /** All cells of the finding, in its order. */
  readonly cells: readonly AcceptedCell[];
  /** What the finding said; kept only where it has no figures to be known by. */
  readonly message?: string | undefined;
}

interface AcceptedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | null;
}

const figure = z.string().nullable();

export const acceptedDifferenceSchema: z.ZodType<AcceptedDifference> = z.object({
  id: z.string().min(1),
  check: z.string().min(1),
  sheet: z.string(),
  cell: z.string(),
  expected: figure,
  actual: figure,
  difference: figure,
  cells: z.array(z.object({ sheet: z.string(), cell: z.string(), value: figure })),
  message: z.string().optional(),
  reason: z.string().trim().min(1),
  by: z.string(),
  date: z.iso.date(),
});

/** The record of a finding that the user accepts. Blanks around reason and name are dropped. */
export function acceptedDifference(finding: Finding, { reason, by, date }: Acceptance): AcceptedDifference {
  const { id, check, message, sheet, cell, expected, actual, difference } = finding;
  const cells = finding.cells.map(({ sheet, cell, value }) => ({ sheet, cell, value }));
  const record = { id, check, sheet, cell, expected, actual, difference, cells };
  return {
    ...record,
    ...(hasFigures(record) ? {} : { message }),
    reason: reason.trim(),
    by: by.trim(),
    date,
  };
}

/** Whether there is any figure, or text of a cell, by whose change one sees that the workbook has changed. */
export function hasFigures({
  expected,
  actual,
  difference,
  cells,
}: Pick<AcceptedDifference, "expected" | "actual" | "difference" | "cells">): boolean {
  return [expected, actual, difference, ...cells.map(({ value }) => value)].some((value) => value !== null);
}

/** The records with one more, in the place of one about the same finding. */
export function withAccepted(
  accepted: readonly AcceptedDifference[],
  record: AcceptedDifference,
): AcceptedDifference[] {
  return [...withoutAccepted(accepted, record.id), record];
}

/** The records without one. */
export function withoutAccepted(
  accepted: readonly AcceptedDifference[],
  record: string,
): AcceptedDifference[] {
  return accepted.filter(({ id }) => id !== record);
}
