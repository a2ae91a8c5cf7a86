import { buildXlsx, type BuiltParts } from "../../../test/xlsx/package-builder";
import type { Template } from "../../core/generate/template";
import { BUILT_IN_TEMPLATES } from "../../core/generate/templates";
import { parseA1Range, rangeToA1, type CellRange } from "../../core/workbook/address";
import { readXlsx } from "../read";
import { writeXlsx } from "../save";
import { readTemplates } from "./read-templates";
import { writeTemplate } from "./write-template";

const range = (a1: string): CellRange => parseA1Range(a1) as CellRange;

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
  <fonts><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><color theme="4" tint="0.5"/><name val="黑体"/></font></fonts>
  <fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.25"/></patternFill></fill></fills>
  <borders><border/>
    <border><left style="thin"><color auto="1"/></left><right style="thin"><color auto="1"/></right><top style="thin"><color auto="1"/></top><bottom style="thin"><color auto="1"/></bottom></border>
    <border><left/><right/><top style="double"><color rgb="FFFF0000"/></top><bottom style="mediumDashed"/></border></borders>
  <cellXfs><xf/><xf fontId="1" fillId="2" borderId="1"><alignment horizontal="centerContinuous" vertical="center" wrapText="1"/></xf>
    <xf numFmtId="4" fontId="0" borderId="2"><alignment horizontal="right" indent="2"/></xf><xf fontId="0" borderId="1"/></cellXfs>
</styleSheet>`;
const THEME = `<a:theme xmlns:a="x"><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:theme>`;
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PARTS: BuiltParts = {
  workbook: "",
  parts: {
    "xl/styles.xml": STYLES,
    "xl/theme/theme1.xml": THEME,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rIdStyles" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/><Relationship Id="rIdTheme" Type="${RELATIONSHIPS}/theme" Target="theme/theme1.xml"/></Relationships>`,
  },
};

const text = (cell: string, content: string, style = 0): string =>
  `<c r="${cell}" s="${String(style)}" t="inlineStr"><is><t>${content}</t></is></c>`;

const SHEET =
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
  '<sheetViews><sheetView><pane ySplit="3" state="frozen"/></sheetView></sheetViews>' +
  '<cols><col min="1" max="1" width="20"/><col min="2" max="3" width="10" style="2"/></cols>' +
  `<sheetData><row r="1" ht="36" customHeight="1">${text("A1", "{{年度}}年绩效表", 1)}<c r="B1" s="1"/><c r="C1" s="1"/></row>` +
  `<row r="2" ht="18">${text("A2", "指标", 3)}${text("B2", "值", 3)}<c r="C2" s="3"><v>100</v></c></row>` +
  `<row r="3">${text("A3", "{{#指标}}{{三级指标}}", 3)}${text("B3", "{{得分}}", 3)}<c r="C3" s="3" t="str"><f>_xldudf_SCORE_DEVIATION(B3,C$2)</f><v/></c></row>` +
  `<row r="4">${text("A4", "{{/指标}}合计", 2)}<c r="B4"><f>SUM(B3)</f></c></row></sheetData>` +
  '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' +
  '<dataValidations><dataValidation type="list" showErrorMessage="1" sqref="B3 C3"><formula1>"优,良"</formula1></dataValidation>' +
  '<dataValidation type="list" sqref="A3"><formula1>\'名录\'!$A$1:$A$2</formula1></dataValidation></dataValidations>' +
  '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0" footer="0"/>' +
  '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/>';

function template(): Template {
  const file = buildXlsx(
    [
      { name: "附件2", xml: SHEET },
      {
        name: "名录",
        xml: `<sheetData><row>${text("A1", "甲")}</row><row>${text("A2", "乙")}</row></sheetData>`,
      },
    ],
    {
      ...PARTS,
      parts: {
        ...PARTS.parts,
        "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="附件2" sheetId="1" r:id="rId1"/><sheet name="名录" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">附件2!$A$1:$C$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">附件2!$A:$A,附件2!$1:$2</definedName></definedNames></workbook>`,
      },
    },
  );
  const { templates, defects } = readTemplates(file, "自评表.xlsx");
  expect(defects).toEqual([]);
  expect(templates).toHaveLength(1);
  return templates[0] as Template;
}

describe("a template of the user's own", () => {
  const read = template();

  test("its cells, with numbers and add-in functions as formulas", () => {
    expect(read).toMatchObject({
      id: "自评表",
      title: "附件2",
      sheetName: "附件2",
      each: null,
      authority: "",
    });
    expect(read.cells.map(({ text: content }) => content)).toEqual([
      "{{年度}}年绩效表",
      "指标",
      "值",
      "=100",
      "{{#指标}}{{三级指标}}",
      "{{得分}}",
      "=SCORE_DEVIATION(B3,C$2)",
      "{{/指标}}合计",
      "=SUM(B3)",
    ]);
  });

  test("its looks: equal neighbours are one area, themes are colours", () => {
    const boxed = { fontName: "宋体", fontSize: 11, vertical: "bottom", border: {} };
    const lined = {
      fontName: "宋体",
      fontSize: 11,
      horizontal: "right",
      vertical: "bottom",
      indent: 2,
      sides: { top: { style: "double", color: "#FF0000" }, bottom: { style: "dashed" } },
      numberFormat: "#,##0.00",
    };
    expect(read.areas.map(({ range: area, style }) => [rangeToA1(area), style])).toEqual([
      [
        "A1:C1",
        {
          fontName: "黑体",
          fontSize: 16,
          bold: true,
          fontColor: "#A2B9E2",
          fillColor: "#BFBFBF",
          horizontal: "center",
          vertical: "center",
          wrapText: true,
          border: {},
        },
      ],
      ["A2:C3", boxed],
      // B4 has no style of its own, C4 is not there: the column's.
      ["A4:C4", lined],
    ]);
  });

  test("its sizes, lists, panes and page", () => {
    expect(read.merges).toEqual([range("A1:C1")]);
    // 宋体 11 has digits of 8 pixels.
    expect(read.columnWidths).toEqual([120, 60, 60]);
    // Row 2 has a height that followed from its texts.
    expect(read.rowHeights).toEqual([{ row: 0, points: 36 }]);
    expect(read.dropDowns).toEqual([
      { range: range("B3"), options: ["优", "良"] },
      { range: range("C3"), options: ["优", "良"] },
      { range: range("A3"), options: ["甲", "乙"], free: true },
    ]);
    expect(read.frozenRows).toBe(3);
    expect(read.page).toEqual({
      orientation: "landscape",
      paper: "A3",
      fitToWidth: true,
      centred: true,
      titleRows: { top: 0, bottom: 1 },
      printArea: range("A1:C4"),
      margins: { top: 72, bottom: 72, left: 36, right: 36 },
    });
  });
});

