import { readdirSync, readFileSync } from "node:fs";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";

/* The pictures by which a user chooses a template; `npm run previews` draws them. */

const FOLDER = "assets/templates";
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test("every template has a picture, and every picture a template", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(BUILT_IN_TEMPLATES.map(({ id }) => `${id}.png`).sort());
});

test.each(BUILT_IN_TEMPLATES.map(({ id }) => id))("%s: a small PNG as wide as the pane needs", (id) => {
  const file = readFileSync(`${FOLDER}/${id}.png`);
  expect([...file.subarray(0, 8)]).toEqual(PNG);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect(width).toBe(480);
  expect(height).toBeLessThanOrEqual(480);
  expect(file.length).toBeLessThan(25_000);
});
