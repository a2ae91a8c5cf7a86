import type { TFunction } from "i18next";

/** Defects shown; a clerk hands them on, and the command line lists all. */
const SHOWN = 8;

/** The first defects of a file that was to be loaded, and how many more there are. */
export function firstDefects(defects: readonly string[], t: TFunction): readonly string[] {
  const more = defects.length - SHOWN;
  return [...defects.slice(0, SHOWN), ...(more > 0 ? [t("problem.moreDefects", { count: more })] : [])];
}
