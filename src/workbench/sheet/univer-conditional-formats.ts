import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type {
  IConditionFormattingRule,
  IFormulaHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import { ExcelError } from "../host/excel-error";
import type { ConditionalFormatModel, ConditionalFormatPatch } from "../host/model";
import { colour } from "./cell-styles";
import { fromUniverRange, mutate, toUniverRange, type UniverAccess } from "./univer-access";

/** Univer has no rule without a formula; this one stands for a formula that is yet to be set, and shows nothing. */
const UNSET = "=FALSE";

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
  return {
    ...shared,
    type: rule.subType === CFSubRuleType.formula ? "Custom" : "CellValue",
    formula: rule.subType === CFSubRuleType.formula && rule.value !== UNSET ? rule.value : "",
    fillColor: colour(bg?.rgb),
    fontColor: colour(cl?.rgb),
    bold: bl === undefined ? null : bl === 1,
  };
}

function toRule(format: ConditionalFormatModel): IConditionFormattingRule<IFormulaHighlightCell> {
  const { id, ranges, formula, stopIfTrue, fillColor, fontColor, bold } = format;
  return {
    cfId: id,
    ranges: ranges.map(toUniverRange),
    stopIfTrue,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: formula === "" ? UNSET : formula,
      style: {
        ...(fillColor === "" ? {} : { bg: { rgb: fillColor } }),
        ...(fontColor === "" ? {} : { cl: { rgb: fontColor } }),
        ...(bold === null ? {} : { bl: bold ? 1 : 0 }),
      },
    },
  };
}
