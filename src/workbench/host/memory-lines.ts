/** Rows or columns of a sheet: which are hidden, and how large they are. */
export class MemoryLines {
  private hidden: Set<number>;
  private readonly sizes = new Map<number, number>();

  /** @param standardSize in points. */
  constructor(
    hidden: Iterable<number>,
    private readonly standardSize: number,
  ) {
    this.hidden = new Set(hidden);
  }

  isHidden(index: number): boolean {
    return this.hidden.has(index);
  }

  /** Ascending. */
  allHidden(): number[] {
    return [...this.hidden].sort((a, b) => a - b);
  }

  setHidden(first: number, last: number, hidden: boolean): void {
    for (let index = first; index <= last; index++) {
      if (hidden) this.hidden.add(index);
      else this.hidden.delete(index);
    }
  }

  size(index: number): number {
    return this.sizes.get(index) ?? this.standardSize;
  }

  setSize(first: number, last: number, points: number): void {
    for (let index = first; index <= last; index++) this.sizes.set(index, points);
  }

  /** Opens `count` visible lines before line `at`. */
  insert(at: number, count: number): void {
    this.hidden = new Set([...this.hidden].map((index) => (index < at ? index : index + count)));
  }
}
