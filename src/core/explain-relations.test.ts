import { grid, workbook } from "../../test/support/grid";
import { analyseWorkbook } from "./analyse";
import { explainRelations, type RelationEquation } from "./explain-relations";

const book = workbook(
  grid(
    `
    其他事项经费表
    单位：元
    项目 | 合计 | 上半年 | 下半年
    甲 | 100.00 | 40.00 | 60.00
    乙 | 300.00 | 100.00 | 200.00
    合计 | 400.00 | 141.00 | 260.00
  `,
    "另表",
  ),
  grid(
    `
    关系 | 级别
    “另表”[甲, 上半年] ≥ “另表”[乙, 下半年] | 错误
  `,
    "勾稽规则",
  ),
);

/** “另表 B5 301.00 = 另表 C5 100.00 + 另表 D5 200.00 violated” */
function told({ sign, cells, more, verdict }: RelationEquation): string {
  const [total = "", ...parts] = cells.map(({ sheet, cell, value }) => `${sheet} ${cell} ${value ?? "—"}`);
  const rest = more === 0 ? "" : ` +${String(more)}`;
  return `${total} ${sign ?? "stated"} ${parts.join(" + ")}${rest} ${verdict}`;
}

function all(analysis = analyseWorkbook(book)): string[] {
  const count = analysis.equations.count + analysis.context.relations.judged.length;
  return explainRelations(
    analysis,
    Array.from({ length: count }, (_, at) => at),
  ).map(told);
}

test("an equation comes with its cells, the total first, and their amounts", () => {
  expect(all()).toContain("另表 B6 400.00 = 另表 B4 100.00 + 另表 B5 300.00 satisfied");
  expect(all()).toContain("另表 C6 141.00 = 另表 C4 40.00 + 另表 C5 100.00 violated");
});

test("a stated relation comes with the cells of both sides, and is told as written", () => {
  expect(all()).toContain("另表 C4 40.00 stated 另表 D5 200.00 violated");
});

test("of a long sum the first parts are listed and the others counted", () => {
  const rows = Array.from({ length: 40 }, (_, at) => `项目${String(at + 1)} | 1.00`).join("\n");
  const long = workbook(grid(`其他事项经费表\n单位：元\n项目 | 金额\n${rows}\n合计 | 40.00`, "另表"));
  const [sum] = explainRelations(analyseWorkbook(long), [0]);
  expect(sum?.cells).toHaveLength(31);
  expect(sum?.more).toBe(10);
  expect(sum?.text).toContain("…（共 40 项）");
});
