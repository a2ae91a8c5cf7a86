import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSnapshot } from "../../scripts/fuzz/check-snapshot";
import { Random } from "../../scripts/fuzz/random";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/* Drawn workbooks that once hung or failed, as `npm run fuzz` keeps them: put a found file into the folder and it is tested. */

const FOLDER = join(process.cwd(), "test", "corpus", "snapshots");

test.each(readdirSync(FOLDER))("%s", (file) => {
  const snapshot = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as WorkbookSnapshot;
  for (let number = 0; number < 8; number++) checkSnapshot(snapshot, new Random(1, number));
});
