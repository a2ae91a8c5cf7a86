import { rememberedOf } from "../../remembered";
import type { Indicator, IndicatorGroup, LineCell } from "../../indicators/indicator";
import { isBlankText } from "../../workbook/decimal-text";

/** Indicators of one unit or project below one 二级指标. */
export interface Section {
  readonly indicators: readonly Indicator[];
  /**
   * Operators, values and units are printed as lists of their own, each without repetitions, so that those in the row of
   * a name need not belong to it.
   */
  readonly isListedApart: boolean;
}

/** Fewer lines tell no pattern. */
const FEWEST_LINES = 3;

/** The sections of a group from top to bottom. */
export const sectionsOf: (group: IndicatorGroup) => readonly Section[] = rememberedOf(readSections);

function readSections({ indicators }: IndicatorGroup): Section[] {
  const sections = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    // By their texts: where cells are not merged, every line prints its levels.
    const key = [indicator.level1, indicator.level2, indicator.line.cells.focus?.text ?? ""].join("|");
    const open = sections.get(key);
    if (open === undefined) sections.set(key, [indicator]);
    else open.push(indicator);
  }
  return [...sections.values()].map((lines) => ({ indicators: lines, isListedApart: isListedApart(lines) }));
}

/**
 * Exports of some systems group the lines of a 二级指标 and print only the distinct operators, values and units, from the
 * top. A single operator over values of every line is merely not repeated.
 */
function isListedApart(lines: readonly Indicator[]): boolean {
  if (lines.length < FEWEST_LINES) return false;
  const operators = lines.filter((line) => isOwn(line, "operator")).length;
  const values = leading(lines, "target");
  const units = leading(lines, "unit");
  if (operators === 0 || operators === lines.length || values === null) return false;
  const thinned = (count: number): boolean => count > 1 && count < lines.length;
  return thinned(values) || (units !== null && thinned(units) && values > 1);
}

/** How many lines from the top have a cell of their own; null where blank ones stand between. */
function leading(lines: readonly Indicator[], role: "target" | "unit"): number | null {
  const filled = lines.map((line) => isOwn(line, role));
  const count = filled.filter(Boolean).length;
  return filled.slice(0, count).every(Boolean) ? count : null;
}

function isOwn({ line }: Indicator, role: "operator" | "target" | "unit"): boolean {
  const cell: LineCell | undefined = line.cells[role];
  return cell !== undefined && cell.row === line.row && !isBlankText(cell.text);
}

/** Operator, value and unit all stand in the indicator's own line. */
export function isComplete(indicator: Indicator): boolean {
  return isOwn(indicator, "operator") && isOwn(indicator, "target") && isOwn(indicator, "unit");
}

/** Indicators whose operator, value and unit are theirs. */
export function alignedIndicators(group: IndicatorGroup): Indicator[] {
  return sectionsOf(group).flatMap(({ indicators, isListedApart: apart }) => (apart ? [] : indicators));
}
