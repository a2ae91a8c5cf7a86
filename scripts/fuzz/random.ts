import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** The draws of one case: the same for the same seed and number, whatever was drawn for other cases. */
export class Random {
  private readonly generator;

  constructor(seed: number, number: number) {
    this.generator = xoroshiro128plus(mixed(seed, number));
  }

  /** A whole number from 0 up to, but without, `count`. */
  below(count: number): number {
    return uniformInt(this.generator, 0, count - 1);
  }

  between(first: number, last: number): number {
    return uniformInt(this.generator, first, last);
  }

  /** True once in `times`, on average. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Picks by weight. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    let at = this.below(choices.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, choice] of choices) if ((at -= weight) < 0) return choice;
    throw new Error("no choices");
  }

  /** As many draws as said. */
  times<T>(count: number, draw: (at: number) => T): T[] {
    return Array.from({ length: count }, (_, at) => draw(at));
  }
}

/** Neighbouring cases must not draw alike (the finaliser of MurmurHash3). */
function mixed(seed: number, number: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (number + 0x7f4a7c15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
