import type { CellAddress, CellRange } from "../../workbook/address";
import type { AreaStyle, PageSetup, PlannedCell, SheetPlan, StyledArea } from "../../workbook/sheet-plan";
import { rangeOf, type FormulaResult, type MayHoldText } from "../formula";
import type { Template } from "../template";
import type { FillOptions } from "./fill";
import { formulaComputer, writtenFormula, type FormulaCell } from "./formula-cells";
import type { Lines } from "./lines";
import type { ParsedCell } from "./placeholders";
import { joinedRanges, type RangeMap } from "./ranges";
import type { DraftCell, SheetDraft } from "./sheet-draft";
import { formatOfValue, widerFormat } from "./value-text";

/** Marks what is missing. */
const MISSING: AreaStyle = { fillColor: "#FFF2CC" };

interface PlanSources {
  readonly template: Template;
  readonly name: string;
  readonly sheet: SheetDraft;
  readonly mode: FillOptions["mode"];
  readonly rows: Lines;
  readonly columns: Lines;
  /** Columns of the template. */
  readonly width: number;
  readonly map: RangeMap;
}

/** The plan of a filled sheet: its formulas computed, the template's looks moved and grown with the rows and columns. */
export function planOf(sources: PlanSources): SheetPlan {
  const { template, name, sheet, rows, columns, width, map } = sources;
  const drafted = sheet.cells();
  const cells = plannedCells(sources, drafted);
  const dropDowns = template.dropDowns.flatMap((dropDown) =>
    map.rangesOf(dropDown.range).map((range) => ({ ...dropDown, range })),
  );
  return {
    name,
    otherNames: [],
    cells,
    areas: [
      ...template.areas.flatMap(({ range, style }) =>
        map.rangesOf(range).map((each) => ({ range: each, style })),
      ),
      ...formatAreas(template, drafted),
      ...joinedRanges(sheet.missingRanges()).map((range) => ({ range, style: MISSING })),
    ],
    merges: sheet.merges,
    columnWidths: [
      ...columns.templateLines.flatMap((line) => template.columnWidths[line] ?? []),
      ...template.columnWidths.slice(width),
    ],
    rowHeights: template.rowHeights
      .flatMap(({ row, points }) => rows.linesOf(row).map((line) => ({ row: line, points })))
      .sort((a, b) => a.row - b.row),
    dropDowns,
    frozenRows: firstLineFrom(rows, template.frozenRows),
    ...(template.page === null ? {} : { page: movedPage(template.page, map) }),
    start: { row: 0, column: 0 },
  };
}

/** How many lines come before those made from a template line on. */
function firstLineFrom(lines: Lines, templateLine: number): number {
  const first = lines.templateLines.findIndex((line) => line >= templateLine);
  return first === -1 ? templateLine : first;
}

function movedPage({ titleRows, printArea, ...page }: PageSetup, map: RangeMap): PageSetup {
  const titles = titleRows === undefined ? [] : map.rowRuns(titleRows.top, titleRows.bottom);
  const [firstRows, lastRows] = [titles[0], titles.at(-1)];
  const printed = printArea === undefined ? [] : map.rangesOf(printArea);
  const [firstRange, lastRange] = [printed[0], printed.at(-1)];
  return {
    ...page,
    ...(firstRows === undefined || lastRows === undefined
      ? {}
      : { titleRows: { top: firstRows.first, bottom: lastRows.last } }),
    ...(firstRange === undefined || lastRange === undefined
      ? {}
      : { printArea: { ...firstRange, bottom: lastRange.bottom, right: lastRange.right } }),
  };
}

function plannedCells({ sheet, mode }: PlanSources, drafted: readonly DraftCell[]): PlannedCell[] {
  const compute = formulaComputer((at: CellAddress) => {
    const content = sheet.at(at)?.content;
    if (content === undefined) return { kind: "blank" };
    return "formula" in content ? content.formula : content.value;
  });
  const mayHoldText: MayHoldText = (reference) => {
    const { top, left } = rangeOf(reference);
    const content = reference.sheet === null ? sheet.at({ row: top, column: left })?.content : undefined;
    if (content === undefined) return false;
    const { kind } = "formula" in content ? compute(content.formula) : content.value;
    return kind === "text" || kind === "unknown";
  };
  const written = (formula: FormulaCell): string | null => {
    const isPlain = formula.written.kind === "number";
    return mode === "values" || isPlain ? null : writtenFormula(formula, mode, mayHoldText);
  };
  return drafted.flatMap(({ at, content }): PlannedCell[] => {
    if ("formula" in content) return plannedFormula(at, written(content.formula), compute(content.formula));
    const { value } = content;
    if (value.kind === "blank") return [];
    if (value.kind === "text") return [{ ...at, value: value.text }];
    const number = value.number.toNumber();
    const isAlive = mode !== "values" && value.formula !== null;
    return [isAlive ? { ...at, value: number, formula: `=${value.formula}` } : { ...at, value: number }];
  });
}

/** An error is no value to be handed in: without formulas such a cell stays blank. */
function plannedFormula(at: CellAddress, formula: string | null, result: FormulaResult): PlannedCell[] {
  const value = plannedValue(result);
  if (formula !== null) return [{ ...at, value, formula }];
  return result.kind === "error" || result.kind === "unknown" ? [] : [{ ...at, value }];
}

function plannedValue(result: FormulaResult): string | number | boolean {
  switch (result.kind) {
    case "number":
      return result.number.toNumber();
    case "text":
      return result.text;
    case "boolean":
      return result.boolean;
    case "error":
      return result.error;
    case "unknown":
      return "";
  }
}

/** Number formats for the numbers of cells to which the template gives none, or one that hides decimals of theirs. */
function formatAreas({ areas }: Template, drafted: readonly DraftCell[]): StyledArea[] {
  const formatted = areas.filter(({ style }) => style.numberFormat !== undefined || style.asText === true);
  const known = new Map<ParsedCell, string | null>();
  /** Null where the template gives none. */
  const formatOf = (cell: ParsedCell): string | null => {
    let format = known.get(cell);
    if (format === undefined) {
      const style = formatted.findLast(({ range }) => isWithin(cell, range))?.style;
      format = style === undefined ? null : (style.numberFormat ?? "@");
      known.set(cell, format);
    }
    return format;
  };
  const byFormat = new Map<string, CellRange[]>();
  for (const { range, cell, content } of drafted) {
    if (!("value" in content)) continue;
    const given = formatOf(cell);
    const format = given === null ? formatOfValue(content.value) : widerFormat(given, content.value);
    if (format === null) continue;
    const ranges = byFormat.get(format) ?? [];
    byFormat.set(format, ranges);
    ranges.push(range);
  }
  return [...byFormat].flatMap(([numberFormat, ranges]) =>
    joinedRanges(ranges).map((range) => ({ range, style: { numberFormat } })),
  );
}

function isWithin({ row, column }: CellAddress, { top, left, bottom, right }: CellRange): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}
