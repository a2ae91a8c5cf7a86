import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type {
  IConditionFormattingRule,
  IFormulaHighlightCell,
  IHighlightCell,
  ITextHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import { ExcelError } from "../host/excel-error";
import type { ConditionalFormatModel, ConditionalFormatPatch } from "../host/model";
import { colour } from "./cell-styles";
import { fromUniverRange, mutate, toUniverRange, type UniverAccess } from "./univer-access";

/** Stands for a formula that is yet to be set; a rule looks for it as a text, which no cell contains. */
const UNSET = "=FALSE";

/**
 * Formulas that are true everywhere: `=TRUE`, and what a mark of the add-in carries. Left to the formula engine, each
 * would have it look at all formulas of the workbook. The rule “the text does not contain …” is true of every cell as
 * well, if what it looks for is the formula itself; and so the formula stays with the rule wherever that is copied to.
 */
const ALWAYS_TRUE = /^=\s*(?:TRUE(?:\(\))?|N\(\s*"[^"]*"\s*\)\s*=\s*0)\s*$/i;

/** Excel's words for the other kinds of rules Univer knows; they are listed, not changed. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  [CFRuleType.dataBar]: "DataBar",
  [CFRuleType.colorScale]: "ColorScale",
  [CFRuleType.iconSet]: "IconSet",
};

let lastId = 0;

/** Highest priority first. */
export function listFormats(access: UniverAccess, sheetId: string): readonly ConditionalFormatModel[] {
  return (rulesOf(access, sheetId) ?? []).map(toModel);
}

/** Adds at the highest priority. */
export function addFormat(
  access: UniverAccess,
  sheetId: string,
  format: Omit<ConditionalFormatModel, "id">,
): ConditionalFormatModel {
  const added = { ...format, id: `gouji-cf-${String(++lastId)}` };
  mutate(access, sheetId, AddConditionalRuleMutation.id, { rule: toRule(added) });
  return added;
}

export function updateFormat(
  access: UniverAccess,
  sheetId: string,
  id: string,
  patch: ConditionalFormatPatch,
): void {
  const rule = rulesOf(access, sheetId)?.find(({ cfId }) => cfId === id);
  if (rule === undefined) throw new ExcelError("ItemNotFound", "the conditional format no longer exists");
  mutate(access, sheetId, SetConditionalRuleMutation.id, { rule: toRule({ ...toModel(rule), ...patch }) });
}

export function deleteFormat(access: UniverAccess, sheetId: string, id: string): void {
  mutate(access, sheetId, DeleteConditionalRuleMutation.id, { cfId: id });
}

function rulesOf(
  { injector, workbook }: UniverAccess,
  sheetId: string,
): readonly IConditionFormattingRule[] | null {
  return injector.get(ConditionalFormattingRuleModel).getSubunitRules(workbook.getUnitId(), sheetId);
}

function toModel({ cfId, ranges, rule, stopIfTrue }: IConditionFormattingRule): ConditionalFormatModel {
  const shared = { id: cfId, ranges: ranges.map(fromUniverRange), stopIfTrue };
  if (rule.type !== CFRuleType.highlightCell) {
    const type = OTHER_TYPES[rule.type] ?? "CellValue";
    return { ...shared, type, formula: "", fillColor: "", fontColor: "", bold: null };
  }
  const { bg, cl, bl } = rule.style;
  const formula = formulaOf(rule);
  return {
    ...shared,
    type: formula === null ? "CellValue" : "Custom",
    formula: formula === null || formula === UNSET ? "" : formula,
    fillColor: colour(bg?.rgb),
    fontColor: colour(cl?.rgb),
    bold: bl === undefined ? null : bl === 1,
  };
}

/** The formula of a rule; null where it is of another kind. */
function formulaOf(rule: IHighlightCell): string | null {
  if (isFormulaRule(rule)) return rule.value;
  const text = isTextRule(rule) ? (rule.value ?? "") : "";
  return text === UNSET || ALWAYS_TRUE.test(text) ? text : null;
}

function isFormulaRule(rule: IHighlightCell): rule is IFormulaHighlightCell {
  return rule.subType === CFSubRuleType.formula;
}

function isTextRule(rule: IHighlightCell): rule is ITextHighlightCell {
  return rule.subType === CFSubRuleType.text;
}

function toRule(
  format: ConditionalFormatModel,
): IConditionFormattingRule<IFormulaHighlightCell | ITextHighlightCell> {
  const { id, ranges, formula, stopIfTrue, fillColor, fontColor, bold } = format;
  const style = {
    ...(fillColor === "" ? {} : { bg: { rgb: fillColor } }),
    ...(fontColor === "" ? {} : { cl: { rgb: fontColor } }),
    ...(bold === null ? {} : { bl: bold ? 1 : 0 }),
  };
  return { cfId: id, ranges: ranges.map(toUniverRange), stopIfTrue, rule: ruleOf(formula, style) };
}

function ruleOf(formula: string, style: IHighlightCell["style"]): IFormulaHighlightCell | ITextHighlightCell {
  const highlight = { type: CFRuleType.highlightCell, style } as const;
  const looksForText = { ...highlight, subType: CFSubRuleType.text } as const;
  if (formula === "") return { ...looksForText, operator: CFTextOperator.containsText, value: UNSET };
  if (!ALWAYS_TRUE.test(formula)) return { ...highlight, subType: CFSubRuleType.formula, value: formula };
  return { ...looksForText, operator: CFTextOperator.notContainsText, value: formula };
}
