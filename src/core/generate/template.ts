import type { CellAddress, CellRange } from "../workbook/address";
import type { DropDown, PageSetup, StyledArea } from "../workbook/sheet-plan";

/** A cell of a template. Its text may hold placeholders `{{…}}`; with a leading “=” it is a formula over the template's cells. */
export interface TemplateCell extends CellAddress {
  readonly text: string;
}

/**
 * The layout of a table to be generated (模板), the same whether it comes from the tool's own data or from a user's workbook:
 * a sheet in which placeholders stand for content. See docs/templates.md for the language of placeholders.
 */
export interface Template {
  readonly id: string;
  /** On screen: “预算23表 单位整体支出绩效目标表”. */
  readonly title: string;
  /** Who asks for the table, on screen: “湖南省财政厅”; "" for a user's own. */
  readonly authority: string;
  /** Name of the new sheet; may hold placeholders. */
  readonly sheetName: string;
  /** One sheet for each item of this list (“项目”); null: one sheet. */
  readonly each: string | null;
  /** Rows and columns of a sheet as in A1 style; blank cells are left out. */
  readonly cells: readonly TemplateCell[];
  readonly merges: readonly CellRange[];
  /** Later ones lie over earlier ones. */
  readonly areas: readonly StyledArea[];
  /** Of the first columns, in points. */
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly { readonly row: number; readonly points: number }[];
  readonly dropDowns: readonly DropDown[];
  readonly frozenRows: number;
  readonly page: PageSetup | null;
  /** Where amounts come from: item → expressions over the budget tables, tried in this order; they may hold placeholders, and begin with 只有一个单位时：. */
  readonly amounts: Readonly<Record<string, readonly string[]>>;
  /** Items that may be blank without being reported as missing. */
  readonly optional: readonly string[];
}
