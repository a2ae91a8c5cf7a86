import type Decimal from "decimal.js";
import { levelName, levelPoints } from "../../indicators/read-indicators";
import { formatTarget } from "../../indicators/format";
import { readTarget } from "../../indicators/read-target";
import type { Target } from "../../indicators/target";
import { normaliseName } from "../../classification/normalise";
import { parseDecimalText } from "../../workbook/decimal-text";
import type { ContentItem, ContentValue, Scope } from "../content";
import { foldName, levelOfItem } from "../fill/items";
import { itemOf } from "../fill/scopes";
import { textOfValue } from "../fill/value-text";
import { BLANK } from "./read-value";

/*
 * Forms print a target in one cell (年度指标值, 全年指标值: “≥2.5万人次”) or in three (指标值类型, 指标值, 计量单位). An indicator
 * taken over from the one kind of form has to serve the other.
 */

/** An indicator with its target in both forms, as far as it was read, and the points of its levels apart from their names. */
export function completeIndicator(indicator: Scope): Scope {
  const items = new Map(indicator.items);
  const valueOf = (item: string): ContentValue | null => itemOf(indicator, item)?.value ?? null;
  const add = (item: string, value: ContentValue | null): void => {
    if (value !== null && itemOf(indicator, item) === null) items.set(item, { value, origin: "carried" });
  };
  for (const [name, { value }] of splitLevels(indicator)) {
    items.set(name, { value, origin: "carried" });
  }
  const whole = valueOf("年度指标值") ?? valueOf("全年指标值");
  const parts = valueOf("指标值");
  if (parts === null && whole !== null) {
    const [type, value, unit] = targetParts(textOfValue(whole));
    add("指标值类型", type);
    add("指标值", value);
    add("计量单位", unit);
  }
  const text =
    whole ??
    (parts === null
      ? null
      : targetText(
          textOfValue(valueOf("指标值类型") ?? BLANK),
          textOfValue(parts),
          textOfValue(valueOf("计量单位") ?? BLANK),
        ));
  add("年度指标值", text);
  add("全年指标值", text);
  return { ...indicator, items };
}

/** “产出指标(50分)” is the level 产出指标 with 一级分值 50. */
function splitLevels(indicator: Scope): Map<string, Pick<ContentItem, "value">> {
  const split = new Map<string, Pick<ContentItem, "value">>();
  for (const [name, { value }] of indicator.items) {
    const level = levelOfItem(name);
    if (value.kind !== "text" || level === null || level.isPoints) continue;
    const points = levelPoints(value.text);
    if (points === null) continue;
    split.set(name, { value: { kind: "text", text: levelName(value.text) } });
    const item = foldName(name).replace(/指标$/, "分值");
    if (itemOf(indicator, item) === null) split.set(item, { value: numberValue(points) });
  }
  return split;
}

type Parts = readonly [type: ContentValue | null, value: ContentValue | null, unit: ContentValue | null];
const NOTHING: Parts = [null, null, null];

/** 指标值类型, 指标值 and 计量单位 of a target in one text; null for what it does not say. */
export function targetParts(text: string): Parts {
  const target = readTarget({ value: text });
  if (target === null) return [BLANK, BLANK, BLANK];
  switch (target.kind) {
    case "quantity":
      return quantityParts(target);
    case "qualitative":
    case "date":
    case "recurring":
      return [{ kind: "text", text: "定性" }, { kind: "text", text: text.trim() }, BLANK];
    default:
      // Ranges, several amounts and sentences do not come apart into one number and its unit.
      return NOTHING;
  }
}

function quantityParts({
  label,
  operator,
  change,
  approximation,
  value,
  unit,
}: Target & { readonly kind: "quantity" }): Parts {
  if (label !== "" || change !== null || approximation !== null) return NOTHING;
  return [
    operator === null ? null : { kind: "text", text: operator },
    numberValue(value),
    unit.text === "" ? BLANK : { kind: "text", text: unit.text },
  ];
}

/** A target in one text, of its three cells; null where they do not go together. */
export function targetText(type: string, value: string, unit: string): ContentValue | null {
  const target = readTarget({ operator: type, value, unit });
  if (target === null) return BLANK;
  if (target.kind === "quantity" || target.kind === "range")
    return { kind: "text", text: formatTarget(target) };
  if (target.kind === "unread" || target.kind === "several") return null;
  // 定性 says how a value is meant; it is no part of it.
  const isQualitative = normaliseName(type).startsWith("定性");
  return { kind: "text", text: isQualitative ? value.trim() : target.text.trim() };
}

function numberValue(number: Decimal): ContentValue {
  return { kind: "number", number, decimals: null, percent: false, formula: null };
}

/** A text as a value: a number where it is one throughout. */
export function valueOfText(text: string): ContentValue {
  const number = parseDecimalText(text);
  return number === null || /%/.test(text) ? { kind: "text", text } : numberValue(number);
}
