import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "./random";
import { hostileText, NUMBERS } from "./words";

/* Texts kept with a workbook: form families and accepted differences, sound, bent and broken. */

const FAMILIES = join(process.cwd(), "src", "core", "forms", "families");

type Files = Record<string, unknown>;

let known: readonly Files[] | null = null;

/** The built-in families as the files of their folders, by file name. */
export function familyFiles(): readonly Files[] {
  known ??= readdirSync(FAMILIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = join(FAMILIES, name);
      const files = readdirSync(folder).sort();
      return Object.fromEntries(
        files.map((file) => [file, JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown]),
      );
    });
  return known;
}

export function keptFamily(random: Random): string {
  const files = random.pick(familyFiles());
  const names = Object.keys(files).filter((name) => name === "family.json" || random.oneIn(3));
  const some = Object.fromEntries(names.map((name) => [name, files[name]]));
  return bentText(random, JSON.stringify(bent(random, some), null, random.oneIn(2) ? 1 : 0));
}

export function keptAccepted(random: Random): string {
  const record = {
    id: random.pick(["total-down/Sheet1!A1", "amount-unreadable/支出总表!C5", hostileText(random)]),
    check: "total-down",
    sheet: "Sheet1",
    cell: random.pick(["A1", "XFD1048576", "", "A0"]),
    expected: random.pick([null, "1.00", "NaN", "1e308"]),
    actual: random.pick([null, "2.00"]),
    difference: null,
    cells: [{ sheet: "Sheet1", cell: "A1", value: random.pick([null, "1.00"]) }],
    reason: random.pick(["四舍五入", " ", hostileText(random)]),
    by: "张三",
    date: random.pick(["2026-03-31", "2026-02-30", "", "昨天"]),
  };
  return bentText(
    random,
    JSON.stringify(bent(random, { accepted: random.times(random.below(4), () => record) })),
  );
}

const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  "",
  " ",
  [],
  {},
  [[]],
  "合计",
  { __proto__: null },
  ...NUMBERS,
];

/** The same data with one to three of its places changed. */
export function bent(random: Random, data: unknown): unknown {
  let result = data;
  for (let left = random.below(4); left > 0; left--) result = bentOnce(random, result, random.between(1, 7));
  return result;
}

function bentOnce(random: Random, data: unknown, depth: number): unknown {
  if (typeof data !== "object" || data === null || depth === 0)
    return random.oneIn(3) ? hostileText(random) : random.pick(ODD);
  if (Array.isArray(data)) {
    if (data.length === 0) return [random.pick(ODD)];
    const at = random.below(data.length);
    if (random.oneIn(10)) return data.concat(data);
    return data.map((item: unknown, index) => (index === at ? bentOnce(random, item, depth - 1) : item));
  }
  const entries = Object.entries(data);
  if (entries.length === 0) return { [hostileText(random)]: random.pick(ODD) };
  const at = random.below(entries.length);
  if (random.oneIn(8)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  if (random.oneIn(8))
    return { ...data, [random.pick(["titles", "x", "id", "__proto__", "terms"])]: random.pick(ODD) };
  return Object.fromEntries(
    entries.map(([key, value], index) => [key, index === at ? bentOnce(random, value, depth - 1) : value]),
  );
}

const SNIPPETS = [
  "{",
  "}",
  "[",
  "]",
  '"',
  ",",
  ":",
  "//",
  "/*",
  "\\u0000",
  "\ufeff",
  "null",
  "1e999",
  "\\ud800",
  "'",
  "\u2028",
];

/** The same text, perhaps cut, with a sign put in, or nested without end. */
export function bentText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return random.weighted<() => string>([
    [8, () => text],
    [1, () => text.slice(0, at)],
    [2, () => text.slice(0, at) + random.pick(SNIPPETS) + text.slice(at)],
    [1, () => text.slice(0, at) + text.slice(Math.min(text.length, at + random.between(1, 9)))],
    [
      random.oneIn(40) ? 8 : 0,
      () => `{"family.json":${random.pick(["[", '{"a":', "[1,"]).repeat(random.pick([1000, 100_000]))}`,
    ],
    [
      1,
      () =>
        random.pick([
          "",
          "null",
          "[]",
          "{}",
          '{"family.json":null}',
          '{"a.json":{}}',
          "合计",
          '{"accepted":5}',
        ]),
    ],
  ])();
}
