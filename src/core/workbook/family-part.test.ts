import { FAMILY_NAMESPACE, familyPartText, familyPartXml } from "./family-part";

const JSON_TEXT = '{"family.json":{"name":"甲 & 乙 <丙> ]]> \\" \\u0007","x":"\u{20000}"}}';

test("what goes into a part comes out of it", () => {
  expect(familyPartText(familyPartXml(JSON_TEXT))).toBe(JSON_TEXT);
});

test("characters that XML forbids stay the same JSON", () => {
  const text = JSON.stringify({ 怪: "\uffff\ufffe" });
  expect(JSON.parse(familyPartText(familyPartXml(text)) ?? "")).toEqual({ 怪: "\uffff\ufffe" });
});

test.each([
  ["a prefix, no declaration", `<g:family xmlns:g="${FAMILY_NAMESPACE}">{}</g:family>`, "{}"],
  [
    "single quotes, comments, blanks",
    `<?xml version='1.0'?>\n<!-- x -->\n<f  a='1' xmlns='${FAMILY_NAMESPACE}' >{}</f >\n`,
    "{}",
  ],
  ["CDATA", `<family xmlns="${FAMILY_NAMESPACE}"><![CDATA[{"a":"<&"}]]></family>`, '{"a":"<&"}'],
  ["nothing in it", `<family xmlns="${FAMILY_NAMESPACE}"/>`, ""],
  ["another namespace", '<family xmlns="urn:other">{}</family>', null],
  [
    "the namespace on a prefix that is not the element's",
    `<family xmlns:g="${FAMILY_NAMESPACE}">{}</family>`,
    null,
  ],
  ["no XML", "{}", null],
])("written otherwise: %s", (_what, xml, text) => {
  expect(familyPartText(xml)).toBe(text);
});
