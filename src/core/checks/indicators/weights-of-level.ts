import { normaliseName } from "../../classification/normalise";
import { difference } from "../../formulas/exact";
import type { IndicatorGroup, IndicatorLine, IndicatorTable, LineCell } from "../../indicators/indicator";
import { levelPoints } from "../../indicators/read-indicators";
import { cellRuns } from "../findings";
import type { CellCheck } from "../check";
import { findingsOf, type Place, type Remark } from "./finding";
import {
  blankCells,
  compareSum,
  pointsOfLines,
  roundingCause,
  roundingSlack,
  sumOf,
  sumTexts,
} from "./points";
import { pointsMessages as say } from "./points-messages";

/** Levels that print their points, “产出指标（50分）”, against the weights below them. */
export const weightsOfLevel: CellCheck = {
  id: "weights-of-level",
  title: "各级指标分值之和",
  severity: "error",
  explanation:
    "一级、二级指标名称后写明分值的（如“数量指标（20分）”），其下各三级指标的分值之和应等于写明的分值，各二级指标写明的分值之和应等于一级指标写明的分值。许多指标平均分配分值、各自取整造成的差额报为尾差；空白的分值不当作 0。",
  findings: ({ indicators }) =>
    findingsOf(
      weightsOfLevel,
      indicators.flatMap((table) => table.groups.flatMap((group) => remarksOf(table, group))),
    ),
};

/** A level with its points, the lines below it, and the levels below it that print points. */
interface Level {
  readonly cell: LineCell;
  readonly points: ReturnType<typeof levelPoints>;
  readonly lines: IndicatorLine[];
  /** Lines that print a level without an indicator. */
  readonly empty: IndicatorLine[];
}

function remarksOf({ table }: IndicatorTable, group: IndicatorGroup): Remark[] {
  const firsts = levelsOf(group, ({ level1 }) => (level1 === undefined ? null : [level1]));
  const seconds = levelsOf(group, ({ level1, level2 }) =>
    level2 === undefined ? null : level1 === undefined ? [level2] : [level2, level1],
  );
  const place = (cell: LineCell): Place => ({ sheet: table.sheet, cell });
  const below = seconds.flatMap((level) => remarkOf(level, place) ?? []);
  const above = firsts.flatMap((first) => {
    const children = seconds.filter(({ lines, empty }) =>
      [...lines, ...empty].every((line) => first.lines.includes(line) || first.empty.includes(line)),
    );
    const own = remarkOf(first, place);
    // A slip below 二级指标 shows once, there.
    const isExplained = own !== null && isExplainedBelow(first, children);
    return [...(own === null || isExplained ? [] : [own]), ...subLevelRemark(first, children, place)];
  });
  return [...above, ...below];
}

/** Levels by their text, as flat tables repeat it in every line. */
function levelsOf(
  { indicators, emptyLevels }: IndicatorGroup,
  cellsOf: (cells: IndicatorLine["cells"]) => readonly LineCell[] | null,
): Level[] {
  const levels = new Map<string, Level>();
  const add = (line: IndicatorLine, to: "lines" | "empty"): void => {
    const path = cellsOf(line.cells);
    const [cell] = path ?? [];
    if (path === null || cell === undefined) return;
    const key = path.map(({ text }) => normaliseName(text)).join("|");
    const known = levels.get(key);
    const level = known ?? { cell, points: levelPoints(cell.text), lines: [], empty: [] };
    level[to].push(line);
    if (known === undefined) levels.set(key, level);
  };
  for (const { line } of indicators) add(line, "lines");
  for (const line of emptyLevels) add(line, "empty");
  return [...levels.values()];
}

function remarkOf({ cell, points, lines }: Level, place: (cell: LineCell) => Place): Remark | null {
  const weights = pointsOfLines(lines, "weight");
  if (points === null || weights.length === 0) return null;
  const verdict = compareSum(weights, points, roundingSlack(weights));
  if (verdict.kind === "equal") return null;
  const at = place(cell);
  const texts = sumTexts(points, verdict, cellRuns(weights.map((weight) => weight.cell)));
  const blanks = blankCells(lines, "weight", weights);
  const isShort = verdict.difference.isPositive() && blanks.length > 0;
  return {
    at,
    message: isShort
      ? say.levelBlank(at, texts, blanks.length, cellRuns(blanks))
      : verdict.kind === "rounding"
        ? say.levelRounding(at, texts, roundingCause(weights))
        : say.level(at, texts, weights.length),
    severity: isShort ? "info" : verdict.kind === "rounding" ? "rounding" : weightsOfLevel.severity,
    expected: texts.sum,
    actual: texts.printed,
    difference: verdict.difference.toFixed(),
    parts: weights.map((weight) => place(weight.cell)),
  };
}

/** Whether a level is off by just what the levels below it are off together. */
function isExplainedBelow({ points, lines }: Level, children: readonly Level[]): boolean {
  if (points === null || children.length === 0) return false;
  const away = (printed: NonNullable<Level["points"]>, of: readonly IndicatorLine[]) =>
    difference(printed, sumOf(pointsOfLines(of, "weight").map(({ shown }) => shown)));
  const each = children.map((child) => (child.points === null ? null : away(child.points, child.lines)));
  const known = each.filter((one) => one !== null);
  return known.length === each.length && sumOf(known).eq(away(points, lines));
}

function subLevelRemark(
  { cell, points }: Level,
  children: readonly Level[],
  place: (cell: LineCell) => Place,
): Remark[] {
  const parts = children.flatMap((child) => child.points ?? []);
  if (points === null || parts.length === 0 || parts.length < children.length) return [];
  const sum = sumOf(parts);
  if (sum.eq(points)) return [];
  const at = place(cell);
  const away = difference(points, sum);
  const texts = sumTexts(points, { sum, difference: away }, cellRuns(children.map((child) => child.cell)));
  return [
    {
      at,
      message: say.subLevels(at, texts),
      expected: texts.sum,
      actual: texts.printed,
      difference: away.toFixed(),
      parts: children.map((child) => place(child.cell)),
    },
  ];
}
