import { amountUnreadable } from "./amount-unreadable";
import { brokenFamily } from "./broken-family";
import { brokenRule } from "./broken-rule";
import type { CellCheck, EquationCheck } from "./check";
import { codeName } from "./code-name";
import { detailMissing } from "./detail-missing";
import { weightsOfLevel } from "./indicators/weights-of-level";
import { weightsTotal } from "./indicators/weights-total";
import { scoreAboveWeight } from "./indicators/score-above-weight";
import { scoreTotal } from "./indicators/score-total";
import { executionRate } from "./indicators/execution-rate";
import { executionScore } from "./indicators/execution-score";
import { scoreAttainment } from "./indicators/score-attainment";
import { deviationReason } from "./indicators/deviation-reason";
import { actualCopied } from "./indicators/actual-copied";
import { gradingRule } from "./indicators/grading-rule";
import { criteriaPoints } from "./indicators/criteria-points";
import { computedScore } from "./indicators/computed-score";
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
  weightsOfLevel,
  weightsTotal,
  scoreAboveWeight,
  scoreTotal,
  executionRate,
  executionScore,
  scoreAttainment,
  deviationReason,
  actualCopied,
  gradingRule,
  criteriaPoints,
  computedScore,
];
