import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findWorkbooks, isMany } from "./find-workbooks";

const folder = mkdtempSync(join(tmpdir(), "gouji-find-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES = [
  "单位10/预算.xlsx",
  "单位2/预算.XLSX",
  "单位2/下级/绩效.xlsm",
  "单位2/旧.xls",
  "单位2/wps.et",
  "单位2/~$预算.XLSX",
  "单位2/.隐藏.xlsx",
  "单位2/说明.docx",
  ".git/预算.xlsx",
  "总[2026].xlsx",
];
for (const name of FILES) {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), "x");
}
symlinkSync(folder, join(folder, "单位2", "回去"));

const IN_FOLDER = [
  "单位2/下级/绩效.xlsm",
  "单位2/预算.XLSX",
  "单位2/旧.xls",
  "单位2/wps.et",
  "单位10/预算.xlsx",
];

async function found(...args: readonly string[]): Promise<readonly string[]> {
  const files = await findWorkbooks(args.map((arg) => join(folder, arg)));
  return files.map(({ path }) => relative(folder, path).replaceAll("\\", "/"));
}

test("a folder: all workbooks below, also those that will be refused; no locks, no hidden ones, no way in circles", async () => {
  const names = await found("");
  expect(names.toSorted()).toEqual([...IN_FOLDER, "总[2026].xlsx"].toSorted());
  // 2 before 10.
  expect(names.indexOf("单位2/预算.XLSX")).toBeLessThan(names.indexOf("单位10/预算.xlsx"));
});

test("a pattern, and a name that only looks like one", async () => {
  expect(await found("单位*/*.{xlsx,XLSX}")).toEqual(["单位2/预算.XLSX", "单位10/预算.xlsx"]);
  expect(await found("总[2026].xlsx")).toEqual(["总[2026].xlsx"]);
  expect(await isMany(join(folder, "总[2026].xlsx"))).toBe(false);
  expect(await isMany(join(folder, "*.xlsx"))).toBe(true);
  expect(await isMany(folder)).toBe(true);
  expect(await isMany(join(folder, "没有.xlsx"))).toBe(false);
});

test("what is named twice is there once; size and moment of the last change come along", async () => {
  expect(await found("单位10", "单位10/预算.xlsx", "单位10/../单位10/*.xlsx")).toEqual(["单位10/预算.xlsx"]);
  const [file] = await findWorkbooks([join(folder, "单位10")]);
  expect(file).toMatchObject({ size: 1, problem: null, modified: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test("what is not there, and a pattern without a match, are told", async () => {
  const files = await findWorkbooks([join(folder, "没有.xlsx"), join(folder, "没有*.xlsx")]);
  expect(files.map(({ problem }) => problem)).toEqual([
    expect.stringMatching(/^找不到文件“.*没有\.xlsx”/),
    expect.stringMatching(/^没有与“.*没有\*\.xlsx”相符的文件/),
  ]);
});

// The superuser may read everything.
(process.getuid?.() === 0 ? test.skip : test)("a folder that may not be read is told", async () => {
  const closed = join(folder, "封闭");
  mkdirSync(closed);
  chmodSync(closed, 0);
  const files = await findWorkbooks([folder]);
  chmodSync(closed, 0o700);
  expect(files.map(({ problem }) => problem)).toContainEqual(expect.stringContaining("没有读取文件夹"));
});
