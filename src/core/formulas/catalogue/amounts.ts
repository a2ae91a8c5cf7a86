import type { FormulaCategory } from "../formula-function";
import { PARAMETER } from "../messages";
import { rmbUpper } from "../rmb-upper";
import { sumCheck } from "../sum-check";
import { toWan, toYuan } from "../ten-thousand";
import { amountDecimals } from "./parameters";

/** Sums and spellings of amounts. */
export const amounts: FormulaCategory = {
  title: "金额",
  functions: [
    {
      id: "SUM_CHECK",
      name: "合计校验",
      description:
        "合计校验：合计与明细之和一致得 0，不一致得差额（合计 − 明细之和）。各数取整造成的尾差不算不一致，与“一键检查”的判断相同。",
      parameters: [
        {
          name: PARAMETER.total,
          description: "合计数；也可为一行合计（逐列校验）或一列合计（逐行校验）",
          kind: "cells",
        },
        { name: PARAMETER.parts, description: "明细区域；空白视为没有，不能有合计数本身", kind: "cells" },
        {
          name: PARAMETER.decimals,
          description: "金额取整到几位小数，省略时为 2；要求分毫不差写 15",
          kind: "option",
          optional: true,
        },
      ],
      result: "0 或差额，与金额同单位",
      examples: [
        { formula: "=SUM_CHECK(28.5,{10;18.5})", result: 0, note: "" },
        { formula: "=SUM_CHECK(265.94,{205.24;60.71})", result: 0, note: "相差 0.01 是尾差" },
        { formula: "=SUM_CHECK(265.94,{205.24;60.71},15)", result: -0.01, note: "要求分毫不差" },
        { formula: "=合计校验(29,{10;18.5})", result: 0.5, note: "合计多 0.5" },
      ],
      compute: ({ cells, option }) => sumCheck(cells(0), cells(1), option(2)),
    },
    {
      id: "TO_WAN",
      name: "元转万元",
      description: "把以元为单位的金额换算成万元；不写小数位数时不取整。",
      parameters: [
        { name: PARAMETER.amount, description: "以元为单位的金额，单元格或区域；空白视为 0", kind: "cells" },
        amountDecimals,
      ],
      result: "万元",
      examples: [
        { formula: "=TO_WAN(13113412.35,2)", result: 1311.34, note: "" },
        { formula: "=元转万元(13113412.35)", result: 1311.341235, note: "不取整" },
      ],
      compute: ({ cells, option }) => toWan(cells(0), option(1)),
    },
    {
      id: "TO_YUAN",
      name: "万元转元",
      description: "把以万元为单位的金额换算成元；不写小数位数时不取整。",
      parameters: [
        {
          name: PARAMETER.amount,
          description: "以万元为单位的金额，单元格或区域；空白视为 0",
          kind: "cells",
        },
        amountDecimals,
      ],
      result: "元",
      examples: [{ formula: "=TO_YUAN(1311.34)", result: 13113400, note: "" }],
      compute: ({ cells, option }) => toYuan(cells(0), option(1)),
    },
    {
      id: "RMB_UPPER",
      name: "人民币大写",
      description:
        "以元为单位的金额的中文大写，先四舍五入到分。按《正确填写票据和结算凭证的基本规定》写“零”“整”，负数前加“负”。",
      parameters: [
        {
          name: PARAMETER.amount,
          description: "以元为单位的金额，单元格或区域；最大 9999 万亿，超过 15 位数字的请用文本",
          kind: "cells",
        },
        {
          name: PARAMETER.prefixed,
          description: "TRUE 在前面加“人民币”，FALSE 或省略不加",
          kind: "option",
          optional: true,
        },
      ],
      result: "文本",
      examples: [
        { formula: "=RMB_UPPER(1409.5)", result: "壹仟肆佰零玖元伍角整", note: "" },
        { formula: "=RMB_UPPER(16409.02,TRUE)", result: "人民币壹万陆仟肆佰零玖元零贰分", note: "" },
        {
          formula: "=人民币大写(TO_YUAN(1311.34))",
          result: "壹仟叁佰壹拾壹万叁仟肆佰元整",
          note: "金额以万元为单位时",
        },
      ],
      compute: ({ cells, option }) => rmbUpper(cells(0), option(1)),
    },
  ],
};
