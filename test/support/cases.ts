import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx } from "../../src/xlsx";

export type CaseName =
  | "changsha-budget-2025"
  | "hunan-budget-2026"
  | "hunan-self-evaluation-2024"
  | "hunan-special-fund-2023"
  | "jiangsu-goals-2023";

/** All real workbooks. */
export const CASES: readonly CaseName[] = [
  "hunan-budget-2026",
  "changsha-budget-2025",
  "hunan-self-evaluation-2024",
  "hunan-special-fund-2023",
  "jiangsu-goals-2023",
];

/** Path of a real workbook. */
export function casePath(name: CaseName): string {
  return join(process.cwd(), "test", "cases", `${name}.xlsx`);
}

/** A real workbook as a snapshot. */
export function readCase(name: CaseName): WorkbookSnapshot {
  return readXlsx(readFileSync(casePath(name)), `${name}.xlsx`);
}
