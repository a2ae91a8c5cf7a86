import type { EquationCheck } from "./check";

/**
 * All equations of a workbook, kept in typed arrays: there are more of them than amounts. An equation is named by its
 * number. `total` = (or ≥) the sum of `parts`; both name facts. Blank parts are left out; a blank total counts as 0. In an
 * equality of one amount printed twice, the only part is the fact it is compared with.
 */
export interface Equations {
  readonly count: number;
  readonly checks: readonly EquationCheck[];
  /** Position in `checks` of the check that states the equation. */
  readonly check: Uint8Array;
  readonly total: Int32Array;
  /** 1 where the total may be more than its parts. */
  readonly atLeast: Uint8Array;
  /** Parts of equation n are `parts[start[n]] … parts[start[n + 1] − 1]`. */
  readonly start: Int32Array;
  readonly parts: Int32Array;
}

export type Relation = "equal" | "atLeast";

/** One equation by itself. */
export interface Equation {
  readonly check: EquationCheck;
  readonly total: number;
  readonly parts: readonly number[];
  readonly relation: Relation;
}

/** Throws a RangeError for a number that is none. */
export function equationAt(equations: Equations, at: number): Equation {
  return {
    check: checkOf(equations, at),
    total: equations.total[at] ?? -1,
    parts: partsOf(equations, at),
    relation: equations.atLeast[at] === 1 ? "atLeast" : "equal",
  };
}

export function checkOf({ checks, check }: Equations, at: number): EquationCheck {
  const found = checks[check[at] ?? -1];
  if (found === undefined) throw new RangeError(`no equation ${String(at)}`);
  return found;
}

export function partsOf({ start, parts }: Equations, at: number): number[] {
  return [...parts.subarray(start[at], start[at + 1])];
}

/** Whether a fact is total or part of an equation. */
export function standsIn(equations: Equations, at: number, fact: number): boolean {
  if (equations.total[at] === fact) return true;
  for (let part = equations.start[at] ?? 0; part < (equations.start[at + 1] ?? 0); part++) {
    if (equations.parts[part] === fact) return true;
  }
  return false;
}

/** Takes equations down: any number of `part`, then `state` or `drop`. */
export class EquationWriter {
  private count = 0;
  private used = 0;
  private open = 0;
  private readonly checks: EquationCheck[] = [];
  private check = new Uint8Array(1024);
  private total = new Int32Array(1024);
  private atLeast = new Uint8Array(1024);
  private start = new Int32Array(1025);
  private parts = new Int32Array(4096);

  /** All that is stated from now on belongs to this check. */
  by(check: EquationCheck): void {
    this.checks.push(check);
  }

  part(fact: number): void {
    if (this.open === this.parts.length)
      this.parts = grown(this.parts, new Int32Array(2 * this.parts.length));
    this.parts[this.open++] = fact;
  }

  /** Parts taken down since the last equation. */
  get openParts(): number {
    return this.open - this.used;
  }

  drop(): void {
    this.open = this.used;
  }

  state(total: number, relation: Relation): void {
    if (this.count === this.total.length) {
      const size = 2 * this.count;
      this.check = grown(this.check, new Uint8Array(size));
      this.total = grown(this.total, new Int32Array(size));
      this.atLeast = grown(this.atLeast, new Uint8Array(size));
      this.start = grown(this.start, new Int32Array(size + 1));
    }
    this.check[this.count] = this.checks.length - 1;
    this.total[this.count] = total;
    this.atLeast[this.count] = relation === "atLeast" ? 1 : 0;
    this.used = this.open;
    this.start[++this.count] = this.used;
  }

  /** What was stated so far. */
  equations(): Equations {
    return {
      count: this.count,
      checks: this.checks,
      check: this.check.subarray(0, this.count),
      total: this.total.subarray(0, this.count),
      atLeast: this.atLeast.subarray(0, this.count),
      start: this.start.subarray(0, this.count + 1),
      parts: this.parts.subarray(0, this.used),
    };
  }
}

function grown<T extends Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
