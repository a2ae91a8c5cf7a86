import { strToU8 } from "fflate";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { readXlsx, UnreadableWorkbookError, type UnreadableCode } from "../../src/xlsx";
import { buildXlsx, relationships, zipParts } from "./package-builder";

const SAMPLE = readFileSync("test/cases/hunan-budget-2026.xlsx");
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A compound file (the container of .xls and of encrypted workbooks) whose directory lists these streams. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  bytes.set(COMPOUND);
  for (const [index, name] of ["Root Entry", ...streams].entries()) {
    const at = 512 * 2 + 128 * index;
    bytes.set(new Uint8Array(Buffer.from(name, "utf16le")), at);
    bytes[at + 64] = 2 * name.length + 2;
  }
  return bytes;
}

function failure(bytes: Uint8Array, name = "预算.xlsx"): UnreadableWorkbookError {
  try {
    readXlsx(bytes, name);
  } catch (error) {
    if (error instanceof UnreadableWorkbookError) return error;
    throw error;
  }
  throw new Error("was read");
}

const withSheet = (xml: string): Uint8Array =>
  buildXlsx([
    { name: "好", xml: "<sheetData/>" },
    { name: "坏表", xml },
  ]);
const withParts = (parts: Readonly<Record<string, string | null>>): Uint8Array =>
  buildXlsx([{ xml: "<sheetData/>" }], { parts });
const officeFile = (target: string): Uint8Array =>
  zipParts({ "_rels/.rels": relationships([["rId1", "officeDocument", target]]), [target]: "<x/>" });

