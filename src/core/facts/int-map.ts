/** Spreads neighbouring keys over the table. */
const SPREAD = 0x9e3779b1;

/**
 * A map from whole numbers ≥ 0 (below 2³¹ − 1) to whole numbers ≥ 0 by open addressing, for what is asked for every amount. Takes as
 * many keys as it was made for.
 */
export class IntMap {
  /** Keys plus 1; 0 where a place is free. */
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  constructor(most: number) {
    let size = 4;
    while (size < 2 * most) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size);
    this.mask = size - 1;
  }

  /** −1 where the key is not there. */
  get(key: number): number {
    if (key < 0) return -1;
    for (let at = Math.imul(key, SPREAD) & this.mask; ; at = (at + 1) & this.mask) {
      const found = this.keys[at] ?? 0;
      if (found === key + 1) return this.values[at] ?? -1;
      if (found === 0) return -1;
    }
  }

  set(key: number, value: number): void {
    let at = Math.imul(key, SPREAD) & this.mask;
    while (this.keys[at] !== 0 && this.keys[at] !== key + 1) at = (at + 1) & this.mask;
    this.keys[at] = key + 1;
    this.values[at] = value;
  }
}
