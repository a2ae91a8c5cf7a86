import { hunanWorkbook, type Entry, type Unit } from "./hunan-ledger";

const UNITS = {
  甲: { code: "047001", name: "甲单位", administrative: false },
  乙: { code: "047002", name: "乙单位", administrative: true },
} as const satisfies Record<string, Unit>;

function entry(
  unit: keyof typeof UNITS,
  code: string,
  kind: Entry["kind"],
  economic: string,
  amount: number,
): Entry {
  return { unit: UNITS[unit], function: code, fund: "general", kind, economic, amount, prior: false };
}

/** A small department of two units in the tables of Hunan, which all tell the same. */
export const TWO_UNITS = hunanWorkbook({
  department: { code: "047", name: "某局" },
  entries: [
    entry("甲", "2013801", "basic", "30101", 1_234_500),
    entry("甲", "2013808", "project", "30227", 567_800),
    entry("甲", "2080505", "basic", "30108", 91_200),
    entry("乙", "2013801", "basic", "30101", 345_600),
    entry("乙", "2013808", "project", "31002", 456_700),
    entry("乙", "2210201", "basic", "30113", 78_900),
  ],
});
