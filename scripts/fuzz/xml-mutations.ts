import type { Random } from "./random";
import { HOSTILE_TEXTS } from "./words";

/* What is done to the XML of one part: it is cut into tags and texts, and these are moved, changed, and added to. */

const ATTRIBUTE_VALUES =
  `|0|-1|1|2|7|99|4294967295|4294967296|1e9|NAN|1.5|-0|true|false|s|n|b|e|d|str|inlineStr|shared|array|dataTable|hidden|veryHidden
A0|A1|a1|$B$3|B3|XFD1048576|XFE1|A1048577|A1:B2|B2:A1|A1:XFD1048576|A:A|1:1|A1:|:A1|AAAA1|A1 C3:D4|A1:B2:C3|#REF!|R1C1
rId1|rId2|rId999|../../../etc/passwd|/etc/passwd|C:\\x.xml|file:///etc/passwd|http://example.com/x|worksheets/sheet1.xml|/xl/workbook.xml|xl/workbook.xml|%2e%2e/%2e%2e|sharedStrings.xml|External
0.00|#,##0.00|General|[$-F800]dddd|@|;;;|0.00E+00|[&gt;100]0;[红色]-0|yyyy-mm-dd|0.${"0".repeat(40)}|&quot;|[|_|*|General;General;General;General;General|1048576|1048577|16384|16385|409.5|preserve|UTF-8`.split(
    /[|\n]/,
  );

const TEXT_VALUES =
  `|0|-1|1|3|99|4294967296|1e308|1e999|-1e308|NAN|0x1F| 1 |1,234.50|12.3O|合计|#REF!|#N/A|true|2026-01-01T00:00:00Z|9999-99-99|-1-01-01
SUM(A1:A9)|A1|'说明 表'!A1|[1]Sheet1!A1|A1:XFD1048576|_xlfn.XLOOKUP(A1,B:B,C:C)|1/0|_x0000_|_xD800_|&amp;|&#65;|&#x1F600;|&#0;|&#xD800;|&bogus;|]]&gt;|<![CDATA[<c/>]]>`.split(
    /[|\n]/,
  );

const SNIPPETS = [
  '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  "<!-- -->",
  "<!-- -- -->",
  "<?xml version='1.0'?>",
  "<?php echo 1 ?>",
  "<![CDATA[x]]>",
  "\ufeff",
  "<a>".repeat(300),
  "</a>",
  "<",
  ">",
  "&",
  '<c r="A1"><v>1</v></c>',
  '<c r="B2" t="s"><v>99999</v></c>',
  '<c r="C3"><f t="shared" si="0"/></c>',
  '<c r="C3"><f t="shared" ref="A1:C9" si="0">C3+$D4+LOG10(A:A)</f></c>',
  '<c r="C3"><f>C3</f></c>',
  '<c r="ZZ9" t="inlineStr"><is><t>合计</t></is></c>',
  '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
  '<row r="1" hidden="1"/>',
  "<sheetData/>",
  "</sheetData>",
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/>',
  '<col min="1" max="16384" hidden="1"/>',
  '<col min="-5" max="4294967295" width="0"/>',
  '<sheet name="预算表" sheetId="1" r:id="rId1"/>',
  '<sheet name="../../x" sheetId="4294967295" r:id="rId2"/>',
  '<Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/>',
  '<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet2.xml"/>',
  "<si><t>合计</t></si>",
  '<si><r><t>a</t></r><rPh sb="0" eb="1"><t>b</t></rPh></si>',
  '<xf numFmtId="4294967295"/>',
  '<definedName name="_xlnm.Print_Area" localSheetId="99">#REF!</definedName>',
  '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation>',
] as const;

export function mutateXml(random: Random, xml: string): string {
  const tokens = xml.match(/<[^>]*>|[^<]+/g) ?? [""];
  for (let left = random.between(1, 4); left > 0 && tokens.length > 0; left--)
    random.weighted(MUTATIONS)(random, tokens);
  return tokens.join("");
}

type Mutation = (random: Random, tokens: string[]) => void;

const attribute: Mutation = (random, tokens) => {
  const at = random.below(tokens.length);
  // From there to the first tag with an attribute.
  for (let step = 0; step < tokens.length; step++) {
    const index = (at + step) % tokens.length;
    const tag = tokens[index] ?? "";
    const attributes = [...tag.matchAll(/[\w:]+="[^"]*"/g)];
    if (attributes.length === 0) continue;
    const [chosen] = random.pick(attributes);
    const value = random.oneIn(8) ? escaped(random.pick(HOSTILE_TEXTS)) : random.pick(ATTRIBUTE_VALUES);
    const changed = random.oneIn(6)
      ? ""
      : random.oneIn(20)
        ? `${chosen} ${chosen}`
        : chosen.replace(/"[^"]*"/, () => `"${value}"`);
    tokens[index] = tag.replace(chosen, () => changed);
    return;
  }
};

const text: Mutation = (random, tokens) => {
  const places = tokens.flatMap((token, at) => (token.startsWith("<") || token.trim() === "" ? [] : [at]));
  if (places.length === 0) return;
  tokens[random.pick(places)] = random.oneIn(5)
    ? escaped(random.pick(HOSTILE_TEXTS))
    : random.pick(TEXT_VALUES);
};

const insert: Mutation = (random, tokens) => {
  tokens.splice(random.below(tokens.length + 1), 0, random.pick(SNIPPETS));
};

const remove: Mutation = (random, tokens) => {
  tokens.splice(
    random.below(tokens.length),
    random.weighted([
      [6, 1],
      [2, 3],
      [1, 20],
    ]),
  );
};

const repeat: Mutation = (random, tokens) => {
  const at = random.below(tokens.length);
  tokens.splice(
    random.below(tokens.length),
    0,
    ...tokens.slice(
      at,
      at +
        random.weighted([
          [3, 1],
          [3, 3],
          [1, 30],
        ]),
    ),
  );
};

const exchange: Mutation = (random, tokens) => {
  const [one, other] = [random.below(tokens.length), random.below(tokens.length)];
  [tokens[one], tokens[other]] = [tokens[other] ?? "", tokens[one] ?? ""];
};

const rename: Mutation = (random, tokens) => {
  const at = random.below(tokens.length);
  tokens[at] = (tokens[at] ?? "").replace(
    /^(<\/?)[\w:]+/,
    (_, start: string) =>
      start + random.pick(["x", "c", "row", "v", "f", "is", "x:row", "sheet", "sst", "__proto__"]),
  );
};

const cut: Mutation = (random, tokens) => {
  tokens.length = random.between(1, tokens.length);
};

const MUTATIONS: readonly (readonly [number, Mutation])[] = [
  [10, attribute],
  [7, text],
  [5, insert],
  [3, remove],
  [3, repeat],
  [2, exchange],
  [2, rename],
  [1, cut],
];

/** As XML has it; characters that XML cannot hold at all stay, now and then a file has them. */
function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
