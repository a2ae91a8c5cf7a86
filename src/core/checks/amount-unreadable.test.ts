import { grid, typed, workbook } from "../../../test/support/grid";
import { checkWorkbook } from "../check-workbook";
import type { Finding } from "../report";
import type { CellValue, WorkbookSnapshot } from "../workbook/snapshot";

const TABLE = grid(
  `
预算03表
支出总表
填报单位：某局 | | | | | | | 单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 事业单位经营支出 | 上缴上级支出 | 对附属单位补助支出
| 合计 | 5.00 | 4.00 | 1.00
047 | 某局 | 5.00 | 4.00 | 1.00
201 | 一般公共服务支出 | 5.00 | 4.00 | 1.00
20138 | 市场监督管理事务 | 5.00 | 4.00 | 1.00
2013801 | 行政运行 | 4.00 | 4.00
2013808 | 信息化建设 | 1.00 | | 1.00
`,
  "支出总表",
);

/** A table whose form nobody knows. */
const UNKNOWN = grid(
  `
某市项目支出表 |
              | 单位：万元
项目          | 预算数
合计          | 90.00
甲项目        | 10.50
乙项目        | 49.50
丙项目        | 12.00
丁项目        | 18.00
`,
  "表一",
);

function unreadable(book: WorkbookSnapshot): readonly Finding[] {
  return checkWorkbook(book).findings.filter(({ check }) => check === "amount-unreadable");
}

test("amounts, blanks and marks for none can be read", () => {
  expect(unreadable(workbook(TABLE))).toEqual([]);
  for (const mark of ["/", "—", "无", "4.00", "4．00", "￥4.00"]) {
    expect(unreadable(typed(workbook(TABLE), TABLE.name, "D9", mark))).toEqual([]);
  }
});

test.each<[value: CellValue, actual: string, said: string]>([
  ["  待定 ", "待定", "写的是“待定”，不是金额，凡用到它的合计都无法核对，请改为数字。"],
  ["4.O0", "4.O0", "写的是“4.O0”，不是数字，可能应为 4.00，请改正。"],
  [{ error: "#REF!" }, "#REF!", "是错误值 #REF!，凡用到它的合计都无法核对，请先改正公式。"],
  [true, "true", "写的是“true”，不是金额"],
])("%j is told at its cell, with what the sums leave for it", (value, actual, said) => {
  const [finding, ...others] = unreadable(typed(workbook(TABLE), TABLE.name, "D9", value));
  expect(others).toEqual([]);
  expect(finding).toEqual({
    id: "amount-unreadable/支出总表!D9",
    check: "amount-unreadable",
    severity: "error",
    message: expect.stringContaining(said) as string,
    sheet: "支出总表",
    cell: "D9",
    expected: "4.00",
    actual,
    difference: null,
    cells: [{ sheet: "支出总表", cell: "D9", role: "subject", value: actual }],
  });
  expect(finding?.message.startsWith("《支出总表》D9“行政运行 · 基本支出”")).toBe(true);
  expect(finding?.message.endsWith("按有关合计和其他表推算，应为 4.00。")).toBe(true);
});

test("a number that no budget has, a formula that was never computed", () => {
  const [large] = unreadable(typed(workbook(TABLE), TABLE.name, "D9", 4e15));
  expect(large).toMatchObject({ cell: "D9", actual: "4000000000000000" });
  expect(large?.message).toContain("大");
  const cells = TABLE.cells.map((cell) =>
    cell.row === 8 && cell.column === 3 ? { ...cell, value: "", text: "", formula: "=SUM(A1:A2)" } : cell,
  );
  const [formula] = unreadable(workbook({ ...TABLE, cells }));
  expect(formula).toMatchObject({ cell: "D9", actual: null, cells: [{ value: null }] });
  expect(formula?.message).toContain("公式");
});

test("in a table of no known form a text may be a remark; what looks like an amount is not", () => {
  expect(unreadable(typed(workbook(UNKNOWN), UNKNOWN.name, "B5", "待定"))).toEqual([]);
  expect(unreadable(typed(workbook(UNKNOWN), UNKNOWN.name, "B5", "10.5O"))).toMatchObject([
    { cell: "B5", expected: "10.50" },
  ]);
  expect(unreadable(typed(workbook(UNKNOWN), UNKNOWN.name, "B5", { error: "#N/A" }))).toMatchObject([
    { cell: "B5" },
  ]);
});
