import { remembered } from "../remembered";
import { normaliseName } from "../classification/normalise";

/* Words that stand for structure, not for members, in any authority's tables. */

/** 合计, 总计, 小计, also at the end: “三公”经费合计, 本年支出合计. `text` is normalised. */
export function isTotalWord(text: string): boolean {
  return /(?:合计|总计|小计|共计|总额)[:：]?$/.test(text);
}

/** A bare total, without saying of what. `text` is normalised. */
export function isBareTotal(text: string): boolean {
  return /^(?:合计|总计|小计|共计|总额|金额|合计数)[:：]?$/.test(text);
}

/** “其中：…”: a part of the column or line before, not the whole of it. `text` is normalised. */
export function isOfWhich(text: string): boolean {
  return /^其中[:：]?/.test(text);
}

/** Depth an ordinal stands for: 一、 → 1, （一） → 2, 1、 or 1. → 3, （1） → 4; null without ordinal. */
export const ordinalLevel: (text: string) => 1 | 2 | 3 | 4 | null = remembered((text) => {
  const start = normaliseName(text).replace(/^其中[:：]?/, "");
  if (/^[一二三四五六七八九十]+[、.．]/.test(start)) return 1;
  if (/^\([一二三四五六七八九十]+\)/.test(start)) return 2;
  if (/^\d{1,2}[、.](?!\d)/.test(start)) return 3;
  if (/^\(\d{1,2}\)/.test(start)) return 4;
  return null;
});

/** A line's own words: normalised, without its ordinal, “其中：” and the like. */
export const lineName: (text: string) => string = remembered((text) =>
  normaliseName(text)
    .replace(/^其中[:：]?/, "")
    .replace(/^(?:[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d))/, "")
    .replace(/^其中[:：]?/, ""),
);

/** Number of blanks a text begins with; U+3000 counts as two. */
export function indentation(text: string): number {
  const blanks = /^\s*/.exec(text)?.[0] ?? "";
  return [...blanks].reduce((sum, blank) => sum + (blank === "\u3000" ? 2 : 1), 0);
}

/** A remark below a table: “注：…”, “备注：…”, “说明：…”. */
export function isNote(text: string): boolean {
  return /^\s*[备附注说]/.test(text) && /^(?:备注|附注|注|说明)\d*[:：]/.test(normaliseName(text));
}

/** Who filled a table in, checked it, and when: “填表人：…”, “联系电话：…”, “填报日期：…”. */
export const isSignOff: (text: string) => boolean = remembered((text) =>
  /^(?:填表|填报|制表|编制|编报|经办|审核|复核|审批|校对|单位|部门|财务|主管|分管|机构|联系)?(?:人|人员|员|负责人|领导|日期|时间|电话|方式|签字|签章|盖章|公章)(?:\(.*\))?[:：]/.test(
    normaliseName(text),
  ),
);

/** “本单位无相关情况，故为空表”. */
export function saysEmptyTable(text: string): boolean {
  return /(?:空表|无相关情况|无此项|无数据)/.test(text) && /^(?:本|注|说明)|空表/.test(normaliseName(text));
}
