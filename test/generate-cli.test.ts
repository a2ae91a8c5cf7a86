import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../src/cli/main";
import { BUILT_IN_TEMPLATES } from "../src/core/generate/templates";
import type { SheetSnapshot } from "../src/core/workbook/snapshot";
import { readXlsx, saveXlsx, writeXlsx } from "../src/xlsx";
import { casePath } from "./support/cases";

/* gouji generate, as a user runs it. */

const folder = mkdtempSync(join(tmpdir(), "gouji-generate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function generate(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/gouji.mjs", "generate", ...args], {
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

const BUDGET = casePath("hunan-budget-2026");
const path = (name: string): string => join(folder, name);
const sheetsOf = (file: string): readonly SheetSnapshot[] => readXlsx(readFileSync(file), file).sheets;
const GOALS = "预算23表 单位整体支出绩效目标表";

test("--list shows every template with its id", () => {
  const { status, out } = generate("--list");
  expect(status).toBe(0);
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(BUILT_IN_TEMPLATES.length);
  expect(lines).toContain(`hunan-budget-2026-23　${GOALS}（湖南省财政厅）`);
});

describe("a table out of the budget", () => {
  const out = path("goals.xlsx");
  const run = generate("--template", "hunan-budget-2026-23", "--from", BUDGET, "--out", out);

  test("stands behind the sheets of the workbook, with formulas and results", () => {
    expect(run.status).toBe(0);
    expect(run.out).toBe(`已写入 ${out}，新增工作表：\n  ${GOALS}（2）\n`);
    const before = sheetsOf(BUDGET);
    const after = sheetsOf(out);
    expect(after.slice(0, -1)).toEqual(before);
    const amount = after.at(-1)?.cells.find(({ row, column }) => row === 7 && column === 1);
    expect(amount).toMatchObject({ value: 1257.94, text: "1,257.94" });
    expect(amount?.formula).toMatch(/^='预算02表 收入总表'!\w+$/);
  });

  test("says what is missing, with sheet, owner, item and cells", () => {
    expect(run.err).toMatch(/^缺 \d+ 项，表中已标黄、留空：\n/);
    expect(run.err).toContain(`《${GOALS}（2）》单位“湖南省质量和标准化研究院”缺：部门职能职责描述（I8）`);
  });

  test("is not written over what is there, unless asked", () => {
    const before = readFileSync(out);
    const again = ["--template", "hunan-budget-2026-22", "--from", BUDGET, "--out", out];
    const refused = generate(...again);
    expect(refused).toMatchObject({ status: 2, out: "" });
    expect(refused.err).toContain("已存在，请另写一个文件名；确要覆盖，请加 --force");
    expect(readFileSync(out).equals(before)).toBe(true);
    expect(generate(...again, "--force").status).toBe(0);
    expect(sheetsOf(out).at(-1)?.name).toBe("预算22表 其他资金绩效目标表（2）");
  });
});

test("the workbook itself is changed only where the user insists", () => {
  const file = path("own budget.xlsx");
  writeFileSync(file, readFileSync(BUDGET));
  const call = ["--template", "hunan-budget-2026-23", "--from", file, "--out", file];
  expect(generate(...call)).toMatchObject({ status: 2, err: expect.stringContaining("是同一个文件") });
  expect(readFileSync(file).equals(readFileSync(BUDGET))).toBe(true);
  expect(generate(...call, "--force").status).toBe(0);
  expect(sheetsOf(file)).toHaveLength(sheetsOf(BUDGET).length + 1);
});

test("a workbook that is not there is named", () => {
  const call = ["--template", "hunan-budget-2026-23", "--from", "没有.xlsx", "--out", path("never.xlsx")];
  expect(generate(...call)).toEqual({
    status: 2,
    out: "",
    err: "找不到文件“没有.xlsx”，请核对路径和文件名。\n",
  });
});

test("values alone, without formulas", () => {
  const out = path("values.xlsx");
  const call = ["--template", "hunan-budget-2026-23", "--from", BUDGET, "--out", out, "--mode", "values"];
  expect(generate(...call).status).toBe(0);
  const cells = sheetsOf(out).at(-1)?.cells ?? [];
  expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
  expect(cells.find(({ row, column }) => row === 7 && column === 1)?.value).toBe(1257.94);
});

test("sheets to fill in, and the tables out of them", () => {
  const file = path("input.xlsx");
  const call = ["--template", "hunan-budget-2026-23", "--from"];
  const { status, out, err } = generate(...call, BUDGET, "--out", file, "--input");
  expect({ status, out, err }).toEqual({
    status: 0,
    out: `已写入 ${file}，新增工作表：\n  绩效指标录入\n  绩效资料录入\n`,
    err: "",
  });
  const texts = sheetsOf(file).at(-1);
  const asked = texts?.cells.find(({ value }) => value === "部门职能职责描述");
  if (asked === undefined) throw new Error("nothing is asked for");
  const typed = { row: asked.row, column: 3, content: { value: "承担标准化研究" } };
  const { bytes } = saveXlsx(new Uint8Array(readFileSync(file)), {
    sheets: [{ sheet: "绩效资料录入", cells: [typed] }],
  });
  writeFileSync(file, bytes);
  expect(generate(...call, file, "--out", path("never.xlsx"), "--input")).toMatchObject({
    status: 2,
    err: "工作簿中已有所需的录入表，没有新增，请直接在其中填写。\n",
  });
  const done = generate(...call, file, "--out", path("filled.xlsx"));
  expect(done.err).not.toContain("部门职能职责描述");
  expect(
    sheetsOf(path("filled.xlsx"))
      .at(-1)
      ?.cells.map(({ value }) => value),
  ).toContain("承担标准化研究");
});

test("what an existing table says is taken over, from this workbook or another one", () => {
  const out = path("carried.xlsx");
  const call = ["--template", "hunan-budget-2026-23", "--from", BUDGET, "--out", out, "--force"];
  expect(generate(...call, "--carry", GOALS)).toMatchObject({ status: 0, err: "" });
  const carried = sheetsOf(out)
    .at(-1)
    ?.cells.map(({ value }) => value);
  expect(generate(...call, "--carry-from", BUDGET, "--carry", GOALS).status).toBe(0);
  expect(
    sheetsOf(out)
      .at(-1)
      ?.cells.map(({ value }) => value),
  ).toEqual(carried);
  const printed = sheetsOf(BUDGET).find(({ name }) => name === GOALS)?.cells ?? [];
  const texts = printed.filter(({ value }) => typeof value === "string" && value.length > 12);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter(({ value }) => carried?.includes(value) !== true)).toEqual([]);
});

describe("a template of one's own", () => {
  const own = path("own.xlsx");

  test("begins with a built-in one, and comes out with its changes", () => {
    expect(generate("--export", "hunan-budget-2026-23", "--out", own)).toMatchObject({ status: 0, err: "" });
    const [sheet] = sheetsOf(own);
    const change = { row: 1, column: 0, content: { value: "{{年度}}年{{单位名称}}绩效目标" } };
    const { bytes } = saveXlsx(new Uint8Array(readFileSync(own)), {
      sheets: [{ sheet: sheet?.name ?? "", rename: "目标", cells: [change] }],
    });
    writeFileSync(own, bytes);
    const out = path("from own.xlsx");
    expect(generate("--template-file", own, "--from", BUDGET, "--out", out).status).toBe(0);
    const generated = sheetsOf(out).at(-1);
    expect(generated?.name).toBe("目标");
    const value = (row: number, column: number): unknown =>
      generated?.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    expect([value(1, 0), value(7, 1)]).toEqual(["2026年湖南省质量和标准化研究院绩效目标", 1257.94]);
  });

  test("has its mistakes named with sheet and cell", () => {
    const cells = ["{{单位名称}}", "{{#指标}}{{三级指标}}"].map((value, row) => ({
      row,
      column: 0,
      content: { value },
    }));
    writeFileSync(path("wrong.xlsx"), writeXlsx({ sheets: [{ name: "附表", cells }] }));
    const out = path("never.xlsx");
    const { status, err } = generate("--template-file", path("wrong.xlsx"), "--from", BUDGET, "--out", out);
    expect(status).toBe(2);
    expect(err).toMatch(/^模板“附表”的 A2：“\{\{#指标\}\}”没有结尾/);
    expect(() => readFileSync(out)).toThrow("ENOENT");
  });
});

test.each([
  [[], "没有指定模板"],
  [["--template", "hunan-budget-2026-23"], "没有指定取数的工作簿"],
  [["--template", "hunan-budget-2026-23", "--from", BUDGET], "没有指定写到哪里"],
  [["--template", "hunan-budget-2026-32", "--from", BUDGET, "--out", "x.xlsx"], "是不是“hunan-budget-2026-2"],
  [
    ["--template", "hunan-budget-2026-23", "--from", BUDGET, "--out", "x.xlsx", "--mode", "functions"],
    "不能用自定义函数",
  ],
  [
    ["--template", "hunan-budget-2026-23", "--from", BUDGET, "--out", "x.xlsx", "--carry", "预算25表"],
    "没有工作表“预算25表”",
  ],
  [
    ["--template", "hunan-budget-2026-22", "--from", BUDGET, "--out", "x.xlsx", "--project", "没有的项目"],
    "没有项目“没有的项目”",
  ],
])("unusable: %j", async (args, words) => {
  // Within this process: starting the program ten times over would take longer than all else.
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    expect(await main(["generate", ...args])).toBe(2);
    expect(out).not.toHaveBeenCalled();
    expect(err.mock.calls.map(([line]) => line).join("")).toContain(words);
  } finally {
    err.mockRestore();
    out.mockRestore();
  }
});
