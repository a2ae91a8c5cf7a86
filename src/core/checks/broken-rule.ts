import type { Finding } from "../report";
import { toA1 } from "../workbook/address";
import type { CellCheck } from "./check";

/** A rule in the sheet 勾稽规则 that cannot be used; it is told at its own row. */
export const brokenRule: CellCheck = {
  id: "broken-rule",
  title: "规则不能使用",
  severity: "warning",
  explanation:
    "工作表“勾稽规则”中看不懂的、找不到所指报表或行列的、互相循环或没有意义的规则不能使用，在它所在的行说明原因，其余规则照常核对；所用单元格不是金额的只作提示。",
  findings: ({ relations }) =>
    relations.broken.map(({ sheet, text, message, severity, ...address }): Finding => {
      const cell = toA1(address);
      const value = text === "" ? null : text;
      return {
        id: `${brokenRule.id}/${sheet}!${cell}`,
        check: brokenRule.id,
        severity,
        message,
        sheet,
        cell,
        expected: null,
        actual: value,
        difference: null,
        cells: [{ sheet, cell, role: "subject", value }],
      };
    }),
};
