import type { Finding, TableReport } from "./report";
import { parseA1 } from "./workbook/address";

/**
 * Tells which table of a report a cell belongs to, as a position in `tables`; null for a sheet without any. Of several
 * tables on one sheet the first counts that does not end above the cell: what stands above a table is its head.
 */
export function tableLocator(tables: readonly TableReport[]): (sheet: string, cell: string) => number | null {
  const bySheet = new Map<string, { readonly at: number; readonly last: number }[]>();
  tables.forEach(({ sheet, rows }, at) => {
    const own = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, own);
    own.push({ at, last: rows?.last ?? 0 });
  });
  for (const own of bySheet.values()) own.sort((a, b) => a.last - b.last || a.at - b.at);
  return (sheet, cell) => {
    const own = bySheet.get(sheet) ?? [];
    const row = (parseA1(cell)?.row ?? 0) + 1;
    return (own.find(({ last }) => last >= row) ?? own.at(-1))?.at ?? null;
  };
}

/** Findings by the table they are in, a position in `tables`; under null those of sheets without any. */
export function findingsByTable(
  tables: readonly TableReport[],
  findings: readonly Finding[],
): ReadonlyMap<number | null, readonly Finding[]> {
  const locate = tableLocator(tables);
  const byTable = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const at = locate(finding.sheet, finding.cell);
    const own = byTable.get(at) ?? [];
    byTable.set(at, own);
    own.push(finding);
  }
  return byTable;
}
