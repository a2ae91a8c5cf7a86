import { parseA1, rangeToA1 } from "../../src/core/workbook/address";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { readXlsx } from "../../src/xlsx";
import { buildXlsx, relationships, type BuiltParts } from "./package-builder";

function read(cells: string, built: BuiltParts = {}): WorkbookSnapshot {
  return readXlsx(buildXlsx([{ xml: `<sheetData>${cells}</sheetData>` }], built), "测试.xlsx");
}

function onlySheet(workbook: WorkbookSnapshot): SheetSnapshot {
  expect(workbook.sheets).toHaveLength(1);
  return workbook.sheets[0] as SheetSnapshot;
}

/** The cell A1 of a sheet with that one cell. */
function cell(xml: string, built?: BuiltParts): Cell | undefined {
  return onlySheet(read(`<row r="1">${xml}</row>`, built)).cells.at(0);
}

const string = (content: string): string => `<c r="A1" t="inlineStr"><is>${content}</is></c>`;

describe("texts", () => {
  test.each([
    ["inline", string("<t>支出</t>"), "支出"],
    ["leading spaces kept", string('<t xml:space="preserve">  支出 </t>'), "  支出 "],
    ["leading spaces without xml:space", string("<t>  支出</t>"), "  支出"],
    ["full-width spaces", string("<t>　　支出</t>"), "　　支出"],
    ["rich text", string("<r><t>  一、</t></r><r><rPr><b/></rPr><t>收入</t></r>"), "  一、收入"],
    ["without its phonetic guide", string('<t>汉字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh>'), "汉字"],
    ["line breaks", string("<t>合&#10;计</t>"), "合\n计"],
    ["escaped characters", string("<t>a_x000D_b_x005F_x_x4E00_</t>"), "a\rb_x一"],
    ["entities and CDATA", string("<t>&#25903;&amp;<![CDATA[<出>]]></t>"), "支&<出>"],
    ["result of a formula", '<c r="A1" t="str"><v>  甲</v></c>', "  甲"],
    ["as a number that is none", '<c r="A1"><v>12.3O</v></c>', "12.3O"],
    ["hexadecimal digits", '<c r="A1"><v>0x1F</v></c>', "0x1F"],
    ["a number no double can hold", '<c r="A1"><v>1e999</v></c>', "1e999"],
  ])("%s", (_, xml, text) => {
    expect(cell(xml)).toMatchObject({ value: text, text });
  });

  test("shared, plain and rich", () => {
    const sharedStrings =
      '<si><t xml:space="preserve">    类</t></si><si><r><t xml:space="preserve">  （一）</t></r><r><t>款</t></r></si>' +
      '<si><t>汉</t><rPh sb="0" eb="1"><t>はん</t></rPh></si>';
    const { cells } = onlySheet(
      read('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>', { sharedStrings }),
    );
    expect(cells.map(({ value }) => value)).toEqual(["    类", "  （一）款", "汉"]);
  });

  test("literal characters of a text format are shown, its padding is not", () => {
    const xml = '<c r="A1" s="1" t="inlineStr"><is><t>局</t></is></c>';
    expect(cell(xml, { formats: ['"单位："@'] })?.text).toBe("单位：局");
    expect(cell(xml, { formats: ["_ @_ "] })?.text).toBe("局");
  });

  test("blank cells and cells with a format alone are left out", () => {
    const xml = `<row r="1"><c r="A1" s="1"/><c r="B1" t="n"><v></v></c>${string("<t></t>").replace("A1", "C1")}</row>`;
    expect(onlySheet(read(xml, { formats: ["0.00"] })).cells).toHaveLength(0);
  });
});

