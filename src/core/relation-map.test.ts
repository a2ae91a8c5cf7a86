import { grid, withCell, workbook } from "../../test/support/grid";
import { acceptedDifference } from "./accepted/accepted-difference";
import { acceptedTexts } from "./accepted/kept-accepted";
import { analyseWorkbook } from "./analyse";
import { checkWorkbook } from "./check-workbook";
import { explainRelations } from "./explain-relations";
import { LISTED, relationMap, type RelationMap } from "./relation-map";
import type { WorkbookSnapshot } from "./workbook/snapshot";

/** 预算03表 and 预算07表 of a department that is paid from 一般公共预算 alone, and a rule between them. */
const book = workbook(
  grid(
    `
    预算03表
    支出总表
    | | | | 单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    501 | 甲局 | 22.00 | 11.00 | 11.00
    201 | 一般公共服务支出 | 12.00 | 6.00 | 6.00
    208 | 社会保障和就业支出 | 10.00 | 5.00 | 5.00
  `,
    "支出",
  ),
  grid(
    `
    其他事项经费表
    单位：元
    项目 | 合计 | 上半年 | 下半年
    甲 | 100.00 | 40.00 | 60.00
    乙 | 300.00 | 100.00 | 200.00
    合计 | 400.00 | 140.00 | 260.00
  `,
    "另表",
  ),
  grid(
    `
    关系 | 级别
    “支出”[甲局, 基本支出] ≥ “另表”[合计, 合计] | 错误
    “支出”[甲局, 项目支出] = “另表”[合计, 合计] | 警告
  `,
    "勾稽规则",
  ),
);

function mapOf(snapshot: WorkbookSnapshot): RelationMap {
  return relationMap(analyseWorkbook(snapshot), checkWorkbook(snapshot));
}

test("tables are nodes in the report's order, with what holds within them", () => {
  const { nodes } = mapOf(book);
  const report = checkWorkbook(book);
  expect(nodes.map(({ sheet, amounts, covered, errors }) => ({ sheet, amounts, covered, errors }))).toEqual(
    report.tables.map(({ sheet, amounts, covered }) => ({ sheet, amounts, covered, errors: 0 })),
  );
  const [spending] = nodes;
  expect(spending).toMatchObject({ sheet: "支出", unit: "万元", within: { rounding: 0, violated: 0 } });
  expect(spending?.within.holding).toBeGreaterThan(4);
  expect(spending?.within.equations).toHaveLength(spending?.within.holding ?? 0);
});

test("what spans two tables is an edge, also a relation that the user states; the violated come first", () => {
  const analysis = analyseWorkbook(book);
  const { edges } = mapOf(book);
  expect(edges).toMatchObject([{ from: 0, to: 1, holding: 1, rounding: 0, violated: 1 }]);
  const texts = explainRelations(analysis, edges[0]?.equations ?? []);
  expect(texts.map(({ title, verdict, difference }) => ({ title, verdict, difference }))).toEqual([
    { title: "自己写的勾稽规则", verdict: "violated", difference: "10.96" },
    { title: "自己写的勾稽规则", verdict: "satisfied", difference: null },
  ]);
  expect(texts[0]?.text).toBe(
    "“支出”[甲局, 项目支出] = “另表”[合计, 合计]（左边 11.00，右边 0.04，单位：万元）",
  );
});

test("a relation of the user's own that is accepted is counted apart, too", () => {
  const finding = checkWorkbook(book).findings.find(({ check }) => check === "stated-relation");
  if (finding === undefined) throw new Error("no finding");
  const record = acceptedDifference(finding, { reason: "已核对", by: "", date: "2026-01-01" });
  const { edges } = mapOf({ ...book, accepted: acceptedTexts([record]) });
  expect(edges).toMatchObject([{ holding: 1, violated: 0, accepted: 1 }]);
});

test("a mistyped amount turns equations of its table red and is counted there, until it is accepted", () => {
  const wrong = withCell(book, "支出", { row: 5, column: 3 }, 7);
  const errorsOf = ({ nodes }: RelationMap): number[] => nodes.map(({ errors }) => errors);
  const { findings } = checkWorkbook(wrong);
  const errors = findings.filter(({ severity }) => severity === "error");
  expect(errors.length).toBeGreaterThan(0);
  const map = mapOf(wrong);
  expect(errorsOf(map)).toEqual([errors.length, 0]);
  expect(map.nodes[0]?.within.violated).toBeGreaterThan(0);
  const why = { reason: "已核对", by: "", date: "2026-01-01" };
  const accepted = acceptedTexts(errors.map((finding) => acceptedDifference(finding, why)));
  const afterwards = mapOf({ ...wrong, accepted });
  expect(errorsOf(afterwards)).toEqual([0, 0]);
  // What the user has accepted is no longer red, is counted apart, and is still listed.
  const [before, after] = [map, afterwards].map(({ nodes }) => nodes[0]?.within);
  expect(after).toMatchObject({ violated: 0, accepted: before?.violated, holding: before?.holding });
  expect(before?.accepted).toBe(0);
  expect([...(after?.equations ?? [])].sort()).toEqual([...(before?.equations ?? [])].sort());
});

test("of very many equations that hold the first are listed, with the number of all", () => {
  const rows = Array.from({ length: 400 }, (_, at) => `乙${String(at)} | 3.00 | 1.00 | 2.00`).join("\n");
  const large = workbook(grid(`其他事项经费表\n单位：元\n项目 | 合计 | 上半年 | 下半年\n${rows}`));
  const [node] = mapOf(large).nodes;
  expect(node?.within.holding).toBeGreaterThanOrEqual(400);
  expect(node?.within.equations).toHaveLength(LISTED);
});

test("a sum of very many parts is told with the first", () => {
  const rows = Array.from({ length: 50 }, (_, at) => `乙${String(at)} | 1.00 | 2.00`).join("\n");
  const large = workbook(
    grid(`其他事项经费表\n单位：元\n项目 | 上半年 | 下半年\n${rows}\n合计 | 50.00 | 100.00`),
  );
  const analysis = analyseWorkbook(large);
  const [node] = mapOf(large).nodes;
  const texts = explainRelations(analysis, node?.within.equations ?? []).map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringMatching(/^《Sheet1》B54 50\.00 = .* \+ …（共 50 项）$/));
});
