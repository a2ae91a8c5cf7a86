import {
  departmentalEconomic,
  functional,
  governmentalEconomic,
} from "../../src/core/classification/codebooks";
import type { FormDefinition } from "../../src/core/forms/definition";
import { BUILT_IN_FAMILIES } from "../../src/core/forms/families";
import type { CellValue } from "../../src/core/workbook/snapshot";
import type { Random } from "./random";

/* What cells of drawn workbooks hold: words of real forms, numbers in all writings, and what nobody types. */

export const FORMS: readonly FormDefinition[] = BUILT_IN_FAMILIES.flatMap(({ forms }) => forms);

const CODES: readonly string[] = [functional, departmentalEconomic, governmentalEconomic]
  .flatMap((book) => book.entries.map(({ code }) => code))
  .concat("047", "047007", "201 14 99", "99");
const NAMES: readonly string[] = [functional, departmentalEconomic, governmentalEconomic].flatMap((book) =>
  book.entries.map(({ name }) => name),
);

const HEADINGS: readonly string[] = FORMS.flatMap(({ header, textColumns, indicators, execution, about }) => [
  ...header,
  ...textColumns,
  ...(indicators?.columns ?? []).flatMap(({ phrases }) => phrases),
  ...(execution?.columns ?? []).flatMap(({ phrases }) => phrases),
  ...about.flatMap(({ phrases }) => phrases),
]);

const LINES =
  `合计|小计|总计|其中：|其中：人员经费|一、本年收入|（一）基本支出|1.项目支出|二、上年结转|本年支出合计|收入总计|支出总计
人员经费|公用经费|经费拨款|政府性基金|047007-某局|某局|业务工作经费|　　办公费|  印刷费|专项资金|资金总额|年度资金总额|注：本表为空
第2页 共3页|续表|单位：万元|单位：元|金额单位：千元|（单位：亿元）|单位名称：某局|2026年部门预算表|2024年度整体支出绩效自评表|项目名称|年度总体目标`
    .split(/[|\n]/)
    .concat(FORMS.flatMap(({ titles, number }) => [...titles, ...(number === undefined ? [] : [number])]));

const INDICATORS =
  `产出指标|效益指标|满意度指标|成本指标|数量指标|质量指标|时效指标|社会效益指标|产出指标(50分)|培训人次|完成率|及时率|群众满意度
≥95%|≤10万元|=100|≥2.5万人次|2026年12月31日前|定性|优良中低差|≥|≤|＝|%|人次|万元|分|10|90≤x≤100|每少1次扣0.5分，扣完为止
完成得满分，否则不得分|按完成比例计分|执行率≥90%得10分|100.00%|9.5|未完成原因：无|总分|得分|—`.split(/[|\n]/);

/** Numbers as people type them, and as nobody does. */
export const NUMBERS: readonly CellValue[] = [
  ...[
    "1,234.50",
    "１，２３４．５",
    "（1.20）",
    "(1.20)",
    "－1.20",
    "12O.36",
    "l2.5",
    "12.3%",
    "¥12.00",
    "/",
    "—",
    "无",
    "0",
  ],
  ...[
    "1e308",
    "-0",
    "1.7976931348623157e309",
    "9007199254740993",
    "0x1F",
    "1.2.3",
    "￥",
    "+5",
    "1 234",
    "٣",
    "五万元",
    "½",
  ],
  ...[
    0, 1, -1, 0.1, 0.005, 1e-7, 1e-300, 5e-324, 1e15, 9007199254740991, 1e20, 1e100, 1e308, -1e308,
    1.7976931348623157e308,
  ],
  ...[45658, 2026, 20261231, 99999.99, 100, 1.005, 2.675, 0.1 + 0.2, 1 / 3, 123456789.12, -0.004],
];

export const HOSTILE_TEXTS: readonly string[] = [
  ...[
    "\u0000",
    "\ud800",
    "\udfff合计",
    "\ufffe",
    "\uffff",
    "\u200b",
    "\u202e合计",
    "\u001b[31m",
    "\r\n",
    "\t",
    " ",
    "　",
    "'",
    '"',
  ],
  ...[
    "=SUM(A1:A9)",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-2+3",
    "<b>&amp;</b>",
    "]]>",
    "&#0;",
    "_x0000_",
    "_xD800_",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "[]",
    "{}",
    "{{单位名称}}",
    "{{#项目}}",
    "{{/项目}}",
    "{{",
  ],
  ...[
    "合".repeat(400),
    "（".repeat(300),
    "1".repeat(300),
    "-".repeat(200),
    "。",
    "一。二。三。",
    "a\u0301\u0301\u0301",
    "👨‍👩‍👧‍👦合计",
  ],
  ...[
    "单位：",
    "单位：万元单位：元",
    "（）",
    "()",
    "/-/-/",
    "……",
    "合　　计",
    "合\n计",
    "%%%",
    "≥≤＝",
    "≥",
    "20262026年",
    "99999999年",
  ],
];

export const ERRORS = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#SPILL!", "", "#"] as const;

/** Excel takes no longer text. */
const LONGEST_TEXT = 32_767;

export function amount(random: Random): CellValue {
  if (random.oneIn(12)) return random.pick(NUMBERS);
  const cents = random.weighted<number>([
    [6, random.below(100_000)],
    [1, random.below(2 ** 31 - 1)],
    [1, -random.below(10_000)],
    [1, 0],
  ]);
  return random.oneIn(15) ? (cents / 100).toFixed(2) : cents / 100;
}

export const code = (random: Random): CellValue => {
  const text = random.pick(CODES);
  return random.oneIn(6) ? Number(text) || text : text;
};
export const name = (random: Random): string => random.pick(NAMES);
export const heading = (random: Random): string => random.pick(HEADINGS);
export const line = (random: Random): string => random.pick(LINES);
export const indicatorText = (random: Random): string => random.pick(INDICATORS);

export function hostileText(random: Random): string {
  if (random.oneIn(200))
    return random
      .pick(["合", "1", "（", "≥", " ", "a,", "\ud83d"])
      .repeat(LONGEST_TEXT)
      .slice(0, LONGEST_TEXT);
  const text = random.pick(HOSTILE_TEXTS);
  return random.oneIn(3) ? text + random.pick([line, heading, name])(random) : text;
}

/** Anything a cell may hold. */
export function anyValue(random: Random): CellValue {
  return random.weighted<(random: Random) => CellValue>([
    [6, amount],
    [3, code],
    [3, name],
    [4, heading],
    [4, line],
    [4, indicatorText],
    [2, (draw) => draw.pick(NUMBERS)],
    [2, hostileText],
    [1, (draw) => draw.pick([true, false])],
    [1, (draw) => ({ error: draw.pick(ERRORS) })],
  ])(random);
}
