import { sheetGrid, textOf } from "../../core/workbook/grid";
import { toA1 } from "../../core/workbook/address";
import type { SheetPlan } from "../../core/workbook/sheet-plan";
import type { SheetSnapshot } from "../../core/workbook/snapshot";
import type { Template } from "../../core/generate/template";
import { HOW_TO, SETTINGS, TEMPLATE_DEFECT } from "./messages";

/** What a sheet's cells cannot say of a template. */
export type TemplateSettings = Pick<Template, "amounts" | "optional">;

export interface SettingsReading extends TemplateSettings {
  /** Chinese sentences that name the cell. */
  readonly defects: readonly string[];
}

/** Reads the sheet 模板设置: below its headings, a line for each expression of an item and each item that may be blank. */
export function readSettings(sheet: SheetSnapshot | undefined): SettingsReading {
  const amounts = new Map<string, string[]>();
  const optional: string[] = [];
  const defects: string[] = [];
  if (sheet === undefined) return { amounts: {}, optional, defects };
  const grid = sheetGrid(sheet);
  const text = (row: number, column: number): string => textOf(grid.at(row, column)).trim();
  const header = grid.rowNumbers.find((row) =>
    SETTINGS.headings.every((heading, column) => text(row, column) === heading),
  );
  for (const row of grid.rowNumbers) {
    if (header === undefined || row <= header) continue;
    const [setting, item, content] = [text(row, 0), text(row, 1), text(row, 2)];
    if (setting + item + content === "") continue;
    if (setting !== SETTINGS.amount && setting !== SETTINGS.optional) {
      defects.push(TEMPLATE_DEFECT.setting(toA1({ row, column: 0 }), setting));
    } else if (item === "") defects.push(TEMPLATE_DEFECT.noItem(toA1({ row, column: 1 })));
    else if (setting === SETTINGS.optional) optional.push(item);
    else if (content === "") defects.push(TEMPLATE_DEFECT.noAmount(toA1({ row, column: 2 }), item));
    else amounts.set(item, [...(amounts.get(item) ?? []), content]);
  }
  return { amounts: Object.fromEntries(amounts), optional, defects };
}

/** The sheet 模板设置 for these settings. */
export function settingsPlan({ amounts, optional }: TemplateSettings): SheetPlan {
  const rows: readonly (readonly string[])[] = [
    [SETTINGS.sheet],
    ...HOW_TO.map((line) => [line]),
    SETTINGS.headings,
    ...Object.entries(amounts).flatMap(([item, expressions]) =>
      expressions.map((expression) => [SETTINGS.amount, item, expression]),
    ),
    ...optional.map((item) => [SETTINGS.optional, item]),
  ];
  const header = HOW_TO.length + 1;
  const [right, bottom] = [SETTINGS.headings.length - 1, rows.length - 1];
  return {
    name: SETTINGS.sheet,
    otherNames: [],
    cells: rows.flatMap((line, row) => line.map((value, column) => ({ row, column, value }))),
    areas: [
      { range: { top: 0, left: 0, bottom: 0, right: 0 }, style: { bold: true, fontSize: 14 } },
      { range: { top: 1, left: 0, bottom: header - 1, right: 0 }, style: { fontColor: "#595959" } },
      {
        range: { top: header, left: 0, bottom: header, right },
        style: { bold: true, fillColor: "#DDEBF7", border: {} },
      },
      {
        range: { top: Math.min(header + 1, bottom), left: 0, bottom, right },
        style: { border: {}, wrapText: true, vertical: "top", numberFormat: "@" },
      },
    ],
    columnWidths: [60, 120, 480],
    frozenRows: header + 1,
    start: { row: header, column: 0 },
  };
}
