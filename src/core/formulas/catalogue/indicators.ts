import type { FormulaCategory, FormulaParameter } from "../formula-function";
import { PARAMETER } from "../messages";
import { periodDue } from "../period-due";
import { targetDeviation } from "../target-deviation";
import { targetMet } from "../target-met";
import { targetScore } from "../target-score";
import { rateDecimals, scoreDecimals } from "./parameters";

const target: FormulaParameter = {
  name: PARAMETER.target,
  description: "年度指标值，如“≥95%”“≤30万元”“2次”“2026年12月31日前”，文本或数字",
  kind: "cells",
};
const actual: FormulaParameter = {
  name: PARAMETER.actual,
  description: "实际完成值，文本或数字；目标带“%”时，不大于 1 的数字按比率（0.96 即 96%）",
  kind: "cells",
};

/** Performance indicators: target against actual value. */
export const indicators: FormulaCategory = {
  title: "绩效指标",
  functions: [
    {
      id: "TARGET_MET",
      name: "是否达标",
      description:
        "实际值达到目标值得 TRUE，未达到得 FALSE，不能判断得 #N/A。单位自动换算；目标没有比较符号时，金额、时间按不高于，其余按不低于。",
      parameters: [target, actual],
      result: "TRUE 或 FALSE",
      examples: [
        { formula: '=TARGET_MET("≥2.5万人次","26710人次")', result: true, note: "单位自动换算" },
        { formula: '=TARGET_MET("≥95%",0.94)', result: false, note: "显示为 94% 的单元格，值是 0.94" },
        { formula: '=是否达标("≤30万元","28.5万元")', result: true, note: "" },
      ],
      compute: ({ cells }) => targetMet(cells(0), cells(1)),
    },
    {
      id: "TARGET_DEVIATION",
      name: "指标偏差率",
      description:
        "指标偏差率：（实际值 − 目标值）÷ 目标值，超过目标为正。目标是区间时与较近的一端比，在区间内为 0。",
      parameters: [target, actual, rateDecimals],
      result: "比率；超过 ±30% 一般要说明偏差原因",
      examples: [
        { formula: '=TARGET_DEVIATION("≥300次","400次")', result: 0.3333, note: "超过三成，应说明原因" },
        { formula: '=指标偏差率("≥5%","25.29%")', result: 4.058, note: "" },
      ],
      compute: ({ cells, option }) => targetDeviation(cells(0), cells(1), option(2)),
    },
    {
      id: "TARGET_SCORE",
      name: "指标得分",
      description:
        "按评分标准由目标值、实际值算出得分，在 0 与分值之间。没有评分标准时达标得满分；评分标准不能由实际值算出时得 #N/A。",
      parameters: [
        target,
        actual,
        {
          name: PARAMETER.weight,
          description: "指标的分值（满分）；空白时用评分标准里的“共几分”",
          kind: "cells",
        },
        {
          name: PARAMETER.rule,
          description: "评（扣）分标准，如“每少1次扣0.5分，扣完为止”；可省略",
          kind: "cells",
          optional: true,
        },
        scoreDecimals,
      ],
      result: "分数",
      examples: [
        {
          formula: '=TARGET_SCORE("≥10次","8次",5,"每少1次扣0.5分，扣完为止")',
          result: 4,
          note: "少 2 次，扣 1 分",
        },
        { formula: '=指标得分("≥95%","96%",10)', result: 10, note: "没有评分标准，达标得满分" },
      ],
      compute: ({ cells, option }) => targetScore(cells(0), cells(1), cells(2), cells(3), option(4)),
    },
    {
      id: "PERIOD_DUE",
      name: "时限达成",
      description: "实际时间不晚于目标时间得 TRUE，晚于得 FALSE，不能判断得 #N/A。",
      parameters: [
        {
          name: PARAMETER.dueDate,
          description: "要求完成的时间，如“2026年12月31日前”“12月底”“每月15日前”，或日期格式的单元格",
          kind: "cells",
        },
        { name: PARAMETER.doneDate, description: "实际完成的时间，写法同上", kind: "cells" },
        {
          name: PARAMETER.year,
          description: "没有写年份的日期所在的年度，省略时两个日期算同一年",
          kind: "option",
          optional: true,
        },
      ],
      result: "TRUE 或 FALSE",
      examples: [
        { formula: '=PERIOD_DUE("2026年12月31日前","2026年11月20日")', result: true, note: "" },
        { formula: '=时限达成("6月底","2026年7月3日",2026)', result: false, note: "" },
      ],
      compute: ({ cells, option }) => periodDue(cells(0), cells(1), option(2)),
    },
  ],
};
