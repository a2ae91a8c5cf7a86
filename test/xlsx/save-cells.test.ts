import { parseA1, parseA1Range, type CellRange } from "../../src/core/workbook/address";
import type { Cell } from "../../src/core/workbook/snapshot";
import {
  readXlsx,
  saveXlsx,
  unkept,
  UnsavableChangeError,
  type CellChange,
  type SheetChange,
  type WorkbookChanges,
} from "../../src/xlsx";
import { buildXlsx, relationships, type BuiltParts } from "./package-builder";
import { differingParts, packageFaults, partText } from "./parts";
import { RICH_PARTS, RICH_SHEET, richPackage } from "./rich-package";

const RICH = richPackage();

function at(a1: string, change: Omit<CellChange, "row" | "column">): CellChange {
  return { ...(parseA1(a1) as { row: number; column: number }), ...change };
}
const put = (a1: string, value: string | number | boolean): CellChange => at(a1, { content: { value } });
const range = (a1: string): CellRange => parseA1Range(a1) as CellRange;

function onSheet(change: Omit<SheetChange, "sheet">): WorkbookChanges {
  return { sheets: [{ sheet: "预算表", ...change }] };
}

/** Saves into the rich package, which must come out sound; the first sheet's XML. */
function savedSheet(change: Omit<SheetChange, "sheet">, original = RICH): string {
  const { bytes } = saveXlsx(original, onSheet(change));
  expect(packageFaults(bytes)).toEqual([]);
  return partText(bytes, RICH_PARTS.sheet);
}

function cellOf(bytes: Uint8Array, a1: string, sheet = 0): Cell | undefined {
  const address = parseA1(a1);
  return readXlsx(bytes, "甲.xlsx").sheets[sheet]?.cells.find(
    (cell) => cell.row === address?.row && cell.column === address.column,
  );
}

