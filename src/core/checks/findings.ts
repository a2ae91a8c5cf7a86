import { amountText, withSeparators } from "../workbook/money";
import { columnLetters, toA1, type CellAddress } from "../workbook/address";
import { hasAmount, locate, type Facts } from "../facts/facts";
import type { Table } from "../forms/table";
import type { Finding, FindingCell } from "../report";
import type { Equation } from "./equations";
import type { Evaluation } from "./evaluate";
import { messages, type Figures, type NamedCell } from "./messages";
import { isBareTotal, lineName } from "../forms/words";
import { normaliseName } from "../classification/normalise";

/** Parts named in a sentence before it says “等”. */
const PARTS_NAMED = 12;

/** The finding of an equation that does not hold, or holds but for rounding; `cause` says where the mistake may be. */
export function findingOf(facts: Facts, evaluation: Evaluation, id: string, cause = ""): Finding {
  const { equation, verdict, sum, difference } = evaluation;
  const { check, total, parts, relation } = equation;
  const where = locate(facts, total);
  const { unit } = where.facts.table;
  const decimals = Math.max(...[total, ...parts].map((index) => facts.shownDecimals[index] ?? 0));
  const isRounding = verdict === "rounding";
  const actual = isRounding ? (facts.shown[total] ?? 0) : (facts.value[total] ?? 0);
  const figures: Figures = {
    actual: amountText(actual, unit, decimals),
    expected: amountText(sum, unit, decimals),
    difference: amountText(difference, unit, decimals),
  };
  const grouped: Figures = {
    actual: withSeparators(figures.actual),
    expected: withSeparators(figures.expected),
    difference: withSeparators(figures.difference),
  };
  return {
    id,
    check: check.id,
    severity: isRounding ? "rounding" : check.severity,
    message: sentence(facts, evaluation, grouped) + cause,
    sheet: where.facts.table.sheet,
    cell: toA1(where),
    expected: relation === "atLeast" ? null : figures.expected,
    actual: hasAmount(facts, total) ? figures.actual : null,
    difference: figures.difference,
    cells: equationCells(facts, equation),
  };
}

/** The cells of an equation, its total first. */
export function equationCells(facts: Facts, { check, total, parts }: Equation): FindingCell[] {
  const peers = check.id === "same-amount";
  return [
    cellOf(facts, total, peers ? "peer" : "total"),
    ...parts.map((part) => cellOf(facts, part, peers ? "peer" : "part")),
  ];
}

function sentence(facts: Facts, { equation, verdict }: Evaluation, figures: Figures): string {
  const { check, total, parts, relation } = equation;
  const named = nameCell(facts, total);
  const cells = messages.cells(cellList(facts, parts));
  const first = parts[0];
  const otherSheet = first === undefined ? "" : sheetName(locate(facts, first).facts.table);
  const isRounding = verdict === "rounding";
  switch (check.id) {
    case "same-amount":
      return (isRounding ? messages.sameRounding : messages.same)(
        named,
        first === undefined ? named : nameCell(facts, first),
        figures,
      );
    case "sum-elsewhere":
      if (first === undefined) return messages.elsewhereBlank(named, figures);
      return (isRounding ? messages.elsewhereRounding : messages.elsewhere)(
        named,
        otherSheet,
        cells,
        figures,
      );
    case "sum-of-tables": {
      const named = parts
        .map((part) => nameCell(facts, part))
        .map(({ sheet, cell }) => `《${sheet}》${cell}`);
      return (isRounding ? messages.ofTablesRounding : messages.ofTables)(
        nameCell(facts, total),
        named.join(" + "),
        figures,
      );
    }
    case "sum-of-projects": {
      const listed = parts
        .map((part) => nameCell(facts, part))
        .map(({ sheet, cell }) => `《${sheet}》${cell}`);
      return messages.ofProjects(named, listed.join(" + "), figures);
    }
    case "no-less-than":
      return messages.noLess(named, otherSheet, cells, figures);
    default:
      if (relation === "atLeast") return messages.ofWhich(named, cells, figures);
      return (isRounding ? messages.sumRounding : messages.sum)(named, cells, figures);
  }
}

/** A fact's cell with its amount in the unit of its table. */
export function cellOf(facts: Facts, index: number, role: FindingCell["role"]): FindingCell {
  const where = locate(facts, index);
  return {
    sheet: where.facts.table.sheet,
    cell: toA1(where),
    role,
    value: hasAmount(facts, index)
      ? amountText(facts.value[index] ?? 0, where.facts.table.unit, facts.shownDecimals[index] ?? 0)
      : null,
  };
}

/** A sheet as sentences name it: by the number of its form where the sheet's name has it, since names are long. */
function sheetName({ sheet, form }: Table): string {
  const number = form?.number;
  return number !== undefined && sheet.includes(number) ? number : sheet;
}

/** A fact's cell with a label of row and column: “信息化建设 · 项目支出”. */
export function nameCell(facts: Facts, index: number): NamedCell {
  const where = locate(facts, index);
  const row = lineName(where.line.label);
  const headings = where.heading.headings.map((heading) => normaliseName(heading));
  const column = headings.filter((text, at) => !isBareTotal(text) || at === headings.length - 1).join("/");
  const showsColumn = where.facts.block.columns.length > 1 && column !== "";
  return {
    sheet: sheetName(where.facts.table),
    cell: toA1(where),
    label: showsColumn && row !== column ? `${row} · ${column}` : row,
  };
}

function cellList(facts: Facts, parts: readonly number[]): string[] {
  return cellRuns(parts.map((part) => locate(facts, part)));
}

/** Cells of parts, runs joined: C9:C11、C15. Beyond a dozen the rest is left out, with 等. */
export function cellRuns(cells: readonly CellAddress[]): string[] {
  const runs: { row: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of cells) {
    const run = runs.at(-1);
    if (run !== undefined && run.row === row && run.bottom === row && run.right + 1 === column)
      run.right = column;
    else if (run !== undefined && run.left === column && run.right === column && run.bottom + 1 === row)
      run.bottom = row;
    else runs.push({ row, left: column, bottom: row, right: column });
  }
  const texts = runs.map(({ row, left, bottom, right }) =>
    row === bottom && left === right
      ? toA1({ row, column: left })
      : `${toA1({ row, column: left })}:${columnLetters(right)}${String(bottom + 1)}`,
  );
  return texts.length <= PARTS_NAMED ? texts : [...texts.slice(0, PARTS_NAMED), "等"];
}
