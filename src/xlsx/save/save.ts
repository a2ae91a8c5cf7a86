import { requireZip } from "../container";
import { newBudget } from "../limits";
import { findWorkbookPart, openPackage } from "../package";
import { ReadProblem } from "../problem";
import { openZip } from "../zip";
import type { NewWorkbook, SaveResult, WorkbookChanges } from "./changes";
import { emptyPackage } from "./empty-package";
import { UNSAVABLE } from "./messages";
import { PackageDraft } from "./package-draft";
import { UnsavableChangeError } from "./unsavable";
import { WorkbookDraft } from "./workbook-draft";

/**
 * Saves changes into a workbook file. Parts the changes do not concern are copied as they lie in the package, compressed
 * and all; in a worksheet only the elements that change are written, everything else stays to the letter.
 *
 * @param original the .xlsx or .xlsm file as it was opened; without changes it is also the result.
 * @throws UnsavableChangeError with a Chinese sentence; then nothing was written.
 */
export function saveXlsx(original: Uint8Array, changes: WorkbookChanges): SaveResult {
  return readable(() => {
    const draft = openDraft(original);
    const unkept = applyChanges(draft, changes);
    return { bytes: draft.changed ? draft.finish() : original, unkept };
  });
}

/**
 * What the file will no longer have once the changes are saved, in Chinese sentences to show before; most often nothing.
 * @throws UnsavableChangeError as `saveXlsx` would.
 */
export function unkept(original: Uint8Array, changes: WorkbookChanges): readonly string[] {
  return readable(() => applyChanges(openDraft(original), changes));
}

/** A new file. @throws UnsavableChangeError where it could not be opened in Excel. */
export function writeXlsx(workbook: NewWorkbook): Uint8Array {
  const { sheets, names = [] } = workbook;
  return saveXlsx(emptyPackage(), { added: sheets, names }).bytes;
}

function openDraft(original: Uint8Array): PackageDraft {
  requireZip(original, "");
  return new PackageDraft(openPackage(openZip(original), newBudget()));
}

function applyChanges(draft: PackageDraft, changes: WorkbookChanges): readonly string[] {
  const workbook = new WorkbookDraft(draft, findWorkbookPart(draft.source), changes);
  workbook.arrange();
  workbook.patchSheets();
  workbook.addSheets();
  workbook.keepParts();
  return workbook.finish();
}

/** Whoever saves has opened the file before, so why a part of it cannot be read was said then. */
function readable<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ReadProblem) throw new UnsavableChangeError(UNSAVABLE.original, { cause: error });
    throw error;
  }
}