describe("files that are no workbook", () => {
  test.each<[string, Uint8Array, string, UnreadableCode, string]>([
    ["empty", new Uint8Array(), "空.xlsx", "empty", "“空.xlsx”是空文件（0 字节）"],
    ["text", strToU8("科目,金额\n201,1.00"), "a.xlsx", "not-workbook", "文本文件"],
    ["bytes", new Uint8Array([1, 0, 2, 0, 3]), "a.xlsx", "not-workbook", "其他类型的文件"],
    ["PDF", strToU8("%PDF-1.7\n"), "a.xlsx", "not-workbook", "PDF 文件"],
    ["picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13]), "a.xlsx", "not-workbook", "图片文件"],
    ["RAR", strToU8("Rar!\x1a\x07"), "a.xlsx", "not-workbook", "压缩包"],
    ["XML", strToU8('<?xml version="1.0"?><a/>'), "a.xlsx", "not-workbook", "XML 文件"],
    ["web page", strToU8("<!DOCTYPE html><html>"), "a.xlsx", "not-workbook", "网页文件"],
    ["web page with a table", strToU8("<html><body><table>"), "a.xls", "old-format", "网页格式的表格"],
    [
      "XML 2003",
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      "a.xls",
      "old-format",
      "XML 表格 2003",
    ],
    [".xls", compoundFile("Workbook"), "a.xls", "old-format", "旧版 .xls 格式，请另存为 .xlsx"],
    [".xls of 1995", compoundFile("Book"), "a.xls", "old-format", "旧版 .xls 格式"],
    [".xls of 1990", new Uint8Array([9, 2, 6, 0, 0, 0]), "a.xls", "old-format", "旧版 .xls 格式"],
    [".et", compoundFile("Workbook"), "a.et", "old-format", "WPS 旧版 .et 格式"],
    [".doc", compoundFile("WordDocument"), "a.doc", "not-workbook", "Word 文档"],
    [".ppt", compoundFile("PowerPoint Document"), "a.ppt", "not-workbook", "PowerPoint"],
    ["password", compoundFile("EncryptionInfo", "EncryptedPackage"), "a.xlsx", "encrypted", "请先取消密码"],
    [".docx", officeFile("word/document.xml"), "a.docx", "not-workbook", "Word 文档"],
    [".pptx", officeFile("ppt/presentation.xml"), "a.pptx", "not-workbook", "PowerPoint"],
    [".xlsb", officeFile("xl/workbook.bin"), "a.xlsb", "binary-format", ".xlsb"],
    [".ods", zipParts({ mimetype: "application/vnd" }), "a.ods", "not-workbook", "OpenDocument"],
    [".ofd", zipParts({ "OFD.xml": "<x/>" }), "a.ofd", "not-workbook", "OFD"],
    ["other zip", zipParts({ "读我.txt": "" }), "a.zip", "no-workbook-part", "里面没有工作簿内容"],
    ["zip without entries", zipParts({}), "a.zip", "no-workbook-part", "里面没有工作簿内容"],
  ])("%s", (_, bytes, name, code, words) => {
    const error = failure(bytes, name);
    expect(error.code).toBe(code);
    expect(error.message).toContain(`“${name}”`);
    expect(error.message).toContain(words);
  });
});

describe("damaged packages", () => {
  test.each([0.1, 0.5, 0.9, 0.999])("cut off at %d of its length", (share) => {
    expect(failure(SAMPLE.subarray(0, Math.floor(SAMPLE.length * share))).code).toBe("damaged");
  });

  test("any flipped bit is noticed or harmless, never another figure", () => {
    const expected = JSON.stringify(readXlsx(SAMPLE, "a").sheets);
    fc.assert(
      fc.property(fc.nat(SAMPLE.length - 1), fc.nat(7), (at, bit) => {
        const bytes = new Uint8Array(SAMPLE);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        try {
          expect(JSON.stringify(readXlsx(bytes, "a").sheets)).toBe(expected);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableWorkbookError);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("a part that unpacks to another size than declared", () => {
    const bytes = new Uint8Array(SAMPLE);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    for (let at = directory; view.getUint32(at, true) === 0x02014b50;) {
      view.setUint32(at + 24, view.getUint32(at + 24, true) - 1, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    }
    expect(failure(bytes).code).toBe("damaged");
  });

  test("a part encrypted in the zip manner", () => {
    const bytes = new Uint8Array(SAMPLE);
    const view = new DataView(bytes.buffer);
    for (let at = view.getUint32(bytes.length - 22 + 16, true); view.getUint32(at, true) === 0x02014b50;) {
      view.setUint16(at + 8, 1, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    }
    expect(failure(bytes).code).toBe("encrypted");
  });
});

describe("broken content", () => {
  test.each([
    ["not closed", "<sheetData><row><c><v>1</v></c></row>"],
    ["undefined entity", "<sheetData><row><c><v>&x;</v></c></row></sheetData>"],
    ["row out of the sheet", '<sheetData><row r="1048577"/></sheetData>'],
    ["row 0", '<sheetData><row r="0"/></sheetData>'],
    ["merge that is none", '<sheetData/><mergeCells><mergeCell ref="A1:"/></mergeCells>'],
    ["nesting without end", `<sheetData>${"<a>".repeat(300)}${"</a>".repeat(300)}</sheetData>`],
  ])("of one sheet, %s: names the sheet", (_, xml) => {
    const error = failure(withSheet(xml));
    expect(error.code).toBe("broken-sheet");
    expect(error.message).toContain("“预算.xlsx”的工作表“坏表”");
  });

  test.each([
    ["shared string that does not exist", '<c r="B3" t="s"><v>7</v></c>', "B3"],
    ["cell listed twice", '<c r="B3"><v>1</v></c><c r="B3"><v>2</v></c>', "B3"],
    ["cell out of the sheet", '<c r="XFE3"><v>1</v></c>', "XFE3"],
    ["shared formula without its first cell", '<c r="B3"><f t="shared" si="4"/><v>1</v></c>', "B3"],
  ])("of one cell, %s: names the cell", (_, cells, a1) => {
    const error = failure(withSheet(`<sheetData><row r="3">${cells}</row></sheetData>`));
    expect(error.place).toMatchObject({ sheet: "坏表", cell: a1 });
    expect(error.message).toContain(`工作表“坏表” ${a1} 处`);
  });

  test("a sheet whose part is missing or is no worksheet", () => {
    expect(failure(withParts({ "xl/worksheets/sheet1.xml": null })).place.sheet).toBe("Sheet1");
    expect(failure(withParts({ "xl/worksheets/sheet1.xml": "<html/>" })).place.sheet).toBe("Sheet1");
  });

  test.each(["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"])(
    "of %s: names the part",
    (part) => {
      const error = failure(withParts({ [part]: "<a><b></a>" }));
      expect([error.code, error.place.part]).toEqual(["broken-part", part]);
    },
  );

  test("bytes that are no UTF-8", () => {
    const xml = new Uint8Array([
      ...strToU8("<worksheet><sheetData>"),
      0xff,
      ...strToU8("</sheetData></worksheet>"),
    ]);
    const bytes = buildXlsx([{ xml: "" }], { parts: { "xl/worksheets/sheet1.xml": xml } });
    expect(failure(bytes).code).toBe("broken-sheet");
  });

  test("a missing shared string table", () => {
    expect(failure(withParts({ "xl/sharedStrings.xml": null })).code).toBe("broken-part");
  });

  test("no worksheets", () => {
    const error = failure(buildXlsx([]));
    expect([error.code, error.message]).toEqual([
      "no-sheets",
      "“预算.xlsx”里面没有工作表，请检查是否选错了文件。",
    ]);
  });
});

describe("hostile packages", () => {
  test("entities that multiply are refused with their document type", () => {
    const laughs = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "${"&b;".repeat(10)}">]>`;
    const xml = `${laughs}<worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`;
    expect(failure(withParts({ "xl/worksheets/sheet1.xml": xml })).code).toBe("broken-sheet");
  });

  test.each(["../../etc/passwd", "/etc/passwd", "C:\\x.xml", "xl\\..\\..\\x.xml"])("part name %s", (name) => {
    expect(failure(withParts({ [name]: "" })).code).toBe("unsafe");
  });

  test("a target above the root of the package leads to nothing outside it", () => {
    const rels = relationships([["rId1", "worksheet", "../../../../etc/passwd"]]);
    expect(failure(withParts({ "xl/_rels/workbook.xml.rels": rels })).code).toBe("broken-sheet");
  });

  test("a zip bomb is refused before it is unpacked", () => {
    const bytes = buildXlsx([{ xml: `<sheetData/>${" ".repeat(70 * 2 ** 20)}` }]);
    expect(bytes.length).toBeLessThan(200_000);
    expect(failure(bytes)).toMatchObject({ code: "too-large", place: { part: "xl/worksheets/sheet1.xml" } });
  });

  test("one part under two sheets", () => {
    const rels = relationships([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/Sheet1.xml"],
    ]);
    const sheets = [
      { name: "一", xml: "<sheetData/>" },
      { name: "二", xml: "<sheetData/>" },
    ];
    const error = failure(buildXlsx(sheets, { parts: { "xl/_rels/workbook.xml.rels": rels } }));
    expect([error.code, error.place.sheet]).toEqual(["broken-sheet", "二"]);
  });

  test("shared formulas that multiply", () => {
    const master = `<row r="1"><c r="A1"><f t="shared" ref="A1:A20000" si="0">A1&amp;"${"长".repeat(8000)}"</f></c></row>`;
    const rows = '<row><c><f t="shared" si="0"/></c></row>'.repeat(20_000);
    const error = failure(withSheet(`<sheetData>${master}${rows}</sheetData>`));
    expect([error.code, error.place.sheet]).toEqual(["too-large", "坏表"]);
    expect(error.message).toContain("上限为 500 万个单元格");
  });
});
