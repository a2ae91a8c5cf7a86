import { codeName, codeParent, econMap } from "../codes";
import type { FormulaCategory } from "../formula-function";
import { PARAMETER } from "../messages";

/** Codes of the 政府收支分类科目. */
export const codes: FormulaCategory = {
  title: "科目",
  functions: [
    {
      id: "CODE_NAME",
      name: "科目名称",
      description:
        "政府收支分类科目的名称：支出功能分类（2 开头）、部门预算（3 开头）和政府预算（5 开头）支出经济分类。",
      parameters: [
        {
          name: PARAMETER.code,
          description: "科目编码，3、5 或 7 位数字，文本或数字；空白得空白",
          kind: "cells",
        },
      ],
      result: "文本；科目表中没有的编码得 #N/A",
      examples: [
        { formula: "=CODE_NAME(2011499)", result: "其他知识产权事务支出", note: "" },
        { formula: '=科目名称("30201")', result: "办公费", note: "" },
      ],
      compute: ({ cells }) => codeName(cells(0)),
    },
    {
      id: "CODE_PARENT",
      name: "上级科目",
      description: "上一级科目的编码：项的上级是款，款的上级是类。",
      parameters: [
        {
          name: PARAMETER.code,
          description: "科目编码，5 或 7 位数字，文本或数字；空白得空白",
          kind: "cells",
        },
      ],
      result: "编码，给的是数字就得数字、是文本就得文本；类级科目得 #N/A",
      examples: [
        { formula: "=CODE_PARENT(2011499)", result: 20114, note: "" },
        { formula: '=科目名称(上级科目("30201"))', result: "商品和服务支出", note: "与科目名称连用" },
      ],
      compute: ({ cells }) => codeParent(cells(0)),
    },
    {
      id: "ECON_MAP",
      name: "经济分类对照",
      description:
        "部门预算支出经济分类与政府预算支出经济分类的对应科目，两个方向都可以；对应几个科目时用“、”连接。",
      parameters: [
        {
          name: PARAMETER.code,
          description: "经济分类编码，3 位（类）或 5 位（款）数字；空白得空白",
          kind: "cells",
        },
        {
          name: PARAMETER.unitKind,
          description: "“行政”“参公”或“事业”；省略时两类单位的对应科目都列出",
          kind: "cells",
          optional: true,
        },
      ],
      result: "文本；没有对应科目得 #N/A",
      examples: [
        { formula: '=ECON_MAP(30101,"行政")', result: "50101", note: "基本工资，行政单位" },
        { formula: '=ECON_MAP(30101,"事业")', result: "50501", note: "基本工资，事业单位" },
        { formula: "=经济分类对照(30201)", result: "50201、50502", note: "办公费，两类单位" },
      ],
      compute: ({ cells }) => econMap(cells(0), cells(1)),
    },
  ],
};
