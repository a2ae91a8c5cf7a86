import { rangeToA1 } from "../core/workbook/address";
import { isPlanned, plannedRows, type AreaStyle, type SheetPlan } from "../core/workbook/sheet-plan";
import { selectCell } from "./select-cell";

/**
 * Writes a planned sheet behind the last one and shows it; answers its name. A sheet of that name that is there already
 * is shown as it is, never overwritten. All or nothing: where Excel refuses part of it, the sheet goes again.
 */
export async function addSheet(context: Excel.RequestContext, plan: SheetPlan): Promise<string> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const there = worksheets.items.find(({ name }) => isPlanned(plan, name));
  if (there !== undefined) {
    await selectCell(context, there.name, { row: 0, column: 0 });
    return there.name;
  }
  const sheet = worksheets.add(plan.name);
  sheet.load("id,name");
  // A round trip of its own: only a sheet known by its id may be taken away again.
  await context.sync();
  try {
    write(sheet, plan);
    await context.sync();
  } catch (thrown) {
    worksheets.getItem(sheet.id).delete();
    await context.sync();
    throw thrown;
  }
  return sheet.name;
}

function write(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { range, style } of plan.areas) {
    dress(sheet.getRange(rangeToA1(range)).untrack(), style, range.bottom - range.top + 1);
  }
  plan.columnWidths.forEach((points, column) => {
    const range = { top: 0, bottom: 0, left: column, right: column };
    sheet.getRange(rangeToA1(range)).untrack().format.columnWidth = points;
  });
  const rows = plannedRows(plan);
  const width = rows[0]?.length ?? 0;
  if (width > 0) {
    const all = { top: 0, bottom: rows.length - 1, left: 0, right: width - 1 };
    sheet.getRange(rangeToA1(all)).untrack().values = rows.map((row) => row.map(asValue));
  }
  sheet.activate();
  sheet
    .getRange(
      rangeToA1({
        top: plan.start.row,
        bottom: plan.start.row,
        left: plan.start.column,
        right: plan.start.column,
      }),
    )
    .untrack()
    .select();
}

function dress(range: Excel.Range, style: AreaStyle, rows: number): void {
  const { format } = range;
  if (style.asText === true) range.numberFormat = Array.from({ length: rows }, () => ["@"]);
  if (style.wrapText !== undefined) format.wrapText = style.wrapText;
  if (style.fillColor !== undefined) format.fill.color = style.fillColor;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.fontColor !== undefined) format.font.color = style.fontColor;
}

/** What Excel would read as a formula, a number, a date or a truth value stays a text behind an apostrophe. */
function asValue(value: string | number | boolean): string | number | boolean {
  return typeof value === "string" && /^[=+\-@'\d.(]|^(?:true|false)$/i.test(value) ? `'${value}` : value;
}
