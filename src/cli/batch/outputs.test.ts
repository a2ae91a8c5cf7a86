import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findWorkbooks } from "./find-workbooks";
import { limitsOf, type BatchCommandOptions } from "./options";
import { outputProblem, writeSummary } from "./outputs";

const folder = mkdtempSync(join(tmpdir(), "gouji-outputs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const OPTIONS: BatchCommandOptions = {
  json: false,
  precision: "nearest",
  forms: [],
  report: null,
  resume: false,
  force: false,
  quiet: false,
};

beforeAll(async () => {
  for (const name of ["预算.xlsx", "别的.xlsx", "结果.jsonl"]) writeFileSync(at(name), "x");
  await writeSummary(at("汇总.xlsx"), [], { date: "2026-03-31", version: "0.1.0", left: 0 });
});

test.each<[string, Partial<BatchCommandOptions>, RegExp | null]>([
  ["new files", { summary: at("新.xlsx"), jsonl: at("新.jsonl") }, null],
  ["a summary over another file", { summary: at("别的.xlsx") }, /已经存在，没有覆盖.*--force/],
  ["… by force", { summary: at("别的.xlsx"), force: true }, null],
  ["a summary over a workbook to be checked", { summary: at("预算.xlsx"), force: true }, /是要核对的工作簿/],
  ["lines over a workbook to be checked", { jsonl: at("预算.xlsx"), force: true }, /是要核对的工作簿/],
  ["a summary over an earlier one, anew", { summary: at("汇总.xlsx") }, /已经存在，没有覆盖/],
  [
    "… going on, though it lies among the workbooks",
    { summary: at("汇总.xlsx"), jsonl: at("结果.jsonl"), resume: true },
    null,
  ],
  [
    "… going on over another file",
    { summary: at("别的.xlsx"), jsonl: at("新.jsonl"), resume: true },
    /没有覆盖/,
  ],
  ["lines that are there", { jsonl: at("结果.jsonl") }, /加 --resume/],
  ["going on with nothing", { resume: true }, /--jsonl/],
  ["both in one file", { summary: at("新.xlsx"), jsonl: at("新.xlsx") }, /不能是同一个文件/],
  ["a summary of another kind", { summary: at("新.csv") }, /请改以 \.xlsx 结尾/],
])("%s", async (_what, options, sentence) => {
  const files = await findWorkbooks([at("预算.xlsx"), at("汇总.xlsx")]);
  const problem = outputProblem({ ...OPTIONS, ...options }, files);
  if (sentence === null) expect(problem).toBeNull();
  else expect(problem).toMatch(sentence);
});

test("a summary that cannot be written leaves what was there", async () => {
  const head = { date: "2026-03-31", version: "0.1.0", left: 0 };
  await expect(writeSummary(join(folder, "没有", "汇总.xlsx"), [], head)).rejects.toThrow("ENOENT");
  expect(readFileSync(at("别的.xlsx"), "utf8")).toBe("x");
});

test("limits are numbers above 0", () => {
  expect(limitsOf({ ...OPTIONS, jobs: "3", memory: "900", timeout: "0.5" })).toEqual({
    jobs: 3,
    memory: 900,
    timeout: 0.5,
  });
  for (const wrong of [{ jobs: "两个" }, { jobs: "0" }, { memory: "-1" }, { timeout: "" }])
    expect(limitsOf({ ...OPTIONS, ...wrong })).toMatch(/应为大于 0 的数/);
});
