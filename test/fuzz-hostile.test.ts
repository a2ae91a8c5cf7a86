import { checkWorkbook } from "../src/core/check-workbook";
import { toA1 } from "../src/core/workbook/address";
import type { CellValue } from "../src/core/workbook/snapshot";
import { readXlsx, UnreadableWorkbookError } from "../src/xlsx";
import { plainEnd, rawEntry, rawZip, type RawEntry } from "../scripts/fuzz/raw-zip";
import { cell, LONGEST_TEXT, sheet, table, workbook, wrongTable } from "./corpus/hostile-workbooks";
import { buildXlsx } from "./xlsx/package-builder";

/* Each thing that hostile or broken workbooks do, and what is said of it. More in test/xlsx/bad-input.test.ts. */

const messages = (...sheets: Parameters<typeof workbook>[0]): readonly string[] =>
  checkWorkbook(workbook(sheets)).findings.map(({ message }) => message);

describe("snapshots", () => {
  test("10,000 sheets: the one that is wrong is named", () => {
    const blank = Array.from({ length: 10_000 }, (_, at) => sheet(`空表${String(at)}`, [cell(0, 0, "说明")]));
    const found = checkWorkbook(workbook([...blank, sheet("预算03表", wrongTable())]));
    expect(found.findings[0]).toMatchObject({ sheet: "预算03表", cell: "C5" });
    expect(new Set(found.findings.map((finding) => finding.sheet))).toEqual(new Set(["预算03表"]));
  });

  test("a used range of a million rows with one amount at its end", () => {
    const { row, column } = { row: 1_048_575, column: 4 };
    const cells = [...wrongTable(), cell(row, column, 5)];
    expect(messages(sheet("预算03表", cells)).join()).toContain("C5");
    expect(messages(sheet("空", [cell(row, 16_383, 1)]))).toEqual([]);
    expect(toA1({ row, column: 16_383 })).toBe("XFD1048576");
  });

  test.each(["合", "1", "（", " x", "a\n", "“"])(
    "texts as long as Excel takes, of “%s”: no more of them is said than one can read",
    (sign) => {
      const long = sign.repeat(LONGEST_TEXT).slice(0, LONGEST_TEXT);
      const found = messages(sheet("预算03表", table([null, "合计", long, 1, 2], ["201", long, 3, 1, long])));
      expect(found.length).toBeGreaterThan(0);
      for (const message of found) {
        expect(message.length).toBeLessThan(1500);
        expect(message).not.toMatch(/[\r\n]/);
      }
    },
  );

  test.each<[string, CellValue, string]>([
    ["1e308", 1e308, "大得不像预算金额"],
    ["the largest double", Number.MAX_VALUE, "大得不像预算金额"],
    ["a text beyond all doubles", "1e999", "不是金额"],
    ["an error value", { error: "#REF!" }, "#REF!"],
    ["NUL", "\u0000", "不是金额"],
    ["half a character", "\ud800", "不是金额"],
  ])("%s as an amount", (_, value, words) => {
    const [message] = messages(
      sheet("预算03表", table([null, "合计", 3, 1, 2], ["201", "某类", value, 1, 2])),
    ).filter((text) => text.includes("C6"));
    expect(message).toContain(words);
  });

  test("formulas in a ring count by their last results; those never computed are named", () => {
    const ring = table(
      [null, "合计", cell(4, 2, 4, "=C6"), 1, 2],
      ["201", "某类", cell(5, 2, 3, "=C5"), 1, 2],
    );
    expect(messages(sheet("预算03表", ring)).join()).toContain("C5");
    const uncomputed = table([null, "合计", { ...cell(4, 2, "", "=C5") }, 1, 2], ["201", "某类", 3, 1, 2]);
    expect(messages(sheet("预算03表", uncomputed)).join()).toMatch(/C5.*公式/);
  });

  test("merges over each other, outside the sheet and with their corners swapped change nothing", () => {
    const merges = [
      { top: 20, left: 0, bottom: 25, right: 4 },
      { top: 22, left: 2, bottom: 40, right: 9 },
      { top: 50, left: 5, bottom: 45, right: 1 },
      { top: 2 ** 31, left: 2 ** 31, bottom: 2 ** 32, right: 2 ** 32 },
    ];
    expect(messages(sheet("预算03表", wrongTable(), { merges }))).toEqual(
      messages(sheet("预算03表", wrongTable())),
    );
  });

  test("thousands of cells that cannot be read: each is named, the first are told what they should say", () => {
    const rows = Array.from({ length: 1200 }, (_, at) => [
      String(2_010_101 + at),
      "某项",
      `合${String(at)}`,
      1,
      2,
    ]);
    const found = messages(sheet("预算03表", table([null, "合计", 9000, 1200, 2400], ...rows))).filter(
      (text) => text.includes("不是金额"),
    );
    expect(found).toHaveLength(1200);
    expect(found.filter((text) => text.includes("应为")).length).toBeLessThanOrEqual(500);
    expect(found[0]).toContain("应为 9,000。");
  });

  test("the same wrong amounts on hundreds of sheets: all are found, though not every cause is looked for", () => {
    const sheets = Array.from({ length: 150 }, (_, at) => sheet(`预算03表${String(at)}`, wrongTable()));
    const { findings } = checkWorkbook(workbook(sheets));
    expect(new Set(findings.map((finding) => finding.sheet)).size).toBe(150);
  });
});

