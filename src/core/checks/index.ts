import { amountUnreadable } from "./amount-unreadable";
import { brokenFamily } from "./broken-family";
import { brokenRule } from "./broken-rule";
import type { CellCheck, EquationCheck } from "./check";
import { codeName } from "./code-name";
import { detailMissing } from "./detail-missing";
import { noLessThan } from "./no-less-than";
import { sameAmount } from "./same-amount";
import { statedRelation } from "./stated-relation";
import { sumElsewhere } from "./sum-elsewhere";
import { sumOfTables } from "./sum-of-tables";
import { totalAcross } from "./total-across";
import { totalDown } from "./total-down";

/** Checks that state equations; each sees the equations of those before it. */
export const EQUATION_CHECKS: readonly EquationCheck[] = [
  totalAcross,
  totalDown,
  sameAmount,
  sumElsewhere,
  sumOfTables,
  noLessThan,
];

export const CELL_CHECKS: readonly CellCheck[] = [
  statedRelation,
  amountUnreadable,
  codeName,
  detailMissing,
  brokenRule,
  brokenFamily,
];
