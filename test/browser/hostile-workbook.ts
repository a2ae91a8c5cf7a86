import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const SAMPLE = "test/cases/hunan-budget-2026.xlsx";

/** Where the page would run what stands in a text, this appears in its window. */
export const TRACE = "hacked";
export const UNIT = `<img src=x onerror="window.${TRACE}=1">`;
export const SHEET = `<img src=x onerror=${TRACE}=3>`;
/** Texts that a spreadsheet or a template might take for more than a text. */
export const TEXTS = [
  '=HYPERLINK("http://evil.example/","x")',
  "@SUM(1+1)",
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "\t=1+1",
  "{{unit}}",
] as const;

/**
 * The sample with a unit and a sheet named like markup, and other names like formulas or places of a template; the total
 * C12 of 预算03表 is wrong, so that there is a finding.
 */
export function hostileWorkbook(): Uint8Array {
  const parts = unzipSync(readFileSync(SAMPLE));
  const names = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  const replacements = [
    ["湖南省质量和标准化研究院", UNIT],
    ["工资福利支出", TEXTS[0]],
    ["其他工资福利支出", TEXTS[1]],
    ["一般公共服务支出", TEXTS[2]],
    ["社会保障和就业支出", TEXTS[3]],
    ["卫生健康支出", TEXTS[4]],
    ["住房保障支出", TEXTS[5]],
  ] as const;
  for (const name of names) {
    let xml = strFromU8(parts[name] ?? new Uint8Array());
    for (const [text, hostile] of replacements) {
      // Names stand with spaces before them, by their level.
      const whole = new RegExp(`<t(?: xml:space="preserve")?>(?: |&#32;)*${entities(text)}</t>`, "g");
      xml = xml.replace(whole, () => `<t xml:space="preserve">${entities(hostile)}</t>`);
      if (text === replacements[0][0]) xml = xml.replaceAll(entities(text), entities(hostile));
    }
    if (name.endsWith("/sheet3.xml")) xml = xml.replace(/(<c r="C12"[^>]*>)<v>[^<]*<\/v>/, "$1<v>999.99</v>");
    parts[name] = strToU8(xml);
  }
  const workbook = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  parts["xl/workbook.xml"] = strToU8(
    workbook.replace('name="预算03表 支出总表"', `name="${entities(SHEET)}"`),
  );
  return zipSync(parts);
}

/** As the sample writes its texts: every character by its number. */
function entities(text: string): string {
  return [...text]
    .map((character) => {
      const isPlain = /[A-Za-z0-9 ()]/.test(character);
      return isPlain ? character : `&#${String(character.codePointAt(0))};`;
    })
    .join("");
}