/** A package with one sheet and neither styles nor shared strings, as streaming writers make it. */
function bare(xml: string): Uint8Array {
  const types = partText(buildXlsx([{ xml }]), "[Content_Types].xml");
  const parts = {
    "[Content_Types].xml": types.replace(/<Override PartName="\/xl\/(?:styles|sharedStrings)[^>]*>/g, ""),
    "xl/_rels/workbook.xml.rels": relationships([["rId1", "worksheet", "worksheets/sheet1.xml"]]),
    "xl/styles.xml": null,
    "xl/sharedStrings.xml": null,
  };
  return buildXlsx([{ name: "预算表", xml }], { parts });
}

function message(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UnsavableChangeError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("the package the tests stand on is sound", () => {
  expect(packageFaults(RICH)).toEqual([]);
});

describe("a changed cell", () => {
  test("is the only difference in its sheet, whatever else is there", () => {
    const before = '<c r="B4" s="2"><v>20</v></c>';
    expect(savedSheet({ cells: [put("B4", 25)] })).toBe(
      RICH_SHEET.replace(before, '<c r="B4" s="2"><v>25</v></c>'),
    );
  });

  test("leaves every other part as it lies in the package, but for recalculation", () => {
    const { bytes } = saveXlsx(RICH, onSheet({ cells: [put("B4", 25)] }));
    expect(differingParts(RICH, bytes)).toEqual(["xl/workbook.xml", RICH_PARTS.sheet]);
    expect(partText(bytes, "xl/workbook.xml")).toBe(
      partText(RICH, "xl/workbook.xml").replace('calcId="191029"', 'calcId="191029" fullCalcOnLoad="1"'),
    );
  });

  test.each([
    ["a cell of another row", '<row r="7"><c r="A5"><v>1</v></c></row>', "A5", "的第 7 行"],
    ["a cell of another row before its own", '<row r="4"><c r="A5"/></row><row r="5"/>', "A5", "的第 4 行"],
    ["a row twice", '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"/></row>', "C2", "的第 2 行"],
    ["a row with a text for its number", '<row r="A1:B2"><c r="A1"/></row>', "A1", "有一行"],
  ])("is refused where the file holds %s: it might be there twice", (_, rows, cell, row) => {
    const original = bare(`<sheetData>${rows}</sheetData>`);
    expect(message(() => saveXlsx(original, onSheet({ cells: [put(cell, 2)] })))).toContain(
      `工作表“预算表”${row}在文件中有错误`,
    );
  });

  test("is saved where only a comment speaks of a cell of another row", () => {
    const original = bare('<sheetData><row r="2"><!-- <c r="A5"/> --><c r="A2"/></row></sheetData>');
    expect(savedSheet({ cells: [put("A2", 2)] }, original)).toContain('<c r="A2"><v>2</v></c>');
  });

  test("with text joins the shared strings, formatted ones untouched", () => {
    const { bytes } = saveXlsx(
      RICH,
      onSheet({ cells: [put("A4", "  新\n行 & <甲>\r_x0041_"), put("A5", "其他")] }),
    );
    expect(cellOf(bytes, "A4")?.value).toBe("  新\n行 & <甲>\r_x0041_");
    expect(cellOf(bytes, "A5")?.value).toBe("其他");
    const table = partText(bytes, "xl/sharedStrings.xml");
    expect(table).toContain('count="6" uniqueCount="6"');
    expect(table.replace(/ count="\d+" uniqueCount="\d+"/, "")).toContain(
      partText(RICH, "xl/sharedStrings.xml").replace(/ count="\d+" uniqueCount="\d+"|<\/sst>/g, ""),
    );
  });

  test("is inline text where the file has no shared strings", () => {
    const original = bare("<sheetData/>");
    expect(savedSheet({ cells: [put("A1", " 甲")] }, original)).toContain(
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲</t></is></c></row>',
    );
  });

  test.each(["=1+1", "+86", "-5", "@甲", "＝甲"])("%s stays text, now and when the user edits it", (text) => {
    const { bytes } = saveXlsx(RICH, onSheet({ cells: [put("B3", text)] }));
    expect(cellOf(bytes, "B3")).toMatchObject({ value: text, formula: null });
    const [, style = ""] = /<c r="B3" s="(\d+)" t="s">/.exec(partText(bytes, RICH_PARTS.sheet)) ?? [];
    const formats =
      partText(bytes, "xl/styles.xml")
        .replace(/.*<cellXfs/s, "")
        .match(/<xf [^>]*>/g) ?? [];
    expect(formats[Number(style)]).toContain('quotePrefix="1"');
    // A number in its place loses the mark again.
    const again = saveXlsx(bytes, onSheet({ cells: [put("B3", 7)] })).bytes;
    const [, plain = ""] = /<c r="B3" s="(\d+)"><v>7/.exec(partText(again, RICH_PARTS.sheet)) ?? [];
    const now =
      partText(again, "xl/styles.xml")
        .replace(/.*<cellXfs/s, "")
        .match(/<xf [^>]*>/g) ?? [];
    expect(now[Number(plain)]).not.toContain("quotePrefix");
  });

  test("cleared keeps its format; one without format goes", () => {
    const xml = savedSheet({ cells: [put("B4", ""), put("D4", ""), put("D3", "")] });
    expect(xml).toContain('<c r="B4" s="2"/><c r="C4">');
    expect(xml).not.toContain('r="D4"');
  });

  test("that was not there takes the format of its row or column, in its place", () => {
    const xml = savedSheet({
      cells: [put("A6", 1), put("E4", 2), put("C2", 3), put("A4", true), put("B13", 4)],
    });
    expect(xml).toContain('<row r="2"><c r="C2" s="2"><v>3</v></c></row><row r="3"');
    expect(xml).toContain('<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4"');
    expect(xml).toContain('<c r="D4"><v>40</v></c><c r="E4" s="2"><v>2</v></c></row>');
    expect(xml).toContain('<row r="6" s="3" customFormat="1"><c r="A6" s="3"><v>1</v></c><c r="B6"');
    expect(xml).toContain('<row r="13"><c r="B13"><v>4</v></c></row></sheetData>');
    expect(xml).toContain('<dimension ref="A1:F13"/>');
  });

  test("among rows and cells without addresses", () => {
    const xml =
      "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>";
    const original = buildXlsx([{ name: "预算表", xml }]);
    const { bytes } = saveXlsx(
      original,
      onSheet({ cells: [put("B1", 9), put("D2", 8), put("C5", 7), put("A4", 6)] }),
    );
    const cells = readXlsx(bytes, "甲.xlsx").sheets[0]?.cells.map(({ row, column, value }) => [
      row,
      column,
      value,
    ]);
    expect(cells).toEqual([
      [0, 0, 1],
      [0, 1, 9],
      [1, 3, 8],
      [3, 0, 6],
      [4, 0, 4],
      [4, 2, 7],
    ]);
  });

  test("in parts with a prefix", () => {
    const part = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1.5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const original = buildXlsx([{ name: "预算表", xml: "" }], {
      parts: { "xl/worksheets/sheet1.xml": part },
    });
    const { bytes } = saveXlsx(
      original,
      onSheet({ cells: [put("B1", "乙"), put("A1", 2)], mergesAdded: [range("A3:B3")] }),
    );
    const sheet = readXlsx(bytes, "甲.xlsx").sheets[0];
    expect(sheet?.cells.map(({ value }) => value)).toEqual([2, "乙"]);
    expect(sheet?.merges).toEqual([range("A3:B3")]);
    expect(partText(bytes, "xl/worksheets/sheet1.xml")).not.toMatch(/<\/?(?!x:)[a-z]/);
  });
});

describe("parts as other writers make them", () => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  test("in GBK come out in UTF-8, and say so", () => {
    const xml = `<?xml version="1.0" encoding="GBK"?><worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>##</t></is></c></row></sheetData></worksheet>`;
    const gbk = new Uint8Array(Buffer.from(xml.replace("##", "\u00bc\u00d7"), "latin1"));
    const original = buildXlsx([{ name: "预算表", xml: "" }], { parts: { "xl/worksheets/sheet1.xml": gbk } });
    const { bytes } = saveXlsx(original, onSheet({ cells: [put("B1", 1)] }));
    expect(partText(bytes, RICH_PARTS.sheet)).toBe(
      xml
        .replace("GBK", "UTF-8")
        .replace("##", "甲")
        .replace("</c></row>", '</c><c r="B1"><v>1</v></c></row>'),
    );
  });

  test("strict: what is added is strict as well", () => {
    const strict = "http://purl.oclc.org/ooxml";
    const original = buildXlsx([{ name: "预算表", xml: "<sheetData/>" }], {
      parts: {
        "xl/workbook.xml": `<workbook xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships" conformance="strict"><sheets><sheet name="预算表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
    });
    const { bytes } = saveXlsx(original, {
      added: [{ name: "新", cells: [{ row: 0, column: 0, content: { value: 1 } }] }],
    });
    expect(partText(bytes, "xl/worksheets/sheet2.xml")).toContain(
      `<worksheet xmlns="${strict}/spreadsheetml/main">`,
    );
    expect(partText(bytes, "xl/_rels/workbook.xml.rels")).toContain(
      `Type="${strict}/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"`,
    );
    expect(cellOf(bytes, "A1", 1)?.value).toBe(1);
  });

  test("a damaged original is refused in Chinese", () => {
    expect(
      message(() => saveXlsx(RICH.subarray(0, RICH.length - 30), onSheet({ cells: [put("B3", 1)] }))),
    ).toContain("原文件已损坏");
  });
});

describe("formulas", () => {
  test("are written with their result, newer functions marked", () => {
    const { bytes } = saveXlsx(
      RICH,
      onSheet({
        cells: [
          at("B3", { content: { formula: '=IFS(B4>1,"IFS(",TRUE,XLOOKUP(1,B4:B5,B4:B5))', cached: "IFS(" } }),
          at("B4", { content: { formula: "=1/0", cached: { error: "#DIV/0!" } } }),
          at("B5", { content: { formula: "=B6*2" } }),
        ],
      }),
    );
    expect(partText(bytes, RICH_PARTS.sheet)).toContain(
      '<c r="B3" s="2" t="str"><f>_xlfn.IFS(B4&gt;1,"IFS(",TRUE,_xlfn.XLOOKUP(1,B4:B5,B4:B5))</f><v>IFS(</v></c>',
    );
    expect(cellOf(bytes, "B3")).toMatchObject({
      value: "IFS(",
      formula: '=IFS(B4>1,"IFS(",TRUE,XLOOKUP(1,B4:B5,B4:B5))',
    });
    expect(cellOf(bytes, "B4")).toMatchObject({ value: { error: "#DIV/0!" }, formula: "=1/0" });
    expect(cellOf(bytes, "B5")).toMatchObject({ value: "", formula: "=B6*2" });
    expect(packageFaults(bytes)).toEqual([]);
  });

  test("shared ones survive the loss of the cell they stand in", () => {
    const { bytes } = saveXlsx(RICH, onSheet({ cells: [put("C3", 1), put("C5", 2)] }));
    expect(["C3", "C4", "C5", "C6"].map((a1) => cellOf(bytes, a1)?.formula)).toEqual([
      null,
      "=B4*2+LOG10(B$3)",
      null,
      "=B6*2+LOG10(B$3)",
    ]);
    expect(cellOf(bytes, "C6")?.value).toBe(81);
    expect(packageFaults(bytes)).toEqual([]);
  });

  test("shared ones stay shared when one of the others is overwritten", () => {
    const xml = savedSheet({ cells: [put("C4", 1)] });
    expect(xml).toContain('<f t="shared" ref="C3:C6" si="0">');
    expect(xml).toContain('<f t="shared" si="0"/><v>61</v>');
  });

  test("have new results without losing how they are written", () => {
    const xml = savedSheet({
      cells: [
        at("C4", { content: { cached: 45 } }),
        at("F5", { content: { cached: 5 } }),
        at("C5", { content: { cached: "文" } }),
      ],
    });
    expect(xml).toContain('<c r="C4"><f t="shared" si="0"/><v>45</v></c>');
    expect(xml).toContain(`<c r="F5"><f>"a&amp;b "&amp;'说明 表'!A1</f><v>5</v></c>`);
    expect(xml).toContain('<c r="C5" t="str"><f t="shared" si="0"/><v>文</v></c>');
  });

  test("that go take the calculation chain with them; others leave it", () => {
    const removed = saveXlsx(RICH, onSheet({ cells: [put("C4", 1)] })).bytes;
    expect(differingParts(RICH, removed)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/workbook.xml",
      RICH_PARTS.sheet,
    ]);
    expect(packageFaults(removed)).toEqual([]);
  });

  test("of an array are changed whole or not at all", () => {
    expect(message(() => saveXlsx(RICH, onSheet({ cells: [put("D4", 1)] })))).toBe(
      "工作表“预算表”的 D4 属于数组公式或模拟运算表 D3:D4，不能只改其中一部分；请整体修改该区域。",
    );
    expect(savedSheet({ cells: [put("D3", 1), put("D4", 2)] })).toContain('<c r="D4"><v>2</v></c>');
    expect(savedSheet({ cells: [at("D4", { format: { bold: true } })] })).toContain('ref="D3:D4"');
  });

  test.each<[string, CellChange, string]>([
    ["without “=”", at("B3", { content: { formula: "1+1" } }), "公式须以“=”开头"],
    ["a result without a formula", at("B3", { content: { cached: 1 } }), "没有公式"],
    ["a result in an empty cell", at("B30", { content: { cached: 1 } }), "没有公式"],
    ["a number that is none", put("B3", NaN), "不是有效的数字"],
    ["a text that is too long", put("B3", "长".repeat(32_768)), "超过 32767"],
    ["a cell no sheet has", { row: 1_048_576, column: 0, content: { value: 1 } }, "超出表格范围"],
  ])("refused: %s", (_, change, words) => {
    expect(message(() => saveXlsx(RICH, onSheet({ cells: [change] })))).toContain(words);
  });
});

describe("formats", () => {
  const styled = (
    change: Omit<CellChange, "row" | "column">,
  ): { xml: string; styles: string; bytes: Uint8Array } => {
    const { bytes } = saveXlsx(RICH, onSheet({ cells: [at("B4", change)] }));
    expect(packageFaults(bytes)).toEqual([]);
    return { xml: partText(bytes, RICH_PARTS.sheet), styles: partText(bytes, "xl/styles.xml"), bytes };
  };

  test("are appended; the styles there were keep their places", () => {
    const { xml, styles, bytes } = styled({
      numberFormat: "#,##0.000",
      format: {
        bold: true,
        fontName: "仿宋",
        fontColor: "#ff0000",
        fillColor: "#FFFF00",
        wrapText: true,
        horizontalAlignment: "Right",
        borders: { EdgeBottom: { style: "Double", weight: "Thick", color: "#000000" } },
      },
    });
    expect(xml).toBe(RICH_SHEET.replace('<c r="B4" s="2">', '<c r="B4" s="4">'));
    expect(styles).toContain('<numFmt numFmtId="177" formatCode="#,##0.000"/></numFmts>');
    expect(styles).toContain(
      '<font><b/><sz val="11"/><color rgb="FFFF0000"/><name val="仿宋"/><charset val="134"/></font></fonts>',
    );
    expect(styles).toContain('<fgColor rgb="FFFFFF00"/>');
    expect(styles).toContain(
      '<top style="thin"><color auto="1"/></top><bottom style="double"><color rgb="FF000000"/></bottom><diagonal/>',
    );
    expect(styles).toContain(
      '<xf numFmtId="177" fontId="2" fillId="2" borderId="2" xfId="0" applyNumberFormat="1" applyBorder="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" horizontal="right" wrapText="1"/><protection locked="0"/></xf></cellXfs>',
    );
    const before = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(partText(RICH, "xl/styles.xml"))?.[1] ?? "?";
    expect(styles).toContain(before);
    expect(cellOf(bytes, "B4")).toMatchObject({ value: 20, text: "20.000", decimals: 3 });
  });

  test("asked for again are not made again", () => {
    const bold = { format: { bold: true } };
    const { bytes } = saveXlsx(RICH, onSheet({ cells: [at("B4", bold), at("B5", bold), at("A1", bold)] }));
    expect(partText(bytes, "xl/styles.xml")).toContain('<cellXfs count="5">');
    // A1 is bold already.
    expect(partText(bytes, RICH_PARTS.sheet)).toContain('<c r="A1" s="1" t="s">');
    expect(partText(bytes, RICH_PARTS.sheet)).toContain('<c r="B5" s="4">');
  });

  test("of a file without styles", () => {
    const original = bare('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');
    const { bytes } = saveXlsx(original, onSheet({ cells: [at("A1", { numberFormat: "0.00" })] }));
    expect(packageFaults(bytes)).toEqual([]);
    expect(cellOf(bytes, "A1")?.text).toBe("1.00");
  });

  test("no one knows are refused", () => {
    expect(message(() => styled({ format: { horizontalAlignment: "Middle" } }))).toContain("“Middle”");
    expect(message(() => styled({ format: { fillColor: "red" } }))).toContain("“red”");
  });
});

describe("merges, columns and rows", () => {
  test("merges come and go", () => {
    expect(savedSheet({ mergesRemoved: [range("A8:C9")], mergesAdded: [range("A10:B11")] })).toBe(
      RICH_SHEET.replace('ref="A8:C9"', 'ref="A10:B11"'),
    );
    expect(savedSheet({ mergesRemoved: [range("A8:C9"), range("A1:B1")] })).not.toContain("mergeCell");
  });

  test("the first merge stands where the schema wants it", () => {
    const xml =
      '<sheetData/><autoFilter ref="A1:B2"/><phoneticPr fontId="1"/><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>';
    const original = buildXlsx([{ name: "预算表", xml }]);
    expect(
      partText(saveXlsx(original, onSheet({ mergesAdded: [range("A1:B1")] })).bytes, RICH_PARTS.sheet),
    ).toContain(
      '<autoFilter ref="A1:B2"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><phoneticPr',
    );
  });

  test("merges that meet, or are not there, are refused", () => {
    expect(message(() => saveXlsx(RICH, onSheet({ mergesAdded: [range("C9:D10")] })))).toContain(
      "C9:D10 与其他合并区域重叠",
    );
    expect(message(() => saveXlsx(RICH, onSheet({ mergesRemoved: [range("A8:C8")] })))).toContain(
      "没有合并区域 A8:C8",
    );
  });

  test("columns are split where the change covers a part of them", () => {
    const xml = savedSheet({
      columns: [
        { first: 3, last: 3, hidden: false },
        { first: 0, last: 1, width: { characters: 10 } },
        { first: 7, last: 7, width: { points: 54 } },
      ],
    });
    expect(xml).toContain(
      '<cols><col min="1" max="1" width="10" customWidth="1"/><col width="10" customWidth="1" min="2" max="2"/>' +
        '<col min="3" max="3" width="12" style="2" hidden="1" customWidth="1"/><col min="4" max="4" width="12" style="2" customWidth="1"/>' +
        '<col min="5" max="5" width="12" style="2" hidden="1" customWidth="1"/><col width="9" customWidth="1" min="8" max="8"/></cols>',
    );
  });

  test("rows change their height and show or hide", () => {
    const xml = savedSheet({
      rows: [
        { first: 3, last: 4, hidden: false },
        { first: 1, last: 1, height: 20.5 },
        { first: 11, last: 12, hidden: true },
      ],
    });
    expect(xml).toContain('<row r="5" spans="1:4">');
    expect(xml).toContain('<row r="2" ht="20.5" customHeight="1"/><row r="3"');
    expect(xml).toContain('<row r="12" hidden="1">');
    expect(xml).toContain('<row r="13" hidden="1"/></sheetData>');
  });
});

test("conditional formats are added behind those there are", () => {
  const rule = {
    ranges: [range("B3"), range("D4:D5")],
    formula: "=B3<0",
    fillColor: "#FFC7CE",
    fontColor: "#9C0006",
    bold: true,
  };
  const { bytes } = saveXlsx(RICH, onSheet({ rulesAdded: [rule] }));
  expect(packageFaults(bytes)).toEqual([]);
  const [before = "", after = ""] = partText(bytes, RICH_PARTS.sheet).split(
    '<conditionalFormatting sqref="B3 D4:D5"><cfRule type="expression" dxfId="1" priority="2"><formula>B3&lt;0</formula></cfRule></conditionalFormatting>',
  );
  expect(before + after).toBe(RICH_SHEET);
  expect(partText(bytes, "xl/styles.xml")).toContain(
    '<dxf><font><b val="1"/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs>',
  );
});

describe("what cannot be kept is named before saving", () => {
  test("formats inside a text", () => {
    const changes = onSheet({ cells: [put("A3", "其中：项目支出"), put("B3", 1)] });
    expect(unkept(RICH, changes)).toEqual([
      "工作表“预算表”的 A3 原有部分文字的单独格式（如局部加粗、变色），修改后整格文字采用统一格式。",
    ]);
    expect(saveXlsx(RICH, changes).unkept).toEqual(unkept(RICH, changes));
  });

  test("a digital signature, which goes", () => {
    const signed = richPackage({ signed: true });
    expect(unkept(signed, {})).toEqual([]);
    const { bytes, unkept: sentences } = saveXlsx(signed, onSheet({ cells: [put("B3", 1)] }));
    expect(sentences).toEqual(["文件带有数字签名，内容改动后签名失效，保存时将被移除。"]);
    expect(differingParts(signed, bytes)).toContain("_xmlsignatures/origin.sigs");
    expect(packageFaults(bytes)).toEqual([]);
  });
});

describe("table headings", () => {
  const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A1:B3" totalsRowShown="0"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="科目"/><tableColumn id="2" name="金额"/></tableColumns></table>`;
  const withTable = (formula: string): Uint8Array => {
    const built: BuiltParts = {
      parts: {
        "xl/tables/table1.xml": table,
        "xl/worksheets/_rels/sheet1.xml.rels":
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      },
    };
    const xml = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>科目</t></is></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c><c r="D1"><f>${formula}</f></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`;
    return buildXlsx([{ name: "预算表", xml }], built);
  };

  test("change in the table as well", () => {
    const { bytes } = saveXlsx(withTable("1"), onSheet({ cells: [put("B1", "预算\n数")] }));
    expect(partText(bytes, "xl/tables/table1.xml")).toBe(table.replace('"金额"', '"预算_x000a_数"'));
  });

  test.each([
    ["another heading’s text", "1", "科目"],
    ["a number", "1", 5],
    ["used by a formula", "SUM(表1[金额])", "预算数"],
  ])("refused: %s", (_, formula, value) => {
    expect(message(() => saveXlsx(withTable(formula), onSheet({ cells: [put("B1", value)] })))).toContain(
      "表格“表1”的列标题",
    );
  });
});
