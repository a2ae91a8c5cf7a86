import type { CellRange } from "../core/workbook/address";
import { laidOver, NO_LOOK, type Look } from "../core/workbook/look";
import type { AreaStyle, StyledArea } from "../core/workbook/sheet-plan";

/** Cells that are alike in some respect. */
export interface Alike<T> {
  readonly part: T;
  /** Apart from each other. */
  readonly ranges: readonly CellRange[];
}

/**
 * The looks of all cells of a plan. A plan made from a template has an area for every cell it repeats: asked respect by
 * respect (font, lines, …), what is alike is found again in few large rectangles, however many areas there were.
 */
export class PlanLooks {
  private readonly looks: Look[] = [NO_LOOK];
  /** Index into `looks`, row by row; 0 where no area lies. */
  private readonly grid: Uint32Array;
  private readonly height: number;
  private readonly width: number;

  constructor(areas: readonly StyledArea[]) {
    this.height = areas.reduce((height, { range }) => Math.max(height, range.bottom + 1), 0);
    this.width = areas.reduce((width, { range }) => Math.max(width, range.right + 1), 0);
    this.grid = new Uint32Array(this.height * this.width);
    const styles = new Map<string, Map<number, number>>();
    for (const { range, style } of areas) {
      const name = JSON.stringify(style);
      const above = styles.get(name) ?? new Map<number, number>();
      styles.set(name, above);
      for (let row = range.top; row <= range.bottom; row++) {
        for (let at = row * this.width + range.left; at <= row * this.width + range.right; at++) {
          this.grid[at] = this.laid(this.grid[at] ?? 0, style, above);
        }
      }
    }
  }

  /** @param above what the style makes of the looks it has been laid over */
  private laid(below: number, style: AreaStyle, above: Map<number, number>): number {
    let look = above.get(below);
    if (look === undefined) {
      look = this.looks.push(laidOver(this.looks[below] ?? NO_LOOK, style)) - 1;
      above.set(below, look);
    }
    return look;
  }

  /** @param part what of a look counts, as plain data; `null` where it says nothing. */
  alike<T extends object>(part: (look: Look) => T | null): Alike<T>[] {
    const parts: { part: T; ranges: CellRange[] }[] = [];
    const known = new Map<string, number>();
    const kinds = this.looks.map((look) => {
      const value = part(look);
      if (value === null) return -1;
      const key = JSON.stringify(value);
      const kind = known.get(key) ?? parts.push({ part: value, ranges: [] }) - 1;
      known.set(key, kind);
      return kind;
    });
    for (const { kind, range } of this.rectangles(kinds)) parts[kind]?.ranges.push(range);
    return parts.filter(({ ranges }) => ranges.length > 0);
  }

  /** Neighbours of one kind in a row are a run; equal runs in rows that follow each other are a rectangle. */
  private *rectangles(
    kinds: readonly number[],
  ): Generator<{ readonly kind: number; readonly range: CellRange }> {
    let open = new Map<string, { readonly kind: number; readonly range: CellRange }>();
    for (let row = 0; row <= this.height; row++) {
      const next = new Map<string, { readonly kind: number; readonly range: CellRange }>();
      for (const { kind, left, right } of row < this.height ? this.runs(row, kinds) : []) {
        const key = `${String(kind)} ${String(left)} ${String(right)}`;
        const top = open.get(key)?.range.top ?? row;
        open.delete(key);
        next.set(key, { kind, range: { top, bottom: row, left, right } });
      }
      yield* open.values();
      open = next;
    }
  }

  private runs(row: number, kinds: readonly number[]): { kind: number; left: number; right: number }[] {
    const runs: { kind: number; left: number; right: number }[] = [];
    for (let column = 0; column < this.width; column++) {
      const kind = kinds[this.grid[row * this.width + column] ?? 0] ?? -1;
      const last = runs.at(-1);
      if (kind < 0) continue;
      if (last?.kind === kind && last.right === column - 1) last.right = column;
      else runs.push({ kind, left: column, right: column });
    }
    return runs;
  }
}
