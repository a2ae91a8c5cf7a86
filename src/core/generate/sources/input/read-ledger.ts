import Decimal from "decimal.js";
import { normaliseName } from "../../../classification/normalise";
import { qualifiedA1, toA1 } from "../../../workbook/address";
import type { SheetGrid } from "../../../workbook/grid";
import { textOf } from "../../../workbook/grid";
import { liPer, unitOfHeading, unitOfLine, type MoneyUnit } from "../../../workbook/money";
import { readNumber, decimalPlaces } from "../../../workbook/number";
import type { HeadingTable, InputRow } from "./heading-table";
import type { LedgerRow } from "./ledger";
import { messages, type InputProblem } from "./messages";

/** What is written as 费用项 of money that has arrived, not of money spent. */
const ALLOTTED = /^(?:资金)?到位(?:资金|数|金额)?$/;

/** Rows of 支出明细 with their amounts in 万元; those that cannot be used are told. */
export function readLedger(
  grid: SheetGrid,
  { rows, printed }: HeadingTable,
  problems: InputProblem[],
): LedgerRow[] {
  const unit = unitOfHeading(printed.get("金额") ?? "") ?? unitOfTop(grid) ?? "万元";
  const { name: sheet } = grid.sheet;
  const report = (row: InputRow, heading: string, message: (sheet: string, cell: string) => string): null => {
    const cell = toA1(row.address(heading));
    problems.push({ sheet, cell, message: message(sheet, cell) });
    return null;
  };
  return rows.flatMap((row) => {
    if (isLaidOut(row)) return [];
    return ledgerRow(sheet, row, unit, report) ?? [];
  });
}

/** Prepared for an amount and left blank. */
function isLaidOut(row: InputRow): boolean {
  return row.cell("金额") === undefined && ALLOTTED.test(normaliseName(row.text("费用项")));
}

type Report = (row: InputRow, heading: string, message: (sheet: string, cell: string) => string) => null;

function ledgerRow(sheet: string, row: InputRow, unit: MoneyUnit, report: Report): LedgerRow | null {
  const cell = row.cell("金额");
  if (cell === undefined) return report(row, "金额", messages.noAmount);
  const project = row.text("项目");
  if (project === "") return report(row, "项目", messages.noProject);
  const expense = row.text("费用项");
  if (expense === "") return report(row, "费用项", messages.noExpense);
  const reading = readNumber(cell.value);
  if (reading.kind === "none") return null;
  if (reading.kind !== "number")
    return report(row, "金额", (name, at) => messages.badAmount(name, at, textOf(cell).trim()));
  const source = sourceOf(row.text("资金来源"));
  if (source === null)
    return report(row, "资金来源", (name, at) => messages.unknownSource(name, at, row.text("资金来源")));
  const factor = new Decimal(liPer(unit)).div(liPer("万元"));
  return {
    project,
    unit: row.text("单位"),
    region: row.text("地区"),
    expense: ALLOTTED.test(normaliseName(expense)) ? null : expense,
    source,
    amount: new Decimal(reading.value.toFixed(decimalPlaces(reading.value))).times(factor),
    decimals: unit === "万元" ? Math.max(reading.decimals, cell.decimals ?? 0) : null,
    // Digits typed as text are no number for a formula.
    cell: typeof cell.value === "number" && unit === "万元" ? qualifiedA1(sheet, cell) : null,
  };
}

/** The unit above the table: “金额单位：元”. */
function unitOfTop(grid: SheetGrid): MoneyUnit | null {
  for (const row of grid.rowNumbers.slice(0, 5))
    for (const cell of grid.row(row)) {
      const unit = unitOfLine(textOf(cell));
      if (unit !== null) return unit;
    }
  return null;
}

/** Of which of the two kinds the money is; 专项资金 where nothing is written. */
function sourceOf(text: string): LedgerRow["source"] | null {
  const name = normaliseName(text);
  if (name.includes("业务")) return "业务工作经费";
  return name === "" || name.includes("专项") ? "专项资金" : null;
}
