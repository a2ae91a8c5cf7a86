import { normaliseName } from "../../classification/normalise";
import type { AmountColumn } from "../../forms/table";
import { headingName, relativeYear } from "../../forms/text-rows";
import { isBareTotal, lineName } from "../../forms/words";

/** What authorities call an amount, and the item that stands for it in templates of all of them. */
const SAME_ITEM: Readonly<Record<string, string>> = {
  一般公共预算资金: "一般公共预算",
  政府性基金: "政府性基金拨款",
  纳入专户管理的非税收入拨款: "财政专户管理资金",
};

/**
 * The item of a column of amounts: its last heading, of a total the heading above; years are told from the year of the
 * table to be made: 2024年预算数 is 本年预算数 for 2024 and 上年预算数 for 2025. "" for a column without heading.
 */
export function itemOfColumn({ headings }: AmountColumn, year: number | null): string {
  const names = headings.map((heading) => relativeYear(headingName(heading), year).replace(/\(程\)/g, ""));
  const last = names.at(-1) ?? "";
  const name = isBareTotal(last) && last !== "总额" ? (names.at(-2) ?? last) : last;
  return SAME_ITEM[name] ?? name;
}

/** Whether an item names its year: 上年决算数, 本年预算数. */
export function saysYear(item: string): boolean {
  return /^[上本]年(?!结转)/.test(item);
}

/** The item of a line of a list: its own words, without ordinal. */
export function itemOfLine(label: string): string {
  const name = lineName(label).replace(/:$/, "");
  return SAME_ITEM[name] ?? name;
}

/** A label as written, without its ordinal: “2、运行维护经费（续）” → “运行维护经费（续）”. */
export function withoutOrdinal(label: string): string {
  const name = lineName(label);
  for (let at = 0; at < label.length; at++) {
    const rest = label.slice(at);
    if (normaliseName(rest) === name) return rest.trim();
  }
  return label.trim();
}
