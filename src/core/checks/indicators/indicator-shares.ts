import Decimal from "decimal.js";
import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { Quantity } from "../../indicators/target";
import { isPercent } from "../../indicators/unit";
import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { plainName } from "./name-kinds";
import { alignedIndicators } from "./sections";

/** A cost in percent of its project's cost. */
interface Share {
  readonly indicator: Indicator;
  readonly name: string;
  readonly quantity: Quantity;
}

const WHOLE = new Decimal(100);
/** Names of one project begin alike for at least as many characters. */
const LEAST_BEGINNING = 5;
/** Of the beginning that names share so far, a further name of the same project keeps as much. */
const KEPT_BEGINNING = 0.7;
/** Sums further off are no shares of one whole, but several limits side by side. */
const FURTHEST_OFF = 50;

/** Shares of one project's cost that do not add up to 100 %. */
export const indicatorShares: CellCheck = {
  id: "indicator-shares",
  title: "成本占比合计",
  severity: "warning",
  explanation:
    "成本指标中，名称开头相同（同一项目）的几个百分数是该项目成本的构成，合计应为100%。允许的差别只有各数末位四舍五入的半个单位之和。控制率、节约率等不是构成的，以及单个达到100%的不参加合计。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorShares,
      indicators.flatMap((table) =>
        table.groups.flatMap((group) =>
          runsOf(alignedIndicators(group).flatMap(shareOf)).flatMap((run) => remarkOn(table, run) ?? []),
        ),
      ),
    ),
};

function shareOf(indicator: Indicator): Share[] {
  const { target, kind } = indicator;
  const name = plainName(indicator);
  if (kind !== "cost" || target?.kind !== "quantity" || target.change !== null) return [];
  const isShare = target.operator === null || target.operator === "≤" || target.operator === "=";
  const isWhole = target.value.gte(WHOLE) || target.value.lte(0);
  if (!isPercent(target.unit) || !isShare || isWhole) return [];
  if (/率$|节约|压减|降低|下降|减少|增长|变动|标准/.test(name)) return [];
  return [{ indicator, name, quantity: target }];
}

/** Neighbouring shares whose names begin alike. */
function runsOf(shares: readonly Share[]): Share[][] {
  const runs: { beginning: string; shares: Share[] }[] = [];
  for (const share of shares) {
    const run = runs.at(-1);
    const common = run === undefined ? "" : commonBeginning(run.beginning, share.name);
    const isFirstPair = run?.shares.length === 1;
    const least =
      run === undefined || isFirstPair
        ? LEAST_BEGINNING
        : Math.max(LEAST_BEGINNING, KEPT_BEGINNING * run.beginning.length);
    if (run !== undefined && common.length >= least) {
      run.beginning = common;
      run.shares.push(share);
    } else runs.push({ beginning: share.name, shares: [share] });
  }
  return runs.map((run) => run.shares).filter(isComposition);
}

/** Two shares need to say that they are shares; three speak for themselves. */
function isComposition(shares: readonly Share[]): boolean {
  return (
    shares.length > 2 || (shares.length === 2 && shares.every(({ name }) => /占比|比例|比重/.test(name)))
  );
}

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function remarkOn(table: IndicatorTable, shares: readonly Share[]): Remark | null {
  const values = shares.map(({ quantity }) => quantity.value);
  const sum = values.reduce((total, value) => total.plus(value), new Decimal(0));
  // A share typed as 9 among others with decimals is 9.00: the finest of them says how the group was rounded.
  const decimals = Math.max(...values.map((value) => value.decimalPlaces()));
  const tolerance = new Decimal(10).pow(-decimals).div(2).times(shares.length);
  const off = sum.minus(WHOLE);
  if (off.abs().lte(tolerance) || off.abs().gt(FURTHEST_OFF)) return null;
  const places = shares.flatMap(({ indicator }) => placeOf(table, indicator, "target") ?? []);
  const [at, ...others] = places;
  if (at === undefined) return null;
  const beginning = shares.map(({ name }) => name).reduce(commonBeginning);
  return {
    at,
    others,
    message: reviewMessages.shares(places, beginning, sum.toFixed(), off.toFixed()),
    expected: "100",
    actual: sum.toFixed(),
  };
}
