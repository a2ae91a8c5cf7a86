import Decimal from "decimal.js";
import { generateTables, type GeneratedTables } from "../src/core/generate";
import { sheetGrid, textOf } from "../src/core/workbook/grid";
import type { SheetSnapshot, WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";
import { grid, workbook } from "./support/grid";
import { builtInTemplate, differences, sheetNamed } from "./support/round-trip";

/* The tables of a special fund out of a ledger: what was published, taken apart into lines, is put together again. */

/** A sheet of lines, one an amount, and what the tables are called. */
function ledgerOf(rows: readonly (readonly (string | number)[])[]): WorkbookSnapshot {
  const lines = rows.map((row) => row.join(" | ")).join("\n");
  return workbook(
    grid(`项目 | 单位 | 地区 | 费用项 | 资金来源 | 金额（万元）\n${lines}`, "支出明细"),
    grid(
      `单位 | 项目 | 资料项 | 内容
       | | 专项资金名称 | 省级市场监督管理专项资金
       | | 专项资金简称 | 省级市场监管专项资金`,
      "绩效资料录入",
    ),
  );
}

function madeOfLedger(ledger: WorkbookSnapshot, id: string): GeneratedTables {
  return generateTables(ledger, {
    templates: [builtInTemplate(`hunan-evaluation-2024-${id}`)],
    mode: "functions",
    year: 2023,
  });
}

/** 附件1 as lines: what has arrived by project, then the expenses, column by column so that columns keep their order. */
function linesOfAnnex1(sheet: SheetSnapshot): (readonly (string | number)[])[] {
  const cells = sheetGrid(sheet);
  const text = (row: number, column: number): string => textOf(cells.at(row, column)).trim();
  const rows = cells.rowNumbers.filter((row) => row >= 6 && text(row, 0) !== "合计");
  const arrived = rows.flatMap((row) =>
    [2, 3].map((column) => [
      ...[text(row, 0), text(row, 1), "", "资金到位"],
      ...[column === 2 ? "专项资金" : "业务工作经费", text(row, column)],
    ]),
  );
  // The table does not say which expenses were paid out of 业务工作经费: the first ones that make up its sum.
  const left = new Map(rows.map((row) => [row, new Decimal(text(row, 27))]));
  const expenses = Array.from({ length: 21 }, (_, at) => at + 5).flatMap((column) =>
    rows.flatMap((row) => {
      const name = [text(row, 0), text(row, 1), "", text(5, column)];
      const printed = text(row, column);
      if (printed === "" || printed === "/") return [];
      const own = Decimal.min(left.get(row) ?? 0, printed);
      left.set(row, (left.get(row) ?? new Decimal(0)).minus(own));
      if (own.isZero()) return [[...name, "专项资金", printed]];
      const rest = new Decimal(printed).minus(own);
      const lines = [[...name, "业务工作经费", own.toFixed()]];
      return rest.isZero() ? lines : [...lines, [...name, "专项资金", rest.toFixed()]];
    }),
  );
  return [...arrived, ...expenses];
}

const ADDED = "printed rounded; the sum of the printed parts has more digits";
const RATE = "164.61 ÷ 196.00 = 83.985 %, 83.99 % is that of 164.6126";
const NOTHING = "a dash for nothing, in this line only; a ledger has no line for it";
const PARTS = "the printed expenses do not add up to it";

/** Differences with the reason of each. */
const SLIPS: readonly (readonly [difference: string, why: string])[] = [
  ["AA7 #164.61 → #164.6072", PARTS],
  ["AC7 #164.6126 → #164.61", PARTS],
  ["AD7 #83.99% → #83.98%", RATE],
  ["AF7 #83.99% → #83.98%", RATE],
  ["AC13 #485.06 → #485.06 (485.0598)", ADDED],
  ["J16 / → ∅", NOTHING],
  ["M16 / → ∅", NOTHING],
  ["O16 / → ∅", NOTHING],
  ["P16 / → ∅", NOTHING],
  ["AA25 #557.65 → #557.66", PARTS],
  ["AC25 #557.65 → #557.66", PARTS],
  ["F40 #446.16 → #446.16 (446.164)", ADDED],
  ["G40 #716.12 → #716.12 (716.1229)", ADDED],
  ["H40 #1054.23 → #1054.23 (1054.22535)", ADDED],
  ["I40 #120.60 → #120.60 (120.599)", ADDED],
  ["K40 #2429.38 → #2429.38 (2429.382)", ADDED],
  ["L40 #7054.63 → #7054.63 (7054.6318)", ADDED],
  ["Z40 #17037.44 → #17037.44 (17037.44195)", ADDED],
  ["AA40 #31610.23 → #31610.24", PARTS],
  ["AB40 #1844.40 → #1844.40 (1844.3998)", ADDED],
  ["AC40 #33454.63 → #33454.64", PARTS],
];

test("附件1 of the special fund out of its amounts as lines of 支出明细 is as it was published but for slips", () => {
  const sheet = sheetNamed(readCase("hunan-special-fund-2023"), "附件1");
  const { plans, missing, problems } = madeOfLedger(ledgerOf(linesOfAnnex1(sheet)), "fund-annex-1");
  expect([missing, problems]).toEqual([[], []]);
  expect(differences(sheet, plans[0])).toEqual(SLIPS.map(([difference]) => difference));
});

interface Amount {
  readonly line: readonly (string | number)[];
  /** Its place in the table. */
  readonly row: number;
  readonly column: number;
}

/** 附件2 as lines, each amount what has arrived. */
function amountsOfAnnex2(sheet: SheetSnapshot): Amount[] {
  const cells = sheetGrid(sheet);
  const text = (row: number, column: number): string => textOf(cells.at(row, column)).trim();
  let region = "";
  return cells.rowNumbers
    .filter((row) => row > 3)
    .flatMap((row) => {
      const first = text(row, 0);
      const isUnit = /^\d/.test(first);
      if (first !== "" && !isUnit) region = first;
      if (first === "合计" || /^小计/.test(text(row, 1))) return [];
      const unit = isUnit ? `${first} ${text(row, 1)}` : text(row, 1);
      return cells
        .row(row)
        .filter(({ column }) => column > 2)
        .map(({ column }) => ({
          line: [text(3, column), unit, region, "资金到位", "专项资金", text(row, column)],
          row,
          column,
        }));
    });
}

/** Amounts in such an order that rows and columns alike are named for the first time in the order of the table. */
function namedInOrder(amounts: readonly Amount[]): Amount[] {
  const rows = [...new Set(amounts.map(({ row }) => row))].sort((a, b) => a - b);
  const columns = [...new Set(amounts.map(({ column }) => column))].sort((a, b) => a - b);
  const placed = new Set<Amount>();
  let [height, width] = [0, 0];
  const next = (): Amount | undefined =>
    amounts.find(
      (amount) =>
        !placed.has(amount) && rows.indexOf(amount.row) <= height && columns.indexOf(amount.column) <= width,
    );
  for (let amount = next(); amount !== undefined; amount = next()) {
    placed.add(amount);
    if (rows.indexOf(amount.row) === height) height++;
    if (columns.indexOf(amount.column) === width) width++;
  }
  return [...placed];
}

test("附件2 of the special fund out of its amounts as lines of 支出明细 is as it was published", () => {
  const sheet = sheetNamed(readCase("hunan-special-fund-2023"), "附件2");
  const amounts = amountsOfAnnex2(sheet);
  const ordered = namedInOrder(amounts);
  expect([amounts.length > 150, ordered.length]).toEqual([true, amounts.length]);
  const { plans, missing, problems } = madeOfLedger(
    ledgerOf(ordered.map(({ line }) => line)),
    "fund-annex-2",
  );
  expect([missing, problems]).toEqual([[], []]);
  expect(differences(sheet, plans[0])).toEqual([]);
});
