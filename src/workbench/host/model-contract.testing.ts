import type { CellRange } from "../../core/workbook/address";
import { keptTextOf } from "../../core/workbook/kept-part";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { ModelEvent, SheetModel, WorkbookModel } from "./model";
import { drawnSheet, drawnWorkbook } from "./testing";

const WORKBOOK = drawnWorkbook(
  drawnSheet("表1", "项目 | 1,234.50\n合计 | 2.00", {
    merges: [{ top: 3, bottom: 3, left: 0, right: 2 }],
    hiddenRows: [1],
  }),
  drawnSheet("表2", "", { visibility: "hidden" }),
  drawnSheet("表3", "x"),
);

const range = (top: number, left: number, bottom = top, right = left): CellRange => ({
  top,
  left,
  bottom,
  right,
});

/** What the host relies on, for every implementation of the model. Call it inside a test file. */
export function describeWorkbookModel(
  name: string,
  open: (content: WorkbookSnapshot) => WorkbookModel,
): void {
  function opened(): {
    readonly model: WorkbookModel;
    readonly sheet: SheetModel;
    readonly events: ModelEvent[];
  } {
    const model = open(WORKBOOK);
    const [sheet] = model.sheets();
    if (sheet === undefined) throw new Error("no sheet");
    const events: ModelEvent[] = [];
    model.subscribe((event) => events.push(event));
    return { model, sheet, events };
  }

  describe(`${name} keeps the contract of the workbook model`, () => {
    test("sheets in tab order, with their content", () => {
      const { model, sheet } = opened();
      expect(model.sheets().map((each) => `${each.name} ${each.visibility}`)).toEqual([
        "表1 visible",
        "表2 hidden",
        "表3 visible",
      ]);
      expect(sheet.values(range(0, 0, 1, 2))).toEqual([
        ["项目", 1234.5, ""],
        ["合计", 2, ""],
      ]);
      expect(sheet.texts(range(0, 1, 1, 2))).toEqual([
        ["1,234.50", ""],
        ["2.00", ""],
      ]);
      expect(sheet.formulas(range(0, 0))).toEqual([[null]]);
      expect([sheet.isRowHidden(0), sheet.isRowHidden(1)]).toEqual([false, true]);
    });

    test("the used range, of filled cells and with merges", () => {
      const { model, sheet } = opened();
      expect(sheet.usedRange(true)).toEqual(range(0, 0, 1, 1));
      expect(sheet.usedRange(false)).toEqual(range(0, 0, 3, 2));
      expect(model.sheets()[1]?.usedRange(true)).toBeNull();
    });

    test("a text stays a text, a null leaves the cell alone, a blank clears it", () => {
      const { sheet, events } = opened();
      sheet.write(range(0, 0, 0, 2), [[{ value: "=1+1" }, null, { value: "001" }]]);
      sheet.write(range(1, 0), [[{ value: "" }]]);
      expect(sheet.values(range(0, 0, 1, 2))).toEqual([
        ["=1+1", 1234.5, "001"],
        ["", 2, ""],
      ]);
      expect(sheet.formulas(range(0, 0, 0, 2))).toEqual([[null, null, null]]);
      expect(events.filter(({ kind }) => kind === "changed")).toMatchObject([
        { sheetId: sheet.id, range: range(0, 0, 0, 2), change: "RangeEdited" },
        { sheetId: sheet.id, range: range(1, 0) },
      ]);
    });

    test("a formula is kept beside its value, and a number format changes what is shown", () => {
      const { sheet } = opened();
      sheet.write(range(4, 0), [[{ formula: "=1+1" }]]);
      expect(sheet.formulas(range(4, 0))).toEqual([["=1+1"]]);
      sheet.setNumberFormats(range(0, 1, 1, 1), [["0.0"], [null]]);
      expect(sheet.texts(range(0, 1, 1, 1))).toEqual([["1234.5"], ["2.00"]]);
    });

    test("merges come and go whole", () => {
      const { sheet } = opened();
      sheet.merge(range(5, 0, 6, 1));
      sheet.merge(range(8, 0, 8, 1));
      sheet.unmerge(range(3, 1));
      sheet.unmerge(range(8, 1, 9, 1));
      expect(sheet.merges()).toEqual([range(5, 0, 6, 1)]);
    });

    test("formats are laid over one another", () => {
      const { sheet } = opened();
      const line = { style: "Continuous", weight: "Thin", color: "#000000" };
      sheet.setCellFormat(range(0, 0, 1, 1), { bold: true, borders: { EdgeTop: line } });
      sheet.setCellFormat(range(0, 0), { fillColor: "#FF0000", borders: { EdgeLeft: line } });
      expect(sheet.cellFormat(0, 0)).toMatchObject({
        bold: true,
        fillColor: "#FF0000",
        borders: { EdgeTop: line, EdgeLeft: line },
      });
      expect(sheet.cellFormat(1, 1)).toMatchObject({ bold: true, fillColor: "" });
      sheet.setColumnWidth(0, 1, 90);
      sheet.setRowHeight(2, 2, 30);
      expect([sheet.columnWidth(1), sheet.rowHeight(2)]).toEqual([90, 30]);
    });

    test("an error value is written as one, and no text for one", () => {
      const { sheet } = opened();
      sheet.write(range(4, 0, 4, 1), [[{ value: { error: "#N/A" } }, { value: "#N/A" }]]);
      expect(sheet.values(range(4, 0, 4, 1))).toEqual([[{ error: "#N/A" }, "#N/A"]]);
    });

    test("frozen rows, lists and the page stay with their sheet", () => {
      const { model, sheet } = opened();
      expect([sheet.frozenRows, sheet.dropDowns, sheet.pageSetup]).toEqual([0, [], null]);
      const dropDowns = [{ range: range(1, 0, 3, 0), options: ["甲", "乙"], free: true }];
      const pageSetup = { orientation: "landscape", paper: "A3", fitToWidth: true } as const;
      sheet.frozenRows = 2;
      sheet.dropDowns = dropDowns;
      sheet.pageSetup = pageSetup;
      expect([sheet.frozenRows, sheet.dropDowns, sheet.pageSetup]).toEqual([2, dropDowns, pageSetup]);
      expect(model.sheets()[2]).toMatchObject({ frozenRows: 0, dropDowns: [], pageSetup: null });
      expect(sheet.hasSpill(range(0, 0, 9, 9))).toBe(false);
    });

    test("formats on a sheet that is not shown, over cells that are alike and cells that are not", () => {
      const { model } = opened();
      const sheet = model.addSheet("新表");
      sheet.write(range(0, 0, 1, 1), [
        [{ value: "甲" }, { value: 1 }],
        [{ value: "" }, { value: 2 }],
      ]);
      sheet.setCellFormat(range(0, 0), { bold: true });
      sheet.setCellFormat(range(0, 0, 1, 2), { fillColor: "#FF0000", wrapText: true });
      sheet.setNumberFormats(range(0, 1, 1, 1), [["0.00"], ["0.0"]]);
      sheet.setNumberFormats(range(0, 0, 1, 0), [["@"], ["@"]]);
      sheet.setCellFormat(range(1, 2), { fillColor: "", wrapText: false });
      expect(sheet.texts(range(0, 0, 1, 1))).toEqual([
        ["甲", "1.00"],
        ["", "2.0"],
      ]);
      expect(sheet.numberFormats(range(0, 0, 1, 2))).toEqual([
        ["@", "0.00", "General"],
        ["@", "0.0", "General"],
      ]);
      const looks = [0, 1].map((row) => [0, 1, 2].map((column) => sheet.cellFormat(row, column)));
      expect(looks.map((line) => line.map(({ fillColor, bold }) => `${fillColor} ${String(bold)}`))).toEqual([
        ["#FF0000 true", "#FF0000 false", "#FF0000 false"],
        ["#FF0000 false", "#FF0000 false", " false"],
      ]);
      expect(looks.flat().map(({ wrapText }) => wrapText)).toEqual([true, true, true, true, true, false]);
    });

    test("conditional formats: newest first, each with an id of its own", () => {
      const { sheet } = opened();
      const blank = { type: "Custom", formula: "=TRUE", stopIfTrue: false, fontColor: "", bold: null };
      const first = sheet.addConditionalFormat({ ...blank, ranges: [range(0, 0)], fillColor: "#FF0000" });
      const second = sheet.addConditionalFormat({
        ...blank,
        ranges: [range(0, 0), range(2, 1, 3, 1)],
        fillColor: "#00FF00",
      });
      expect(sheet.conditionalFormats().map(({ id }) => id)).toEqual([second.id, first.id]);
      sheet.updateConditionalFormat(second.id, { fillColor: "#0000FF" });
      expect(sheet.conditionalFormats()[0]).toEqual({ ...second, fillColor: "#0000FF" });
      sheet.deleteConditionalFormat(second.id);
      expect(sheet.conditionalFormats()).toEqual([first]);
    });

    test("sheets are added last, moved and deleted; ids stay", () => {
      const { model, sheet, events } = opened();
      const added = model.addSheet("新表");
      expect(model.sheets().at(-1)?.id).toBe(added.id);
      expect(model.selection().sheetId).toBe(sheet.id);
      model.moveSheet(added.id, 0);
      sheet.name = "改名";
      expect(model.sheets().map((each) => each.name)).toEqual(["新表", "改名", "表2", "表3"]);
      model.deleteSheet(added.id);
      expect(model.sheets()[0]?.id).toBe(sheet.id);
      expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["added", "deleted"]));
    });

    test("showing and selecting is announced", () => {
      const { model, sheet, events } = opened();
      const third = model.sheets()[2];
      if (third === undefined) throw new Error("no third sheet");
      expect(model.selection().sheetId).toBe(sheet.id);
      model.select(third.id, range(2, 1, 3, 4));
      expect(model.selection()).toEqual({ sheetId: third.id, ranges: [range(2, 1, 3, 4)] });
      expect(events.map(({ kind, sheetId }) => [kind, sheetId])).toEqual(
        expect.arrayContaining([
          ["activated", third.id],
          ["selectionChanged", third.id],
        ]),
      );
    });

    test("custom XML parts, with those of the file", () => {
      const model = open({ ...WORKBOOK, families: ['{"a":"<&"}'], accepted: ['{"b":1}'] });
      expect(model.customXmlParts().map(({ xml }) => keptTextOf(xml))).toEqual([
        { kind: "families", text: '{"a":"<&"}' },
        { kind: "accepted", text: '{"b":1}' },
      ]);
      const added = model.addCustomXmlPart("<a/>");
      model.setCustomXmlPart(added.id, "<b/>");
      expect(model.customXmlParts().at(-1)).toEqual({ id: added.id, xml: "<b/>" });
      model.deleteCustomXmlPart(added.id);
      expect(model.customXmlParts()).toHaveLength(2);
    });

    test("protection, names, settings, calculation mode", () => {
      const { model, sheet } = opened();
      sheet.protect();
      expect(sheet.protected).toBe(true);
      sheet.unprotect();
      expect(sheet.protected).toBe(false);
      const named = { name: "合计", formula: "=表1!B2", comment: "", visible: true };
      model.addName(named);
      expect(model.names()).toEqual([named]);
      model.deleteName("合计");
      expect(model.names()).toEqual([]);
      model.setSetting("键", { 值: 1 });
      expect(model.settings().get("键")).toEqual({ 值: 1 });
      model.deleteSetting("键");
      expect(model.settings().size).toBe(0);
      model.calculationMode = "Manual";
      expect(model.calculationMode).toBe("Manual");
    });
  });
}
