import { drawnSheet, drawnWorkbook, openWorkbook, settled } from "./testing";

const workbook = drawnWorkbook(drawnSheet("表1", "项目 | 1.00"), drawnSheet("表2", "x"));

describe("events", () => {
  test("changes, selections and activations arrive once registered, and no longer once removed", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const seen: string[] = [];
    const [first, second] = model.sheets();
    if (first === undefined || second === undefined) throw new Error("two sheets");
    const edit = (): void => first.write({ top: 1, bottom: 1, left: 1, right: 1 }, [[{ value: 5 }]]);

    edit();
    const handler = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const changed = worksheets.onChanged.add(async ({ address, worksheetId, changeType }) => {
        seen.push(`changed ${worksheetId === first.id ? first.name : ""} ${address} ${changeType}`);
      });
      worksheets.onSelectionChanged.add(async ({ address }) => {
        seen.push(`selected ${address}`);
      });
      worksheets.onActivated.add(async ({ worksheetId }) => {
        seen.push(`activated ${worksheetId === second.id ? second.name : ""}`);
      });
      await context.sync();
      return changed;
    });
    edit();
    model.select(second.id, { top: 0, bottom: 2, left: 0, right: 0 });
    await settled();
    expect(seen).toEqual(["changed 表1 B2 RangeEdited", "activated 表2", "selected A1:A3"]);

    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
    edit();
    await settled();
    expect(seen).toHaveLength(3);
  });

  test("one sheet's events concern that sheet alone", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const seen: string[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表2").load("id");
      await context.sync();
      sheet.onChanged.add(async ({ address }) => {
        seen.push(address);
      });
      await context.sync();
    });
    model.sheet("表1").write({ top: 0, bottom: 0, left: 0, right: 0 }, [[{ value: 1 }]]);
    model.sheet("表2").write({ top: 4, bottom: 4, left: 2, right: 2 }, [[{ value: 1 }]]);
    await settled();
    expect(seen).toEqual(["C5"]);
  });

  test("what the add-in writes itself is told apart", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const triggers: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ triggerSource }) => {
        triggers.push(triggerSource);
      });
      await context.sync();
      context.workbook.worksheets.getItem("表1").getRange("A1").untrack().values = [["改"]];
      await context.sync();
    });
    model.sheet("表1").write({ top: 0, bottom: 0, left: 0, right: 0 }, [[{ value: "人" }]]);
    await settled();
    expect(triggers).toEqual(["ThisLocalAddin", "Unknown"]);
  });

  test("the workbook's own selection event, and sheets added and deleted", async () => {
    const { Excel, model } = openWorkbook(workbook);
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => {
        seen.push("selection");
      });
      context.workbook.worksheets.onAdded.add(async () => {
        seen.push("added");
      });
      context.workbook.worksheets.onDeleted.add(async () => {
        seen.push("deleted");
      });
      await context.sync();
    });
    model.select(model.sheet("表1").id, { top: 0, bottom: 0, left: 1, right: 1 });
    model.deleteSheet(model.addSheet("新").id);
    await settled();
    expect(seen).toEqual(["selection", "added", "deleted"]);
  });
});
