import { readFileSync } from "node:fs";
import { CATALOGUE_FILE, checkCatalogue } from "../scripts/check-catalogue";

test("the catalogue in the docs is what the checks say; npm run docs writes it", () => {
  expect(readFileSync(CATALOGUE_FILE, "utf8")).toBe(checkCatalogue());
});
