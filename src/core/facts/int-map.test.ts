import fc from "fast-check";
import { IntMap } from "./int-map";

test("answers as a map does, and −1 for what is not there", () => {
  const key = fc.oneof(fc.nat(40), fc.nat(2 ** 31 - 2));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 60 }), fc.array(key), (entries, asked) => {
      const map = new IntMap(entries.length);
      for (const [at, value] of entries) map.set(at, value);
      const known = new Map(entries);
      for (const at of [...known.keys(), ...asked]) expect(map.get(at)).toBe(known.get(at) ?? -1);
      expect(map.get(-1)).toBe(-1);
    }),
  );
});
