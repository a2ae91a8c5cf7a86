import type { Univer } from "@univerjs/core";
import { SetWorksheetShowCommand } from "@univerjs/sheets";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { describeWorkbookModel } from "../host/model-contract.testing";
import { drawnSheet, drawnWorkbook } from "../host/testing";
import { keptPartXml } from "../../core/workbook/kept-part";
import { currentlyKept } from "./current-sheets";
import { loadedFromSnapshot, NO_PAGE } from "./loaded.testing";
import { UniverWorkbook, type WorkbookSurface } from "./univer-workbook";

const running: Univer[] = [];

// Univer keeps timers until it is told to go.
afterEach(() => {
  for (const univer of running.splice(0)) univer.dispose();
});

function open(content: WorkbookSnapshot, surface: WorkbookSurface = NO_PAGE): UniverWorkbook {
  const { univer, loaded, book } = loadedFromSnapshot(content);
  running.push(univer);
  return new UniverWorkbook(loaded, book, surface);
}

describeWorkbookModel("UniverWorkbook", (content) => open(content));

test("what is kept or taken out makes the file one to be saved", () => {
  let changes = 0;
  const model = open(
    { ...drawnWorkbook(drawnSheet("表1", "甲")), families: ["{}"] },
    {
      ...NO_PAGE,
      partsChanged: () => void changes++,
    },
  );
  expect(changes).toBe(0);
  expect(currentlyKept(model)).toEqual({ families: ["{}"], accepted: [] });
  model.addCustomXmlPart(keptPartXml({ kind: "accepted", text: '{"甲":1}' }));
  model.deleteCustomXmlPart(model.customXmlParts()[0]?.id ?? "");
  expect(changes).toBe(2);
  expect(currentlyKept(model)).toEqual({ families: [], accepted: ['{"甲":1}'] });
});

test("a user can show a hidden sheet, not a very hidden one", async () => {
  const told: string[] = [];
  const model = open(
    drawnWorkbook(
      drawnSheet("表1", "甲"),
      drawnSheet("名录", "乙", { visibility: "hidden" }),
      drawnSheet("参数", "丙", { visibility: "veryHidden" }),
    ),
    { ...NO_PAGE, staysHidden: (sheet) => told.push(sheet) },
  );
  const show = async (sheet: number): Promise<boolean> => {
    const { commands, workbook } = model.univer;
    const subUnitId = model.sheets()[sheet]?.id;
    return commands.executeCommand(SetWorksheetShowCommand.id, { unitId: workbook.getUnitId(), subUnitId });
  };
  await expect(show(1)).resolves.toBe(true);
  await expect(show(2)).resolves.toBe(false);
  expect(model.sheets().map(({ visibility }) => visibility)).toEqual(["visible", "visible", "veryHidden"]);
  expect(told).toEqual(["参数"]);
});