describe("numbers, truth values, errors, dates", () => {
  const valued = (format: string, content: string): Cell | undefined =>
    cell(`<c r="A1" s="1"><v>${content}</v></c>`, { formats: [format] });

  test.each<[string, string, number, string, number | null]>([
    ["General", "120.36", 120.36, "120.36", null],
    ["General", "123456789012345", 123456789012345, "1.23457E+14", null],
    ["0", "123456789012345", 123456789012345, "123456789012345", 0],
    ["General", "0.30000000000000004", 0.30000000000000004, "0.3", null],
    ["0.00", "120.36000000000001", 120.36000000000001, "120.36", 2],
    ["0.00", "-0", 0, "0.00", 2],
    ["#,##0.00", "-1234567.891", -1234567.891, "-1,234,567.89", 2],
    ["0.00%", "0.9554", 0.9554, "95.54%", 2],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1234.5", 1234.5, "1,234.50", 2],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0", 0, "-", 2],
    ["#,##0.00_);[Red](#,##0.00)", "-1.2", -1.2, "(1.20)", 2],
    ['0.00"万元"', "1.2", 1.2, "1.20万元", 2],
    ["yyyy/m/d", "46023", 46023, "2026/1/1", null],
    ['yyyy"年"m"月"d"日"', "46023", 46023, "2026年1月1日", null],
  ])("%s shows %s", (format, content, value, text, decimals) => {
    expect(valued(format, content)).toMatchObject({ value, text, decimals });
  });

  test("built-in formats are those of a Chinese Excel", () => {
    const parts = {
      "xl/styles.xml": `<styleSheet xmlns="x"><cellXfs>${[2, 4, 10, 14, 31, 43, 49].map((id) => `<xf numFmtId="${String(id)}"/>`).join("")}</cellXfs></styleSheet>`,
    };
    const cells = [0, 1, 2, 3, 4, 5, 6].map((style) => `<c s="${String(style)}"><v>46023.5</v></c>`).join("");
    expect(onlySheet(read(`<row>${cells}</row>`, { parts })).cells.map(({ text }) => text)).toEqual([
      "46023.50",
      "46,023.50",
      "4602350.00%",
      "2026/1/1",
      "2026年1月1日",
      "46,023.50",
      "46023.5",
    ]);
  });

  test("dates of the 1904 system", () => {
    const built = { formats: ["yyyy/m/d"], workbook: '<workbookPr date1904="1"/>' };
    expect(cell('<c r="A1" s="1"><v>44561</v></c>', built)).toMatchObject({ value: 44561, text: "2026/1/1" });
  });

  test("ISO dates, as strict files store them", () => {
    const xml = '<c r="A1" s="1" t="d"><v>2026-01-01T12:00:00</v></c>';
    expect(cell(xml, { formats: ["yyyy/m/d"] })).toMatchObject({ value: 46023.5, text: "2026/1/1" });
  });

  test("errors and truth values", () => {
    expect(cell('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toMatchObject({
      value: { error: "#DIV/0!" },
      text: "#DIV/0!",
      formula: "=1/0",
    });
    expect(cell('<c r="A1" t="b"><v>1</v></c>')).toMatchObject({ value: true, text: "TRUE" });
  });
});

describe("formulas", () => {
  test("carry their last result", () => {
    const xml = '<c r="A1" s="1"><f>SUM(B1:C1)</f><v>3.1</v></c>';
    expect(cell(xml, { formats: ["0.00"] })).toMatchObject({
      value: 3.1,
      text: "3.10",
      formula: "=SUM(B1:C1)",
    });
  });

  test.each(["<f>SUM(B1:C1)</f>", "<f>SUM(B1:C1)</f><v></v>", "<f>SUM(B1:C1)</f><v/>"])(
    "never computed, %s, are kept with value “”",
    (content) => {
      expect(cell(`<c r="A1">${content}</c>`)).toMatchObject({ value: "", text: "", formula: "=SUM(B1:C1)" });
    },
  );

  test("whose result is “” are blank", () => {
    expect(cell('<c r="A1" t="str"><f>IF(B1="","",1)</f><v></v></c>')).toBeUndefined();
  });

  test("shared ones are written out for every cell", () => {
    const xml =
      '<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">SUM(B2:$C$2)+LOG10(D2)</f><v>1</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="4"><c r="A4"><f t="shared" si="0"></f></c></row>';
    expect(onlySheet(read(xml)).cells.map(({ value, formula }) => [value, formula])).toEqual([
      [1, "=SUM(B2:$C$2)+LOG10(D2)"],
      [2, "=SUM(B3:$C$2)+LOG10(D3)"],
      ["", "=SUM(B4:$C$2)+LOG10(D4)"],
    ]);
  });

  test("array formulas stand in their first cell; data tables and new functions read as in Excel", () => {
    const xml =
      '<row><c><f t="array" ref="A1:B1">B3:C3*2</f><v>1</v></c><c><v>2</v></c>' +
      '<c><f t="dataTable" ref="C1:C1" r1="E1" r2="F1"/><v>3</v></c>' +
      "<c><f>_xlfn._xlws.FILTER(A1:A2,1)</f><v>4</v></c>" +
      '<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>';
    expect(onlySheet(read(xml)).cells.map(({ formula }) => formula)).toEqual([
      "=B3:C3*2",
      null,
      "=TABLE(E1,F1)",
      "=FILTER(A1:A2,1)",
      '=DISPIMG("ID_1",1)',
    ]);
  });
});

