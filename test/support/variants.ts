import type { SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import {
  asText,
  dashes,
  fullWidth,
  general,
  grouped,
  HUNDRED_MILLIONS,
  inUnit,
  THOUSANDS,
  withFormulas,
  YUAN,
} from "./variants/amounts";
import {
  blankColumnLeft,
  blankRowsOnTop,
  emptyRowInBody,
  onEverySheet,
  paged,
  remarksRight,
  respaced,
  serialNumbersLeft,
  signed,
  stacked,
  totalAtBottom,
  withHidden,
  type PageBreaks,
} from "./variants/arrangement";
import { added, changed, inPlace, type Changed, type Edit } from "./variants/layout";
import { contacts, contents, contentsAsText, cover, instructions } from "./variants/sheets";

/*
 * Workbooks as people really keep them: one change of form each, and some together. The amounts stay the same, so what
 * is found in them must stay the same.
 */

export interface Variant {
  readonly name: string;
  /** True where tables stand in another order: which of two unequal cells is named first is then free. */
  readonly reorders: boolean;
  readonly apply: (snapshot: WorkbookSnapshot) => Changed;
}

type Step = (snapshot: WorkbookSnapshot) => Changed;

/** A change of sheets one by one. */
function each(edit: (sheet: SheetSnapshot, at: number) => Edit): Step {
  return (snapshot) => onEverySheet(snapshot, edit);
}

/** A change of contents that moves nothing. */
function rewrite(change: (sheet: SheetSnapshot, at: number) => SheetSnapshot): Step {
  return each((sheet, at) => inPlace(change(sheet, at), sheet.name));
}

function arranged(order: (sheets: readonly SheetSnapshot[]) => readonly SheetSnapshot[]): Step {
  return (snapshot) =>
    changed(
      snapshot,
      order(snapshot.sheets).map((sheet) => inPlace(sheet)),
    );
}

/** More sheets, the first before all others and the rest behind them. */
function beside(
  extra: (sheets: readonly SheetSnapshot[]) => readonly [SheetSnapshot, ...SheetSnapshot[]],
): Step {
  return (snapshot) => {
    const [first, ...rest] = extra(snapshot.sheets);
    const own = snapshot.sheets.map((sheet) => inPlace(sheet));
    return changed(snapshot, [added(first), ...own, ...rest.map(added)]);
  };
}

function steps(...all: readonly Step[]): Step {
  return (snapshot) =>
    all.reduce<Changed>(
      (before, step) => {
        const after = step(before.snapshot);
        return {
          snapshot: after.snapshot,
          home: (sheet, cell) => {
            const place = after.home(sheet, cell);
            return place && before.home(place.sheet, place.cell);
          },
        };
      },
      { snapshot, home: (sheet, cell) => ({ sheet, cell }) },
    );
}

const separatorTexts = rewrite((sheet) => asText(sheet, (value) => grouped(value, 2)));
const fullWidthTexts = rewrite((sheet) => asText(sheet, (value) => fullWidth(grouped(value, 2))));
const someTexts = rewrite((sheet) => asText(sheet, (value, at) => (at % 3 === 0 ? grouped(value, 2) : null)));
const inYuan = rewrite((sheet) => inUnit(sheet, YUAN));
const rowsOnTop = each(blankRowsOnTop);
const columnLeft = each(blankColumnLeft);
const unmerged = rewrite((sheet) => ({ ...sheet, merges: [] }));
const renamed = each((sheet, at) => inPlace({ ...sheet, name: `Sheet${String(at + 1)}` }, sheet.name));
const namesMixedUp: Step = (snapshot) =>
  changed(
    snapshot,
    snapshot.sheets.map((sheet, at) => {
      const other = snapshot.sheets[(at + 1) % snapshot.sheets.length] ?? sheet;
      return inPlace({ ...sheet, name: other.name }, sheet.name);
    }),
  );
const pages = (breaks: PageBreaks): Step => each((sheet) => paged(sheet, breaks));
const HEADER_ONLY: PageBreaks = { rowsPerPage: 6, repeats: "header", labelled: false };
const WHOLE_HEAD: PageBreaks = { rowsPerPage: 8, repeats: "all", labelled: false };
const LABELLED: PageBreaks = { rowsPerPage: 7, repeats: "all", labelled: true };

/** “总计” → “总  计”, “单位名称（功能科目）” → “单位名称\n（功能科目）”, “科目编码” → “科 目\n编码”. */
function wordsApart(text: string): string {
  const compact = text.replace(/\s/g, "");
  if (compact.length <= 3) return [...compact].join("\u3000");
  const bracket = compact.search(/[（(]/);
  if (bracket > 0) return `${compact.slice(0, bracket)}\n${compact.slice(bracket)}`;
  return `${compact.slice(0, 1)} ${compact.slice(1, 2)}\n${compact.slice(2)}`;
}

/** Line breaks of Windows in the middle, blanks and breaks around. */
function brokenInside(text: string): string {
  const half = Math.ceil(text.length / 2);
  return ` \u3000${text.slice(0, half)}\r\n${text.slice(half)} \n`;
}

function variant(name: string, ...all: readonly Step[]): Variant {
  return { name, reorders: false, apply: steps(...all) };
}

function reordered(name: string, ...all: readonly Step[]): Variant {
  return { ...variant(name, ...all), reorders: true };
}

const reversed = arranged((sheets) => [...sheets].reverse());
const evenFirst = arranged((sheets) => [
  ...sheets.filter((_, at) => at % 2 === 1),
  ...sheets.filter((_, at) => at % 2 === 0),
]);
const everythingBeside = beside((sheets) => [cover, contents(sheets), instructions, contacts]);

export const VARIANTS: readonly Variant[] = [
  variant("amounts as text with separators", separatorTexts),
  variant("amounts as full-width text", fullWidthTexts),
  variant(
    "amounts as text with ¥ and blanks",
    rewrite((sheet) =>
      asText(sheet, (value, at) =>
        at % 2 === 0 ? ` ¥ ${grouped(value, 2)} ` : `￥${grouped(value, 2)}\u3000`,
      ),
    ),
  ),
  variant("every third amount as text", someTexts),
  variant("amounts without a number format", rewrite(general)),
  variant("dashes for blanks", rewrite(dashes)),
  variant("元", inYuan),
  variant(
    "千元",
    rewrite((sheet) => inUnit(sheet, THOUSANDS)),
  ),
  variant(
    "亿元",
    rewrite((sheet) => inUnit(sheet, HUNDRED_MILLIONS)),
  ),
  variant(
    "万元 and 元 by turns",
    rewrite((sheet, at) => (at % 2 === 0 ? sheet : inUnit(sheet, YUAN))),
  ),
  variant("two blank rows on top", rowsOnTop),
  variant("a blank column at the left", columnLeft),
  variant("no merges", unmerged),
  variant(
    "headings with blanks and line breaks",
    rewrite((sheet) => respaced(sheet, wordsApart)),
  ),
  variant(
    "headings broken inside words",
    rewrite((sheet) => respaced(sheet, brokenInside)),
  ),
  variant(
    "the total row at the bottom",
    each((sheet) => totalAtBottom(sheet, false)),
  ),
  variant(
    "total and department at the bottom",
    each((sheet) => totalAtBottom(sheet, true)),
  ),
  variant("pages with the header again", pages(HEADER_ONLY)),
  variant("pages with the whole head again", pages(WHOLE_HEAD)),
  variant("labelled pages", pages(LABELLED)),
  variant("all tables on one sheet", (snapshot) => stacked(snapshot, snapshot.sheets.length, 2)),
  variant("all tables on one sheet without blank rows", (snapshot) =>
    stacked(snapshot, snapshot.sheets.length, 0),
  ),
  variant("two tables a sheet", (snapshot) => stacked(snapshot, 2, 1)),
  variant("totals as formulas", rewrite(withFormulas)),
  variant("sheets renamed", renamed),
  variant("sheets with each other's names", namesMixedUp),
  reordered("sheets in reverse order", reversed),
  reordered("sheets in another order, renamed", evenFirst, renamed),
  variant("hidden rows, columns and sheets", rewrite(withHidden)),
  variant(
    "a cover",
    beside(() => [cover]),
  ),
  variant(
    "a contents page",
    beside((sheets) => [contents(sheets)]),
  ),
  variant(
    "a contents page of texts",
    beside((sheets) => [contentsAsText(sheets)]),
  ),
  variant(
    "instructions",
    beside(() => [instructions]),
  ),
  variant(
    "a contact list",
    beside(() => [contacts]),
  ),
  variant("more notes and signatures below", each(signed)),
  variant("an empty row in the body", each(emptyRowInBody)),
  variant("a column of remarks at the right", each(remarksRight)),
  variant("consecutive numbers at the left", each(serialNumbersLeft)),
  variant("blank rows, text amounts, renamed", rowsOnTop, separatorTexts, renamed),
  variant(
    "no merges, broken headings, blank column",
    rewrite((sheet) => respaced(sheet, wordsApart)),
    unmerged,
    columnLeft,
  ),
  variant(
    "元, total row at the bottom, signatures",
    each((sheet) => totalAtBottom(sheet, false)),
    each(signed),
    inYuan,
  ),
  variant("one sheet, labelled pages, full-width amounts", pages(LABELLED), fullWidthTexts, (snapshot) =>
    stacked(snapshot, snapshot.sheets.length, 1),
  ),
  variant(
    "labelled pages of nine rows, text amounts",
    pages({ ...LABELLED, rowsPerPage: 9 }),
    separatorTexts,
  ),
  variant("an empty row with a remark", each(emptyRowInBody), each(remarksRight)),
  variant(
    "numbers, remarks, formulas, hidden lines, extra sheets",
    rewrite(withFormulas),
    rewrite(withHidden),
    each(remarksRight),
    each(serialNumbersLeft),
    everythingBeside,
  ),
  variant(
    "no merges, pages with the header again, no number format",
    pages(HEADER_ONLY),
    unmerged,
    rewrite(general),
  ),
];
