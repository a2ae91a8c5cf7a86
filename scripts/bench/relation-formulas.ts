import { analyseWorkbook } from "../../src/core/analyse";
import { equationAt } from "../../src/core/checks/equations";
import { locate, type Facts } from "../../src/core/facts/facts";
import { toA1 } from "../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { saveXlsx, type CellChange } from "../../src/xlsx";
import { asFile } from "./engine";

/** Sheet with a formula for each relation; 0 where it holds, 1 where it does not. */
const SHEET = "勾稽";
/** Differences below half a cent are none, as a clerk's own formulas would have it. */
const TOLERANCE = "0.005";
/** SUM takes no more. */
const MOST_ARGUMENTS = 255;
/** Characters of arguments; a whole formula may have 8,192. */
const LONGEST_SUM = 6000;

/**
 * The workbook as a clerk without this tool would check it: the same tables, and every relation that the engine finds
 * written as a formula on a sheet of its own, in front, with the number of violated ones in A1.
 */
export function withRelationFormulas(workbook: WorkbookSnapshot): {
  readonly file: Uint8Array;
  readonly formulas: number;
} {
  const { context, equations } = analyseWorkbook(workbook);
  const { facts } = context;
  const cells: CellChange[] = [];
  for (let at = 0; at < equations.count; at++) {
    const { total, parts, relation } = equationAt(equations, at);
    // A sum of more cells than a formula takes stands in parts beside it.
    const sums = sumsOf(facts, parts);
    const isSplit = sums.length > 1;
    const row = String(at + 2);
    const sum = isSplit ? `SUM(B${row}:${toA1({ row: at + 1, column: sums.length })})` : (sums[0] ?? "0");
    const difference = `${reference(facts, total)}-${sum}`;
    const isWrong =
      relation === "equal" ? `ABS(${difference})>=${TOLERANCE}` : `${difference}<=-${TOLERANCE}`;
    cells.push({ row: at + 1, column: 0, content: { formula: `=IF(${isWrong},1,0)` } });
    sums.forEach((part, index) => {
      if (!isSplit) return;
      cells.push({ row: at + 1, column: index + 1, content: { formula: `=${part}` } });
    });
  }
  const count: CellChange = {
    row: 0,
    column: 0,
    content: { formula: `=SUM(A2:A${String(equations.count + 1)})` },
  };
  const { bytes } = saveXlsx(asFile(workbook), {
    added: [{ name: SHEET, cells: [count, ...cells] }],
    order: [SHEET, ...workbook.sheets.map(({ name }) => name)],
  });
  return { file: bytes, formulas: equations.count };
}

/** The sum in as many parts as it takes; at least one. */
function sumsOf(facts: Facts, parts: readonly number[]): string[] {
  const sums: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const range of rangesOf(facts, parts)) {
    if (open.length === MOST_ARGUMENTS || length + range.length > LONGEST_SUM) {
      sums.push(`SUM(${open.join(",")})`);
      [open, length] = [[], 0];
    }
    open.push(range);
    length += range.length + 1;
  }
  if (open.length > 0 || sums.length === 0) sums.push(open.length === 0 ? "0" : `SUM(${open.join(",")})`);
  return sums;
}

/** Parts below each other or side by side as one range. */
function rangesOf(facts: Facts, parts: readonly number[]): string[] {
  const places = parts.map((part) => {
    const { row, column, facts: block } = locate(facts, part);
    return { sheet: block.table.sheet, row, column };
  });
  const ranges: string[] = [];
  for (let first = 0; first < places.length;) {
    const start = places[first];
    if (start === undefined) break;
    const run = (down: number, right: number): number => {
      let length = 1;
      for (; first + length < places.length; length++) {
        const next = places[first + length];
        if (
          next?.sheet !== start.sheet ||
          next.row !== start.row + down * length ||
          next.column !== start.column + right * length
        )
          break;
      }
      return length;
    };
    const [tall, wide] = [run(1, 0), run(0, 1)];
    const length = Math.max(tall, wide);
    const end =
      tall >= wide
        ? { ...start, row: start.row + length - 1 }
        : { ...start, column: start.column + length - 1 };
    ranges.push(`${sheetName(start.sheet)}!${toA1(start)}${length === 1 ? "" : `:${toA1(end)}`}`);
    first += length;
  }
  return ranges;
}

function reference(facts: Facts, fact: number): string {
  const where = locate(facts, fact);
  return `${sheetName(where.facts.table.sheet)}!${toA1(where)}`;
}

function sheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
