import { toA1, type CellAddress } from "../../workbook/address";

/** What is wrong with a template, as one Chinese sentence that names the cell: “模板 B4：占位符没有合上……”. */
export class TemplateDefect extends Error {
  override readonly name = "TemplateDefect";
  /** In the template. */
  readonly at: CellAddress;
  /** A1 address in the template. */
  readonly cell: string;

  constructor(at: CellAddress, sentence: string) {
    const { row, column } = at;
    const cell = toA1(at);
    super(`模板 ${cell}：${sentence}`);
    this.at = { row, column };
    this.cell = cell;
  }
}
