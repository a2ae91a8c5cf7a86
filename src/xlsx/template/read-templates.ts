import { templateDefects } from "../../core/generate/fill/check-template";
import type { Template, TemplateCell } from "../../core/generate/template";
import type { CellRange } from "../../core/workbook/address";
import { asSentence } from "../../core/workbook/as-sentence";
import { textOf } from "../../core/workbook/grid";
import type { PageSetup } from "../../core/workbook/sheet-plan";
import {
  isCellError,
  type Cell,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from "../../core/workbook/snapshot";
import { readCellStyles, type CellStyle } from "../cell-styles";
import { readColours } from "../colours";
import { newBudget } from "../limits";
import { findWorkbookPart, openPackage } from "../package";
import { readXlsx } from "../read";
import { pointsOf } from "../save/sheet-columns";
import { readSheetLook, type StoredLook, type StoredPage } from "../sheet-look";
import { readWorkbookPart } from "../workbook-part";
import { openZip } from "../zip";
import { styledAreas } from "./area-styles";
import { readNames, reference, titleRows, type StoredName } from "./defined-names";
import { dropDownsOf } from "./list-options";
import { SETTINGS, TEMPLATE_DEFECT } from "./messages";
import { readSettings, type TemplateSettings } from "./settings-sheet";

export interface TemplateReading {
  /** One for each sheet with a placeholder, in the order of the tabs; hidden sheets are left out. */
  readonly templates: readonly Template[];
  /** What is wrong with them: Chinese sentences that name sheet and cell. Empty where they can be used. */
  readonly defects: readonly string[];
}

/**
 * Reads a user's own templates: sheets of a workbook in which placeholders stand for content. Formats, merges, sizes,
 * lists, frozen rows and page set-up are those of the sheet. A sheet name that begins with `{{#项目}}` asks for one sheet an
 * item. The id of a template is the name of the file without its ending; of several, with “/” and the name of the sheet.
 *
 * @param name file name without folders.
 * @throws UnreadableWorkbookError for anything that is no complete workbook.
 */
export function readTemplates(file: Uint8Array, name: string): TemplateReading {
  const snapshot = readXlsx(file, name, { blankFormulas: true });
  const source = openPackage(openZip(file), newBudget());
  const part = findWorkbookPart(source);
  const { sheets, styles } = readWorkbookPart(source, part);
  const colour = readColours(source, part);
  const cellStyles = readCellStyles(source, styles, colour);
  const { names, sheets: allSheets } = readNames(source, part);
  const settings = readSettings(snapshot.sheets.find((sheet) => sheet.name === SETTINGS.sheet));
  const own = snapshot.sheets.filter(isTemplate);
  const stem = name.replace(/\.[^.]*$/, "");
  const templates = own.map((sheet) =>
    templateOf(sheet, {
      id: own.length === 1 ? stem : `${stem}/${sheet.name}`,
      look: readSheetLook(source, sheets.find((entry) => entry.name === sheet.name)?.part ?? "", colour),
      styles: cellStyles,
      names: names.filter(({ sheet: owner }) => owner === null || allSheets[owner] === sheet.name),
      settings,
      snapshot,
    }),
  );
  const wrong = templates.flatMap((template, index) =>
    templateDefects(template).map(({ message }) =>
      TEMPLATE_DEFECT.inSheet(own[index]?.name ?? template.title, message),
    ),
  );
  const none = templates.length === 0 ? [TEMPLATE_DEFECT.none(name)] : [];
  return { templates, defects: [...none, ...settings.defects, ...wrong].map(asSentence) };
}

interface TemplateParts {
  readonly id: string;
  readonly look: StoredLook;
  readonly styles: readonly CellStyle[];
  readonly names: readonly StoredName[];
  readonly settings: TemplateSettings;
  readonly snapshot: WorkbookSnapshot;
}

function isTemplate({ name, visibility, cells }: SheetSnapshot): boolean {
  if (visibility !== "visible" || name === SETTINGS.sheet) return false;
  return cells.some((cell) => /[{｛]{2}/.test(cell.formula ?? textOf(cell)));
}

function templateOf(
  sheet: SheetSnapshot,
  { id, look, styles, names, settings, snapshot }: TemplateParts,
): Template {
  const content = contentRange(sheet);
  const { sheetName, each } = namedSheet(sheet.name);
  const areas = styledAreas(look, styles, content);
  const right = areas.reduce((most, { range }) => Math.max(most, range.right), content.right);
  const font = styles[0]?.font;
  const widthOf = (column: number): number => {
    const columns = look.columns.find(({ first, last }) => first <= column && column <= last);
    const characters = columns?.width ?? look.defaultWidth;
    const standard = { name: font?.name ?? "宋体", size: font?.size ?? 11 };
    return columns?.hidden === true ? 0 : pointsOf(characters, standard);
  };
  return {
    id,
    title: sheetName.replace(/[{｛]{2}[^}｝]*[}｝]{2}/g, "").trim() || sheetName,
    authority: "",
    sheetName,
    each,
    cells: sheet.cells.flatMap(templateCell),
    merges: sheet.merges,
    areas,
    columnWidths: Array.from({ length: right + 1 }, (_, column) => widthOf(column)),
    rowHeights: heightsOf(look, content),
    dropDowns: dropDownsOf(look.lists, sheet.name, snapshot, names),
    frozenRows: look.frozenRows,
    page: pageOf(look.page, names),
    amounts: settings.amounts,
    optional: settings.optional,
  };
}

/** `{{#项目}}附件3-{{项目名称}}`: one sheet an item of 项目. */
function namedSheet(name: string): Pick<Template, "sheetName" | "each"> {
  const match = /^\s*[{｛]{2}#\s*([^}｝]+?)\s*[}｝]{2}(.*)$/.exec(name);
  if (match === null) return { sheetName: name, each: null };
  const [, each = "", rest = ""] = match;
  return { sheetName: rest.replace(/[{｛]{2}\/[^}｝]*[}｝]{2}\s*$/, "").trim() || each, each };
}

/**
 * A number stands as a formula, so that it is a number in the generated table, too; a placeholder within a formula makes
 * it a text in the workbook, and a formula here.
 */
function templateCell({ row, column, value, text, formula }: Cell): TemplateCell[] {
  if (formula !== null) return [{ row, column, text: formula }];
  if (typeof value === "number") return [{ row, column, text: `=${String(value)}` }];
  if (typeof value === "boolean") return [{ row, column, text: `=${value ? "TRUE" : "FALSE"}` }];
  const content = isCellError(value) ? text : value;
  return content === "" ? [] : [{ row, column, text: content }];
}

function contentRange({ cells, merges }: SheetSnapshot): CellRange {
  let [bottom, right] = [0, 0];
  for (const { row, column } of cells) [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  return {
    top: 0,
    left: 0,
    bottom: merges.reduce((most, merge) => Math.max(most, merge.bottom), bottom),
    right: merges.reduce((most, merge) => Math.max(most, merge.right), right),
  };
}

/** Heights the user has set; others follow from the texts, which will be different ones. */
function heightsOf(
  { rows, defaultHeight, fixedHeight }: StoredLook,
  { bottom }: CellRange,
): Template["rowHeights"] {
  const heights: { row: number; points: number }[] = [];
  for (let row = 0; row <= bottom; row++) {
    const stored = rows.get(row);
    const set = stored?.custom === true ? stored.height : null;
    const points = set ?? (fixedHeight ? (stored?.height ?? defaultHeight) : null);
    if (points !== null) heights.push({ row, points });
  }
  return heights;
}

const POINTS_PER_INCH = 72;
/** Number of A3 in Excel's paper list; all other papers print as A4. */
const A3 = 8;

function pageOf(page: StoredPage | null, names: readonly StoredName[]): PageSetup | null {
  const formulaOf = (name: string): string =>
    names.find((candidate) => candidate.sheet !== null && candidate.name === name)?.formula ?? "";
  const titles = titleRows(formulaOf("_xlnm.Print_Titles"));
  const area = reference(formulaOf("_xlnm.Print_Area"))?.range ?? null;
  if (page === null && titles === null && area === null) return null;
  const margins = page?.margins ?? null;
  const points = (inches: number): number => Math.round(inches * POINTS_PER_INCH * 100) / 100;
  return {
    orientation: page?.orientation === "landscape" ? "landscape" : "portrait",
    paper: page?.paper === A3 ? "A3" : "A4",
    ...(page?.fit === true && page.pagesAcross === 1 ? { fitToWidth: true } : {}),
    ...(page?.centred === true ? { centred: true } : {}),
    ...(titles === null ? {} : { titleRows: titles }),
    ...(area === null ? {} : { printArea: area }),
    ...(margins === null
      ? {}
      : {
          margins: {
            top: points(margins.top),
            bottom: points(margins.bottom),
            left: points(margins.left),
            right: points(margins.right),
          },
        }),
  };
}
