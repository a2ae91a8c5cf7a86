import { rangeToA1, toA1, type CellRange } from "../../core/workbook/address";
import type { CellWriter, WrittenContent } from "./cell-writer";
import type { CellChange, RowChange } from "./changes";
import { formulaGroups, formulaOf } from "./formula-groups";
import { UNSAVABLE } from "./messages";
import {
  cellsOf,
  disorderlyRow,
  isInside,
  keyOf,
  rowsOf,
  type PlacedCell,
  type PlacedRow,
} from "./sheet-rows";
import { hasRuns } from "./text-store";
import { UnsavableChangeError } from "./unsavable";
import type { XmlEdit } from "./xml-edit";
import { childrenOf, openTagWith, rawOf, textOf, type XmlElement } from "./xml-source";

/** What is to change in the rows of one sheet. */
export interface RowsPlan {
  readonly sheet: string;
  readonly cells: readonly CellChange[];
  readonly rows: readonly RowChange[];
  /** Style of cells that are not there yet, by column. */
  readonly columnStyle: (column: number) => number;
}

/** What patching met on its way. */
export interface RowsOutcome {
  /** A formula was replaced or removed. */
  readonly formulasGone: boolean;
  /** A1 addresses of overwritten texts with runs, and of overwritten cells with pictures or linked data. */
  readonly richTexts: readonly string[];
  readonly richValues: readonly string[];
}

/** Changes cells and rows inside `sheetData`; every other cell and row keeps its text. */
export function patchSheetData(
  edit: XmlEdit,
  sheetData: XmlElement,
  plan: RowsPlan,
  writer: CellWriter,
): RowsOutcome {
  return new SheetDataPatch(edit, sheetData, plan, writer).run();
}

class SheetDataPatch {
  private readonly xml: string;
  private readonly rows: readonly PlacedRow[];
  private readonly changes = new Map<number, Map<number, CellChange>>();
  private readonly expanded: ReadonlyMap<number, string>;
  private formulasGone = false;
  private readonly richTexts: string[] = [];
  private readonly richValues: string[] = [];

  constructor(
    private readonly edit: XmlEdit,
    private readonly sheetData: XmlElement,
    private readonly plan: RowsPlan,
    private readonly writer: CellWriter,
  ) {
    this.xml = edit.source;
    this.rows = rowsOf(this.xml, sheetData);
    const bad = disorderlyRow(this.xml, this.rows);
    if (bad !== null) throw new UnsavableChangeError(UNSAVABLE.disorder(plan.sheet, bad + 1));
    const overwritten = new Set<number>();
    for (const change of plan.cells) {
      const row = this.changes.get(change.row) ?? new Map<number, CellChange>();
      this.changes.set(change.row, row);
      row.set(change.column, { ...row.get(change.column), ...change });
    }
    for (const change of [...this.changes.values()].flatMap((row) => [...row.values()])) {
      if (isOverwriting(change)) overwritten.add(keyOf(change));
    }
    const groups = formulaGroups(this.xml, this.rows, (cell) => overwritten.has(keyOf(cell)));
    this.expanded = groups.expanded;
    for (const range of groups.locked) this.requireWhole(range, overwritten);
    for (const key of this.expanded.keys()) this.includeExpanded(key);
  }

  run(): RowsOutcome {
    const there = new Set(this.rows.map(({ row }) => row));
    const asked = new Set(this.changes.keys());
    for (const { first, last } of this.plan.rows) for (let row = first; row <= last; row++) asked.add(row);
    const fresh = [...asked].filter((row) => !there.has(row)).sort((a, b) => a - b);
    let next = 0;
    const added: string[] = [];
    const flush = (before: number): string => {
      let text = "";
      for (; (fresh[next] ?? Infinity) < before; next++) text += this.newRow(fresh[next] as number);
      return text;
    };
    for (const row of this.rows) {
      const text = flush(row.row);
      if (text !== "") this.edit.insert(row.element.start, text);
      if (asked.has(row.row)) this.patchRow(row);
      // Once rows stand between them, numbers can no longer follow from the row before.
      else if (row.implicit && fresh.length > 0) {
        this.edit.setAttributes(row.element, { r: String(row.row + 1) });
      }
    }
    added.push(flush(Infinity));
    if (added.join("") !== "") this.edit.append(this.sheetData, added.join(""));
    const { formulasGone, richTexts, richValues } = this;
    return { formulasGone, richTexts, richValues };
  }

  /** An array formula is changed whole or not at all. */
  private requireWhole(range: CellRange, overwritten: ReadonlySet<number>): void {
    const inside = [...this.changes.values()]
      .flatMap((row) => [...row.values()])
      .filter((change) => isInside(change, range) && overwritten.has(keyOf(change)));
    const [first] = inside;
    const size = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (first !== undefined && inside.length < size) {
      throw new UnsavableChangeError(UNSAVABLE.arrayPart(this.plan.sheet, toA1(first), rangeToA1(range)));
    }
  }

  private includeExpanded(key: number): void {
    const column = key % 16_384;
    const row = (key - column) / 16_384;
    const changes = this.changes.get(row) ?? new Map<number, CellChange>();
    this.changes.set(row, changes);
    if (!changes.has(column)) changes.set(column, { row, column });
  }

  private newRow(row: number): string {
    const { prefix: p } = this.writer;
    const cells = [...(this.changes.get(row)?.values() ?? [])].sort((a, b) => a.column - b.column);
    const inner = cells.map((cell) => this.newCell(cell, null)).join("");
    const attributes = Object.entries(rowAttributes(this.plan.rows, row));
    const tag = `${p}row r="${String(row + 1)}"${attributes.map(([name, value]) => (value === null ? "" : ` ${name}="${value}"`)).join("")}`;
    if (inner === "") return attributes.length === 0 ? "" : `<${tag}/>`;
    return `<${tag}>${inner}</${p}row>`;
  }

