import { remembered, rememberedBy } from "../remembered";
import { isBlankText } from "../workbook/decimal-text";
import { normaliseName } from "../classification/normalise";
import { readDate, readRecurring } from "./date-target";
import { targetMessages } from "./messages";
import { operatorBefore } from "./operators";
import { qualitativeWords } from "./qualitative";
import { mentionedAmounts, readAmount } from "./quantity";
import type { Quantity, Remark, Target, Unread } from "./target";
import { compareUnits, readUnit } from "./unit";

/** A target in one text, or with its operator and unit in cells of their own. Texts as the cells show them. */
export interface TargetParts {
  /** 指标值类型: ≥, ≤, =, 大于等于, 定性; "" or left out where the table has no such column. */
  readonly operator?: string;
  readonly value: string;
  /** 计量单位. */
  readonly unit?: string;
}

/**
 * Reads what an indicator asks for, or what was achieved. `null` where the value is blank or a mark for “nothing”
 * (`/`, `—`). A text with figures that is no amount and no date is `unread`, with the reason.
 */
export const readTarget: (parts: TargetParts) => Target | null = rememberedBy(
  // Any character may stand in a text: the lengths say where one ends.
  ({ operator = "", value, unit = "" }) =>
    `${String(operator.length)},${String(unit.length)},${operator}${unit}${value}`,
  readParts,
);

function readParts({ operator = "", value, unit = "" }: TargetParts): Target | null {
  if (isBlankText(value)) return null;
  const type = normaliseName(operator);
  const hasUnit = !isBlankText(unit);
  if (type === "" && !hasUnit) return readTargetText(value);
  const text = `${operator.trim()}${value.trim()}${hasUnit ? unit.trim() : ""}`;
  const read = { ...readValue(value, unit), text };
  if (type.startsWith("定性"))
    return withRemarks(readNumberOfWords(read, value, unit), value, operator, unit);
  // A cell formatted with thousands separators shows the date 20261231 as 20,261,231.
  const compact = normaliseName(value).replace(/^(\d\d),(\d{3}),(\d{3})$/, "$1$2$3");
  const joined = type + compact + (hasUnit ? normaliseName(unit) : "");
  const date = readDate(joined);
  if (date !== null && date !== "invalid") return { ...date, text, remarks: [] };
  return withRemarks(joinParts(read, type, hasUnit ? unit : ""), value, operator, unit);
}

/** The value beside its unit: “2025.6” 万元 is an amount, though alone it would be a month. */
function readValue(value: string, unit: string): Target {
  const isAmount =
    /^\d+\.\d+$/.test(normaliseName(value)) && !isBlankText(unit) && !/^[年月日号]/.test(normaliseName(unit));
  const amount = isAmount ? readAmount(value) : "";
  return typeof amount === "string" ? readTargetText(value) : amount;
}

/** Reads a target or an actual value out of one text; never blank. */
export const readTargetText: (original: string) => Target = remembered((original) => {
  const compact = normaliseName(original).replace(/[。;]+$/, "");
  const recurring = readRecurring(compact);
  if (recurring !== null) return { ...recurring, text: original, remarks: [] };
  const date = readDate(compact);
  if (date === "invalid")
    return { ...unread(original, targetMessages.notADate(original.trim())), mentions: [] };
  if (date !== null) return { ...date, text: original, remarks: [] };
  const rule = gradingRuleAsTarget(original, compact);
  if (rule !== null) return rule;
  const amount = readAmount(original);
  if (typeof amount !== "string") return amount;
  if (amount === "contradictory-operators") {
    return unread(original, targetMessages.contradictoryOperators(original.trim()));
  }
  if (!/\d/.test(compact)) {
    return { kind: "qualitative", text: original, remarks: [], words: qualitativeWords(original) };
  }
  return unread(original, targetMessages.unreadable(original.trim()));
});

function unread(text: string, reason: string): Unread {
  return { kind: "unread", text, remarks: [], reason, mentions: mentionedAmounts(text) };
}

/** “95%以上计满分，每降5%扣1分，扣完为止。” typed into the target: the target is 95%以上. */
function gradingRuleAsTarget(original: string, compact: string): Target | null {
  const [, condition = ""] = /^([^,;。]+?)(?:计|得)满分[,;。].*扣.*分/.exec(compact) ?? [];
  if (condition === "") return null;
  const amount = readAmount(condition);
  if (typeof amount === "string") return null;
  const remark: Remark = { kind: "grading-rule", message: targetMessages.gradingRule(original.trim()) };
  return { ...amount, text: original, remarks: [remark] };
}

/** A number under the type 定性 takes its unit; words stay words. */
function readNumberOfWords(read: Target, value: string, unit: string): Target {
  if (read.kind !== "quantity" && read.kind !== "range") return read;
  const remark: Remark = {
    kind: "qualitative-number",
    message: targetMessages.qualitativeNumber(value.trim()),
  };
  const joined = joinParts(read, "", unit);
  return { ...joined, remarks: [...joined.remarks, remark] };
}

/** Puts the operator and the unit of their own cells to what the value says. */
function joinParts(read: Target, type: string, unitText: string): Target {
  const unit = readUnit(unitText);
  switch (read.kind) {
    case "quantity":
      return withUnit({ ...read, operator: operatorBefore(type) ?? read.operator }, unit);
    case "range":
      return unit === null || read.highUnit.text !== "" ? read : { ...read, lowUnit: unit, highUnit: unit };
    default:
      return read;
  }
}

function withUnit(quantity: Quantity, unit: Quantity["unit"] | null): Quantity {
  if (unit === null || unit.text === "") return quantity;
  if (quantity.unit.text === "") return { ...quantity, unit };
  // “2.5万” under the unit 人次 counts 万人次.
  if (quantity.unit.base !== "") return quantity;
  const joined = readUnit(quantity.unit.text + unit.text);
  return joined === null ? quantity : { ...quantity, unit: joined };
}

/** What the three cells say against each other. */
function withRemarks(target: Target, value: string, type: string, unit: string): Target {
  const remarks: Remark[] = [...target.remarks];
  const own = readTargetText(value);
  const operator = operatorBefore(normaliseName(type));
  const cellUnit = readUnit(unit);
  if (own.kind === "quantity") {
    if (operator !== null && own.operator !== null && own.operator !== operator) {
      remarks.push({
        kind: "operator-twice",
        message: targetMessages.operatorTwice(type.trim(), value.trim()),
      });
    }
    if (cellUnit !== null && own.unit.base !== "" && compareUnits(own.unit, cellUnit) === "different") {
      remarks.push({ kind: "unit-twice", message: targetMessages.unitTwice(unit.trim(), value.trim()) });
    }
  }
  if (target.kind === "qualitative" && !normaliseName(type).startsWith("定性")) {
    if (!isBlankText(unit)) {
      remarks.push({
        kind: "number-for-words",
        message: targetMessages.numberForWords(value.trim(), unit.trim()),
      });
    } else if (operator !== null) {
      remarks.push({
        kind: "operator-for-words",
        message: targetMessages.operatorForWords(type.trim(), value.trim()),
      });
    }
  }
  return { ...target, remarks };
}
