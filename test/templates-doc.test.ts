import { readFileSync } from "node:fs";
import { parseCell } from "../src/core/generate/fill/placeholders";
import { KNOWN_ITEMS } from "../src/core/generate/fill/items";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";
import { generateTexts } from "../src/cli/generate-texts";

/* docs/templates.md says what is true. */

const DOC = readFileSync("docs/templates.md", "utf8");

test("every placeholder it shows can be read", () => {
  const shown = [...DOC.matchAll(/`([^`]*\{\{[^`]*)`/g)].map(([, text = ""]) => text);
  expect(shown.length).toBeGreaterThan(15);
  for (const text of shown) expect(() => parseCell({ row: 0, column: 0, text })).not.toThrow();
});

test("it names all items that are known, and templates and options that are there", () => {
  const unnamed = [...KNOWN_ITEMS].filter((item) => !DOC.includes(item));
  expect(unnamed).toEqual([]);
  const [id = ""] = /(?<=--export )\S+/.exec(DOC) ?? [];
  expect(BUILT_IN_TEMPLATES.map((template) => template.id)).toContain(id);
  const options = new Set([...DOC.matchAll(/--([a-z]+(?:-[a-z]+)?)/g)].map(([, option = ""]) => option));
  const known = Object.keys(generateTexts).flatMap((key) => {
    const [, name] = /^(.*)Option$/.exec(key) ?? [];
    return name === undefined ? [] : [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)];
  });
  expect([...options].filter((option) => !known.includes(option))).toEqual([]);
});
