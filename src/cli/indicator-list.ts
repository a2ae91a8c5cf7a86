import type {
  ExecutionModel,
  FigureModel,
  IndicatorGroupModel,
  IndicatorModel,
  IndicatorOfModel,
  IndicatorTableModel,
  TargetModel,
} from "../core/indicators/model";
import { texts } from "./texts";

/** Longest target or actual value shown in full; sentences are cut. */
const LONGEST_VALUE = 40;

const NOTHING = "—";

/** The indicators of a workbook as Chinese text, a line an indicator; what could not be read is marked with ！. */
export function listIndicators({ file, tables, summary }: IndicatorModel): string {
  const lines = [texts.indicatorsTitle(file)];
  for (const table of tables) lines.push("", ...tableLines(table));
  lines.push("", texts.indicatorsCounts(summary.indicators, summary.unread));
  const { attained, missed, unclear } = summary;
  if (attained + missed + unclear > 0) lines.push(texts.indicatorsAttained(attained, missed, unclear));
  if (summary.gradingRules > 0)
    lines.push(texts.indicatorsRules(summary.gradingRules, summary.notComputable));
  return `${lines.join("\n")}\n`;
}

function tableLines({ sheet, year, groups, total, execution }: IndicatorTableModel): string[] {
  return [
    texts.indicatorsSheet(sheet, year),
    ...(execution === null ? [] : [executionLine(execution)]),
    ...groups.flatMap(groupLines),
    ...(total === null ? [] : [texts.indicatorsTotal(textOf(total.weight), textOf(total.score))]),
  ];
}

function executionLine({ unit, budget, executed, rate, score }: ExecutionModel): string {
  return texts.indicatorsExecution(unit, textOf(budget), textOf(executed), textOf(rate), textOf(score));
}

function groupLines({ unit, project, indicators, emptyLevels }: IndicatorGroupModel): string[] {
  const empty = emptyLevels.map(({ cell, level1, level2 }) => `${cell} ${level2 || level1}`).join("、");
  return [
    texts.indicatorsOwner(unit, project, indicators.length),
    ...indicators.map(indicatorLine),
    ...(empty === "" ? [] : [texts.emptyLevels(empty)]),
  ];
}

function indicatorLine(indicator: IndicatorOfModel): string {
  const { cell, level1, level2, name, target, halfTarget, actual, weight, score } = indicator;
  const parts = [
    cell,
    [level1, level2].filter((level) => level !== "").join("/"),
    name === "" ? texts.indicatorUnnamed : oneLine(name),
    target === null ? texts.indicatorNoTarget : texts.indicatorTarget(shown(target)),
    ...(halfTarget === null ? [] : [texts.indicatorHalfTarget(shown(halfTarget))]),
    ...(actual === null ? [] : [texts.indicatorActual(shown(actual))]),
    ...(weight === null ? [] : [texts.indicatorWeight(weight)]),
    ...(score === null ? [] : [texts.indicatorScore(score)]),
    ...(indicator.attainment === null ? [] : [texts.indicatorStatus[indicator.attainment.status]]),
    ...(indicator.gradingRule?.kind === "not-computable" ? [texts.indicatorRuleNotComputable] : []),
    ...indicator.unread.map(({ field }) => `！${texts.indicatorUnread[field]}`),
  ];
  return `    ${parts.join("　")}`;
}

function textOf(figure: FigureModel | null): string {
  return figure?.text ?? NOTHING;
}

/** Line breaks within a cell would break the list. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, "");
}

/** A value as written; of words the words alone, without “定性” in front. */
function shown(value: TargetModel): string {
  const text = oneLine(value.kind === "qualitative" ? value.words : value.text);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
