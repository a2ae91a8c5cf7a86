import { analyseWorkbook, type AnalysisSteps } from "./analyse";
import { reportOf, type checkWorkbook } from "./check-workbook";
import { familiesFor } from "./forms/kept-families";
import { rememberingReadTables } from "./forms/remembered-tables";

/**
 * `checkWorkbook` for one workbook that is checked again and again: gives the same reports, and does not read again the
 * tables of sheets that are the same objects as the last time (see `patchWorkbook`). What holds between tables is always
 * looked at as a whole.
 */
export function incrementalCheck(): typeof checkWorkbook {
  const steps: AnalysisSteps = {
    familiesFor: rememberingFamilies(),
    readTables: rememberingReadTables(),
  };
  return (snapshot, options = {}) => reportOf(analyseWorkbook(snapshot, options, steps), snapshot);
}

/** `familiesFor` that answers the same object to the same arguments as the last time. */
function rememberingFamilies(): typeof familiesFor {
  let last: { readonly given: readonly unknown[]; readonly found: ReturnType<typeof familiesFor> } | null =
    null;
  return (...given) => {
    if (last === null || given.some((argument, at) => argument !== last?.given[at])) {
      last = { given, found: familiesFor(...given) };
    }
    return last.found;
  };
}
