import { toA1, type CellAddress } from "../core/workbook/address";
import { detached, flat } from "./detached";
import type { Budget } from "./limits";
import { ReadProblem } from "./problem";
import { formulaAt, takeApart, type SharedFormula } from "./shared-formula";
import type { XmlAttributes } from "./xml";
import { decodeXstring } from "./xstring";

interface Shared {
  readonly master: CellAddress;
  readonly formula: string;
  parts: SharedFormula | null;
}

/** Reads the `<f>` of each cell of one sheet, keeping the shared formulas met so far. */
export class FormulaReader {
  private readonly shared = new Map<string, Shared>();
  private attributes: XmlAttributes | null = null;
  private content = "";

  constructor(
    private readonly sheet: string,
    private readonly budget: Budget,
  ) {}

  /** Forgets the formula of the cell before. */
  reset(): void {
    this.attributes = null;
  }

  open(attributes: XmlAttributes): void {
    this.attributes = attributes;
  }

  close(content: string): void {
    this.content = content;
  }

  /**
   * Formula of the cell that ends, with “=”; null where it has none. Cells inside an array formula but its first have none.
   * @throws ReadProblem `broken-sheet` for a shared formula without its master.
   */
  finish(row: number, column: number): string | null {
    const attributes = this.attributes;
    if (attributes === null) return null;
    const { t: type, si = "" } = attributes;
    const formula = asEntered(this.content);
    if (type === "shared") return this.finishShared(si, formula, { row, column });
    if (type === "dataTable") return `=TABLE(${attributes["r1"] ?? ""},${attributes["r2"] ?? ""})`;
    return formula === "" ? null : flat(`=${formula}`);
  }

  private finishShared(index: string, formula: string, cell: CellAddress): string {
    if (formula !== "") {
      this.shared.set(detached(index), { master: cell, formula: detached(formula), parts: null });
      return flat(`=${formula}`);
    }
    const shared = this.shared.get(index);
    if (shared === undefined) throw new ReadProblem("broken-sheet", { sheet: this.sheet, cell: toA1(cell) });
    shared.parts ??= takeApart(shared.formula);
    const text = `=${formulaAt(shared.parts, shared.master, cell)}`;
    this.budget.formula(text.length, this.sheet);
    return text;
  }
}

/** Files mark functions newer than the standard, and those of add-ins; the user never sees these marks. */
function asEntered(content: string): string {
  const formula = decodeXstring(content.trim());
  return formula.includes("_xl") ? formula.replace(/_xlfn\.(?:_xlws\.)?|_xlws\.|_xldudf_/g, "") : formula;
}
