import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const workbook = {
  ...drawnWorkbook(drawnSheet("表", "a")),
  families: ['{"甲":1}', '{"乙":2}'],
  accepted: ['{"accepted":[]}'],
};

/** Custom XML parts of the workbook by id. */
function parts(model: ReturnType<typeof openWorkbook>["model"]): Record<string, string> {
  return Object.fromEntries(model.customXmlParts().map(({ id, xml }) => [id, xml]));
}

test("texts are kept, replaced and taken out; what stays, and what is of another kind, is not written again", async () => {
  const { Excel, model } = openWorkbook(workbook);
  const host = new ExcelWorkbookHost(Excel);
  const foreign = model.addCustomXmlPart('<p xmlns="urn:other">x</p>');
  const before = parts(model);
  await host.keep("families", ['{"乙":2}', '{"丙":"]]><&"}']);
  expect(await host.readKept("families")).toEqual(['{"乙":2}', '{"丙":"]]><&"}']);
  const [, second = "", accepted = "", other = ""] = Object.keys(before);
  const others = { [accepted]: before[accepted], [other]: foreign.xml };
  expect(parts(model)).toMatchObject({ [second]: before[second], ...others });
  await host.keep("families", []);
  expect(parts(model)).toEqual(others);
  expect(await host.readKept("accepted")).toEqual(workbook.accepted);
});

test("the same text once more changes nothing", async () => {
  const { Excel, model } = openWorkbook(workbook);
  const before = parts(model);
  await new ExcelWorkbookHost(Excel).keep("families", workbook.families);
  expect(parts(model)).toEqual(before);
});

test("a reading of the workbook brings all that is kept", async () => {
  const { Excel } = openWorkbook(workbook);
  const { families, accepted } = await new ExcelWorkbookHost(Excel).readSnapshot();
  expect({ families, accepted }).toEqual({ families: workbook.families, accepted: workbook.accepted });
});
