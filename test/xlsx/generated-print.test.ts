import { generateTables } from "../../src/core/generate";
import { plannedSheet, writeXlsx } from "../../src/xlsx";
import { readCase, type CaseName } from "../support/cases";
import { builtInTemplate } from "../support/round-trip";
import { describeWithLibreOffice, pdfOf } from "./libreoffice";

/* Generated tables on paper, as LibreOffice prints them. docs/templates.md has pictures of two. */

const A3_ACROSS = "1191 × 842";
const A4 = "595 × 842";
const A4_ACROSS = "842 × 595";

/** The first sheet a template makes of all that a published workbook says, alone in a file. */
function tableOf(workbook: CaseName, template: string): Uint8Array {
  const snapshot = readCase(workbook);
  const carry = snapshot.sheets.map(({ name }) => name);
  const options = { templates: [builtInTemplate(template)], mode: "values", carry } as const;
  const [plan] = generateTables(snapshot, options).plans;
  if (plan === undefined) throw new Error(`${template} makes no sheet`);
  return writeXlsx({ sheets: [plannedSheet(plan)] });
}

function printed(file: Uint8Array): { readonly pages: number; readonly papers: readonly string[] } {
  const pdf = pdfOf(file);
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => `${Number(width).toFixed(0)} × ${Number(height).toFixed(0)}`,
  );
  return { pages: [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, papers: [...new Set(boxes)] };
}

describeWithLibreOffice("on the paper of the official form, all columns on one page across", () => {
  test.each<[CaseName, string, string, number]>([
    ["hunan-budget-2026", "hunan-budget-2026-23", A3_ACROSS, 1],
    ["hunan-self-evaluation-2024", "hunan-evaluation-2024-annex-2", A4, 1],
    ["hunan-special-fund-2023", "hunan-evaluation-2024-fund-annex-4", A4_ACROSS, 4],
    ["changsha-budget-2025", "changsha-budget-2025-09", A3_ACROSS, 4],
  ])(
    "%s, %s: %s, about %i",
    (workbook, template, paper, usual) => {
      const { pages, papers } = printed(tableOf(workbook, template));
      expect(papers).toEqual([paper]);
      expect(pages).toBeGreaterThan(usual / 2);
      // Fonts of another machine need a little more or less room.
      expect(pages).toBeLessThanOrEqual(usual + Math.floor(usual / 2));
    },
    120_000,
  );
});
