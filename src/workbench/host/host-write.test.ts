import { drawnSheet, drawnWorkbook, openWorkbook } from "./testing";

const workbook = drawnWorkbook(drawnSheet("表1", "项目 | 1.00"), drawnSheet("表2", "x"));

describe("writing through Microsoft's client library", () => {
  test("values are taken as Excel takes them", async () => {
    const { Excel, model } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表1");
      sheet.getRange("A2").untrack().numberFormat = [["@"]];
      sheet.getRange("A2:D2").untrack().values = [["001", "1,234.5", "'=1+1", "12.5%"]];
      sheet.getRange("A3:D3").untrack().values = [["true", "", null as unknown as string, "二〇二六"]];
      await context.sync();
    });
    const sheet = model.sheet("表1");
    expect(sheet.values({ top: 1, bottom: 2, left: 0, right: 3 })).toEqual([
      ["001", 1234.5, "=1+1", 0.125],
      [true, "", "", "二〇二六"],
    ]);
    expect(sheet.formulas({ top: 1, bottom: 1, left: 0, right: 3 })).toEqual([[null, null, null, null]]);
  });

  test("formulas are kept, and computed by the model's engine", async () => {
    const { Excel, model } = openWorkbook(workbook, { evaluate: (formula) => (formula === "=1+1" ? 2 : 0) });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表1").getRange("C1:C2").untrack();
      range.formulas = [["=1+1"], ["常数"]];
      range.load("formulas,values");
      await context.sync();
      expect(range.formulas).toEqual([["=1+1"], ["常数"]]);
      expect(range.values).toEqual([[2], ["常数"]]);
    });
    expect(model.sheet("表1").formulas({ top: 0, bottom: 0, left: 2, right: 2 })).toEqual([["=1+1"]]);
  });

  test("one plain value fills the range; a large array arrives in slices", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const rows = Array.from({ length: 2_000 }, (_, row) => [row, `第${String(row)}行`]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表1");
      sheet.getRange("A3:B4").untrack().values = "空" as unknown as string[][];
      sheet.getRange("D1:E2000").untrack().values = rows;
      await context.sync();
    });
    expect(model.sheet("表1").values({ top: 2, bottom: 3, left: 0, right: 1 })).toEqual([
      ["空", "空"],
      ["空", "空"],
    ]);
    expect(model.sheet("表1").values({ top: 0, bottom: 1_999, left: 3, right: 4 })).toEqual(rows);
  });

  test("a new sheet with merges, widths, fonts, fills, borders and number formats", async () => {
    const { Excel, model } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("绩效目标表");
      const title = sheet.getRange("A1:C1").untrack();
      title.merge();
      title.format.set({ horizontalAlignment: "Center", font: { name: "宋体", size: 16, bold: true } });
      const body = sheet.getRange("A2:C3").untrack();
      body.numberFormat = "0.00" as unknown as string[][];
      body.format.columnWidth = 80;
      body.format.fill.color = "#ffeecc";
      for (const index of ["EdgeTop", "EdgeBottom", "InsideHorizontal"] as const) {
        body.format.borders.getItem(index).style = "Continuous";
      }
      body.format.load("columnWidth,fill/color,font/name");
      await context.sync();
      expect(body.format.toJSON()).toMatchObject({ columnWidth: 80, fill: { color: "#FFEECC" } });
      sheet.position = 0;
      sheet.tabColor = "#00ff00";
      await context.sync();
    });
    const sheet = model.sheet("绩效目标表");
    expect(model.sheets()[0]).toBe(sheet);
    expect(sheet.tabColor).toBe("#00FF00");
    expect(sheet.merges()).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(sheet.cellFormat(0, 1)).toMatchObject({ fontSize: 16, bold: true, horizontalAlignment: "Center" });
    expect(Object.keys(sheet.cellFormat(1, 0).borders).sort()).toEqual(["EdgeBottom", "EdgeTop"]);
    expect(Object.keys(sheet.cellFormat(1, 0).borders)).not.toContain("EdgeLeft");
    expect(sheet.numberFormats({ top: 2, bottom: 2, left: 2, right: 2 })).toEqual([["0.00"]]);
  });

  test("lists to pick from, frozen rows and the page are set and read again", async () => {
    const { Excel, model } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表1");
      const { dataValidation } = sheet.getRange("B2:B9").untrack();
      dataValidation.rule = { list: { inCellDropDown: true, source: "≥, ≤,定性" } };
      dataValidation.errorAlert = { showAlert: false, message: "", title: "", style: "Stop" };
      sheet.freezePanes.freezeRows(3);
      const { pageLayout } = sheet;
      pageLayout.orientation = "Landscape";
      pageLayout.paperSize = "A3";
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.leftMargin = 30;
      pageLayout.setPrintArea("A1:C9");
      pageLayout.setPrintTitleRows(sheet.getRange("A1:C2").untrack());
      await context.sync();
      const within = sheet.getRange("B4").untrack().dataValidation.load("rule,errorAlert");
      const outside = sheet.getRange("B9:B10").untrack().dataValidation.load("rule");
      const frozen = sheet.freezePanes.getLocationOrNullObject().untrack().load("address");
      const none = context.workbook.worksheets.getItem("表2").freezePanes.getLocationOrNullObject();
      pageLayout.load("orientation,paperSize,zoom,leftMargin,topMargin,centerHorizontally");
      await context.sync();
      expect(within.rule.list?.source).toBe("≥,≤,定性");
      expect(within.errorAlert.showAlert).toBe(false);
      expect(outside.rule).toEqual({});
      expect([frozen.address, none.isNullObject]).toEqual(["表1!1:3", true]);
      expect(pageLayout.toJSON()).toMatchObject({
        orientation: "Landscape",
        paperSize: "A3",
        zoom: { horizontalFitToPages: 1 },
        leftMargin: 30,
        topMargin: 72,
        centerHorizontally: false,
      });
    });
    const sheet = model.sheet("表1");
    expect(sheet.frozenRows).toBe(3);
    expect(sheet.dropDowns).toEqual([
      { range: { top: 1, bottom: 8, left: 1, right: 1 }, options: ["≥", "≤", "定性"], free: true },
    ]);
    expect(sheet.pageSetup).toMatchObject({
      printArea: { top: 0, bottom: 8, left: 0, right: 2 },
      titleRows: { top: 0, bottom: 1 },
    });
  });

  test.each([
    [
      "a list that is too long",
      { list: { inCellDropDown: true, source: "长".repeat(256) } },
      "InvalidArgument",
    ],
    ["another rule", { custom: { formula: "=TRUE" } }, "ApiNotFound"],
  ])("%s is refused", async (_name, rule, code) => {
    const { Excel } = openWorkbook(workbook);
    const attempt = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").getRange("A1").untrack().dataValidation.rule = rule;
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code });
  });

  test("names and settings", async () => {
    const { Excel, model } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表1").getRange("B1").untrack();
      context.workbook.names.add("本年合计", range);
      context.workbook.settings.add("gouji", { version: 1 });
      await context.sync();
      const named = context.workbook.names.getItem("本年合计").getRange().untrack().load("values");
      const setting = context.workbook.settings.getItemOrNullObject("gouji").load("value");
      const none = context.workbook.settings.getItemOrNullObject("没有");
      await context.sync();
      expect(named.values).toEqual([[1]]);
      expect(setting.value).toEqual({ version: 1 });
      expect(none.isNullObject).toBe(true);
      setting.delete();
      await context.sync();
    });
    expect(model.names()[0]?.formula).toBe("=表1!$B$1".replaceAll("$", ""));
    expect(model.settings().size).toBe(0);
  });

  test("custom XML parts: added, found by namespace, by id and as the only one, replaced and deleted", async () => {
    const { Excel, model } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      const added = customXmlParts.add('<g:a xmlns:g="urn:a">1</g:a>').load("id,namespaceUri");
      customXmlParts.add('<b xmlns="urn:b"/>');
      customXmlParts.add('<b xmlns="urn:b">2</b>');
      const [one, two] = [customXmlParts.getByNamespace("urn:a"), customXmlParts.getByNamespace("urn:b")];
      two.load("items/id");
      const only = one.getOnlyItemOrNullObject().load("id");
      const notOne = two.getOnlyItemOrNullObject();
      const nobody = customXmlParts.getItemOrNullObject("没有");
      const counts = [customXmlParts.getCount(), one.getCount(), two.getCount()];
      await context.sync();
      expect([added.namespaceUri, only.id]).toEqual(["urn:a", added.id]);
      expect([notOne.isNullObject, nobody.isNullObject]).toEqual([true, true]);
      expect(counts.map(({ value }) => value)).toEqual([3, 1, 2]);
      const part = customXmlParts.getItem(added.id);
      part.setXml('<c xmlns="urn:c"/>');
      const xml = part.getXml();
      one.load("items/id");
      const moved = customXmlParts.getByNamespace("urn:c").getItem(added.id).load("namespaceUri");
      await context.sync();
      expect([xml.value, moved.namespaceUri, one.items.length]).toEqual(['<c xmlns="urn:c"/>', "urn:c", 0]);
      part.delete();
      two.items[0]?.delete();
      await context.sync();
    });
    expect(model.customXmlParts().map(({ xml }) => xml)).toEqual(['<b xmlns="urn:b">2</b>']);
  });

  test("what is no XML is no custom XML part", async () => {
    const { Excel } = openWorkbook(workbook);
    const attempt = Excel.run(async (context) => {
      context.workbook.customXmlParts.add("{}");
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("custom conditional formats are added, listed and deleted by id", async () => {
    const { Excel, model } = openWorkbook(workbook);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表1");
      const format = sheet.getRanges("A1,B1:B2").untrack().conditionalFormats.add("Custom");
      format.custom.rule.formula = "=TRUE";
      format.custom.format.fill.color = "#ff0000";
      await context.sync();
      const all = sheet.getRange().untrack().conditionalFormats;
      all.load("items/id,items/type,items/customOrNullObject/rule/formula");
      await context.sync();
      expect(all.items.map((item) => [item.type, item.customOrNullObject.rule.formula])).toEqual([
        ["Custom", "=TRUE"],
      ]);
      expect(model.sheet("表1").conditionalFormats()).toMatchObject([
        { fillColor: "#FF0000", ranges: [{}, {}] },
      ]);
      const [id = ""] = all.items.map((item) => item.id);
      sheet.getRange().untrack().conditionalFormats.getItem(id).delete();
      await context.sync();
    });
    expect(model.sheet("表1").conditionalFormats()).toEqual([]);
  });

  test("the statement that fails stops the batch; what was done before it stays", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const attempt = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表1");
      sheet.getRange("A1").untrack().values = [["先"]];
      sheet.getRange("A2").untrack().values = [["错", "形状"]];
      sheet.getRange("A3").untrack().values = [["后"]];
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "Range.values" },
    });
    expect(model.sheet("表1").values({ top: 0, bottom: 2, left: 0, right: 0 })).toEqual([["先"], [""], [""]]);
  });
});
