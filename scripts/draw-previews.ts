import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateTables } from "../src/core/generate";
import type { Template } from "../src/core/generate/template";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";
import type { SheetPlan } from "../src/core/workbook/sheet-plan";
import { plannedSheet, writeXlsx } from "../src/xlsx";
import { readCase, type CaseName } from "../test/support/cases";
import { pngOf, readPgm, shrunk, topOf, withoutPaper, type GreyPicture } from "./grey-picture";

/*
 * npm run previews: a small picture of each built-in template, filled from the published workbook of its authority, into
 * assets/templates, and larger ones of two tables for docs/templates.md. They are checked in; run it again after a change
 * of a template. Needs LibreOffice (soffice) and pdftoppm (Debian packages libreoffice-calc-nogui and poppler-utils) and a
 * Chinese font (fonts-noto-cjk).
 */

const WORKBOOKS: readonly (readonly [templates: RegExp, workbook: CaseName])[] = [
  [/^hunan-budget-2026-/, "hunan-budget-2026"],
  [/^changsha-budget-2025-/, "changsha-budget-2025"],
  [/^hunan-evaluation-2024-annex-/, "hunan-self-evaluation-2024"],
  [/^hunan-evaluation-2024-fund-/, "hunan-special-fund-2023"],
  [/^jiangsu-goals-2023-/, "jiangsu-goals-2023"],
];

/** Pictures for the documentation: file name by id of the template. */
const DOCUMENTED: Readonly<Record<string, string>> = {
  "hunan-budget-2026-23": "generated-23.png",
  "hunan-evaluation-2024-annex-2": "generated-annex-2.png",
};

const PREVIEW = { width: 480, height: 480 };
const DOCUMENTED_WIDTH = 1200;
const DOTS_PER_INCH = 200;

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "gouji-previews-"));
try {
  const tables = BUILT_IN_TEMPLATES.map((template) => [template.id, tableOf(template)] as const);
  const pages = firstPages(new Map(tables));
  mkdirSync(join(root, "assets", "templates"), { recursive: true });
  for (const [id, page] of pages) {
    const printed = withoutPaper(page, DOTS_PER_INCH / 10);
    const small = topOf(shrunk(printed, PREVIEW.width), PREVIEW.height);
    writeFileSync(join(root, "assets", "templates", `${id}.png`), pngOf(small));
    const name = DOCUMENTED[id];
    if (name === undefined) continue;
    writeFileSync(join(root, "docs", "images", name), pngOf(shrunk(printed, DOCUMENTED_WIDTH)));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The table (of several, the first) as the published workbook has it, without marks where something is missing. */
function tableOf(template: Template): Uint8Array {
  const name = WORKBOOKS.find(([ids]) => ids.test(template.id))?.[1];
  if (name === undefined) throw new Error(`WORKBOOKS names no workbook for ${template.id}`);
  const snapshot = readCase(name);
  const carry = snapshot.sheets.map((sheet) => sheet.name);
  const [plan] = generateTables(snapshot, { templates: [template], mode: "values", carry }).plans;
  if (plan === undefined) throw new Error(`${template.id} makes no sheet`);
  return writeXlsx({ sheets: [plannedSheet({ ...plan, areas: plan.areas.filter(isLook) })] });
}

/** Marks are a fill and nothing else. */
function isLook({ style }: SheetPlan["areas"][number]): boolean {
  return Object.keys(style).join() !== "fillColor";
}

/** The first page of each workbook as it is printed, by id. */
function firstPages(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, GreyPicture> {
  const paths = [...files].map(([id, bytes]) => {
    const path = join(folder, `${id}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder];
  execFileSync("soffice", [profile, ...options, ...paths], { stdio: "pipe" });
  return new Map(
    [...files.keys()].map((id) => {
      const page = join(folder, id);
      const how = ["-gray", "-r", String(DOTS_PER_INCH), "-f", "1", "-l", "1", "-singlefile"];
      execFileSync("pdftoppm", [...how, `${page}.pdf`, page]);
      return [id, readPgm(readFileSync(`${page}.pgm`))];
    }),
  );
}
