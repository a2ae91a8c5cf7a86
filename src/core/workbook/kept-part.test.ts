import { keptPartXml, keptTextOf, keptTexts } from "./kept-part";

const JSON_TEXT = '{"family.json":{"name":"甲 & 乙 <丙> ]]> \\" \\u0007","x":"\u{20000}"}}';
const FAMILY_NAMESPACE = "urn:gouji:form-family:1";

test.each(["families", "accepted"] as const)("what goes into a part comes out of it: %s", (kind) => {
  expect(keptTextOf(keptPartXml({ kind, text: JSON_TEXT }))).toEqual({ kind, text: JSON_TEXT });
});

test("characters that XML forbids stay the same JSON", () => {
  const text = JSON.stringify({ 怪: "\uffff\ufffe" });
  const kept = keptTextOf(keptPartXml({ kind: "families", text }));
  expect(JSON.parse(kept?.text ?? "")).toEqual({ 怪: "\uffff\ufffe" });
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
])("written otherwise: %s", (_what, xml, text) => {
  expect(keptTextOf(xml)).toEqual({ kind: "families", text });
});

test.each([
  ["another namespace", '<family xmlns="urn:other">{}</family>'],
  [
    "the namespace on a prefix that is not the element's",
    `<family xmlns:g="${FAMILY_NAMESPACE}">{}</family>`,
  ],
  ["no XML", "{}"],
])("somebody else's: %s", (_what, xml) => {
  expect(keptTextOf(xml)).toBeNull();
});

test("texts by kind keep their order; a kind without any is absent", () => {
  expect(
    keptTexts([
      { kind: "accepted", text: "2" },
      { kind: "accepted", text: "1" },
    ]),
  ).toEqual({ accepted: ["2", "1"] });
});
