import fc from "fast-check";
import { contains, EVERYTHING, overlap, type Region } from "./region";
import { holds, meets, worded } from "./region-words";

/** Few atoms, or all but few: regions that hold one another and that just miss one another. */
const subset = (all: bigint): fc.Arbitrary<bigint> => {
  const size = all.toString(2).length;
  const few = fc
    .array(fc.nat(size - 1), { maxLength: 3 })
    .map((bits) => bits.reduce((set, bit) => set | (1n << BigInt(bit)), 0n) & all);
  return fc.oneof(
    few,
    few.map((set) => all & ~set),
  );
};

const region: fc.Arbitrary<Region> = fc.record({
  flow: subset(EVERYTHING.flow),
  kind: subset(EVERYTHING.kind),
  economic: subset(EVERYTHING.economic),
  measure: fc.constantFrom("预算数", "执行数"),
});

test("regions in words hold and meet one another as their sets do", () => {
  fc.assert(
    fc.property(region, region, (a, b) => {
      expect(holds(worded(a), worded(b))).toBe(contains(a, b));
      expect(meets(worded(a), worded(b))).toBe(overlap(a, b));
    }),
    { numRuns: 500 },
  );
});
