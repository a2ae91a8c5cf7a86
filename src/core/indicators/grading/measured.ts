import Decimal from "decimal.js";
import { product, quotient } from "../../formulas/exact";
import type { Quantity, Target } from "../target";
import { compareUnits, inBase, isPercent, type Unit } from "../unit";
import { scoreMessages as say } from "./messages";
import type { Measure } from "./rule";

export type Measured =
  | { readonly kind: "value"; readonly value: Decimal; readonly text: string }
  | { readonly kind: "not-measured"; readonly reason: string };

export function notMeasured(reason: string): Measured {
  return { kind: "not-measured", reason };
}

/** A value that is a number, no bound and no “50余”; `null` else. */
export function exactAmount(target: Target | null): Quantity | null {
  return target?.kind === "quantity" && target.operator === null && target.approximation === null
    ? target
    : null;
}

/** The value a rule speaks of, in the rule's unit (95 for 95%); rates and deviations in percent. */
export function measured(measure: Measure, unit: Unit, target: Target | null, actual: Target): Measured {
  const value = exactAmount(actual);
  if (value === null) return notMeasured(say.notAValue(actual.text.trim()));
  if (measure === "value") return inUnit(value, unit, target);
  if (target?.kind !== "quantity") return notMeasured(say.noTarget);
  const asked = inBase(target.value, target.unit);
  const reached = inBase(value.value, unitOrTargets(value, target));
  if (compareUnits(target.unit, unitOrTargets(value, target)) === "different") {
    return notMeasured(say.units(target.unit.text, value.unit.text));
  }
  if (asked.isZero()) return notMeasured(say.noRate);
  const rate = quotient(reached, asked);
  const percent = product(measure === "rate" ? rate : rate.minus(1).abs(), new Decimal(100));
  return { kind: "value", value: percent, text: percent.toDecimalPlaces(2).toString() };
}

/** A bare number in a table whose unit has a column of its own is in that unit. */
function unitOrTargets(value: Quantity, target: Target | null): Unit {
  return value.unit.text === "" && target?.kind === "quantity" ? target.unit : value.unit;
}

function inUnit(value: Quantity, unit: Unit, target: Target | null): Measured {
  const own = unitOrTargets(value, target);
  const isNothing = value.value.isZero();
  if (!isNothing && !fits(own, unit)) return notMeasured(say.units(unit.text, own.text));
  const inRulesUnit = fits(own, unit) ? quotient(inBase(value.value, own), unit.factor) : value.value;
  return { kind: "value", value: inRulesUnit, text: `${value.value.toFixed()}${own.text}` };
}

/** Rules count “5人” of 96人次 and “1%” of percentage points; a rule's bare number is in the target's unit. */
export function fits(own: Unit, unit: Unit): boolean {
  if (unit.text === "" || compareUnits(own, unit) === "same") return true;
  const percent = (one: Unit): boolean => isPercent(one) || one.base === "百分点";
  if (percent(own) && percent(unit)) return true;
  return own.per.length === 0 && unit.per.length === 0 && own.base !== "" && own.base.startsWith(unit.base);
}
