import { readFileSync } from "node:fs";
import { generateTexts } from "../src/cli/generate-texts";
import { LEVEL_ITEMS } from "../src/core/generate/content";
import { isInherited, KNOWN_ITEMS } from "../src/core/generate/fill/items";
import { parseCell } from "../src/core/generate/fill/placeholders";
import { parseFormula } from "../src/core/generate/formula";
import { BUILT_IN_FUNCTIONS } from "../src/core/generate/formula/known-functions";
import { generateTables } from "../src/core/generate";
import { checkTemplate, readTemplate, templateSchema } from "../src/core/generate/templates/definition";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";
import { plannedRows } from "../src/core/workbook/sheet-plan";
import { readCase } from "./support/cases";
import { described, docTables, fieldsOf, namesIn } from "./support/doc-page";

/* docs/templates.md names every template, placeholder, item and field there is, and its example is what comes out. */

const FILE = "docs/templates.md";
const page = readFileSync(FILE, "utf8");
const manual = readFileSync("docs/manual.zh-CN.md", "utf8");
const tableOf = docTables(FILE);
const listed = (section: string, heading: string): string[] =>
  tableOf(section, heading).flatMap(([first = ""]) => namesIn(first));

test("the templates that come along", () => {
  expect(tableOf("What comes along", "template").map(([id = "", title]) => [namesIn(id)[0], title])).toEqual(
    BUILT_IN_TEMPLATES.map(({ id, title }) => [id, title]),
  );
});

const template = described(templateSchema);
const style = template.properties?.["styles"]?.additionalProperties ?? {};
const setup = template.properties?.["page"]?.anyOf?.[0] ?? {};

test.each([
  ["A template file", template],
  ["A style", typeof style === "boolean" ? {} : style],
  ["The page", setup],
])("%s: all fields, and which of them are optional", (section, schema) => {
  const rows = tableOf(section, "field");
  expect(rows.flatMap(([first = ""]) => namesIn(first)).sort()).toEqual(fieldsOf(schema).sort());
  if (section !== "A template file") return;
  const needed = rows.flatMap(([name = "", what = ""]) => (what.startsWith("optional") ? [] : namesIn(name)));
  expect(needed.sort()).toEqual([...(schema.required ?? [])].sort());
});

test.each(["horizontal", "vertical"])("all words of %s", (field) => {
  const words = typeof style === "boolean" ? [] : (style.properties?.[field]?.enum ?? []);
  const [, what = ""] = tableOf("A style", "field").find(([name = ""]) => namesIn(name)[0] === field) ?? [];
  expect(namesIn(what)).toEqual(words);
});

describe.each([
  [FILE, page],
  ["docs/manual.zh-CN.md", manual],
])("%s", (_file, text) => {
  test("every placeholder it shows can be read", () => {
    const shown = [...text.matchAll(/`([^`\n]*\{\{[^`\n]*)`/g)].map(([, cell = ""]) => cell);
    expect(shown.length).toBeGreaterThan(10);
    for (const cell of shown.filter((one) => one !== "{{…}}"))
      expect(() => parseCell({ row: 0, column: 0, text: cell })).not.toThrow();
  });

  test("every option of gouji generate it shows is one", () => {
    const lines = text.split("\n").filter((line) => line.includes("gouji generate"));
    const shown = lines.flatMap((line) => [...line.matchAll(/--([a-z-]+)/g)].map(([, name = ""]) => name));
    const known = Object.keys(generateTexts)
      .filter((key) => key.endsWith("Option"))
      .map((key) => key.slice(0, -"Option".length).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((name) => !known.includes(name))).toEqual([]);
  });
});

test.each([
  ["{{单位名称}}", "item"],
  ["{{备注?}}", "optional item"],
  ["{{年度资金总额.全年预算数}}", "item"],
  ["{{预算02表[合计, 本年收入/小计]}}", "amount"],
  ["{{预算02表.合计}}", "amount"],
  ["{{序号}}", "ordinal"],
  ["{{#指标}}", "open"],
  ["{{/指标}}", "close"],
  ["{{#费用项 向右}}", "open right"],
  ["{{#项目：类别=专项}}", "open filtered"],
  ["{{#单位：有项目}}", "open filtered"],
  ["{{单位代码 按项目}}", "item merged by list"],
  ["{{专项名称 合并}}", "item merged by value"],
])("placeholder %s is in the list: %s", (written, kind) => {
  expect(listed("Placeholders", "written")).toContain(written);
  const { parts, marks } = parseCell({ row: 0, column: 0, text: written });
  const [part] = [...parts, ...marks];
  const words: string[] = [];
  if (part?.kind === "item" && part.optional) words.push("optional");
  words.push(part?.kind ?? "");
  if (part?.kind === "item" && part.merge !== null) words.push(`merged by ${part.merge.by}`);
  if (part?.kind === "open" && part.direction === "right") words.push("right");
  if (part?.kind === "open" && part.filter !== null) words.push("filtered");
  expect(words.join(" ")).toBe(kind);
});

test("all items that official forms use, and which of them are inherited", () => {
  expect([...new Set(listed("Items", "item"))].sort()).toEqual([...KNOWN_ITEMS].sort());
  expect(LEVEL_ITEMS.filter((item) => !KNOWN_ITEMS.has(item))).toEqual([]);
  const [, sentence = ""] = /only these are inherited: ([^.]*)\./.exec(page) ?? [];
  expect(sentence.split(", ").sort()).toEqual([...KNOWN_ITEMS].filter(isInherited).sort());
});

test("all of Excel's functions that can be used", () => {
  const [, sentence = ""] = /of Excel's own these: ([^.]*)\./.exec(page) ?? [];
  expect(namesIn(sentence)).toEqual(Object.keys(BUILT_IN_FUNCTIONS));
  for (const formula of ["=EXEC_RATE(F4,E4,4)", "=执行率(F4,E4,4)"]) {
    expect(() => parseFormula(formula)).not.toThrow();
  }
});

describe("the example", () => {
  const [, json = ""] = /<!-- template -->\n```json\n([^]*?)```/.exec(page) ?? [];

  test("is a template without a defect", () => {
    expect(checkTemplate(JSON.parse(json))).not.toHaveProperty("defects");
  });

  test("gives the table shown", () => {
    const carry = ["预算22表 其他资金绩效目标表"];
    const { plans } = generateTables(readCase("hunan-budget-2026"), {
      templates: [readTemplate(JSON.parse(json))],
      mode: "functions",
      carry,
    });
    const [plan] = plans;
    if (plan === undefined) throw new Error("no sheet");
    // Amounts of one cell elsewhere stand with their value on the page, sums with their formula.
    const rows = plannedRows(plan, ({ value, formula }) => (formula?.startsWith("=SUM") ? formula : value));
    const filled = page.slice(page.indexOf("<!-- filled -->"));
    const [table = ""] = filled.slice(filled.indexOf("| A |")).split("\n\n");
    const shown = table.split("\n").slice(2);
    const cells = shown.map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim().replaceAll("`", "")),
    );
    const written = rows.map((row) => row.map(String));
    expect(cells.slice(0, -1)).toEqual(written.slice(0, cells.length - 1));
    expect(cells.at(-1)).toEqual(written.at(-1));
  });
});

test("the pictures shown are there", () => {
  const pictures = [...page.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path = ""]) => path);
  expect(pictures).toHaveLength(2);
  for (const path of pictures) expect(readFileSync(`docs/${path}`).length).toBeGreaterThan(1000);
});
