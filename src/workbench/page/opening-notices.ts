import type { OpenedWorkbook } from "../files/opened-workbook";
import { texts } from "../texts";
import type { Notice } from "./state";

/** Names in a message; more would hide what it says. */
const MAX_NAMES = 5;

/** What a user should know of a workbook as it opens: nothing is hidden from the check, and nothing is changed silently. */
export function openingNotices(workbook: OpenedWorkbook, recalculate: () => void): readonly Notice[] {
  const hidden = workbook.sheets.filter(({ visibility }) => visibility !== "visible").map(({ name }) => name);
  const locked = workbook.sheets.filter((sheet) => sheet.protected).map(({ name }) => name);
  const notices: Notice[] = [];
  if (workbook.calculationMode === "Manual") {
    notices.push({
      id: "manual",
      intent: "warning",
      title: texts.manualTitle,
      body: texts.manualAdvice,
      action: { label: texts.recalculate, run: recalculate },
    });
  }
  if (hidden.length > 0) {
    notices.push({
      id: "hidden",
      intent: "info",
      title: texts.hiddenTitle(hidden.length),
      body: texts.hiddenAdvice(shortened(hidden)),
    });
  }
  if (locked.length > 0) {
    notices.push({
      id: "protected",
      intent: "info",
      title: texts.protectedTitle(locked.length),
      body: texts.protectedAdvice(shortened(locked)),
    });
  }
  return notices;
}

function shortened(names: readonly string[]): readonly string[] {
  return names.length <= MAX_NAMES ? names : [...names.slice(0, MAX_NAMES), "……"];
}