describe("sheets", () => {
  test("visibility, in tab order, names as typed", () => {
    const workbook = readXlsx(
      buildXlsx([
        { name: "甲 &amp; 乙", xml: "<sheetData/>" },
        { name: "二", state: "hidden", xml: "<sheetData/>" },
        { name: "三", state: "veryHidden", xml: "<sheetData/>" },
      ]),
      "测试.xlsx",
    );
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["甲 & 乙", "visible"],
      ["二", "hidden"],
      ["三", "veryHidden"],
    ]);
  });

  test("merges, hidden rows and columns", () => {
    const xml =
      '<cols><col min="3" max="4" hidden="1"/><col min="6" max="6" width="0"/><col min="7" max="7" width="9"/></cols>' +
      '<sheetData><row r="2" hidden="1"/><row r="4" ht="0" customHeight="1"/><row r="5" ht="15"/></sheetData>' +
      '<mergeCells><mergeCell ref="A6:C7"/><mergeCell ref="E1"/></mergeCells>';
    const sheet = onlySheet(readXlsx(buildXlsx([{ xml }]), "测试.xlsx"));
    expect(sheet.merges.map(rangeToA1)).toEqual(["A6:C7", "E1"]);
    expect(sheet.hiddenRows).toEqual([1, 3]);
    expect(sheet.hiddenColumns).toEqual([2, 3, 5]);
  });

  test("rows and cells without addresses follow each other; others may come in any order", () => {
    const xml =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>" +
      '<row r="9"><c r="C9"><v>5</v></c><c r="A9"><v>4</v></c></row>';
    const { cells } = onlySheet(read(xml));
    expect(cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [1, 0, 3],
      [8, 0, 4],
      [8, 2, 5],
    ]);
  });

  test("extensions below the data do not touch it", () => {
    const xml =
      '<sheetData><row><c><v>1</v></c></row></sheetData><extLst><ext><x14:f xmlns:x14="x">A1</x14:f><v>9</v></ext></extLst>';
    expect(onlySheet(readXlsx(buildXlsx([{ xml }]), "测试.xlsx")).cells).toHaveLength(1);
  });

  test("chart sheets are left out", () => {
    const parts = {
      "xl/_rels/workbook.xml.rels": relationships([
        ["rId1", "worksheet", "worksheets/sheet1.xml"],
        ["rId2", "chartsheet", "chartsheets/sheet1.xml"],
      ]),
    };
    const bytes = buildXlsx(
      [
        { name: "表", xml: "<sheetData/>" },
        { name: "图", xml: "" },
      ],
      { parts },
    );
    expect(readXlsx(bytes, "测试.xlsx").sheets.map(({ name }) => name)).toEqual(["表"]);
  });
});

describe("what other writers do", () => {
  const sheetXml = '<row r="1"><c r="A1"><v>1.5</v></c></row>';
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const readOne = (parts: BuiltParts["parts"]): Cell | undefined =>
    onlySheet(read(sheetXml, parts === undefined ? {} : { parts })).cells.at(0);
  const expected = { value: 1.5, row: 0, column: 0 };

  test("elements with a prefix (Open XML SDK)", () => {
    const xml = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1.5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(readOne({ "xl/worksheets/sheet1.xml": xml })).toMatchObject(expected);
  });

  test("absolute targets, other letter case, backslashes in part names", () => {
    const rels = relationships([["rId1", "worksheet", "/XL/Worksheets/Sheet1.xml"]]);
    expect(readOne({ "xl/_rels/workbook.xml.rels": rels })).toMatchObject(expected);
    const xml = `<worksheet xmlns="${main}"><sheetData>${sheetXml}</sheetData></worksheet>`;
    const moved = { "xl/worksheets/sheet1.xml": null, "xl\\worksheets\\sheet1.xml": xml };
    expect(readOne(moved)).toMatchObject(expected);
  });

  test("no styles and no shared strings (streaming writers)", () => {
    const rels = relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]);
    const parts = {
      "xl/_rels/workbook.xml.rels": rels,
      "xl/styles.xml": null,
      "xl/sharedStrings.xml": null,
    };
    expect(readOne(parts)).toMatchObject({ ...expected, text: "1.5", decimals: null });
  });

  test("strict OOXML", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const workbook = `<workbook xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships" conformance="strict"><sheets><sheet name="严格" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const toStrict = (xml: string): string =>
      xml.replaceAll("http://schemas.openxmlformats.org/officeDocument/2006", `${strict}/officeDocument`);
    const snapshot = read(sheetXml, {
      parts: {
        "_rels/.rels": toStrict(relationships([["rId1", "officeDocument", "xl/workbook.xml"]])),
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": toStrict(
          relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]),
        ),
        "xl/worksheets/sheet1.xml": `<worksheet xmlns="${strict}/spreadsheetml/main"><sheetData>${sheetXml}</sheetData></worksheet>`,
      },
    });
    expect(onlySheet(snapshot).name).toBe("严格");
    expect(onlySheet(snapshot).cells.at(0)).toMatchObject(expected);
  });

  test("UTF-16 and GBK parts", () => {
    const utf16 = (xml: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${xml}`, "utf16le"));
    const text = (encoding: string): string =>
      `<?xml version="1.0" encoding="${encoding}"?><worksheet xmlns="${main}"><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c></row></sheetData></worksheet>`;
    expect(readOne({ "xl/worksheets/sheet1.xml": utf16(text("UTF-16")) })?.value).toBe("甲");
    const gbk = Buffer.from(text("GBK").replace("甲", "\u00bc\u00d7"), "latin1");
    expect(readOne({ "xl/worksheets/sheet1.xml": new Uint8Array(gbk) })?.value).toBe("甲");
  });

  test("a part larger than what is unpacked in one go", () => {
    const filler = `<row r="1"><c r="A1" t="inlineStr"><is><t>${"支出 ".repeat(3_000_000)}</t></is></c></row>`;
    const address = parseA1("B2");
    const { cells } = onlySheet(read(`${filler}<row r="2"><c r="B2"><v>7</v></c></row>`));
    expect(cells.at(1)).toMatchObject({ ...address, value: 7 });
    expect(String(cells.at(0)?.value)).toBe("支出 ".repeat(3_000_000));
  });
});
