import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CheckReport } from "../src/core/report";
import { casePath } from "./support/cases";

/* The command line as a user runs it. */

const folder = mkdtempSync(join(tmpdir(), "gouji-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function gouji(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/gouji.mjs", ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, out: stdout, err: stderr };
}

/** A file with the given content; gives its path. */
function file(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The sample with one cell of a sheet's XML replaced. */
function sampleWith(name: string, part: string, from: string, to: string): string {
  const parts = unzipSync(readFileSync(casePath("hunan-budget-2026")));
  const xml = strFromU8(parts[part] ?? new Uint8Array());
  if (!xml.includes(from)) throw new Error(`${part} has no ${from}`);
  return file(name, zipSync({ ...parts, [part]: strToU8(xml.replace(from, to)) }));
}

test("a clean workbook: Chinese summary, tables and findings, status 0", () => {
  const { status, out, err } = gouji("check", casePath("hunan-budget-2026"));
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toContain("✓ 预算03表 支出总表　金额 57 个（万元），已归类 57，已核对 57");
  expect(out).toContain("✓ 预算15表 政府性基金预算支出表　空表");
  expect(out).toContain("错误 0 处，尾差 10 处");
  expect(out).toContain("[尾差] 《预算01表》F10“项目支出”为 265.94");
});

test("--json prints the report and nothing else", () => {
  const { status, out, err } = gouji("check", casePath("hunan-budget-2026"), "--json");
  const report = JSON.parse(out) as CheckReport;
  expect({ status, err, version: report.version, file: report.file }).toEqual({
    status: 0,
    err: "",
    version: 1,
    file: "hunan-budget-2026.xlsx",
  });
  expect(report.tables).toHaveLength(23);
});

test("a wrong amount: status 1, sheet and cell named", () => {
  const path = sampleWith("wrong.xlsx", "xl/worksheets/sheet3.xml", "<v>120.36</v>", "<v>210.36</v>");
  const { status, out } = gouji("check", path);
  expect(status).toBe(1);
  expect(out).toContain("[错误] 《预算03表》C12“信息化建设 · 合计”为 210.36");
});

test("a letter in an amount: named with the number meant, the rest still checked", () => {
  const path = sampleWith(
    "letter.xlsx",
    "xl/worksheets/sheet3.xml",
    'n"><v>120.36</v>',
    'inlineStr"><is><t>12O.36</t></is>',
  );
  const { status, out } = gouji("check", path);
  expect(status).toBe(1);
  expect(out).toContain("C12“信息化建设 · 合计”写的是“12O.36”，不是数字，可能应为 120.36");
  expect(out).toContain("尾差 10 处");
});

test("an error value is named", () => {
  const path = sampleWith("ref.xlsx", "xl/worksheets/sheet3.xml", 'n"><v>120.36</v>', 'e"><v>#REF!</v>');
  const { status, out } = gouji("check", path);
  expect(status).toBe(1);
  expect(out).toContain("C12“信息化建设 · 合计”是错误值 #REF!");
});

describe("gouji explain", () => {
  test("the relations of a cell, in words", () => {
    const { status, out } = gouji("explain", casePath("hunan-budget-2026"), "'预算05表'!L6");
    expect(status).toBe(0);
    expect(out).toContain("L6“合计 · 项目支出/按项目管理的商品和服务支出”：205.24 万元");
    expect(out).toContain("[尾差] 横向合计：K6 265.94 = L6 205.24 + P6 60.71，相差 -0.01");
    expect(out).toContain("[成立] 纵向合计：L6 205.24 = L7 205.24");
    expect(out).toContain("[成立] 同一数据项：L6 205.24 = 《预算01表》F11 205.24");
    expect(out).toMatch(/\[成立\] 跨表汇总：《预算01表》H10 1,180.64 = .*L6 205.24/);
  });

  test.each([
    ["预算99表!A1", "没有名为“预算99表”的工作表"],
    ["预算!A1", "有几张工作表"],
    ["预算05表!A0", "不是单元格地址"],
    ["预算05表!A1", "不在已识别报表的金额栏内"],
    ["预算05表", "请写成 工作表!单元格"],
  ])("%s", (reference, words) => {
    const { status, out, err } = gouji("explain", casePath("hunan-budget-2026"), reference);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(words);
  });
});

describe("unusable files and calls: one clear line on stderr, status 2, nothing on stdout", () => {
  const compoundFile = new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(504).fill(0),
  ]);
  test.each([
    ["a file that is not there", () => join(folder, "没有.xlsx"), "找不到文件"],
    ["a folder without workbooks", () => mkdtempSync(join(folder, "空")), "没有找到工作簿"],
    ["a text file", () => file("文本.xlsx", "预算03表"), "文本.xlsx"],
    ["an empty file", () => file("空.xlsx", ""), "空.xlsx"],
    ["an old or broken compound file", () => file("旧.xlsx", compoundFile), "旧.xlsx"],
    [
      "a file cut off",
      () => file("半.xlsx", readFileSync(casePath("hunan-budget-2026")).subarray(0, 9000)),
      "半.xlsx",
    ],
  ])("%s", (_what, path, words) => {
    const { status, out, err } = gouji("check", path());
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toMatch(/Error|at .*\.ts|undefined/);
  });

  test("a workbook without budget tables", () => {
    const parts = unzipSync(readFileSync(casePath("hunan-budget-2026")));
    const blank = strToU8(
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData></worksheet>',
    );
    const path = file(
      "名单.xlsx",
      zipSync(
        Object.fromEntries(
          Object.entries(parts).map(([name, bytes]) => [
            name,
            name.startsWith("xl/worksheets/sheet") ? blank : bytes,
          ]),
        ),
      ),
    );
    const { status, out, err } = gouji("check", path);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("没有找到预算表");
  });

  test.each([[[]], [["chek", "x.xlsx"]], [["check"]], [["check", "a.xlsx", "--jsn"]]])("call %j", (args) => {
    const { status, out, err } = gouji(...args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain("用法");
  });
});
