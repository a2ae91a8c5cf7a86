import { analyseWorkbook, type Analysis } from "./analyse";
import { tableReports } from "./check-workbook";
import { hasAmount, type BlockFacts, type Facts } from "./facts/facts";
import type { FormDefinition, FormFamily } from "./forms/definition";
import { tellingPhrases } from "./forms/header";
import type { Table } from "./forms/table";
import { headingName } from "./forms/text-rows";
import { toA1 } from "./workbook/address";
import { sheetGrid, textOf, type SheetGrid } from "./workbook/grid";
import type { WorkbookSnapshot } from "./workbook/snapshot";

/** A text of a sheet that has no meaning yet. */
export interface Unknown {
  /** A1 style. */
  readonly cell: string;
  /** A column's headings from top to bottom, or a line's name. */
  readonly text: string;
}

/** How a family reads one table. */
export interface TableTrial {
  /** Null where no form of the family fits. */
  readonly form: FormDefinition | null;
  readonly title: string;
  /** Numeric amount cells. */
  readonly amounts: number;
  /** Of them, mapped to the classification model. */
  readonly classified: number;
  /** Columns whose headings are not understood. */
  readonly headings: readonly Unknown[];
  /** Rows with amounts whose stub is not understood. */
  readonly lines: readonly Unknown[];
  /** Headings of the form that the sheet does not show. */
  readonly missing: readonly string[];
}

/** The form that comes nearest to a sheet of which no form was recognised. */
export interface NearestForm {
  readonly form: FormDefinition;
  readonly found: number;
  readonly missing: readonly string[];
}

export interface SheetTrial {
  readonly sheet: string;
  readonly tables: readonly TableTrial[];
  /** Null where a form was recognised, or where the sheet has no heading of any. */
  readonly nearest: NearestForm | null;
}

/**
 * Tries one family alone on a workbook, for whoever writes it: what is recognised, and which headings and lines still have
 * no meaning. Sheets in tab order.
 */
export function tryFamily({ name, sheets }: WorkbookSnapshot, family: FormFamily): SheetTrial[] {
  const analysis = analyseWorkbook({ name, sheets }, { families: [family] });
  return sheets.map((sheet, sheetIndex) => {
    const grid = sheetGrid(sheet);
    const texts = new Set(sheet.cells.map((cell) => headingName(textOf(cell))));
    const tables = tablesOn(analysis, sheetIndex, grid, texts);
    const recognised = tables.some(({ form }) => form !== null);
    return { sheet: sheet.name, tables, nearest: recognised ? null : nearestForm(family, texts) };
  });
}

function tablesOn(
  analysis: Analysis,
  sheetIndex: number,
  grid: SheetGrid,
  texts: ReadonlySet<string>,
): TableTrial[] {
  const { facts } = analysis.context;
  const reports = tableReports(analysis);
  return facts.tables.flatMap((table, tableIndex) => {
    if (table.sheetIndex !== sheetIndex) return [];
    const blocks = facts.blocks.filter((block) => block.tableIndex === tableIndex);
    return [
      {
        form: table.form,
        title: table.title,
        amounts: reports[tableIndex]?.amounts ?? 0,
        classified: reports[tableIndex]?.classified ?? 0,
        // Without a form nothing is mapped: there is nothing to name.
        headings: table.form === null ? [] : blocks.flatMap((block) => unknownHeadings(block, grid)),
        lines: table.form === null ? [] : blocks.flatMap((block) => unknownLines(facts, block)),
        missing: missingHeadings(table, texts),
      },
    ];
  });
}

function missingHeadings({ form }: Table, texts: ReadonlySet<string>): string[] {
  return (form?.header ?? []).filter((phrase) => !texts.has(headingName(phrase)));
}

function unknownHeadings({ block }: BlockFacts, grid: SheetGrid): Unknown[] {
  const body = block.rows[0]?.row ?? Number.POSITIVE_INFINITY;
  return block.columns.flatMap(({ column, headings, meaning }) => {
    if (meaning !== null) return [];
    const last = headings.at(-1) ?? "";
    const row = grid.rowNumbers.findLast(
      (candidate) => candidate < body && textOf(grid.at(candidate, column)).trim() === last,
    );
    // A heading merged over several columns stands in the first of them: then the column's first cell names the place.
    return [{ cell: toA1({ row: row ?? body - 1, column }), text: headings.join("/") }];
  });
}

function unknownLines(facts: Facts, { block, offset }: BlockFacts): Unknown[] {
  const width = block.columns.length;
  return block.rows.flatMap(({ row, label, labelColumn, place }, line) => {
    const start = offset + line * width;
    const filled = block.columns.some((_column, at) => hasAmount(facts, start + at));
    if (place !== null || !filled) return [];
    return [{ cell: toA1({ row, column: labelColumn ?? block.columns[0]?.column ?? 0 }), text: label }];
  });
}

function nearestForm({ forms }: FormFamily, texts: ReadonlySet<string>): NearestForm | null {
  const shares = forms.map((form) => {
    const phrases = [...tellingPhrases(form)];
    const missing = phrases.filter((phrase) => !texts.has(phrase));
    return {
      form,
      found: phrases.length - missing.length,
      missing,
      share: 1 - missing.length / phrases.length,
    };
  });
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best === undefined || best.found === 0 ? null : best;
}
