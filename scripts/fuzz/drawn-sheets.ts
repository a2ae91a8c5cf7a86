import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { BUILT_IN_TEMPLATES, INPUT_TEMPLATES } from "../../src/core/generate/templates";
import { EXAMPLE_RULES } from "../../src/core/relations/examples";
import { RULE_HEADINGS, RULES_SHEET_NAMES } from "../../src/core/relations/rule-columns";
import type { CellValue, SheetSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx } from "../../src/xlsx";
import type { Random } from "./random";
import { SheetDraft } from "./sheet-draft";
import { amount, anyValue, code, FORMS, heading, hostileText, indicatorText, line, name } from "./words";

/* One sheet each, before anything is done to it. */

const ROWS_OF_FORM = 5;
const COLUMNS_OF_FORM = 14;
const ROWS_OF_WINDOW = 16;

/** A table of a built-in form: its title, its header, coded or named rows, and totals that mostly add up. */
export function formSheet(
  random: Random,
  mostColumns = COLUMNS_OF_FORM,
  mostRows = ROWS_OF_FORM,
): SheetDraft {
  const form = random.pick(FORMS);
  const title = random.pick(form.titles);
  const sheet = new SheetDraft(
    random.oneIn(3) ? line(random).slice(0, 31) : `${form.number ?? ""} ${title}`.trim().slice(0, 31),
  );
  let row = 0;
  if (form.number !== undefined && !random.oneIn(4)) sheet.put(row++, 0, form.number);
  if (!random.oneIn(6)) sheet.put(row++, 0, random.oneIn(3) ? `2026年${title}` : title);
  if (!random.oneIn(4))
    sheet.put(row++, 0, random.pick(["单位：万元", "单位：元", "单位名称：某局", "金额单位：亿元"]));
  const headings = headingsOf(random, form, mostColumns);
  headings.forEach((text, column) => sheet.put(row, column, text));
  if (random.oneIn(4)) {
    const left = random.below(headings.length);
    sheet.merges.push({
      top: row,
      bottom: row + 1,
      left,
      right: Math.min(headings.length, left + random.below(3)),
    });
    row++;
    for (let column = left; column < headings.length; column++)
      sheet.put(row, column, random.oneIn(2) ? "小计" : heading(random));
  }
  const isIndicators = form.indicators !== undefined && !random.oneIn(5);
  bodyRows(
    random,
    sheet,
    { first: row + 1, rows: random.between(1, mostRows), columns: headings.length },
    isIndicators,
  );
  return sheet;
}

function headingsOf(
  random: Random,
  { header, blocks, indicators, execution }: (typeof FORMS)[number],
  most: number,
): string[] {
  const stubs = blocks.flatMap(({ stub }) => stub.map(({ phrases }) => random.pick(phrases)));
  const columns = [...(indicators?.columns ?? []), ...(execution?.columns ?? [])].map(({ phrases }) =>
    random.pick(phrases),
  );
  return [...new Set([...stubs, ...header, ...columns])]
    .filter(() => !random.oneIn(10))
    .slice(0, most)
    .concat("合计");
}

function bodyRows(
  random: Random,
  sheet: SheetDraft,
  { first, rows, columns }: { readonly first: number; readonly rows: number; readonly columns: number },
  isIndicators: boolean,
): void {
  const sums = Array<number>(columns).fill(0);
  for (let at = 0; at < rows; at++) {
    const row = first + 1 + at;
    const stubs = random.between(1, 3);
    sheet.put(
      row,
      0,
      random.weighted([
        [3, code],
        [2, name],
        [2, line],
      ])(random),
    );
    if (stubs > 1)
      sheet.put(
        row,
        1,
        random.weighted([
          [3, name],
          [2, line],
          [isIndicators ? 8 : 0, indicatorText],
        ])(random),
      );
    for (let column = stubs; column < columns; column++) {
      if (random.oneIn(6)) continue;
      const value: CellValue = isIndicators
        ? random.pick([indicatorText, indicatorText, amount])(random)
        : amount(random);
      sheet.put(row, column, value);
      if (typeof value === "number") sums[column] = (sums[column] ?? 0) + value;
    }
  }
  if (random.oneIn(5)) return;
  sheet.put(first, random.below(2), random.pick(["合计", "总计", "合 计", "小计"]));
  sums.forEach((sum, column) => {
    if (column >= 2 && Math.abs(sum) < 1e300)
      sheet.put(first, column, random.oneIn(8) ? amount(random) : Math.round(sum * 100) / 100);
  });
}

/** Cells of any content anywhere near the corner. */
export function soupSheet(random: Random, mostRows = 9, mostColumns = 8): SheetDraft {
  const sheet = new SheetDraft(random.oneIn(3) ? line(random).slice(0, 31) : "Sheet1");
  const [rows, columns] = [random.between(1, mostRows), random.between(1, mostColumns)];
  const filled = random.between(1, 10);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (random.below(10) < filled) sheet.put(row, column, anyValue(random));
  return sheet;
}

