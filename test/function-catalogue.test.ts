import { readFileSync } from "node:fs";
import { functionCatalogue, FUNCTIONS_FILE } from "../scripts/function-catalogue";
import { FORMULA_FUNCTIONS } from "../src/core/formulas/catalogue";

test("the page of functions in the docs is what the catalogue says; npm run docs writes it", () => {
  expect(readFileSync(FUNCTIONS_FILE, "utf8")).toBe(functionCatalogue());
});

test("it shows every function with all of its parameters and examples, and the overview leads to it", () => {
  const page = functionCatalogue();
  for (const { id, name, parameters, examples } of FORMULA_FUNCTIONS) {
    const [, section = ""] = page.split(`### ${name} ${id}\n`);
    const [own = ""] = section.split("\n### ");
    for (const text of [
      ...parameters.map((each) => each.description),
      ...examples.map(({ formula }) => formula),
    ]) {
      expect(own).toContain(text);
    }
    expect(page).toContain(`[${name}](#${name}-${id.toLowerCase()})`);
  }
});
