import { analyseWorkbook } from "../src/core/analyse";
import { checkWorkbook } from "../src/core/check-workbook";
import { explainRelations } from "../src/core/explain-relations";
import { relationMap, type Relations } from "../src/core/relation-map";
import type { WorkbookSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";
import { withCell } from "./support/grid";

/* The relation map of real workbooks. */

const budget = readCase("hunan-budget-2026");

function read(snapshot: WorkbookSnapshot) {
  const analysis = analyseWorkbook(snapshot);
  const report = checkWorkbook(snapshot);
  return { analysis, report, map: relationMap(analysis, report) };
}

const count = ({ holding, rounding, violated }: Relations): number => holding + rounding + violated;
const sum = (numbers: readonly number[]): number => numbers.reduce((rest, number) => rest + number, 0);

test("Hunan: all tables and all equations are on it, and the known ways between tables hold", () => {
  const { map, report } = read(budget);
  expect(map.nodes.map(({ number }) => number)).toEqual(
    Array.from({ length: 23 }, (_, at) => `预算${String(at + 1).padStart(2, "0")}表`),
  );
  // An equation over three tables stands on two edges.
  const all = [...map.nodes.map(({ within }) => within), ...map.edges];
  expect(sum(all.map(count))).toBeGreaterThanOrEqual(report.summary.equations);
  expect(sum(all.map(({ violated }) => violated))).toBe(0);
  const edges = map.edges.map(({ from, to }) => `${String(from + 1)}–${String(to + 1)}`);
  // 收支平衡; 03 = 07 + …; 07 = 08 + 10 + 12; 政府 and 部门 economic classes; 23 = 21 + 22, which the family states.
  for (const edge of ["1–2", "1–3", "3–7", "7–8", "7–10", "7–12", "8–9", "10–11", "12–13", "21–23", "22–23"])
    expect(edges).toContain(edge);
});

test("every equation listed spans just the tables of its edge, or no other than its own", () => {
  const { map, analysis } = read(budget);
  const numbers = new Set(map.edges.flatMap(({ equations }) => equations));
  for (const { within } of map.nodes) for (const at of within.equations) expect(numbers.has(at)).toBe(false);
  for (const edge of map.edges) {
    const texts = explainRelations(analysis, edge.equations);
    expect(texts).toHaveLength(count(edge));
    for (const end of [edge.from, edge.to]) {
      const name = map.nodes[end]?.number ?? "";
      expect(texts.filter(({ text }) => !text.includes(name))).toEqual([]);
    }
  }
});

test("a wrong total turns red the ways that lead to its table, and no others", () => {
  const { map } = read(withCell(budget, "预算03表", { row: 4, column: 4 }, 365.94));
  const red = map.edges.filter(({ violated }) => violated > 0);
  expect(red.length).toBeGreaterThan(0);
  expect(red.filter(({ from, to }) => from !== 2 && to !== 2)).toEqual([]);
  expect(map.nodes[2]?.errors).toBeGreaterThan(0);
});

test("plain data, the same from run to run", () => {
  const { map } = read(readCase("changsha-budget-2025"));
  expect(structuredClone(map)).toEqual(map);
  expect(JSON.parse(JSON.stringify(map))).toEqual(map);
  expect(read(readCase("changsha-budget-2025")).map).toEqual(map);
});

test("the parts of a table under one title are one table, and what spans them stands within it", () => {
  const { map, report } = read(readCase("jiangsu-goals-2023"));
  expect(map.nodes).toHaveLength(9);
  expect(sum(map.nodes.map(({ amounts }) => amounts))).toBe(sum(report.tables.map(({ amounts }) => amounts)));
  // The table of the department with each of its eight projects, and nothing else.
  expect(map.edges.map(({ from, to }) => `${String(from)}–${String(to)}`)).toEqual(
    Array.from({ length: 8 }, (_, at) => `0–${String(at + 1)}`),
  );
});