const CASES = join(process.cwd(), "test", "cases");
let real: readonly SheetSnapshot[] | null = null;

/** The sheets of the published workbooks. */
export function realSheets(): readonly SheetSnapshot[] {
  real ??= readdirSync(CASES)
    .filter((file) => file.endsWith(".xlsx"))
    .sort()
    .flatMap((file) => readXlsx(readFileSync(join(CASES, file)), file).sheets);
  return real;
}

/** A published sheet, most often the top of it and some of its rows. */
export function realSheet(random: Random): SheetDraft {
  const sheet = SheetDraft.of(random.pick(realSheets()));
  if (random.oneIn(60)) return sheet;
  const head = random.between(3, 9);
  const rows = [...new Set(sheet.all().map(({ row }) => row))].filter((row) => row >= head);
  const from = rows.length === 0 ? 0 : random.below(rows.length);
  const kept = new Set(rows.slice(from, from + random.between(1, ROWS_OF_WINDOW - head)));
  sheet.map((cell) => (cell.row < head || kept.has(cell.row) ? cell : null));
  return sheet;
}

/** The sheet of stated rules, with rules over the other sheets. */
export function rulesSheet(random: Random, others: readonly SheetDraft[]): SheetDraft {
  const sheet = new SheetDraft(random.pick(RULES_SHEET_NAMES));
  const columns = Object.values(RULE_HEADINGS).filter(() => !random.oneIn(8));
  const header = random.below(3);
  columns.forEach((names, column) => sheet.put(header, column, random.pick(names)));
  for (let row = header + 1; row <= header + random.between(1, 8); row++) {
    sheet.put(row, 0, random.oneIn(25) ? anyValue(random) : relation(random, others));
    if (random.oneIn(2))
      sheet.put(
        row,
        1,
        random.oneIn(4)
          ? anyValue(random)
          : random.pick(["0.05", "1%", "0.05万元", "-1", "1e9%", "１", 0.1, 1e308]),
      );
    if (random.oneIn(3)) sheet.put(row, 2, random.pick(["错误", "警告", "提醒", "", "致命"]));
    if (random.oneIn(3)) sheet.put(row, 3, random.oneIn(4) ? hostileText(random) : name(random));
    if (random.oneIn(6)) sheet.put(row, 4, random.pick(["是", "否", "×", "0", true, false]));
  }
  return sheet;
}

function relation(random: Random, others: readonly SheetDraft[]): string {
  if (random.oneIn(8)) return random.pick(EXAMPLE_RULES).relation;
  if (random.oneIn(20)) return `${"(".repeat(random.pick([5, 100, 5000]))}${term(random, others)}=1`;
  const side = (): string =>
    random
      .times(random.between(1, 3), () =>
        random.weighted([
          [6, term(random, others)],
          [1, random.pick(["1", "50%", "1e308", "", "0.1×", "(", ")"])],
        ]),
      )
      .join(random.pick([" + ", " − ", "-", "×", "*", "÷", " "]));
  return `${side()} ${random.pick(["=", "≤", "≥", "＝", "<", "==", "≠", "", ">="])} ${side()}`;
}

function term(random: Random, others: readonly SheetDraft[]): string {
  const other = others.length === 0 ? null : random.pick(others);
  const texts = (other?.all() ?? []).map(({ text }) => text).filter((text) => text.length < 40);
  const word = (): string =>
    texts.length > 0 && !random.oneIn(8)
      ? random.pick(texts)
      : random.pick([heading, line, name, hostileText])(random);
  const table = random.weighted([
    [4, other?.name ?? "预算03表"],
    [2, random.pick(FORMS).number ?? "支出总表"],
    [1, word()],
  ]);
  const cell = random.pick([
    `${word()}, ${word()}`,
    `${word()}, ${word()}`,
    word(),
    `合计, ${word()}`,
    `${word()}/${word()}, ${word()}`,
  ]);
  return random.oneIn(15) ? `${table}[${cell}` : `${table}[${cell}]`;
}

/** A table that a template makes, or an input sheet, with content in the place of its placeholders. */
export function templateSheet(random: Random): SheetDraft {
  const template = random.pick([...BUILT_IN_TEMPLATES, ...Object.values(INPUT_TEMPLATES)]);
  const sheet = new SheetDraft(template.sheetName.slice(0, 31));
  for (const { row, column, text } of template.cells) {
    const filled = text.replace(/\{\{[^}]*\}\}/g, () =>
      String(random.pick([name, indicatorText, amount, line])(random)),
    );
    sheet.put(row, column, filled.startsWith("=") ? amount(random) : filled);
  }
  sheet.merges = [...template.merges];
  const last = Math.max(...template.cells.map(({ row }) => row));
  const width = Math.max(...template.cells.map(({ column }) => column));
  for (let row = last + 1; row < last + random.between(1, 6); row++)
    for (let column = 0; column <= width; column++)
      if (!random.oneIn(3))
        sheet.put(row, column, random.oneIn(3) ? anyValue(random) : indicatorText(random));
  return sheet;
}
