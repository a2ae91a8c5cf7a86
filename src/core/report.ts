/** The report contract: what `gouji check --json` prints and the task pane shows. */

export type Severity = "error" | "rounding" | "warning" | "info";

/** In the order of printed lists: what is about amounts first, worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "rounding", "warning", "info"];

/** Part a cell plays in a finding. */
export type CellRole = "total" | "part" | "peer" | "subject";

/** Amounts are decimal strings in the unit of the table they stand in. */
export interface FindingCell {
  readonly sheet: string;
  readonly cell: string;
  readonly role: CellRole;
  readonly value: string | null;
}

/** Why, by whom and when a difference was accepted (说明). */
export interface Acceptance {
  readonly reason: string;
  /** "" where nobody is named. */
  readonly by: string;
  /** “2026-03-31”. */
  readonly date: string;
}

/** An acceptance as it is kept. */
export interface KeptAcceptance extends Acceptance {
  /** Id of the record: that of the finding when it was accepted, when its sheet may have had another name. */
  readonly record: string;
}

/** A finding that was accepted with other figures, or at another place, and is open again. */
export interface Reopened extends KeptAcceptance {
  /** Id of the finding as it is now. */
  readonly finding: string;
  /** The figures it was accepted with. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
}

export interface Finding {
  /** Stable from run to run. */
  readonly id: string;
  /** Id of the check. */
  readonly check: string;
  readonly severity: Severity;
  /** One Chinese sentence a clerk understands. */
  readonly message: string;
  /** Where to look first. */
  readonly sheet: string;
  /** A1 style. */
  readonly cell: string;
  readonly expected: string | null;
  readonly actual: string | null;
  /** actual − expected. */
  readonly difference: string | null;
  readonly cells: readonly FindingCell[];
  /** Absent where the user has not accepted it as it is. */
  readonly accepted?: KeptAcceptance;
}

export interface TableReport {
  readonly sheet: string;
  /** Form id, null where the sheet was read by its layout alone. */
  readonly form: string | null;
  readonly title: string;
  /** First and last row with its lines, 1-based; null for a table without any. Tells the tables of one sheet apart. */
  readonly rows: { readonly first: number; readonly last: number } | null;
  /** “万元”, “元”, … */
  readonly unit: string;
  /** Numeric amount cells found. */
  readonly amounts: number;
  /** Of them, mapped to the classification model. */
  readonly classified: number;
  /** Of them, in at least one equation. */
  readonly covered: number;
}

export interface Diagnosis {
  readonly sheet: string;
  readonly cell: string;
  readonly actual: string | null;
  readonly suggested: string | null;
  /** 0 … 1. */
  readonly confidence: number;
  /** What is wrong, in one Chinese sentence or two; the messages of the findings end with it. The same for alternatives. */
  readonly message: string;
  /** Ids of the findings this cell explains. */
  readonly findings: readonly string[];
}

export interface CheckReport {
  readonly version: 1;
  readonly file: string;
  /** Form families recognised, e.g. ["hunan-budget-2026"]. */
  readonly families: readonly string[];
  readonly tables: readonly TableReport[];
  readonly summary: {
    readonly equations: number;
    readonly satisfied: number;
    readonly rounding: number;
    readonly violated: number;
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    /** Of all findings, of whatever severity, those that are accepted; they are counted above, too. */
    readonly accepted: number;
  };
  readonly findings: readonly Finding[];
  /** Most likely cause first. */
  readonly diagnoses: readonly Diagnosis[];
  /** In the order of the findings. */
  readonly reopened: readonly Reopened[];
}
