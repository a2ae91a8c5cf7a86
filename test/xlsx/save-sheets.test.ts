import { parseA1, parseA1Range, type CellRange } from "../../src/core/workbook/address";
import type { SheetSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx, saveXlsx, unkept, writeXlsx, type NewSheet, type WorkbookChanges } from "../../src/xlsx";
import { differingParts, packageFaults, partText } from "./parts";
import { RICH_PARTS, richPackage } from "./rich-package";

const RICH = richPackage();
const range = (a1: string): CellRange => parseA1Range(a1) as CellRange;

const NEW: NewSheet = {
  name: "绩效 目标表",
  cells: [
    {
      row: 0,
      column: 0,
      content: { value: "绩效目标表" },
      format: { bold: true, fontName: "黑体", fontSize: 18 },
    },
    { row: 1, column: 1, content: { value: 12.5 }, numberFormat: "#,##0.00" },
    { row: 1, column: 0, content: { value: "=不是公式" } },
    { row: 2, column: 1, content: { formula: "='说明 表'!B1*2", cached: 30 } },
    { row: 3, column: 0, format: { fillColor: "#DDEBF7" } },
  ],
  merges: [range("A1:C1")],
  columns: [{ first: 0, last: 0, width: { characters: 24 } }],
  rows: [
    { first: 0, last: 0, height: 36 },
    { first: 6, last: 7, hidden: true },
  ],
  print: {
    orientation: "landscape",
    fitToWidth: true,
    titleRows: { first: 0, last: 1 },
    area: range("A1:C3"),
    centred: true,
  },
  frozen: { rows: 2, columns: 1 },
  tabColor: "#00B050",
  dropDowns: [{ range: range("C2:C9"), from: ["≥", "≤", "="] }],
};

function saved(changes: WorkbookChanges, original = RICH): Uint8Array {
  const { bytes } = saveXlsx(original, changes);
  expect(packageFaults(bytes)).toEqual([]);
  return bytes;
}

const workbookXml = (bytes: Uint8Array): string => partText(bytes, "xl/workbook.xml");
const sheetNames = (bytes: Uint8Array): readonly string[] =>
  readXlsx(bytes, "甲.xlsx").sheets.map(({ name }) => name);