const sheet = (name: string, ...texts: readonly string[]) => ({
  name,
  cells: texts.map((value, row) => ({ row, column: 0, content: { value } })),
});

test("several sheets, one an item; hidden ones and those without placeholders are none", () => {
  const file = writeXlsx({
    sheets: [
      sheet("{{#项目}}附件3-{{项目名称}}", "{{项目名称}}"),
      sheet("说明", "无"),
      { ...sheet("草稿", "{{单位名称}}"), visibility: "hidden" },
      sheet("汇总", "｛｛单位名称｝｝"),
    ],
  });
  const { templates } = readTemplates(file, "模板.xlsx");
  expect(templates.map(({ id, title, sheetName, each }) => [id, title, sheetName, each])).toEqual([
    ["模板/{{#项目}}附件3-{{项目名称}}", "附件3-", "附件3-{{项目名称}}", "项目"],
    ["模板/汇总", "汇总", "汇总", null],
  ]);
});

test("what is wrong is named with sheet and cell", () => {
  const settings = {
    name: "模板设置",
    cells: [
      ["设置", "资料项", "内容"],
      ["取数", "资金总额", "预算02表.合计"],
      ["取数", "其他资金"],
      ["取舍", "备注"],
    ].flatMap((line, row) => line.map((value, column) => ({ row, column, content: { value } }))),
  };
  const { templates, defects } = readTemplates(
    writeXlsx({ sheets: [sheet("附件2", "表", "{{单位名称", "{{#指标}}"), settings] }),
    "x.xlsx",
  );
  expect(templates[0]?.amounts).toEqual({ 资金总额: ["预算02表.合计"] });
  expect(defects).toEqual([
    "“模板设置”的 C3：没有写“其他资金”的取数算式，请补上，如“预算02表.合计”。",
    "“模板设置”的 A4：“取舍”不认识，请写“取数”或“可缺”。",
    expect.stringMatching(/^模板“附件2”的 A2：.*没有合上/),
    expect.stringMatching(/^模板“附件2”的 A3：.*没有结尾/),
  ]);
  // A line break, or worse, in a name is none in a sentence.
  const [broken] = readTemplates(writeXlsx({ sheets: [sheet("附\u0085件", "{{#指标}}")] }), "x.xlsx").defects;
  expect(broken).toMatch(/^模板“附 件”的 A1：/);
  expect(readTemplates(writeXlsx({ sheets: [sheet("表", "甲")] }), "空.xlsx").defects).toEqual([
    "“空.xlsx”中没有一张工作表写有占位符（如 {{单位名称}}），不能用作模板。",
  ]);
});

describe("a built-in template written out", () => {
  test.each(BUILT_IN_TEMPLATES.map((built): [string, Template] => [built.id, built]))(
    "%s reads back the same",
    (id, built) => {
      const file = writeTemplate(built);
      expect(readXlsx(file, "x").sheets).toHaveLength(2);
      const { templates, defects } = readTemplates(file, `${id}.xlsx`);
      expect(defects).toEqual([]);
      const [read] = templates;
      expect(read).toMatchObject({
        id,
        sheetName: built.sheetName,
        each: built.each,
        cells: [...built.cells].sort((a, b) => a.row - b.row || a.column - b.column),
        merges: built.merges,
        amounts: built.amounts,
        optional: built.optional,
        rowHeights: [...built.rowHeights].sort((a, b) => a.row - b.row),
        dropDowns: built.dropDowns,
        frozenRows: built.frozenRows,
      });
      expect([...looks(read)]).toEqual(expect.arrayContaining([...looks(built)]));
      expect(read?.columnWidths.slice(0, built.columnWidths.length)).toEqual(built.columnWidths);
      const { margins: ours, ...page } = built.page ?? {};
      const { margins: theirs, ...readPage } = read?.page ?? {};
      expect(readPage).toEqual(page);
      for (const side of ["top", "bottom", "left", "right"] as const) {
        if (ours !== undefined) expect(theirs?.[side]).toBeCloseTo(ours[side], 1);
      }
    },
  );
});

/** Bold and bordered cells, which is what nobody may lose. */
function looks(template: Template | undefined): readonly string[] {
  const cells = new Map<string, string>();
  for (const { range: area, style } of template?.areas ?? []) {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const at = rangeToA1({ top: row, bottom: row, left: column, right: column });
        const {
          bold = false,
          border,
          sides,
          numberFormat = "",
          fontSize,
          horizontal = "",
          wrapText = false,
        } = style;
        const look = { bold, border, sides, numberFormat, fontSize, horizontal, wrapText };
        cells.set(at, `${at} ${JSON.stringify(look)}`);
      }
    }
  }
  return [...cells.values()].sort();
}
