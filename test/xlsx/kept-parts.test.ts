import { strToU8, unzipSync, zipSync } from "fflate";
import { keptPartXml } from "../../src/core/workbook/kept-part";
import { readXlsx, saveXlsx, writeXlsx } from "../../src/xlsx";
import { describeWithLibreOffice, throughLibreOffice } from "./libreoffice";
import { differingParts, packageFaults, partText } from "./parts";
import { richPackage } from "./rich-package";

/* What is kept with a workbook: custom XML parts that other programs carry along. */

const ONE = JSON.stringify({ "family.json": { id: "one", name: "甲 & <乙>" }, "01.json": {} });
const TWO = JSON.stringify({ "family.json": { id: "two", name: "]]>" } });
const RICH = richPackage();

function kept(original: Uint8Array, ...families: readonly string[]): Uint8Array {
  const { bytes, unkept } = saveXlsx(original, { kept: { families } });
  expect(packageFaults(bytes)).toEqual([]);
  expect(unkept).toEqual([]);
  return bytes;
}

const familiesIn = (bytes: Uint8Array): readonly string[] | undefined => readXlsx(bytes, "甲.xlsx").families;

test("a workbook without families has none", () => {
  expect(readXlsx(RICH, "甲.xlsx")).not.toHaveProperty("families");
});

test("families are kept and read back; all else stays to the bit", () => {
  const bytes = kept(RICH, ONE, TWO);
  expect(familiesIn(bytes)).toEqual([ONE, TWO]);
  expect(differingParts(RICH, bytes)).toEqual([
    "[Content_Types].xml",
    "customXml/_rels/item1.xml.rels",
    "customXml/_rels/item2.xml.rels",
    "customXml/item1.xml",
    "customXml/item2.xml",
    "customXml/itemProps1.xml",
    "customXml/itemProps2.xml",
    "xl/_rels/workbook.xml.rels",
  ]);
  expect(partText(bytes, "xl/_rels/workbook.xml.rels")).toContain(
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="/customXml/item1.xml"',
  );
  expect(partText(bytes, "customXml/itemProps1.xml")).toMatch(
    /ds:itemID="\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}"/,
  );
});

test("one is replaced by another, the rest stays; without any nothing is left of them", () => {
  const both = kept(RICH, ONE, TWO);
  const replaced = kept(both, TWO, "{}");
  expect(familiesIn(replaced)).toEqual([TWO, "{}"]);
  expect(partText(replaced, "customXml/item2.xml")).toBe(partText(both, "customXml/item2.xml"));
  const none = kept(both);
  expect(none.length).toBeLessThan(both.length);
  expect(Object.keys(unzipSync(none)).sort()).toEqual(Object.keys(unzipSync(RICH)).sort());
});

test("the same families once more change nothing, nor do other changes touch them", () => {
  const bytes = kept(RICH, ONE);
  expect(saveXlsx(bytes, { kept: { families: [ONE] } }).bytes).toBe(bytes);
  const edited = saveXlsx(bytes, {
    sheets: [{ sheet: "预算表", cells: [{ row: 0, column: 0, content: { value: 1 } }] }],
  }).bytes;
  expect(differingParts(bytes, edited)).not.toContain("customXml/item1.xml");
  expect(familiesIn(edited)).toEqual([ONE]);
});

test("one kind is kept without a look at the other", () => {
  const families = kept(RICH, ONE);
  const both = saveXlsx(families, { kept: { accepted: [TWO] } }).bytes;
  expect(readXlsx(both, "甲.xlsx")).toMatchObject({ families: [ONE], accepted: [TWO] });
  expect(partText(both, "customXml/item2.xml")).toContain('<accepted xmlns="urn:gouji:accepted:1">');
  const none = saveXlsx(both, { kept: { accepted: [] } }).bytes;
  expect(differingParts(families, none)).toEqual([]);
});

describe("custom XML of other programs", () => {
  const foreign = (xml: string): Uint8Array => {
    const files = unzipSync(kept(RICH, ONE));
    return zipSync({ ...files, "customXml/item1.xml": strToU8(xml) });
  };

  test.each([
    ["another namespace", '<p:properties xmlns:p="urn:other">x</p:properties>'],
    ["not well-formed", "<a><b></a>"],
    ["far too long", keptPartXml({ kind: "families", text: "x".repeat(3_000_000) })],
  ])("is none of ours, and stays: %s", (_what, xml) => {
    const bytes = foreign(xml);
    expect(familiesIn(bytes)).toBeUndefined();
    const saved = saveXlsx(bytes, { kept: { families: [TWO] } }).bytes;
    expect(differingParts(bytes, saved)).not.toContain("customXml/item1.xml");
    expect(familiesIn(saved)).toEqual([TWO]);
  });

  test("ours, written down otherwise, is ours", () => {
    expect(
      familiesIn(
        foreign(
          '<?xml version="1.0"?><g:family xmlns:g="urn:gouji:form-family:1"><![CDATA[{"a":"<"}]]></g:family>',
        ),
      ),
    ).toEqual(['{"a":"<"}']);
  });
});

/** The file as LibreOffice saves it: it leads to custom XML from the package, by a step above the root. */
function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const [workbook, root] = ["xl/_rels/workbook.xml.rels", "_rels/.rels"];
  const related = /<Relationship [^>]*customXml\/item\d+\.xml"[^>]*>/g;
  const moved = (partText(bytes, workbook).match(related) ?? [])
    .join("")
    .replaceAll('"/customXml', '"../customXml')
    .replaceAll('Id="rId', 'Id="moved');
  return zipSync({
    ...files,
    [workbook]: strToU8(partText(bytes, workbook).replace(related, "")),
    [root]: strToU8(partText(bytes, root).replace("</Relationships>", `${moved}</Relationships>`)),
  });
}

test("families that LibreOffice has moved to the package are read, replaced and removed", () => {
  const theirs = savedByLibreOffice(kept(RICH, ONE, TWO));
  expect(partText(theirs, "_rels/.rels")).toContain('Target="../customXml/item1.xml"');
  expect(familiesIn(theirs)).toEqual([ONE, TWO]);
  expect(familiesIn(kept(theirs, TWO, "{}"))?.toSorted()).toEqual([TWO, "{}"].toSorted());
  const none = kept(theirs);
  expect(familiesIn(none)).toBeUndefined();
  expect(Object.keys(unzipSync(none)).sort()).toEqual(Object.keys(unzipSync(RICH)).sort());
});

describeWithLibreOffice("LibreOffice and what is kept", () => {
  test("opens the file, reads the same cells and keeps what is ours", () => {
    const blank = writeXlsx({
      sheets: [{ name: "表", cells: [{ row: 0, column: 0, content: { value: "甲" } }] }],
    });
    const { bytes } = saveXlsx(blank, { kept: { families: [ONE], accepted: [TWO] } });
    const theirs = readXlsx(throughLibreOffice({ kept: bytes }).get("kept") ?? new Uint8Array(), "kept");
    expect(theirs.sheets[0]?.cells.at(0)?.value).toBe("甲");
    expect(theirs).toMatchObject({ families: [ONE], accepted: [TWO] });
  }, 120_000);
});
