/** The report contract: what `gouji check --json` prints and the task pane shows. */

export type Severity = "error" | "rounding" | "warning" | "info";

/** Part a cell plays in a finding. */
export type CellRole = "total" | "part" | "peer" | "subject";

/** Amounts are decimal strings in the unit of the table they stand in. */
export interface FindingCell {
  readonly sheet: string;
  readonly cell: string;
  readonly role: CellRole;
  readonly value: string | null;
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
}

export interface TableReport {
  readonly sheet: string;
  /** Form id, null where the sheet was read by its layout alone. */
  readonly form: string | null;
  readonly title: string;
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
  };
  readonly findings: readonly Finding[];
  /** Most likely cause first. */
  readonly diagnoses: readonly Diagnosis[];
}