describe("kept with a workbook", () => {
  test.each(["[", '{"a":', "[1,"])("a family that nests without end: %s", (open) => {
    const families = [`{"family.json":${open.repeat(100_000)}`];
    const [finding] = checkWorkbook(workbook([sheet("甲", [])], { families })).findings;
    expect(finding?.message).toContain("括号套得太深");
  });

  test("a family kept twice, both broken: two findings with ids of their own", () => {
    const broken = JSON.stringify({ "family.json": { id: "a", name: "甲" } });
    const { findings } = checkWorkbook(workbook([sheet("甲", [])], { families: [broken, broken] }));
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
  });

  test("an accepted difference that nests without end", () => {
    const accepted = [`{"accepted":[${"[".repeat(100_000)}`];
    expect(messages(...[sheet("甲", [])]).length).toBe(0);
    expect(checkWorkbook(workbook([sheet("甲", [])], { accepted })).findings).toHaveLength(1);
  });
});

describe("files", () => {
  const failure = (bytes: Uint8Array): string => {
    try {
      readXlsx(bytes, "预算.xlsx");
    } catch (error) {
      if (error instanceof UnreadableWorkbookError) return error.message;
      throw error;
    }
    return "was read";
  };
  const withData = (xml: string): Uint8Array => buildXlsx([{ name: "甲", xml }]);
  const withEntry = (change: (entries: RawEntry[]) => void): Uint8Array => {
    const entries = [
      rawEntry("xl/workbook.xml", new Uint8Array(20), false),
      rawEntry("xl/a.xml", new Uint8Array(20), false),
    ];
    change(entries);
    return rawZip(entries, plainEnd());
  };

  test("two sheets of one name, which no message could tell apart", () => {
    const bytes = buildXlsx([
      { name: "Sheet", xml: "<sheetData/>" },
      { name: "sheet", xml: "<sheetData/>" },
    ]);
    expect(failure(bytes)).toContain("工作表“sheet”");
  });

  test.each([
    ["a cell outside every row", "<sheetData><c><v>1</v></c></sheetData>"],
    ["a row inside a cell", '<sheetData><row r="1"><c r="A1"><row r="1"/><v>1</v></c></row></sheetData>'],
    ["a cell inside a cell", '<sheetData><row r="1"><c r="A1"><c r="B1"><v>1</v></c></c></row></sheetData>'],
    ["half a row", '<sheetData><row r="1.5"><c><v>1</v></c></row></sheetData>'],
    ["a cell whose place is none", '<sheetData><row r="1"><c r="NaN"><v>1</v></c></row></sheetData>'],
  ])("%s", (_, xml) => {
    expect(failure(withData(xml))).toMatch(/^“预算.xlsx”的工作表“甲”内容有错误/);
  });

  test("columns from below zero to beyond the sheet", () => {
    const { sheets } = readXlsx(
      withData('<cols><col min="-4294967295" max="4294967295" hidden="1"/></cols><sheetData/>'),
      "甲.xlsx",
    );
    expect(sheets[0]?.hiddenColumns).toEqual(Array.from({ length: 16_384 }, (_, column) => column));
  });

  test("one cell in the last row and column", () => {
    const { sheets } = readXlsx(
      withData(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>',
      ),
      "甲.xlsx",
    );
    expect([...(sheets[0]?.cells ?? [])].map(({ row, column, value }) => [row, column, value])).toEqual([
      [1_048_575, 16_383, 7],
    ]);
  });

  test.each([
    [
      "a name with control characters",
      (entries: RawEntry[]) => (entries[1] = rawEntry("\u0001/../\n.xml", new Uint8Array(), false)),
    ],
    [
      "a name of 60,000 characters",
      (entries: RawEntry[]) => (entries[1] = rawEntry(`/${"a".repeat(60_000)}`, new Uint8Array(), false)),
    ],
    ["a size of 4 GB", (entries: RawEntry[]) => Object.assign(entries[0] as RawEntry, { size: 0xfffffffe })],
    [
      "two entries over one another",
      (entries: RawEntry[]) =>
        Object.assign(entries[1] as RawEntry, { shared: true, name: (entries[0] as RawEntry).name }),
    ],
  ])("a package with %s: refused in one short line", (_, change) => {
    const message = failure(withEntry((entries) => void change(entries)));
    expect(message).toMatch(/^“预算.xlsx”.{1,300}。$/);
  });
});
