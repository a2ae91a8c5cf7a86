import type { Quantity, Range, Target } from "./target";
import type { Unit } from "./unit";

/** A target in one spelling, to be shown and read again; what is not a value of figures stays as written. */
export function formatTarget(target: Target): string {
  switch (target.kind) {
    case "quantity":
      return formatQuantity(target);
    case "range":
      return formatRange(target);
    case "several":
      return target.parts.map(formatTarget).join("；");
    default:
      return target.text.trim();
  }
}

function formatQuantity({ label, operator, approximation, value, unit }: Quantity): string {
  const [before, after] = approximation === null ? ["", ""] : APPROXIMATIONS[approximation];
  return `${label}${operator ?? ""}${before}${value.toFixed()}${after}${unit.text}`;
}

const APPROXIMATIONS: Readonly<Record<"more" | "less" | "about", readonly [string, string]>> = {
  more: ["", "余"],
  less: ["近", ""],
  about: ["约", ""],
};

function formatRange({ label, low, lowUnit, high, highUnit }: Range): string {
  const first = sameUnit(lowUnit, highUnit) ? "" : lowUnit.text;
  return `${label}${low.toFixed()}${first}-${high.toFixed()}${highUnit.text}`;
}

function sameUnit(a: Unit, b: Unit): boolean {
  return a.text === b.text;
}
