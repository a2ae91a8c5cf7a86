import type { LinearSystem } from "./system";

/** By how much facts change, in 厘. */
export type Changes = ReadonlyMap<number, number>;

/** By how much the residuals of equations change, in 厘. */
export type Shifts = ReadonlyMap<number, number>;

/** What shifting residuals does. */
export interface Outcome {
  /** Equations that did not hold and would. */
  readonly mended: readonly number[];
  /** Equations that held and would no longer. */
  readonly broken: number;
}

/**
 * Residuals looked at for all explanations of one workbook. Real ones take some thousands; where hundreds of sheets print the
 * same wrong amounts, looking for the cause of each would take minutes and tell nobody anything.
 */
const MOST_WORK = 5_000_000;

/** How the residuals stand after what has been mended so far. */
export class State {
  private readonly shifted = new Map<number, number>();
  private work = 0;
  constructor(readonly system: LinearSystem) {}

  residual(equation: number): number {
    return (this.system.residual[equation] ?? 0) + (this.shifted.get(equation) ?? 0);
  }

  holds(equation: number, shift = 0): boolean {
    const residual = this.residual(equation) + shift;
    return (
      residual >= (this.system.lowest[equation] ?? 0) && residual <= (this.system.highest[equation] ?? 0)
    );
  }

  /** Whether no more explanations are to be looked for. */
  get isSpent(): boolean {
    return this.work > MOST_WORK;
  }

  /** Counts residuals that an explanation has looked at. */
  spend(residuals: number): void {
    this.work += residuals;
  }

  outcome(shifts: Shifts): Outcome {
    this.spend(shifts.size);
    const mended: number[] = [];
    let broken = 0;
    for (const [equation, shift] of shifts) {
      const held = this.holds(equation);
      const holds = this.holds(equation, shift);
      if (!held && holds) mended.push(equation);
      if (held && !holds) broken++;
    }
    return { mended, broken };
  }

  apply(shifts: Shifts): void {
    for (const [equation, shift] of shifts) {
      this.shifted.set(equation, (this.shifted.get(equation) ?? 0) + shift);
    }
  }
}

/** What changes of facts do to the residuals. */
export function shiftsOf(system: LinearSystem, changes: Changes): Map<number, number> {
  const shifts = new Map<number, number>();
  for (const [fact, change] of changes) {
    for (const { equation, factor } of system.termsOf(fact)) {
      shifts.set(equation, (shifts.get(equation) ?? 0) + factor * change);
    }
  }
  return shifts;
}
