import { analyseWorkbook } from "../../core/analyse";
import { checkWorkbook, reportOf } from "../../core/check-workbook";
import { explainRelations } from "../../core/explain-relations";
import { generateInputSheets, generateTables, UnknownProject } from "../../core/generate";
import { TemplateDefect } from "../../core/generate/fill/template-defect";
import { surveyWorkbook } from "../../core/generate/survey";
import { relationMap } from "../../core/relation-map";
import { reportHead } from "../../core/report-sheet/report-head";
import { reportPlan } from "../../core/report-sheet/report-plan";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { EngineAnswer } from "./messages";
import type { EngineWork, Order, WorkName } from "./orders";

/**
 * Carries an order out. Never throws: what goes wrong is in the answer.
 * @param check that of whoever checks a workbook again and again
 */
export function answerTo(
  snapshot: WorkbookSnapshot,
  order: Order,
  check: typeof checkWorkbook = checkWorkbook,
): EngineAnswer {
  try {
    return { type: "done", result: resultOf(snapshot, order, check) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { type: "failed", message, stack, sentence: sentenceOf(error) };
  }
}

function resultOf(
  snapshot: WorkbookSnapshot,
  order: Order,
  check: typeof checkWorkbook,
): EngineWork[WorkName]["answer"] {
  switch (order.work) {
    case "check":
      return check(snapshot, order.told);
    case "report":
      return reportPlan(order.told.report, reportHead(analyseWorkbook(snapshot), order.told));
    case "survey":
      return surveyWorkbook(snapshot, order.told);
    case "tables":
      return generateTables(snapshot, order.told);
    case "inputs":
      return generateInputSheets(snapshot, order.told);
    case "relations": {
      const analysis = analyseWorkbook(snapshot, order.told);
      return relationMap(analysis, reportOf(analysis, snapshot));
    }
    case "equations":
      return explainRelations(analyseWorkbook(snapshot, order.told), order.told.numbers);
  }
}

/** The Chinese sentence of a failure that the user can mend; null for a defect of ours. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof TemplateDefect) return `${error.message}请改好模板后重新载入。`;
  if (error instanceof UnknownProject) return `工作簿中已没有项目“${error.project}”，请重新选择项目。`;
  return null;
}
