import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FUND, KIND, STAGE } from "../src/core/classification/atoms";
import {
  executionRole,
  familySchema,
  formSchema,
  indicatorRole,
  membersSchema,
  stubRole,
} from "../src/core/forms/definition";
import { described, docTables, fieldsOf, namesIn } from "./support/doc-page";
import { familyPath } from "./support/families";

/* docs/forms.md names every field, role, dimension and member there is, and no other. */

const page = readFileSync("docs/forms.md", "utf8");

const tableOf = docTables("docs/forms.md");
const listed = (section: string, heading: string): string[] =>
  tableOf(section, heading).flatMap(([first = ""]) => namesIn(first));

const form = described(formSchema);
const block = form.properties?.["blocks"]?.items ?? {};
const rows = block.properties?.["rows"] ?? {};

test.each([
  ["family.json", "field", fieldsOf(described(familySchema))],
  ["A form", "field", fieldsOf(form)],
  ["A block", "field", fieldsOf(block)],
  ["A stub column", "field", fieldsOf(block.properties?.["stub"]?.items ?? {})],
  ["A stub column", "role", stubRole.options],
  ["Indicators", "role", indicatorRole.options],
  ["Execution", "role", executionRole.options],
  ["A term", "field", fieldsOf(form.properties?.["terms"]?.items ?? {})],
  ["Dimensions", "dimension", rows.properties?.["dimensions"]?.items?.enum ?? []],
  ["Members", "field", fieldsOf(described(membersSchema))],
  ["Members", "id of `stage`", STAGE.ids],
  ["Members", "id of `kind`", KIND.ids],
  ["Members", "id of `fund`", FUND.ids],
])("%s: all of %s", (section, heading, names) => {
  expect(names.length).toBeGreaterThan(1);
  expect(listed(section, heading).sort()).toEqual([...names].sort());
});

test.each([
  ["columns.dimensions are those of rows", form.properties?.["columns"], ["dimensions"]],
  ["rows", rows, ["kind", "dimensions"]],
  ["indicators", form.properties?.["indicators"], ["columns", "required"]],
  ["execution", form.properties?.["execution"], ["line", "columns"]],
  ["about", form.properties?.["about"]?.items, ["phrases", "role"]],
  ["sums", form.properties?.["sums"]?.items, ["total", "parts"]],
  ["rates", form.properties?.["rates"]?.items, ["rate", "of", "by"]],
])("what the page says in a sentence: %s", (_what, object, fields) => {
  expect(fieldsOf(object ?? {})).toEqual(fields);
});

test("the ways to read rows and the units of money are named", () => {
  const kinds = rows.properties?.["kind"]?.enum ?? [];
  expect(page).toContain(`"kind": ${kinds.map((kind) => `"${kind}"`).join(" or ")}`);
  const units = described(familySchema).properties?.["unit"]?.enum ?? [];
  expect(page).toContain(units.map((unit) => `\`${unit}\``).join(", "));
});

test("the files shown are the files of the family", () => {
  const shown = [...page.matchAll(/<!-- ([\w-]+)\/([\w-]+\.json) -->\n```json\n([^]*?)```/g)];
  expect(shown).toHaveLength(3);
  for (const [, family = "", file = "", text = ""] of shown) {
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(join(familyPath(family), file), "utf8")));
  }
});
