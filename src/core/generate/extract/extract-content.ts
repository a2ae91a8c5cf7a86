import type { SheetGrid } from "../../workbook/grid";
import type { Scope } from "../content";
import type { Template } from "../template";
import { alignRows, type RowStep } from "./align-rows";
import { LONGER } from "./cell-pattern";
import { mapColumns } from "./column-map";
import { readScopes } from "./read-scopes";
import { rowFit, type RowFit } from "./row-fit";
import { sheetLines, type SheetLines } from "./sheet-lines";
import { templateShape, type TemplateShape } from "./template-shape";

/** How a sheet fits a template. */
export interface Fit {
  readonly template: Template;
  /** 1 where every word of the layout is there and nothing else is; 0 where none is. */
  readonly score: number;
  /** The content the sheet tells: texts to the letter, numbers exact, blank cells as blank; all of origin “carried”. */
  read(): Scope;
}

/** Of the words of a template's layout, this much has to be there. */
const ENOUGH_WORDS = 0.6;

/**
 * What a sheet says in the places where a template has placeholders: the inverse of filling. Rows, columns and values are
 * found by the words of the layout, not by position. Null where it is no sheet of this layout. Throws a `TemplateDefect`
 * for a template with mistakes; never for what stands in the sheet.
 */
export function extractContent(template: Template, grid: SheetGrid): Scope | null {
  return fitTemplate(template, grid)?.read() ?? null;
}

/** How well a sheet fits a template; null where it does not. */
export function fitTemplate(template: Template, grid: SheetGrid): Fit | null {
  return fitShape(shapeOf(template), sheetLines(grid));
}

/** The template that a sheet fits best; null where it fits none. */
export function bestFit(templates: readonly Template[], grid: SheetGrid): Fit | null {
  const lines = sheetLines(grid);
  const fits = templates.flatMap((template) => fitShape(shapeOf(template), lines) ?? []);
  return fits.reduce<Fit | null>((best, fit) => (best === null || fit.score > best.score ? fit : best), null);
}

const shapes = new WeakMap<Template, TemplateShape>();

function shapeOf(template: Template): TemplateShape {
  const known = shapes.get(template) ?? templateShape(template);
  shapes.set(template, known);
  return known;
}

function fitShape(shape: TemplateShape, lines: SheetLines): Fit | null {
  if (!mayFit(shape, lines)) return null;
  const fit = rowFit(shape, lines, mapColumns(shape, lines));
  const labels = new Set(shape.labels);
  const rowAt = (at: number): number => lines.rows[at] ?? 0;
  const steps = alignRows(shape, lines.rows.length, {
    match(at, shapeRow) {
      const row = shape.rows[shapeRow];
      return row === undefined ? -Infinity : fit.score(row, rowAt(at));
    },
    // The more stands in a row, the less likely it is that it was just put in.
    insert: (at) => -0.6 - 0.5 * Math.min(lines.textsOf(rowAt(at)).length, 6),
    // Lists may be empty; what is always there is rarely missing.
    leaveOut: (shapeRow) =>
      shape.rows[shapeRow]?.cells.some((cell) => labels.has(cell)) === true ? -0.5 : -0.1,
  });
  const { found, wanted, strange } = countWords(shape, lines, fit, steps);
  if (wanted === 0 || found < ENOUGH_WORDS * wanted) return null;
  return {
    template: shape.template,
    score: (2 * found) / (wanted + found + strange / 2),
    read: () => readScopes(shape, lines, fit, steps).scope(),
  };
}

/** A quick look: whether words enough of the layout stand anywhere on the sheet. */
function mayFit(shape: TemplateShape, lines: SheetLines): boolean {
  const constants = shape.labels.flatMap(({ pattern }) => (pattern.kind === "constant" ? [pattern.key] : []));
  const present = constants.filter((key) => lines.keys.has(key)).length;
  // Some words may be spelt otherwise, so that this asks for less.
  return constants.length === 0 || present * 2 >= constants.length * ENOUGH_WORDS;
}

/** Words of the layout that are found and wanted, and texts of its fixed rows that it does not know. */
function countWords(
  shape: TemplateShape,
  lines: SheetLines,
  fit: RowFit,
  steps: readonly RowStep[],
): { readonly found: number; readonly wanted: number; readonly strange: number } {
  let found = 0;
  let strange = 0;
  const seen = new Set<number>();
  for (const step of steps) {
    if (step.kind !== "match") continue;
    const row = shape.rows[step.shapeRow];
    const sheetRow = lines.rows[step.at];
    const isFixed = row?.cells.some((cell) => shape.labels.includes(cell)) === true;
    if (row === undefined || sheetRow === undefined || !isFixed || seen.has(step.shapeRow)) continue;
    seen.add(step.shapeRow);
    const pairs = fit.pair(row, sheetRow);
    found += pairs.filter((pair) => pair.fit > LONGER && shape.labels.includes(pair.cell)).length;
    const known = new Set(
      pairs.flatMap(({ cell, text, fit: words }) =>
        text !== null && (words > 0 || !shape.labels.includes(cell)) ? [text] : [],
      ),
    );
    strange += lines.textsOf(sheetRow).filter((text) => !known.has(text)).length;
  }
  return { found: Math.min(found, shape.labels.length), wanted: shape.labels.length, strange };
}
