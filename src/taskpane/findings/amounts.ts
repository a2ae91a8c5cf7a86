import Decimal from "decimal.js";
import { createContext } from "react";
import type { CheckReport } from "../../core/report";
import { tableLocator } from "../../core/report-tables";
import { isMoneyUnit, liPer, type MoneyUnit } from "../../core/workbook/money";
import { isAmount } from "./format-amount";

/** The unit that amounts are shown in: each as its table has it, or all in one. */
export const FIGURE_UNITS = ["table", "元", "万元"] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** An amount as it is to be shown: a decimal string, digits and all. */
export interface ShownAmount {
  readonly amount: string;
  /** To be named beside it; null where the table's own is meant, which the sentences use. */
  readonly unit: MoneyUnit | null;
  /** What the table itself has, where that is something else. */
  readonly inTable: { readonly amount: string; readonly unit: MoneyUnit } | null;
}

/** An amount of money at a cell, in the unit of its table; what is none comes back as it is. */
export type Amounts = (amount: string, at: { readonly sheet: string; readonly cell: string }) => ShownAmount;

/** Amounts of these tables in one unit. Exact: units are powers of ten apart, and no digit is cut. */
export function amountsIn(wanted: FigureUnit, tables: CheckReport["tables"]): Amounts {
  if (wanted === "table") return asInTable;
  const tableOf = tableLocator(tables);
  return (amount, at) => {
    const unit = tables[tableOf(at.sheet, at.cell) ?? -1]?.unit;
    const plain = amount.replace(/^[−－]/, "-");
    if (unit === undefined || !isMoneyUnit(unit) || !isAmount(amount)) return asInTable(amount, at);
    if (unit === wanted) return { amount, unit, inTable: null };
    const shown = new Decimal(plain).times(liPer(unit)).div(liPer(wanted)).toFixed();
    return { amount: shown, unit: wanted, inTable: { amount, unit } };
  };
}

const asInTable: Amounts = (amount) => ({ amount, unit: null, inTable: null });

/** How the pane shows amounts; as the tables have them where nobody says otherwise. */
export const AmountsContext = createContext<Amounts>(asInTable);
