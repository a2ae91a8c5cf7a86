import type { TemplateCell } from "../../src/core/generate/template";
import { BUILT_IN_TEMPLATES } from "../../src/core/generate/templates";
import { readTemplates, writeTemplate } from "../../src/xlsx";
import { describeWithLibreOffice, throughLibreOffice } from "./libreoffice";
import { packageFaults } from "./parts";

/* Templates written out as a starting point for one's own, as they come back from a spreadsheet program. */

const FILES = Object.fromEntries(
  BUILT_IN_TEMPLATES.map((template) => [template.id, writeTemplate(template)]),
);

test.each(Object.entries(FILES))("%s is a package without faults", (_id, bytes) => {
  expect(packageFaults(bytes)).toEqual([]);
});

/** LibreOffice writes functions it does not know in small letters; names of functions are equal regardless of case. */
function sameCase(cell: TemplateCell): TemplateCell {
  return { ...cell, text: cell.text.toUpperCase() };
}

describeWithLibreOffice("saved anew by LibreOffice", () => {
  let saved: ReadonlyMap<string, Uint8Array>;
  beforeAll(() => {
    saved = throughLibreOffice(FILES);
  }, 120_000);

  test.each(Object.keys(FILES))("%s is still the same template", (id) => {
    const [before] = readTemplates(FILES[id] ?? new Uint8Array(), `${id}.xlsx`).templates;
    const { templates, defects } = readTemplates(saved.get(id) ?? new Uint8Array(), `${id}.xlsx`);
    expect(defects).toEqual([]);
    const [after] = templates;
    expect({ ...after, cells: after?.cells.map(sameCase) }).toMatchObject({
      sheetName: before?.sheetName,
      each: before?.each,
      cells: before?.cells.map(sameCase),
      amounts: before?.amounts,
      optional: before?.optional,
      dropDowns: before?.dropDowns,
    });
    expect(new Set(after?.merges.map((merge) => JSON.stringify(merge)))).toEqual(
      new Set(before?.merges.map((merge) => JSON.stringify(merge))),
    );
    const { orientation, paper, fitToWidth, titleRows } = after?.page ?? {};
    expect({ orientation, paper, fitToWidth, titleRows }).toEqual({
      orientation: before?.page?.orientation,
      paper: before?.page?.paper,
      fitToWidth: before?.page?.fitToWidth,
      titleRows: before?.page?.titleRows,
    });
  });
});
