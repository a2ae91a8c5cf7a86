import { keptTexts } from "../core/workbook/kept-part";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { requireZip } from "./container";
import { readKeptParts } from "./kept-parts";
import { newBudget } from "./limits";
import { findWorkbookPart, openPackage } from "./package";
import { ReadProblem, UnreadableWorkbookError } from "./problem";
import { readSharedStrings } from "./shared-strings";
import { readNumberFormats } from "./styles";
import { readWorkbookPart } from "./workbook-part";
import { readWorksheet } from "./worksheet";
import { openZip } from "./zip";

export interface ReadOptions {
  /** Whether formulas whose result is "" are read, too, as cells without a value; otherwise they count as blank. */
  readonly blankFormulas?: boolean;
}

/**
 * Reads an .xlsx or .xlsm file, transitional or strict, whoever wrote it; in Node and in the browser.
 * Synchronous, and takes some three seconds for a million cells: in a page call it in a worker. One sheet after another is
 * unpacked piece by piece into a table of some 20 bytes a cell; with 4.5 million cells the whole process peaks below 400 MB.
 *
 * @param bytes content of the file.
 * @param name file name without folders, for messages and the report.
 * @returns the whole workbook. A formula never computed is a cell with formula and value "".
 * @throws UnreadableWorkbookError for anything that is no complete workbook; never a part of one.
 */
export function readXlsx(bytes: Uint8Array, name: string, options: ReadOptions = {}): WorkbookSnapshot {
  try {
    return readWorkbook(bytes, name, options);
  } catch (error) {
    if (error instanceof ReadProblem) {
      throw new UnreadableWorkbookError(name, error.code, error.place, { cause: error });
    }
    throw error;
  }
}

function readWorkbook(
  bytes: Uint8Array,
  name: string,
  { blankFormulas = false }: ReadOptions,
): WorkbookSnapshot {
  requireZip(bytes, name);
  const source = openPackage(openZip(bytes), newBudget());
  const part = findWorkbookPart(source);
  const workbook = readWorkbookPart(source, part);
  const context = {
    sharedStrings: readSharedStrings(source, workbook.sharedStrings),
    numberFormats: readNumberFormats(source, workbook.styles, workbook.date1904),
    date1904: workbook.date1904,
    blankFormulas,
  };
  const sheets = workbook.sheets.map((sheet) => readWorksheet(source, sheet, context));
  return { name, sheets, ...keptTexts(readKeptParts(source, part)) };
}
