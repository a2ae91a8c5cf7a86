import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { checkWorkbook } from "../src/core/check-workbook";
import { incrementalCheck } from "../src/core/incremental-check";
import type { CellRange } from "../src/core/workbook/address";
import { patchWorkbook, type SheetPatch, type WorkbookPatch } from "../src/core/workbook/patch";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase, type CaseName } from "./support/cases";
import { joinedFamily } from "./support/families";

/* A check that knows the workbook from the last time says exactly what a check says that does not. */

/** Of the first cell of a range in the middle of a sheet, as users change it. */
const CONTENTS = [
  null,
  0,
  12.34,
  -1,
  1e9,
  "12O.36",
  "１，２３４．５",
  "合计",
  "其中：",
  "单位：元",
  "预算03表",
  "",
] as const;

type Edit =
  | {
      readonly kind: "cell";
      readonly sheet: number;
      readonly cell: number;
      readonly content: (typeof CONTENTS)[number];
    }
  | {
      readonly kind: "rowInserted" | "deleted" | "renamed" | "moved" | "copied";
      readonly sheet: number;
      readonly cell: number;
    }
  | { readonly kind: "families" };

const place = { sheet: fc.nat(), cell: fc.nat() };
const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("cell" as const),
      ...place,
      content: fc.constantFrom(...CONTENTS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "rowInserted" as const,
        "deleted" as const,
        "renamed" as const,
        "moved" as const,
        "copied" as const,
      ),
      ...place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("families" as const) }) },
);

/** The edit as a host would tell it. */
function patchOf(edit: Edit, snapshot: WorkbookSnapshot): WorkbookPatch {
  const sheets = snapshot.sheets.map(({ name, visibility }, before): SheetPatch => ({
    kind: "areas",
    before,
    name,
    visibility,
    areas: [],
    merges: null,
  }));
  if (edit.kind === "families") {
    return {
      sheets,
      name: snapshot.name,
      kept: {
        families: snapshot.families === undefined ? [joinedFamily("changsha-budget-2025")] : [],
        accepted: [],
      },
    };
  }
  const at = edit.sheet % sheets.length;
  const [patch, sheet] = [sheets[at], snapshot.sheets[at]];
  if (patch?.kind !== "areas" || sheet === undefined) throw new Error("no sheet");
  const others = sheets.filter((one) => one !== patch);
  const cells = [...sheet.cells];
  const cell = cells[edit.cell % Math.max(cells.length, 1)];
  const row = cell?.row ?? 0;
  switch (edit.kind) {
    case "cell":
      return {
        sheets:
          cell === undefined ? sheets : sheets.with(at, { ...patch, areas: [areaOf(cell, edit.content)] }),
        kept: null,
        name: snapshot.name,
      };
    case "rowInserted":
      return {
        sheets: sheets.with(at, { kind: "whole", sheet: withRow(sheet, row) }),
        kept: null,
        name: snapshot.name,
      };
    case "deleted":
      return { sheets: others.length === 0 ? sheets : others, kept: null, name: snapshot.name };
    case "renamed":
      return {
        sheets: sheets.with(at, { ...patch, name: `改名${String(edit.cell % 97)}` }),
        kept: null,
        name: snapshot.name,
      };
    case "moved":
      return { sheets: [...others, patch], kept: null, name: snapshot.name };
    case "copied":
      return {
        sheets: [...sheets, { kind: "whole", sheet: { ...sheet, name: `${sheet.name}（2）` } }],
        kept: null,
        name: snapshot.name,
      };
  }
}

function areaOf({ row, column, decimals }: Cell, content: (typeof CONTENTS)[number]) {
  const range: CellRange = { top: row, bottom: row, left: column, right: column };
  const text = String(content);
  return {
    range,
    cells:
      content === null || content === ""
        ? []
        : [{ row, column, value: content, text, formula: null, decimals }],
  };
}

function withRow(sheet: SheetSnapshot, at: number): SheetSnapshot {
  const moved = (row: number): number => (row < at ? row : row + 1);
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, row: moved(cell.row) })),
    merges: sheet.merges.map((merge) => ({ ...merge, top: moved(merge.top), bottom: moved(merge.bottom) })),
  };
}

/** GOUJI_RUNS=20 looks further than the gate has time for. */
const RUNS = Number(process.env["GOUJI_RUNS"] ?? 1);

test.each<CaseName>(["hunan-budget-2026", "hunan-self-evaluation-2024"])(
  "%s: whatever is edited, the incremental report is the full one",
  (name) => {
    const opened = readCase(name);
    fc.assert(
      fc.property(fc.array(edits, { minLength: 4, maxLength: 4 }), (made) => {
        const check = incrementalCheck();
        let snapshot = opened;
        check(snapshot);
        for (const edit of made) {
          snapshot = patchWorkbook(snapshot, patchOf(edit, snapshot));
          expect(isDeepStrictEqual(check(snapshot), checkWorkbook(snapshot))).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  },
);

test("a sheet that has not changed is not read again", () => {
  const check = incrementalCheck();
  const opened = readCase("hunan-budget-2026");
  let looks = 0;
  const watched = (sheet: SheetSnapshot): SheetSnapshot => ({
    ...sheet,
    get merges() {
      looks++;
      return sheet.merges;
    },
  });
  const seen = { ...opened, sheets: opened.sheets.map(watched) };
  check(seen);
  const first = looks;
  expect(first).toBeGreaterThan(0);
  check({ ...seen, sheets: seen.sheets.with(0, watched(opened.sheets[0] as SheetSnapshot)) });
  expect(looks - first).toBeLessThan(first / 2);
});
