import type { CellRange } from "../../core/workbook/address";
import { keptList, keptPartXml } from "../../core/workbook/kept-part";
import type { CellValue, WorkbookSnapshot } from "../../core/workbook/snapshot";
import { MemorySheet, sheetNotFound } from "./memory-sheet";
import type { SheetSurroundings } from "./memory-sheet";
import type { CalculationMode, WorkbookModel } from "./model";
import { WorkbookExtras } from "./workbook-extras";

export interface MemoryWorkbookOptions {
  /** Computes a written formula. Without it every formula shows #NAME?, as under an engine that knows no function. */
  readonly evaluate?: (formula: string) => CellValue;
}

const TOP_LEFT: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };

/** A workbook in memory, for tests: made from a snapshot, and gives one back. */
export class MemoryWorkbook extends WorkbookExtras implements WorkbookModel {
  readonly name: string;
  calculationMode: CalculationMode = "Automatic";

  private all: readonly MemorySheet[];
  private activeId: string;
  private readonly selected = new Map<string, readonly CellRange[]>();
  private readonly around: SheetSurroundings;
  private nextId = 1;

  constructor(content: WorkbookSnapshot, options: MemoryWorkbookOptions = {}) {
    super();
    this.name = content.name;
    this.around = {
      newId: () => `{${String(this.nextId++).padStart(8, "0")}}`,
      announce: (event) => this.announce(event),
      evaluate: options.evaluate ?? (() => ({ error: "#NAME?" })),
    };
    this.all = content.sheets.map(
      (sheet) => new MemorySheet(this.around.newId(), sheet.name, this.around, sheet),
    );
    this.setExtras([], keptList(content).map(keptPartXml));
    const first = this.all.find((sheet) => sheet.visibility === "visible");
    if (first === undefined) throw new Error("A workbook shows at least one sheet.");
    this.activeId = first.id;
  }

  toSnapshot(): WorkbookSnapshot {
    return { name: this.name, sheets: this.all.map((sheet) => sheet.toSnapshot()) };
  }

  /** The sheet of that name; a mistyped name in a test is an error. */
  sheet(name: string): MemorySheet {
    const found = this.all.find((sheet) => sheet.name === name);
    if (found === undefined) throw sheetNotFound(name);
    return found;
  }

  sheets(): readonly MemorySheet[] {
    return this.all;
  }

  addSheet(name: string): MemorySheet {
    const sheet = new MemorySheet(this.around.newId(), name, this.around);
    this.all = [...this.all, sheet];
    this.announce({ kind: "added", sheetId: sheet.id });
    return sheet;
  }

  deleteSheet(id: string): void {
    this.all = this.all.filter((sheet) => sheet.id !== id);
    this.selected.delete(id);
    this.announce({ kind: "deleted", sheetId: id });
    const next = this.all.find((sheet) => sheet.visibility === "visible");
    if (this.activeId === id && next !== undefined) this.select(next.id);
  }

  moveSheet(id: string, position: number): void {
    const moved = this.all.find((sheet) => sheet.id === id);
    if (moved === undefined) throw sheetNotFound(id);
    const others = this.all.filter((sheet) => sheet !== moved);
    this.all = [...others.slice(0, position), moved, ...others.slice(position)];
  }

  selection(): { readonly sheetId: string; readonly ranges: readonly CellRange[] } {
    return { sheetId: this.activeId, ranges: this.selected.get(this.activeId) ?? [TOP_LEFT] };
  }

  select(sheetId: string, range?: CellRange): void {
    if (sheetId !== this.activeId) {
      const before = this.activeId;
      this.activeId = sheetId;
      if (this.all.some((sheet) => sheet.id === before))
        this.announce({ kind: "deactivated", sheetId: before });
      this.announce({ kind: "activated", sheetId });
    }
    if (range === undefined) return;
    this.selected.set(sheetId, [range]);
    this.announce({ kind: "selectionChanged", sheetId, ranges: [range] });
  }

  protected partsChanged(): void {
    // Nobody asks: the parts are all there is to see.
  }
}