  private newCell(change: CellChange, rowStyle: number | null): string {
    if (change.content !== undefined && !isOverwriting(change)) {
      throw new UnsavableChangeError(UNSAVABLE.notFormula(this.plan.sheet, toA1(change)));
    }
    const style = this.writer.style(rowStyle ?? this.plan.columnStyle(change.column), change);
    const nothing: WrittenContent = { type: "n", inner: "" };
    const content = change.content === undefined ? nothing : this.writer.content(change, change.content);
    return this.writer.element(change, style, content);
  }

  private patchRow(row: PlacedRow): void {
    const cells = cellsOf(this.xml, row);
    const changes = this.changes.get(row.row) ?? new Map<number, CellChange>();
    const there = new Set(cells.map(({ column }) => column));
    const fresh = [...changes.values()]
      .filter(({ column }) => !there.has(column))
      .sort((a, b) => a.column - b.column);
    const rowStyle = row.attributes.get("customFormat") === "1" ? Number(row.attributes.get("s") ?? 0) : null;
    let next = 0;
    const flush = (before: number): string => {
      let text = "";
      for (; (fresh[next]?.column ?? Infinity) < before; next++) {
        text += this.newCell(fresh[next] as CellChange, rowStyle);
      }
      return text;
    };
    for (const cell of cells) {
      const text = flush(cell.column);
      if (text !== "") this.edit.insert(cell.element.start, text);
      const change = changes.get(cell.column);
      if (change !== undefined) this.edit.replace(cell.element, this.patchedCell(cell, change));
      else if (cell.implicit && fresh.length > 0) this.edit.setAttributes(cell.element, { r: toA1(cell) });
    }
    const rest = flush(Infinity);
    const attributes = {
      ...(row.implicit ? { r: String(row.row + 1) } : {}),
      ...rowAttributes(this.plan.rows, row.row),
      // A hint for readers that would be wrong now.
      ...(fresh.length > 0 && row.attributes.has("spans") ? { spans: null } : {}),
    };
    const last = cells.at(-1);
    if (last === undefined || rest === "") {
      if (rest !== "") this.edit.append(row.element, rest, attributes);
      else if (Object.keys(attributes).length > 0) this.edit.setAttributes(row.element, attributes);
      return;
    }
    if (Object.keys(attributes).length > 0) this.edit.setAttributes(row.element, attributes);
    this.edit.insert(last.element.end, rest);
  }

  private patchedCell(cell: PlacedCell, change: CellChange): string {
    const { content } = change;
    const style = this.writer.style(Number(cell.attributes.get("s") ?? 0), change);
    if (content !== undefined && isOverwriting(change)) {
      this.noteLosses(cell);
      return this.writer.element(change, style, this.writer.content(change, content));
    }
    const children = childrenOf(this.xml, cell.element);
    const formula = formulaOf(this.xml, cell.element);
    if (content !== undefined && formula === undefined) {
      throw new UnsavableChangeError(UNSAVABLE.notFormula(this.plan.sheet, toA1(cell)));
    }
    const expanded = this.expanded.get(keyOf(cell));
    const result =
      content !== undefined && "cached" in content && content.cached !== undefined
        ? this.writer.result(cell, content.cached)
        : null;
    const tag = openTagWith(this.xml, cell.element, {
      ...(cell.implicit ? { r: toA1(cell) } : {}),
      ...(style === Number(cell.attributes.get("s") ?? 0) ? {} : { s: style === 0 ? null : String(style) }),
      ...(result === null ? {} : { t: result.type === "n" ? null : result.type }),
    });
    if (expanded === undefined && result === null) {
      return tag + this.xml.slice(cell.element.openEnd, cell.element.end);
    }
    const inner = children.map((child) => {
      if (child.name === "f")
        return expanded === undefined ? rawOf(this.xml, child) : this.writer.formula(expanded);
      return child.name === "v" && result !== null ? "" : rawOf(this.xml, child);
    });
    // The value stands behind the formula and before extensions.
    const at = children.findIndex(({ name }) => name === "f") + 1;
    inner.splice(at, 0, result?.inner ?? "");
    return `${tag.replace(/\s*\/>$/, ">")}${inner.join("")}</${this.writer.prefix}c>`;
  }

  private noteLosses(cell: PlacedCell): void {
    if (formulaOf(this.xml, cell.element) !== undefined) this.formulasGone = true;
    if (cell.attributes.has("vm")) this.richValues.push(toA1(cell));
    const [first] = childrenOf(this.xml, cell.element);
    if (first === undefined) return;
    const type = cell.attributes.get("t");
    const isRich =
      (type === "s" && first.name === "v" && this.writer.isRich(Number(textOf(this.xml, first)))) ||
      (first.name === "is" && hasRuns(this.xml, first));
    if (isRich) this.richTexts.push(toA1(cell));
  }
}

function isOverwriting({ content }: CellChange): boolean {
  return content !== undefined && ("value" in content || "formula" in content);
}

function rowAttributes(rows: readonly RowChange[], row: number): Record<string, string | null> {
  const attributes: Record<string, string | null> = {};
  for (const { first, last, height, hidden } of rows) {
    if (row < first || row > last) continue;
    if (height !== undefined) Object.assign(attributes, { ht: String(height), customHeight: "1" });
    if (hidden !== undefined) attributes["hidden"] = hidden ? "1" : null;
  }
  return attributes;
}
