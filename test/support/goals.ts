import { checkWorkbook } from "../../src/core/check-workbook";
import type { SheetSnapshot } from "../../src/core/workbook/snapshot";
import { grid, workbook } from "./grid";

/** Goals of a unit or project, drawn. */
interface Goals {
  /** A project's name; of one project “业务经费” unless said otherwise. */
  readonly owner?: string;
  /** 万元. */
  readonly money?: string;
  /** 年度绩效目标. */
  readonly goal?: string;
  /** Lines of indicators: 一级指标 | 二级指标 | 三级指标 | 指标值类型 | 指标值 | 计量单位 | 指标解释. Levels left out are those above. */
  readonly lines: string;
}

/**
 * 预算22表 其他资金绩效目标表 of 某院: a line of indicators begins in column E with 一级指标; G name, H operator, I target, J unit,
 * K explanation; C 资金总额, D goal. The first line of the first project is row 6.
 */
export function projectGoals(...projects: readonly Goals[]): SheetSnapshot {
  const lines = projects.flatMap(({ owner = "业务经费", money = "100.00", goal = "", lines }) =>
    linesOf(lines).map((line, at) =>
      at === 0 ? `| ${owner} | ${money} | ${goal} | ${line}` : `| | | | ${line}`,
    ),
  );
  return grid(
    `
其他资金绩效目标表
047007-某院 | | | | | | | | | | | | 金额单位：万元
单位代码 | 单位（其他资金）名称 | 资金总额 | 年度绩效目标 | 绩效指标
| | | | 一级指标 | 二级指标 | 三级指标 | 指标值类型 | 指标值 | 计量单位 | 指标解释 | 评（扣）分标准 | 备注
047007 | 某院 | 100.00
${lines.join("\n")}`,
    "预算22表",
  );
}

/**
 * 预算23表 单位整体支出绩效目标表 of 某院: B 资金总额, G 基本支出, H 项目支出, J goal, from K on as above: M name, N operator, O target, P unit,
 * Q explanation. The first line is row 6.
 */
export function wholeGoals({ goal = "", lines }: Pick<Goals, "goal" | "lines">): SheetSnapshot {
  const [first = "", ...rest] = linesOf(lines);
  return grid(
    `
单位整体支出绩效目标表
填报单位：某院 | | | | | | | | | | | | | | | | | | 金额单位：万元
单位名称 | 年度预算申请 | | | | | | | 部门职能职责描述 | 整体绩效目标 | 绩效指标
| 资金总额 | 一般公共预算 | 政府性基金拨款 | 财政专户管理资金 | 其他资金 | 基本支出 | 项目支出 | | | 一级指标 | 二级指标 | 三级指标 | 指标值类型 | 指标值 | 计量单位 | 指标解释 | 评（扣）分标准 | 备注
合计： | 1257.94 | 1257.94 | | | | 1045.40 | 212.54
某院 | 1257.94 | 1257.94 | | | | 1045.40 | 212.54 | | ${goal} | ${first}
${rest.map((line) => `${"| ".repeat(10)}${line}`).join("\n")}`,
    "预算23表",
  );
}

/**
 * 江苏省省级项目预算绩效目标表: lines are 一级指标 | 二级指标 | 三级指标 | 半年指标值 | 全年指标值 in columns A–E, the first in row 8; D5
 * is 资金总额. `goal` stands in B6.
 */
export function halfYearGoals({ money = "100.00", goal = "", lines }: Goals): SheetSnapshot {
  return grid(
    `
江苏省省级项目预算绩效目标表
2023年度
项目名称 | 业务经费 | | 实施单位 | 某院
项目资金(万元) | 收入 | | 全年(程)预算数
 | | 资金总额 | ${money}
年度目标 | ${goal}
一级指标 | 二级指标 | 三级指标 | 半年(程)指标值 | 全年(程)指标值
${linesOf(lines).join("\n")}`,
    "业务经费",
  );
}

/** The findings of one check, each as “severity cell message”; cells of other sheets than the first with their sheet. */
export function goalFindings(check: string, ...sheets: readonly SheetSnapshot[]): string[] {
  return checkWorkbook(workbook(...sheets))
    .findings.filter((finding) => finding.check === check)
    .map(({ severity, cell, message }) => `${severity} ${cell} ${message}`);
}

function linesOf(drawing: string): string[] {
  return drawing
    .trim()
    .split("\n")
    .map((line) => line.trim());
}
