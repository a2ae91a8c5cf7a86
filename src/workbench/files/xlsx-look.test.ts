import { readFileSync } from "node:fs";
import { buildXlsx } from "../../../test/xlsx/package-builder";
import { readXlsx } from "../../xlsx";
import { cellRowsOf, openedSheet } from "./cell-rows";
import { readLook, type WorkbookLook } from "./xlsx-look";

function look(xml: string, parts: Parameters<typeof buildXlsx>[1] = {}): WorkbookLook {
  return readLook(buildXlsx([{ xml }], parts), "样表.xlsx");
}

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
  <fonts><font><sz val="11"/><name val="宋体"/></font><font><b/><i val="0"/><sz val="16"/><color rgb="FFFF0000"/><name val="黑体"/></font></fonts>
  <fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>
  <borders><border/><border><left style="thin"><color auto="1"/></left><right/><top style="double"><color rgb="FF00FF00"/></top><bottom/></border></borders>
  <cellXfs><xf/><xf numFmtId="4" fontId="1" fillId="2" borderId="1"><alignment horizontal="right" vertical="center" wrapText="1" indent="2"/></xf></cellXfs>
</styleSheet>`;

test("fonts, fills, borders, alignment and number formats", () => {
  const [, style] = look("<sheetData/>", { parts: { "xl/styles.xml": STYLES } }).styles;
  expect(style).toEqual({
    ff: "黑体",
    fs: 16,
    bl: 1,
    it: 0,
    cl: { rgb: "#FF0000" },
    bg: { rgb: "#FFFF00" },
    bd: { l: { s: 1, cl: { rgb: "#000000" } }, t: { s: 7, cl: { rgb: "#00FF00" } } },
    ht: 3,
    vt: 2,
    tb: 3,
    pd: { r: 18 },
    n: { pattern: "#,##0.00" },
  });
});

test("sizes, hidden lines, frozen panes, gridlines, protection", () => {
  const [sheet] = look(
    '<sheetPr><tabColor rgb="FF112233"/></sheetPr>' +
      '<sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews>' +
      '<sheetFormatPr defaultRowHeight="18" defaultColWidth="10"/>' +
      '<cols><col min="2" max="3" width="20"/><col min="5" max="5" width="9" hidden="1"/></cols>' +
      '<sheetData><row r="2" ht="30"><c r="B2" s="3"/></row><row r="4" hidden="1"/></sheetData><sheetProtection sheet="1"/>',
  ).sheets;
  expect(sheet).toMatchObject({
    tabColor: "#112233",
    showGridlines: false,
    frozenRows: 2,
    frozenColumns: 1,
    defaultRowHeight: 24,
    defaultColumnWidth: 75,
    columns: { 1: { w: 145 }, 2: { w: 145 }, 4: { hd: 1 } },
    rows: { 1: { h: 40 }, 3: { hd: 1 } },
    protected: true,
  });
  expect(sheet?.styles.get(1)?.get(1)).toBe(3);
});

test("calculation mode and names of the workbook", () => {
  const { calculationMode, names } = look("<sheetData/>", {
    workbook:
      '<definedNames><definedName name="总额">Sheet1!$A$1</definedName></definedNames><calcPr calcMode="manual"/>',
  });
  expect(calculationMode).toBe("Manual");
  expect(names).toEqual([{ name: "总额", formula: "=Sheet1!$A$1", comment: "", visible: true }]);
});

test("codes of digits stay texts, amounts keep their format, titles get their height", () => {
  const bytes = readFileSync("test/cases/hunan-budget-2026.xlsx");
  const [snapshot, { sheets, styles }] = [readXlsx(bytes, "x"), readLook(bytes, "x")];
  const [sheet, third] = [snapshot.sheets[2], sheets[2]];
  if (sheet === undefined || third === undefined) throw new Error("no third sheet");
  const cells = cellRowsOf(sheet, third);
  expect(cells[5]?.[0]).toMatchObject({ v: "047", t: 4 });
  const amount = cells[4]?.[2];
  expect(amount).toMatchObject({ v: 1311.34, t: 2 });
  expect(styles[Number(String(amount?.s).slice(1))]?.n?.pattern).toBe("#,##0.00");
  // The title is set in 16 points, which does not fit the standard height of 20 pixels.
  expect(openedSheet(sheet, third, styles).rows[1]?.ah).toBeGreaterThan(25);
});
