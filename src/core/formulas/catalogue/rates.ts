import { changeRate } from "../change-rate";
import { controlRate } from "../control-rate";
import { execRate } from "../exec-rate";
import { execScore } from "../exec-score";
import type { FormulaCategory } from "../formula-function";
import { PARAMETER } from "../messages";
import { scoreDeviation } from "../score-deviation";
import { share } from "../share";
import { rateDecimals, scoreDecimals } from "./parameters";

/** Rates of amounts, and scores by them. */
export const rates: FormulaCategory = {
  title: "比率与得分",
  functions: [
    {
      id: "EXEC_RATE",
      name: "执行率",
      description: "预算执行率：执行数 ÷ 预算数，四舍五入，默认保留 4 位小数（0.9554 即 95.54%）。",
      parameters: [
        {
          name: PARAMETER.executed,
          description: "已执行的金额，单元格或区域；空白视为 0，可为带千分位的文本数字",
          kind: "cells",
        },
        {
          name: PARAMETER.budget,
          description: "全年预算数，单元格或与执行数大小相同的区域；空白或 0 得 #DIV/0!",
          kind: "cells",
        },
        rateDecimals,
      ],
      result: "比率，设成百分比格式即显示为 95.54%",
      examples: [
        { formula: "=EXEC_RATE(31610.23,33085)", result: 0.9554, note: "" },
        { formula: '=执行率("31,610.23",33085,2)', result: 0.96, note: "文本数字也可以" },
      ],
      compute: ({ cells, option }) => execRate(cells(0), cells(1), option(2)),
    },
    {
      id: "EXEC_SCORE",
      name: "执行得分",
      description: "预算执行得分：分值 × 执行率，最多得满分，最少得 0 分，四舍五入或截去尾数。",
      parameters: [
        { name: PARAMETER.weight, description: "预算执行的分值（满分），空白视为 0", kind: "cells" },
        {
          name: PARAMETER.rate,
          description: "执行率，小数或带 % 的文本（0.9554 或 95.54%）；大于 10 的视为漏了百分号，得 #NUM!",
          kind: "cells",
        },
        scoreDecimals,
        {
          name: PARAMETER.cut,
          description: "TRUE 截去多余的小数，FALSE 或省略四舍五入",
          kind: "option",
          optional: true,
        },
      ],
      result: "分数",
      examples: [
        { formula: "=EXEC_SCORE(10,0.9554)", result: 9.55, note: "" },
        { formula: '=EXEC_SCORE(10,"96.45%",2,TRUE)', result: 9.64, note: "截去尾数；四舍五入为 9.65" },
        { formula: "=执行得分(10,1.2)", result: 10, note: "不超过满分" },
      ],
      compute: ({ cells, option }) => execScore(cells(0), cells(1), option(2), option(3)),
    },
    {
      id: "SCORE_DEVIATION",
      name: "得分偏差",
      description: "得分偏差：得分 − 分值；“相对”为 TRUE 时为（得分 − 分值）÷ 分值。",
      parameters: [
        {
          name: PARAMETER.weight,
          description: "指标的分值（满分），单元格或区域；空白视为 0",
          kind: "cells",
        },
        {
          name: PARAMETER.score,
          description: "指标的得分，单元格或与分值大小相同的区域；空白视为 0",
          kind: "cells",
        },
        {
          name: PARAMETER.relative,
          description: "TRUE 得相对偏差（比率），FALSE 或省略得相差的分数",
          kind: "option",
          optional: true,
        },
      ],
      result: "分数，或不取整的比率；失分为负",
      examples: [
        { formula: "=SCORE_DEVIATION(10,9.55)", result: -0.45, note: "" },
        { formula: "=得分偏差(10,9.55,TRUE)", result: -0.045, note: "失分 4.5%" },
      ],
      compute: ({ cells, option }) => scoreDeviation(cells(0), cells(1), option(2)),
    },
    {
      id: "CONTROL_RATE",
      name: "控制率",
      description:
        "控制率：实际数 ÷ 控制数，如在职人数 ÷ 编制数、实际规模 ÷ 批复规模、“三公”决算数 ÷ 预算数。",
      parameters: [
        {
          name: PARAMETER.inFact,
          description: "实际发生的数，单元格或区域；空白视为 0",
          kind: "cells",
        },
        {
          name: PARAMETER.limit,
          description: "编制数、批复数、概算数等上限，单元格或大小相同的区域；空白或 0 得 #DIV/0!",
          kind: "cells",
        },
        rateDecimals,
      ],
      result: "比率，不超过 1 为控制住",
      examples: [{ formula: "=CONTROL_RATE(55,66)", result: 0.8333, note: "在职 55 人，编制 66 人" }],
      compute: ({ cells, option }) => controlRate(cells(0), cells(1), option(2)),
    },
    {
      id: "CHANGE_RATE",
      name: "增减率",
      description: "增减率：（本期数 − 上期数）÷ 上期数，减少为负。",
      parameters: [
        { name: PARAMETER.present, description: "本年、本期的数，单元格或区域；空白视为 0", kind: "cells" },
        {
          name: PARAMETER.former,
          description: "上年、上期的数，单元格或大小相同的区域；空白或 0 得 #DIV/0!，负数得 #NUM!",
          kind: "cells",
        },
        rateDecimals,
      ],
      result: "比率",
      examples: [{ formula: "=CHANGE_RATE(36.16,51)", result: -0.291, note: "“三公”经费下降 29.10%" }],
      compute: ({ cells, option }) => changeRate(cells(0), cells(1), option(2)),
    },
    {
      id: "SHARE",
      name: "占比率",
      description: "占比：部分 ÷ 总计。",
      parameters: [
        { name: PARAMETER.part, description: "部分的金额，单元格或区域；空白视为 0", kind: "cells" },
        {
          name: PARAMETER.whole,
          description: "总计，单元格或大小相同的区域；空白或 0 得 #DIV/0!",
          kind: "cells",
        },
        rateDecimals,
      ],
      result: "比率",
      examples: [{ formula: "=SHARE(265.94,1311.34)", result: 0.2028, note: "项目支出占 20.28%" }],
      compute: ({ cells, option }) => share(cells(0), cells(1), option(2)),
    },
  ],
};
