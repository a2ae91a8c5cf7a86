import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";

const workbook = { ...drawnWorkbook(drawnSheet("表", "a")), families: ['{"甲":1}', '{"乙":2}'] };

/** Custom XML parts of the workbook by id. */
function parts(model: ReturnType<typeof openWorkbook>["model"]): Record<string, string> {
  return Object.fromEntries(model.customXmlParts().map(({ id, xml }) => [id, xml]));
}

test("families are kept, replaced and taken out; what stays is not written again", async () => {
  const { Excel, model } = openWorkbook(workbook);
  const host = new ExcelWorkbookHost(Excel);
  const foreign = model.addCustomXmlPart('<p xmlns="urn:other">x</p>');
  const before = parts(model);
  await host.keepFamilies(['{"乙":2}', '{"丙":"]]><&"}']);
  expect(await host.readFamilies()).toEqual(['{"乙":2}', '{"丙":"]]><&"}']);
  const [, second = "", other = ""] = Object.keys(before);
  expect(parts(model)).toMatchObject({ [second]: before[second], [other]: foreign.xml });
  await host.keepFamilies([]);
  expect(parts(model)).toEqual({ [foreign.id]: foreign.xml });
});

test("the same family once more changes nothing", async () => {
  const { Excel, model } = openWorkbook(workbook);
  const before = parts(model);
  await new ExcelWorkbookHost(Excel).keepFamilies(workbook.families);
  expect(parts(model)).toEqual(before);
});