function sheetOf(bytes: Uint8Array, name: string): SheetSnapshot {
  const sheet = readXlsx(bytes, "甲.xlsx").sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function formulaIn(bytes: Uint8Array, sheet: string, a1: string): string | null | undefined {
  const address = parseA1(a1);
  return sheetOf(bytes, sheet).cells.find(
    ({ row, column }) => row === address?.row && column === address.column,
  )?.formula;
}

describe("an added sheet", () => {
  const bytes = saved({ added: [NEW] });

  test("reads back whole", () => {
    const sheet = sheetOf(bytes, NEW.name);
    expect(sheet).toMatchObject({ visibility: "visible", merges: [range("A1:C1")], hiddenRows: [6, 7] });
    expect(
      sheet.cells.map(({ row, column, value, text, formula }) => [row, column, value, text, formula]),
    ).toEqual([
      [0, 0, "绩效目标表", "绩效目标表", null],
      [1, 0, "=不是公式", "=不是公式", null],
      [1, 1, 12.5, "12.50", null],
      [2, 1, 30, "30", "='说明 表'!B1*2"],
    ]);
  });

  test("has its print set-up, names, panes and lists", () => {
    const xml = partText(bytes, "xl/worksheets/sheet3.xml");
    expect(xml).toContain('<sheetPr><tabColor rgb="FF00B050"/><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain(
      '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>',
    );
    expect(xml).toContain(
      '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
    );
    expect(xml).toContain('sqref="C2:C9"><formula1>"≥,≤,="</formula1>');
    expect(xml).toContain('<col width="24" customWidth="1" min="1" max="1"/>');
    expect(workbookXml(bytes)).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="2">'绩效 目标表'!$A$1:$C$3</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="2">'绩效 目标表'!$1:$2</definedName></definedNames>`,
    );
  });

  test("leaves the other sheets as they lie in the package", () => {
    expect(differingParts(RICH, bytes)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/sharedStrings.xml",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet3.xml",
    ]);
  });

  test("may come first; names that belong to a sheet follow theirs", () => {
    const first = saved({ added: [NEW], order: [NEW.name, "预算表", "说明 表"] });
    expect(sheetNames(first)).toEqual([NEW.name, "预算表", "说明 表"]);
    expect(workbookXml(first)).toContain('<workbookView activeTab="1"/>');
    expect(workbookXml(first)).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="1">预算表!$A$1:$D$9',
    );
    expect(workbookXml(first)).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="2">');
    expect(workbookXml(first)).toContain(`localSheetId="0">'绩效 目标表'!$A$1:$C$3`);
  });
});

describe("a renamed sheet", () => {
  const bytes = saved({ sheets: [{ sheet: "说明 表", rename: "附表'一" }] });

  test("is followed by formulas, rules, links, names and charts", () => {
    const name = "'附表''一'!";
    expect(sheetNames(bytes)).toEqual(["预算表", "附表'一"]);
    expect(formulaIn(bytes, "预算表", "F5")).toBe(`="a&b "&${name}A1`);
    const xml = partText(bytes, RICH_PARTS.sheet);
    expect(xml).toContain(`<formula>${name}$B$1</formula>`);
    expect(xml).toContain(`<formula1>${name}$A$1:$A$3</formula1>`);
    expect(xml).toContain(`<xm:f>${name}$A$1:$A$2</xm:f>`);
    expect(xml).toContain(`location="${name}A1"`);
    expect(workbookXml(bytes)).toContain(`<definedName name="名录">${name}$A$1:$A$3</definedName>`);
    expect(partText(bytes, RICH_PARTS.chart)).toContain(`<c:f>${name}$B$1:$B$2</c:f>`);
    expect(xml).not.toContain("说明 表");
  });

  test("can trade names with another", () => {
    const traded = saved({
      sheets: [
        { sheet: "说明 表", rename: "预算表" },
        { sheet: "预算表", rename: "说明 表" },
      ],
    });
    expect(sheetNames(traded)).toEqual(["说明 表", "预算表"]);
    expect(formulaIn(traded, "预算表", "A2")).toBe("=SUM('说明 表'!B3:B6)");
  });

  test("takes cells and new formulas under its new name", () => {
    const changed = saved({
      sheets: [
        { sheet: "说明 表", rename: "附", cells: [{ row: 0, column: 1, content: { value: 16 } }] },
        { sheet: "预算表", cells: [{ row: 2, column: 1, content: { formula: "=附!B1", cached: 16 } }] },
      ],
    });
    expect(sheetOf(changed, "附").cells.at(1)?.value).toBe(16);
    expect(formulaIn(changed, "预算表", "B3")).toBe("=附!B1");
  });
});

describe("a deleted sheet", () => {
  test("takes along what it alone uses", () => {
    const changes = { deleted: ["预算表"] };
    const bytes = saved(changes);
    const gone = differingParts(RICH, bytes).filter((part) =>
      /drawing|chart|comment|media|printer|calcChain/.test(part),
    );
    expect(gone).toEqual([
      "xl/calcChain.xml",
      "xl/charts/chart1.xml",
      "xl/comments1.xml",
      "xl/drawings/_rels/drawing1.xml.rels",
      "xl/drawings/drawing1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/media/image1.png",
      "xl/printerSettings/printerSettings1.bin",
    ]);
    expect(sheetNames(bytes)).toEqual(["说明 表"]);
    expect(formulaIn(bytes, "说明 表", "A2")).toBe("=SUM(#REF!)");
    expect(workbookXml(bytes)).not.toContain("Print_Area");
    expect(workbookXml(bytes)).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">');
    expect(workbookXml(bytes)).toContain('<definedName name="合计">SUM(#REF!)</definedName>');
    expect(unkept(RICH, changes)).toEqual([
      "有公式或名称引用了要删除的工作表“预算表”，删除后引用处变为 #REF!。",
    ]);
  });

  test("that charts and formulas use is named before", () => {
    expect(unkept(richPackage({ macros: true }), { deleted: ["说明 表"] })).toEqual([
      "有图表引用了要删除的工作表“说明 表”，删除后图表中的这部分数据将丢失。",
      "有公式或名称引用了要删除的工作表“说明 表”，删除后引用处变为 #REF!。",
      "文件中有宏，宏代码若按名称使用工作表“说明 表”，改名或删除后可能无法运行。",
    ]);
    expect(partText(saved({ deleted: ["说明 表"] }), RICH_PARTS.chart)).toContain("<c:f>#REF!</c:f>");
  });
});

test("sheets are hidden, shown and put in order; the one shown stays shown", () => {
  const bytes = saved({
    sheets: [{ sheet: "预算表", visibility: "veryHidden" }],
    order: ["说明 表", "预算表"],
  });
  const { sheets } = readXlsx(bytes, "甲.xlsx");
  expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["说明 表", "visible"],
    ["预算表", "veryHidden"],
  ]);
  expect(workbookXml(bytes)).toContain('activeTab="0"');
  expect(workbookXml(saved({ order: ["说明 表", "预算表"] }))).toContain('activeTab="1"');
});

test("names are added or put in the place of the old", () => {
  const bytes = saved({
    names: [
      { name: "名录", formula: "='说明 表'!$A$1:$A$9" },
      { name: "合计", formula: "=1", sheet: "说明 表" },
    ],
  });
  const names = workbookXml(bytes).match(/<definedName .*?<\/definedName>/g) ?? [];
  expect(names).toHaveLength(5);
  expect(names.slice(-2)).toEqual([
    `<definedName name="名录">'说明 表'!$A$1:$A$9</definedName>`,
    '<definedName name="合计" localSheetId="1">1</definedName>',
  ]);
});

test.each<[string, WorkbookChanges, string]>([
  ["a sheet that is not there", { deleted: ["没有"] }, "原文件中没有工作表“没有”"],
  ["a name Excel refuses", { sheets: [{ sheet: "预算表", rename: "a/b" }] }, "“a/b”不能用作工作表名"],
  ["two equal names", { added: [{ name: "预算表", cells: [] }] }, "有两张工作表同名“预算表”"],
  [
    "no visible sheet",
    { deleted: ["预算表"], sheets: [{ sheet: "说明 表", visibility: "hidden" }] },
    "至少要有一张可见",
  ],
  ["a name that is a cell", { names: [{ name: "AB12", formula: "=1" }] }, "“AB12”不能用作名称"],
  [
    "merges that meet",
    { added: [{ ...NEW, merges: [range("A1:B2"), range("B2:C3")] }] },
    "B2:C3 与其他合并区域重叠",
  ],
])("refused: %s", (_, changes, words) => {
  expect(() => saveXlsx(RICH, changes)).toThrow(words);
});

describe("a new workbook", () => {
  test("reads back whole", () => {
    const bytes = writeXlsx({
      sheets: [
        NEW,
        { name: "说明 表", visibility: "hidden", cells: [{ row: 0, column: 1, content: { value: 15 } }] },
      ],
      names: [{ name: "名录", formula: "='说明 表'!$B$1" }],
    });
    expect(packageFaults(bytes)).toEqual([]);
    expect(sheetOf(bytes, NEW.name).cells).toHaveLength(4);
    const note = sheetOf(bytes, "说明 表");
    expect(note.visibility).toBe("hidden");
    expect(note.cells.map(({ value }) => value)).toEqual([15]);
    expect(workbookXml(bytes)).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  test("is the same to the bit for the same content", () => {
    expect(writeXlsx({ sheets: [NEW] })).toEqual(writeXlsx({ sheets: [NEW] }));
  });

  test("needs a visible sheet", () => {
    expect(() => writeXlsx({ sheets: [] })).toThrow("至少要有一张可见的工作表");
  });
});
