import Decimal from "decimal.js";
import { remembered } from "../remembered";
import { normaliseName } from "../classification/normalise";
import type { IndicatorLine, LineCell } from "../forms/indicator-lines";
import type { Table } from "../forms/table";
import { lineName } from "../forms/words";
import { isBlankText, parseDecimalText } from "../workbook/decimal-text";
import { decimalPlaces } from "../workbook/number";
import { parseGradingRule } from "./grading-rule";
import type { Indicator, IndicatorGroup, IndicatorKind, IndicatorTable } from "./indicator";
import { readTarget } from "./read-target";

/** Reads the indicators of all tables that hold any, in the order of the tables. */
export function readIndicators(tables: readonly Table[]): IndicatorTable[] {
  return tables.flatMap((table, at) => {
    const { indicators: lines } = table;
    if (lines === null) return [];
    const execution =
      table.execution ??
      tables.findLast((other, index) => index < at && other.sheet === table.sheet && other.execution !== null)
        ?.execution ??
      null;
    const filled = lines.lines.map(withoutMarksOfNothing);
    const indicators = filled.filter(saysSomething).map(readIndicator);
    const emptyLevels = [...lines.emptyLevels, ...filled.filter((line) => !saysSomething(line))].sort(
      (a, b) => a.row - b.row,
    );
    return [
      {
        table,
        indicators,
        emptyLevels,
        total: lines.total,
        execution,
        groups: groupsOf(indicators, emptyLevels),
      },
    ];
  });
}

/** A line without the cells in which “/” or “—” stands for nothing; 无 as a name is no name either. */
function withoutMarksOfNothing(line: IndicatorLine): IndicatorLine {
  const cells = Object.entries(line.cells);
  const kept = cells.filter(([role, { text }]) => !isBlankText(text) && !(role === "name" && text === "无"));
  return kept.length === cells.length ? line : { ...line, cells: Object.fromEntries(kept) };
}

function saysSomething({ cells }: IndicatorLine): boolean {
  return cells.name !== undefined || cells.target !== undefined;
}

function readIndicator(line: IndicatorLine): Indicator {
  const { cells } = line;
  const textOf = (cell: LineCell | undefined): string => cell?.text ?? "";
  const level1 = levelName(textOf(cells.level1));
  const level2 = levelName(textOf(cells.level2));
  const operator = textOf(cells.operator);
  const unit = textOf(cells.unit);
  const valueOf = (cell: LineCell | undefined): Indicator["target"] =>
    cell === undefined ? null : readTarget({ value: cell.text });
  const rule = [textOf(cells.rule), ...line.criteria.map(({ text }) => text)].join("");
  return {
    line,
    level1,
    level2,
    name: textOf(cells.name),
    kind: kindOf(level1, level2),
    target: cells.target === undefined ? null : readTarget({ operator, value: cells.target.text, unit }),
    halfTarget: valueOf(cells.halfTarget),
    actual: valueOf(cells.actual),
    weight: pointsOf(cells.weight),
    score: pointsOf(cells.score),
    rule: rule === "" ? null : parseGradingRule(rule),
  };
}

/** Points of a cell; null where it is blank or holds no number. A percentage is no number of points. */
export function pointsOf(cell: LineCell | undefined): Decimal | null {
  if (cell === undefined) return null;
  const { value } = cell;
  // Computed points carry binary noise: 0.28000000000000003.
  return pointsIn(typeof value === "number" ? value.toFixed(decimalPlaces(value)) : cell.text);
}

const pointsIn: (text: string) => Decimal | null = remembered((typed) => {
  const text = normaliseName(typed).replace(/分$/, "");
  return /%$/.test(text) ? null : parseDecimalText(text);
});

/** Points behind the name of a level: (50分), (满分50分), 50分. */
const LEVEL_POINTS = /\(?(?:满分|分值|权重|共)?:?(\d+(?:\.\d+)?)分\)?$/;

/** A level's own name: without ordinal, points and blanks. */
export const levelName: (text: string) => string = remembered((text) =>
  lineName(text).replace(LEVEL_POINTS, ""),
);

/** Points that a level prints with its name: 50 of “产出指标(50分)”; null where it prints none. */
export const levelPoints: (text: string) => Decimal | null = remembered((text) => {
  const match = LEVEL_POINTS.exec(normaliseName(text));
  return match?.[1] === undefined ? null : new Decimal(match[1]);
});

/** Second levels tell more than first ones; 成本 stands below 产出 in older tables. */
function kindOf(level1: string, level2: string): IndicatorKind {
  const first = kindNamed(level1);
  if (first === "decision" || first === "process" || first === "satisfaction") return first;
  return kindNamed(level2) ?? first ?? "other";
}

const KINDS: readonly (readonly [RegExp, IndicatorKind])[] = [
  [/成本/, "cost"],
  [/数量/, "quantity"],
  [/质量/, "quality"],
  [/时效/, "timeliness"],
  [/满意/, "satisfaction"],
  [/效益|影响/, "benefit"],
  [/决策|立项|目标|投入/, "decision"],
  [/过程|管理|执行|组织/, "process"],
  [/产出|履职/, "output"],
];

const kindNamed: (level: string) => IndicatorKind | null = remembered(
  (level) => KINDS.find(([words]) => words.test(level))?.[1] ?? null,
);

function groupsOf(indicators: readonly Indicator[], emptyLevels: readonly IndicatorLine[]): IndicatorGroup[] {
  const groups = new Map<
    string,
    { owner: IndicatorGroup["owner"]; indicators: Indicator[]; emptyLevels: IndicatorLine[] }
  >();
  const groupFor = (owner: IndicatorGroup["owner"]) => {
    const key = JSON.stringify([owner.unit, owner.project]);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group = { owner, indicators: [], emptyLevels: [] };
    groups.set(key, group);
    return group;
  };
  for (const indicator of indicators) groupFor(indicator.line.owner).indicators.push(indicator);
  for (const line of emptyLevels) groupFor(line.owner).emptyLevels.push(line);
  return [...groups.values()];
}
