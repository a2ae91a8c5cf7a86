import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import { dayNumber } from "../../indicators/date-target";
import type { Quantity, Target } from "../../indicators/target";
import { compareUnits, inBase, isCounting, isMoney } from "../../indicators/unit";
import { normaliseName } from "../../classification/normalise";
import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { plainName } from "./name-kinds";
import { alignedIndicators } from "./sections";

interface Named {
  readonly table: IndicatorTable;
  readonly indicator: Indicator;
}

/** Names so general that every project has its own. */
const GENERAL =
  /^(?:(?:服务|受益|补助|社会)?(?:对象|公众|群众|职工|企业|客户|用户)*满意度(?:指标)?|.{0,2}(?:总成本|及时率|完成率|及时性|合规性|完成时间|完成时限))$/;

/** One indicator of a unit and of its project, with another target, unit or operator. */
export const indicatorSame: CellCheck = {
  id: "indicator-same",
  title: "同一指标在两张表中不一致",
  severity: "warning",
  explanation:
    "单位整体绩效目标表与其项目绩效目标表中名称相同的指标，计量单位、指标值类型应一致，指标值应相同；次数、数量、金额等可以累计的，整体的不应小于项目的，大于时不报。决策、过程类指标和“服务对象满意度”“总成本”这样通用的名称不比较。“≥100%”与“=100%”这样实际相同的给出提示。",
  findings: ({ indicators }) => {
    const projects = new Map<string, Named[]>();
    const wholes: [key: string, whole: Named][] = [];
    for (const table of indicators) {
      for (const group of table.groups) {
        for (const indicator of alignedIndicators(group)) {
          const { kind } = indicator;
          if (kind === "decision" || kind === "process" || indicator.target === null) continue;
          const name = keyOf(plainName(indicator));
          if (name === "" || GENERAL.test(name)) continue;
          const key = `${normaliseName(group.owner.unit ?? "")}|${name}`;
          if (group.owner.project === null) wholes.push([key, { table, indicator }]);
          else projects.set(key, [...(projects.get(key) ?? []), { table, indicator }]);
        }
      }
    }
    return findingsOf(
      indicatorSame,
      wholes.flatMap(([key, whole]) =>
        (projects.get(key) ?? []).flatMap((project) => compare(whole, project) ?? []),
      ),
    );
  },
};

/** Names that differ in punctuation, or say 数 for 数量, are the same. */
function keyOf(name: string): string {
  return name.replace(/["'()、,·]/g, "").replace(/数量$/, "数");
}

function compare(whole: Named, project: Named): Remark | null {
  const difference = differenceOf(whole.indicator.target, project.indicator.target);
  if (difference === null) return null;
  const role = difference.of === "指标值" ? "target" : difference.of === "计量单位" ? "unit" : "operator";
  const at = placeOf(whole.table, whole.indicator, role);
  const other = placeOf(project.table, project.indicator, role);
  if (at === null || other === null) return null;
  const [here, there] = [whole, project].map(({ indicator }) => indicator.target?.text.trim() ?? "");
  return {
    at,
    others: [other],
    message: reviewMessages.otherwiseElsewhere(
      at,
      whole.indicator.name,
      here ?? "",
      other,
      there ?? "",
      difference.of,
    ),
    actual: here ?? "",
    ...(difference.isSlight && { severity: "info" as const }),
  };
}

interface Difference {
  readonly of: "指标值" | "计量单位" | "指标值类型";
  readonly isSlight: boolean;
}

function differenceOf(whole: Target | null, project: Target | null): Difference | null {
  if (whole?.kind === "date" && project?.kind === "date") {
    const days = [whole, project].map(({ to }) => dayNumber(to, to.year ?? 0));
    const isSame = days[0] === days[1] || whole.to.year === null || project.to.year === null;
    return isSame ? null : { of: "指标值", isSlight: false };
  }
  if (whole?.kind !== "quantity" || project?.kind !== "quantity") return null;
  if (whole.change !== project.change || (whole.value.isZero() && project.value.isZero())) return null;
  if (compareUnits(whole.unit, project.unit) === "different") return { of: "计量单位", isSlight: false };
  const [value, part] = [whole, project].map((quantity) => inBase(quantity.value, quantity.unit));
  if (value === undefined || part === undefined) return null;
  if (direction(whole) * direction(project) < 0) return { of: "指标值类型", isSlight: false };
  const isCumulative = isCounting(whole.unit) || isMoney(whole.unit) || whole.unit.factor.gt(1);
  if (isCumulative ? value.lt(part) : !value.eq(part)) return { of: "指标值", isSlight: false };
  return direction(whole) !== direction(project) && value.eq(part)
    ? { of: "指标值类型", isSlight: true }
    : null;
}

/** 1 for at least, −1 for at most, 0 for exactly or nothing said. */
function direction({ operator }: Quantity): number {
  if (operator === "≥" || operator === ">") return 1;
  return operator === "≤" || operator === "<" ? -1 : 0;
}
