/** Pairs up to which a table is kept instead of a map. */
const DENSE = 1 << 23;

/**
 * Numbers pairs of small whole numbers 0, 1, 2 … in the order in which they are first asked for; `second` is below
 * `seconds`, `first` below `firsts`. A table where that is not too large, else a map: there is one pair an amount.
 */
export class PairIndex {
  /** Pairs numbered so far. */
  count = 0;
  /** The number of each pair plus 1. */
  private readonly dense: Int32Array | null;
  private readonly sparse = new Map<number, number>();

  constructor(
    firsts: number,
    private readonly seconds: number,
  ) {
    this.dense = firsts * seconds <= DENSE ? new Int32Array(firsts * seconds) : null;
  }

  idOf(first: number, second: number): number {
    const pair = first * this.seconds + second;
    if (this.dense === null) return this.sparseId(pair);
    const known = this.dense[pair] ?? 0;
    if (known > 0) return known - 1;
    this.dense[pair] = ++this.count;
    return this.count - 1;
  }

  private sparseId(pair: number): number {
    const known = this.sparse.get(pair);
    if (known !== undefined) return known;
    this.sparse.set(pair, this.count);
    return this.count++;
  }
}
