import { amountUnreadable } from "./amount-unreadable";
import { brokenAccepted } from "./broken-accepted";
import { brokenFamily } from "./broken-family";
import { brokenRule } from "./broken-rule";
import type { CellCheck, EquationCheck } from "./check";
import { codeName } from "./code-name";
import { detailMissing } from "./detail-missing";
import { indicatorLevels } from "./indicators/indicator-levels";
import { indicatorOperator } from "./indicators/indicator-operator";
import { indicatorUnit } from "./indicators/indicator-unit";
import { indicatorDate } from "./indicators/indicator-date";
import { indicatorTarget } from "./indicators/indicator-target";
import { indicatorName } from "./indicators/indicator-name";
import { indicatorAlignment } from "./indicators/indicator-alignment";
import { indicatorShares } from "./indicators/indicator-shares";
import { indicatorOver100 } from "./indicators/indicator-over-100";
import { indicatorHalfYear } from "./indicators/indicator-half-year";
import { indicatorSame } from "./indicators/indicator-same";
import { indicatorMoney } from "./indicators/indicator-money";
import { indicatorYear } from "./indicators/indicator-year";
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
import { rateOfAmounts } from "./rate-of-amounts";
import { sameAmount } from "./same-amount";
import { statedRelation } from "./stated-relation";
import { sumElsewhere } from "./sum-elsewhere";
import { sumOfProjects } from "./sum-of-projects";
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
  sumOfProjects,
  noLessThan,
];

export const CELL_CHECKS: readonly CellCheck[] = [
  statedRelation,
  amountUnreadable,
  codeName,
  detailMissing,
  rateOfAmounts,
  indicatorLevels,
  indicatorOperator,
  indicatorUnit,
  indicatorDate,
  indicatorTarget,
  indicatorName,
  indicatorAlignment,
  indicatorShares,
  indicatorOver100,
  indicatorHalfYear,
  indicatorSame,
  indicatorMoney,
  indicatorYear,
  brokenRule,
  brokenFamily,
  brokenAccepted,
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
