import { Wide } from "../formulas/exact";
import { parseDecimalText } from "../workbook/decimal-text";
import { liPer, type MoneyUnit } from "../workbook/money";
import { RuleDefect } from "./defect";
import { defects } from "./messages";
import { LARGEST_NUMBER, type Tolerance } from "./relation";

/**
 * Reads how far the two sides may be apart: 0.05 in the unit of the relation's first table, 0.05万元, or 1% of the
 * right side. Null for a blank, where rounding decides. Throws a `RuleDefect` for anything else.
 */
export function parseTolerance(text: string): Tolerance | null {
  const compact = text.replace(/[\s\u3000]/g, "").replace(/^(?:±|\+\/?-|[≤≦⩽])/, "");
  if (compact === "" || /^(?:无|[-－—]+|\/)$/.test(compact)) return null;
  const unit = /(?:元|千元|万元|百万元|亿元)$/.exec(compact)?.[0];
  const digits = unit === undefined ? compact : compact.slice(0, -unit.length);
  const size = parseDecimalText(digits);
  if (size === null || size.isNegative() || size.gt(LARGEST_NUMBER))
    throw new RuleDefect(defects.tolerance(text));
  const exact = new Wide(size);
  if (/[%％]$/.test(digits)) {
    if (unit !== undefined) throw new RuleDefect(defects.tolerance(text));
    return { kind: "share", size: exact };
  }
  return unit === undefined
    ? { kind: "plain", size: exact }
    : { kind: "money", size: exact.times(liPer(unit as MoneyUnit)) };
}
