import type { Indicator, IndicatorGroup, IndicatorTable } from "../../indicators/indicator";
import { levelName } from "../../indicators/read-indicators";
import { normaliseName } from "../../classification/normalise";
import type { CellCheck } from "../check";
import { findingsOf, type Place, type Remark } from "./finding";
import { reviewMessages } from "./messages";

/** Everything said on one sheet about one unit or project. */
interface Goals {
  readonly table: IndicatorTable;
  readonly group: IndicatorGroup;
  readonly indicators: Indicator[];
}

/** A level that every unit or project needs and one has no indicator of. */
export const indicatorLevels: CellCheck = {
  id: "indicator-levels",
  title: "必备的指标类别",
  severity: "warning",
  explanation:
    "每个单位、每个项目的绩效目标应有表样要求的各类指标，例如成本、数量、质量、时效、效益（至少一类）、满意度。只印了类别而没有三级指标的，视为没有。缺几类都只报一次。要求哪些类别由表样规定。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorLevels,
      goalsOf(indicators).flatMap((goals) => review(goals) ?? []),
    ),
};

/** A unit's levels may be printed in several tables of a sheet, one below the other. */
function goalsOf(tables: readonly IndicatorTable[]): Goals[] {
  const found = new Map<string, Goals>();
  for (const table of tables) {
    for (const group of table.groups) {
      const { unit, project } = group.owner;
      const key = JSON.stringify([table.table.sheetIndex, unit, project]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { table, group, indicators: [...group.indicators] });
      else known.indicators.push(...group.indicators);
    }
  }
  return [...found.values()];
}

function review({ table, group, indicators }: Goals): Remark | null {
  const required = table.table.form?.indicators?.required ?? [];
  const names = new Set(indicators.flatMap(({ level1, level2 }) => [short(level1), short(level2)]));
  const missing = required.filter((anyOf) => !anyOf.some((name) => names.has(short(name))));
  const at = firstPlace(table, group);
  if (missing.length === 0 || at === null) return null;
  const levels = missing.map((anyOf) => anyOf[0] ?? "");
  return {
    at,
    message: reviewMessages.levelsMissing(at, group.owner.project ?? group.owner.unit ?? "", levels),
    expected: levels.join("、"),
  };
}

/** A level without 指标, so that 满意度 is 满意度指标. */
function short(level: string): string {
  return levelName(normaliseName(level)).replace(/指标$/, "");
}

function firstPlace({ table }: IndicatorTable, { indicators, emptyLevels }: IndicatorGroup): Place | null {
  const lines = [...indicators.map(({ line }) => line), ...emptyLevels].sort((a, b) => a.row - b.row);
  const { level1, level2, name } = lines[0]?.cells ?? {};
  const cell = level1 ?? level2 ?? name;
  return cell === undefined ? null : { sheet: table.sheet, cell };
}
