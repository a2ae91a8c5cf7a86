import { ExcelWorkbookHost } from "../src/excel";
import { generateTables } from "../src/core/generate";
import { PAYLOAD_LIMIT_BYTES } from "../src/workbench/host/bridge";
import { openWorkbook } from "../src/workbench/host/testing";
import { largeDepartment } from "./support/large-department";
import { builtInTemplate } from "./support/round-trip";

/* Tables of a department with many projects: complete, and soon in Excel. `npm run bench:generate` has the times. */

const SIZE = { units: 2, projects: 30, indicators: 40 };
const workbook = largeDepartment(SIZE);
const { plans, missing, problems } = generateTables(workbook, {
  templates: ["hunan-budget-2026-23", "changsha-budget-2025-09"].map(builtInTemplate),
  mode: "functions",
});
const [ofUnits, ofProjects] = plans;

test("a row for every indicator of every unit and project, what is typed as typed", () => {
  expect(problems).toEqual([]);
  const names = (plan: typeof ofUnits): number =>
    plan?.cells.filter(({ value }) => typeof value === "string" && /^第\d+项/.test(value)).length ?? 0;
  expect([names(ofUnits), names(ofProjects)]).toEqual([
    SIZE.units * SIZE.indicators,
    SIZE.projects * SIZE.indicators,
  ]);
  const projects = ofProjects?.cells.flatMap(({ value }) => (/^项目\d+$/.test(String(value)) ? [value] : []));
  expect(new Set(projects).size).toBe(SIZE.projects);
});

test("nothing else is missing than what nobody has typed", () => {
  expect([...new Set(missing.map(({ item }) => item))].sort()).toEqual([
    "年度绩效目标",
    "资金总额",
    "部门职能职责描述",
  ]);
});

test("they are in Excel after three round trips", async () => {
  const { Excel, model, bridge } = openWorkbook(workbook);
  const { length } = await new ExcelWorkbookHost(Excel).addSheets(plans);
  expect(length).toBe(2);
  expect(bridge.trips.length).toBeLessThanOrEqual(3);
  for (const { requestBytes } of bridge.trips) expect(requestBytes).toBeLessThan(PAYLOAD_LIMIT_BYTES);
  const last = ofProjects?.cells.at(-1);
  expect(model.sheet(ofProjects?.name ?? "").usedRange(true)).toMatchObject({ top: 0, bottom: last?.row });
});
