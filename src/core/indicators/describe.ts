import type Decimal from "decimal.js";
import { analyseWorkbook, type CheckOptions } from "../analyse";
import type { Table } from "../forms/table";
import { roundHalfUp } from "../formulas/exact";
import { toA1 } from "../workbook/address";
import { isBlankText } from "../workbook/decimal-text";
import { sheetGrid } from "../workbook/grid";
import { readNumber } from "../workbook/number";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { assess, ruleOf, type Assessment } from "./assess";
import { describeTarget } from "./describe-value";
import type { ExecutionLine, Indicator, IndicatorGroup, IndicatorTable, LineCell } from "./indicator";
import { modelMessages } from "./messages";
import type {
  AttainmentModel,
  ComputedScoreModel,
  ExecutionModel,
  FigureModel,
  GradingRuleModel,
  IndicatorCounts,
  IndicatorGroupModel,
  IndicatorModel,
  IndicatorOfModel,
  IndicatorTableModel,
  UnreadModel,
} from "./model";
import { levelName } from "./read-indicators";

/** Decimals of ratios and of computed scores. */
const RATIO_DECIMALS = 6;
const SCORE_DECIMALS = 4;

/**
 * The performance indicators of a workbook as plain JSON, see `IndicatorModel`. Pure; never throws for what stands in a
 * workbook. A workbook without indicators gives a model without tables.
 */
export function indicatorModel(snapshot: WorkbookSnapshot, options: CheckOptions = {}): IndicatorModel {
  const { context } = analyseWorkbook(snapshot, options);
  const read = context.indicators.filter(
    ({ indicators, emptyLevels }) => indicators.length + emptyLevels.length > 0,
  );
  const described = read.map((table) => describeTable(table, context.facts.tables, snapshot));
  return {
    version: 1,
    file: snapshot.name,
    families: [...new Set(read.flatMap(({ table }) => table.family?.id ?? []))],
    tables: described,
    summary: count(described),
  };
}

function describeTable(
  { table, groups, total, execution }: IndicatorTable,
  tables: readonly Table[],
  { sheets }: WorkbookSnapshot,
): IndicatorTableModel {
  const sheet = sheets[table.sheetIndex];
  const year = sheet === undefined ? null : sheetGrid(sheet).year;
  const funds = tables.find((other) => other.execution === execution);
  return {
    sheet: table.sheet,
    form: table.form?.id ?? null,
    title: table.title,
    year,
    groups: groups.map((group) => describeGroup(group, year)),
    total: total && { weight: figure(total.cells.weight), score: figure(total.cells.score) },
    execution: execution && describeExecution(execution, (funds ?? table).unit),
  };
}

function describeGroup(
  { owner, indicators, emptyLevels }: IndicatorGroup,
  year: number | null,
): IndicatorGroupModel {
  return {
    unit: owner.unit,
    project: owner.project,
    indicators: indicators.map((indicator) => describeIndicator(indicator, year)),
    emptyLevels: emptyLevels.map(({ row, cells: { level1, level2 } }) => ({
      cell: toA1(level2 ?? level1 ?? { row, column: 0 }),
      level1: levelName(level1?.text ?? ""),
      level2: levelName(level2?.text ?? ""),
    })),
  };
}

function describeIndicator(indicator: Indicator, year: number | null): IndicatorOfModel {
  const { line, level1, level2, name, kind, target, halfTarget, actual, weight, score } = indicator;
  const { cells } = line;
  const assessment = assess(indicator, year === null ? {} : { year });
  return {
    cell: toA1(cells.name ?? cells.target ?? { row: line.row, column: 0 }),
    level1,
    level2,
    focus: cells.focus?.text ?? null,
    name,
    kind: modelMessages.kinds[kind],
    target: describeTarget(target, cells.target),
    halfTarget: describeTarget(halfTarget, cells.halfTarget),
    actual: describeTarget(actual, cells.actual),
    weight: weight?.toFixed() ?? null,
    score: score?.toFixed() ?? null,
    reason: cells.reason?.text ?? null,
    explanation: cells.explanation?.text ?? null,
    gradingRule: describeRule(indicator),
    attainment: describeAttainment(assessment),
    computedScore: describeScore(assessment),
    unread: unreadOf(indicator),
  };
}

function describeRule(indicator: Indicator): GradingRuleModel | null {
  const rule = ruleOf(indicator);
  if (rule === null) return null;
  const { cells, row } = indicator.line;
  return {
    cell: toA1(cells.rule ?? cells.target ?? { row, column: 0 }),
    text: rule.text,
    kind: rule.kind,
    reason: rule.kind === "not-computable" ? rule.reason : null,
  };
}

function describeAttainment({ attainment, isCertain }: Assessment): AttainmentModel | null {
  if (attainment === null) return null;
  const { status, degree, deviation, direction, basis, reason } = attainment;
  return {
    status,
    degree: ratio(degree),
    deviation: ratio(deviation),
    direction,
    basis,
    isCertain,
    reason,
  };
}

function describeScore({ computed }: Assessment): ComputedScoreModel | null {
  if (computed === null) return null;
  return computed.kind === "score"
    ? { score: roundHalfUp(computed.points, SCORE_DECIMALS).toFixed(), reasoning: computed.reasoning }
    : { score: null, reasoning: computed.reason };
}

function ratio(value: Decimal | null): string | null {
  return value === null ? null : roundHalfUp(value, RATIO_DECIMALS).toFixed();
}

/** Texts of an indicator that stay texts: values that are neither amount, date nor words, and points that are no number. */
function unreadOf(indicator: Indicator): UnreadModel[] {
  const { cells } = indicator.line;
  const values = (["target", "halfTarget", "actual"] as const).flatMap((field): UnreadModel[] => {
    const value = indicator[field];
    const cell = cells[field];
    if (value?.kind !== "unread" || cell === undefined) return [];
    return [{ field, cell: toA1(cell), text: value.text.trim(), reason: value.reason }];
  });
  const points = (["weight", "score"] as const).flatMap((field): UnreadModel[] => {
    const cell = cells[field];
    if (cell === undefined || indicator[field] !== null || isBlankText(cell.text)) return [];
    return [{ field, cell: toA1(cell), text: cell.text, reason: modelMessages.notPoints(cell.text) }];
  });
  return [...values, ...points];
}

function describeExecution(line: ExecutionLine, unit: string): ExecutionModel {
  return {
    unit,
    initial: figure(line.initial),
    budget: figure(line.budget),
    executed: figure(line.executed),
    weight: figure(line.weight),
    rate: figure(line.rate),
    score: figure(line.score),
  };
}

function figure(cell: LineCell | undefined): FigureModel | null {
  if (cell === undefined) return null;
  const read = readNumber(cell.value);
  return {
    cell: toA1(cell),
    text: cell.text,
    value: read.kind === "number" ? read.value.toFixed(read.decimals) : null,
  };
}

function count(tables: readonly IndicatorTableModel[]): IndicatorCounts {
  const all = tables.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators));
  const standing = (status: AttainmentModel["status"]): number =>
    all.filter(({ attainment }) => attainment?.status === status).length;
  const rules = all.flatMap(({ gradingRule }) => gradingRule ?? []);
  return {
    indicators: all.length,
    unread: all.reduce((sum, { unread }) => sum + unread.length, 0),
    gradingRules: rules.length,
    notComputable: rules.filter(({ kind }) => kind === "not-computable").length,
    attained: standing("attained"),
    missed: standing("missed"),
    unclear: standing("unclear"),
  };
}
