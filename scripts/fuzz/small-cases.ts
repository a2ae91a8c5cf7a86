import { unzipSync } from "fflate";
import type { Cell, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { buildXlsx } from "../../test/xlsx/package-builder";
import { formSheet, realSheets, rulesSheet, soupSheet } from "./drawn-sheets";
import { bentPackage } from "./package-cases";
import type { Random } from "./random";
import { SheetDraft } from "./sheet-draft";
import { mutateSheet } from "./snapshot-mutations";
import { line } from "./words";

/* Cases of a few cells or a few kilobytes, of which a million can be drawn and checked. */

/** One sheet of up to some forty cells, now and then two, or with stated rules. */
export function smallSnapshot(random: Random): WorkbookSnapshot {
  const drafts = [smallSheet(random)];
  if (random.oneIn(12)) drafts.push(random.oneIn(2) ? smallSheet(random) : rulesSheet(random, drafts));
  for (const draft of drafts) for (let left = random.below(3); left > 0; left--) mutateSheet(random, draft);
  const [first, second] = drafts;
  if (first?.name.toLowerCase() === second?.name.toLowerCase() && second !== undefined) second.name += "2";
  return { name: "预算.xlsx", sheets: drafts.map((draft) => draft.finish()) };
}

function smallSheet(random: Random): SheetDraft {
  return random.weighted<() => SheetDraft>([
    [5, () => formSheet(random, random.between(2, 5), 3)],
    [4, () => soupSheet(random, 5, 5)],
    [2, () => realWindow(random)],
    [1, () => new SheetDraft(line(random).slice(0, 31))],
  ])();
}

interface RealRows {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

let known: readonly RealRows[] | null = null;

/** Rows of up to ten cells: wider tables are left to the larger cases. */
const WIDEST = 10;

function realRows(): readonly RealRows[] {
  known ??= realSheets().flatMap(({ name, cells }) => {
    const rows = new Map<number, Cell[]>();
    for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    const all = [...rows.values()];
    return all.length > 4 && all.every((row) => row.length <= WIDEST) ? [{ name, rows: all }] : [];
  });
  return known;
}

/** The first rows of a published sheet and a few of those below. */
function realWindow(random: Random): SheetDraft {
  const { name, rows } = random.pick(realRows());
  const sheet = new SheetDraft(name);
  const head = Math.min(rows.length, random.between(2, 5));
  const from = random.between(head, rows.length);
  for (const row of [...rows.slice(0, head), ...rows.slice(from, from + random.below(4))])
    for (const cell of row) sheet.place({ ...cell });
  return sheet;
}

/** A workbook of a kilobyte or two: one or two sheets of a few cells of all types, then bent as the larger ones are. */
export function smallPackage(random: Random): Uint8Array {
  return bentPackage(random, new Map(random.pick(smallPackages())));
}

const CELLS: readonly string[] = [
  '<c r="$"><v>12.5</v></c>',
  '<c r="$" s="1"><v>45658</v></c>',
  '<c r="$" t="s" s="2"><v>1</v></c>',
  '<c r="$" t="inlineStr"><is><r><t>合</t></r><r><t xml:space="preserve"> 计</t></r></is></c>',
  '<c r="$" t="str"><f>A1&amp;"甲"</f><v>甲</v></c>',
  '<c r="$"><f t="shared" ref="A2:B3" si="0">A1*2</f><v>25</v></c>',
  '<c r="$"><f t="shared" si="0"/><v>50</v></c>',
  '<c r="$" t="e"><v>#REF!</v></c>',
  '<c r="$" t="b"><v>1</v></c>',
  '<c r="$" t="d"><v>2026-03-31</v></c>',
  '<c r="$" s="3"/>',
  '<c r="$"><f>SUM(A1:A2)</f></c>',
];

let packages: readonly ReadonlyMap<string, Uint8Array>[] | null = null;

function smallPackages(): readonly ReadonlyMap<string, Uint8Array>[] {
  packages ??= CELLS.map((_, at) => {
    const cell = (place: string, by: number): string =>
      (CELLS[(at + by) % CELLS.length] ?? "").replace("$", place);
    const data = `<sheetData><row r="1">${cell("A1", 0)}${cell("B1", 1)}</row><row r="2" hidden="1">${cell("A2", 5)}</row><row>${cell("C3", 2)}</row></sheetData>`;
    const first = `<dimension ref="A1:C3"/>${at % 2 === 0 ? '<cols><col min="2" max="3" hidden="1"/></cols>' : ""}${data}${at % 3 === 0 ? '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' : ""}`;
    const others =
      at % 4 === 0
        ? [
            {
              name: "乙",
              state: "hidden" as const,
              xml: `<sheetData><row r="4">${cell("D4", 7)}</row></sheetData>`,
            },
          ]
        : [];
    const bytes = buildXlsx([{ name: "预算03表", xml: first }, ...others], {
      formats: ["yyyy-mm-dd", "#,##0.00", "0.0%;[红色]-0"],
      sharedStrings: "<si><t>合计</t></si><si><r><t>单位</t></r><r><t>：万元</t></r></si>",
      ...(at % 5 === 0 ? { workbook: '<workbookPr date1904="1"/>' } : {}),
    });
    return new Map(Object.entries(unzipSync(bytes)));
  });
  return packages;
}
