import { checkWorkbook } from "../check-workbook";
import { grid, workbook } from "../../../test/support/grid";

const sheet = (rows: string): string[] =>
  checkWorkbook(
    workbook(
      grid(
        `
预算03表
支出总表
填报单位：某局 | | | | | | | 单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出
| 合计 | 5.00 | 5.00
047 | 某局 | 5.00 | 5.00
${rows}`,
        "支出总表",
      ),
    ),
  ).findings.map(({ severity, message }) => `${severity} ${message}`);

test("names of the catalogue pass, also worded a little otherwise", () => {
  expect(sheet("201 | 一般公共服务支出 | 5.00 | 5.00\n20138 | 市场监管事务 | 5.00 | 5.00")).toEqual([]);
});

test("a former name is a warning", () => {
  expect(sheet("210 | 医疗卫生与计划生育支出 | 5.00 | 5.00")).toEqual([
    "warning 《支出总表》B7 科目 210 的名称“医疗卫生与计划生育支出”是旧名称，现行名称为“卫生健康支出”，请核对所用科目年度。",
  ]);
});

test("a name that belongs to another code is a warning", () => {
  expect(sheet("208 | 教育支出 | 5.00 | 5.00")).toEqual([
    "warning 《支出总表》B7 科目 208 的名称写的是“教育支出”，科目表中该编码为“社会保障和就业支出”，请核对编码和名称。",
  ]);
});
