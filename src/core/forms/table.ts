import type { MoneyUnit } from "../workbook/money";
import type { FormDefinition, FormFamily } from "./definition";
import type { ColumnSum } from "./header-tree";
import type { ExecutionLine, IndicatorLines, IndicatorOwner } from "./indicator-lines";
import type { RateLine } from "./rate-lines";
import type { Meaning } from "./vocabulary";

/** A column of amounts. */
export interface AmountColumn {
  /** 0-based column of the sheet. */
  readonly column: number;
  /** Headings from top to bottom. */
  readonly headings: readonly string[];
  /** Null where some heading is not understood. */
  readonly meaning: Meaning | null;
  /** The cells say a name before the amount: “基本支出：6078.90”. */
  readonly inline?: true;
}

/**
 * Which budget unit and functional class a row is about; null means all of them. A project is a unit below its unit,
 * `501001/常规业务经费`; a unit known by its name alone is `名称:某中心`.
 */
export interface RowPlace {
  readonly unit: string | null;
  readonly function: string | null;
}

/** A row of the body. */
export interface BodyRow {
  /** 0-based row of the sheet. */
  readonly row: number;
  /** The row's name for messages, without blanks around it. */
  readonly label: string;
  /** 0-based column of the sheet in which the name stands; null where the stub has none. */
  readonly labelColumn: number | null;
  /** Functional code the row itself prints, in full; null where it prints none. */
  readonly code: string | null;
  /** Null where the stub is not understood. */
  readonly place: RowPlace | null;
  /** Members that the row names itself: a line of a list, an economic code. */
  readonly meaning: Meaning;
}

/** `total` row = (or ≥) the sum of `parts`; numbers are positions in `Block.rows`. */
export interface RowSum {
  readonly total: number;
  readonly parts: readonly number[];
  readonly relation: "equal" | "atLeast";
}

/** A stub with its columns of amounts: a whole table, or one of several lists side by side. */
export interface Block {
  readonly rows: readonly BodyRow[];
  readonly columns: readonly AmountColumn[];
  readonly rowSums: readonly RowSum[];
  readonly columnSums: readonly ColumnSum[];
  /** Members of the amounts where neither line nor heading says otherwise. */
  readonly defaults: Meaning;
}

/** One occurrence of a form on a sheet, or of a table of amounts that fits no form. A sheet may hold several. */
export interface Table {
  /** Position in the workbook's sheets. */
  readonly sheetIndex: number;
  readonly sheet: string;
  /** Null, as the form, for a table that fits no known form and was read by its layout alone. */
  readonly family: FormFamily | null;
  readonly form: FormDefinition | null;
  readonly title: string;
  readonly unit: MoneyUnit;
  /** Members all its amounts share. */
  readonly scope: Meaning;
  readonly blocks: readonly Block[];
  /** Lines of performance indicators; null where the form has none. */
  readonly indicators: IndicatorLines | null;
  /** What the lines above say that the table is about. */
  readonly about: IndicatorOwner;
  /** Rates that the table prints beside the amounts they are made of. */
  readonly rates: readonly RateLine[];
  /** The line on execution; null where the form has none, or it is not there. */
  readonly execution: ExecutionLine | null;
}
