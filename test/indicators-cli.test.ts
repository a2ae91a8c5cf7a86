import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { IndicatorModel } from "../src/core/indicators/model";
import { casePath } from "./support/cases";
import { joinedFamily } from "./support/families";

/* `gouji indicators` as a user runs it. */

const folder = mkdtempSync(join(tmpdir(), "gouji-indicators-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function gouji(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/gouji.mjs", "indicators", ...args], {
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

/** A workbook whose sheets all hold one word that is no heading. */
function sheetsReplaced(name: string): string {
  const blank = strToU8(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData></worksheet>',
  );
  const parts = Object.entries(unzipSync(readFileSync(casePath("hunan-special-fund-2023"))));
  return file(
    name,
    zipSync(
      Object.fromEntries(
        parts.map(([path, bytes]) => [path, path.startsWith("xl/worksheets/sheet") ? blank : bytes]),
      ),
    ),
  );
}

test("a readable list: sheet, execution, owner, a line an indicator, what could not be read, counts; status 0", () => {
  const { status, out, err } = gouji(casePath("hunan-special-fund-2023"));
  expect({ status, err }).toEqual({ status: 0, err: "" });
  const lines = out.split("\n");
  expect(lines.slice(0, 5)).toEqual([
    "绩效指标　hunan-special-fund-2023.xlsx",
    "",
    "附件3 绩效评价指标评分表",
    "  （表中没有写单位和项目）　11 个指标",
    "    C4　决策/项目立项　立项依据充分性　没有目标值　分值 5　得分 5　评分标准不能计算",
  ]);
  const at = lines.indexOf("附件4 绩效目标完成情况汇总表　2023年");
  expect(lines.slice(at + 1, at + 4)).toEqual([
    "  预算执行：全年预算数 33,085.00，全年执行数 31,610.23（万元），执行率 95.54%，得分 9.55",
    "  湖南省市场监督管理局 ▸ 省级市场监督管理专项　189 个指标",
    "    D13　产出指标/数量指标　开展关于食品经营环节质量安全整治行动次数　目标 ≥2次　实际 2次　分值 0.27　得分 0.27　已达到",
  ]);
  expect(lines.filter((line) => line.includes("！")).map((line) => line.trim().split("　")[0])).toEqual([
    "D23",
    "D45",
    "D139",
    "共 200 个指标，4 处有数字而没有读成数值，按文字保留（标有“！”）。",
  ]);
  expect(lines.slice(-5)).toEqual([
    "",
    "共 200 个指标，4 处有数字而没有读成数值，按文字保留（标有“！”）。",
    "填了实际值的：已达到 180 个，未达到 6 个，不能判断 3 个。",
    "评分标准 11 条，其中 9 条不能计算得分。",
    "",
  ]);
});

test("levels without an indicator, half-year targets and words are listed", () => {
  expect(gouji(casePath("changsha-budget-2025")).out).toContain(
    "没有指标的级次：F8 社会成本指标、F9 生态环境成本指标、F27 可持续影响指标",
  );
  const { out } = gouji(casePath("jiangsu-goals-2023"));
  expect(out).toContain("C36　过程/资金管理　资金到位率　目标 100%　半年 序时进度\n");
  expect(out).toContain("C49　效益/经济效益　采用新设备促进检验检测收入增长　没有目标值　半年 较显著\n");
});

test("--json prints the model and nothing else", () => {
  const { status, out, err } = gouji(casePath("hunan-self-evaluation-2024"), "--json");
  const model = JSON.parse(out) as IndicatorModel;
  expect({ status, err, version: model.version, file: model.file, families: model.families }).toEqual({
    status: 0,
    err: "",
    version: 1,
    file: "hunan-self-evaluation-2024.xlsx",
    families: ["hunan-evaluation-2024"],
  });
  expect(model.tables.map(({ sheet }) => sheet)).toEqual([
    "附件2 整体支出绩效自评表",
    "附件3-1 运行维护经费",
    "附件3-2 业务工作经费",
  ]);
});

test("--forms: one's own family says which columns are read", () => {
  const path = casePath("hunan-special-fund-2023");
  const scores = (...args: readonly string[]): number => {
    const { tables } = JSON.parse(gouji(path, "--json", ...args).out) as IndicatorModel;
    const read = tables.filter(({ sheet }) => sheet.startsWith("附件4")).flatMap(({ groups }) => groups);
    return read.flatMap(({ indicators }) => indicators).filter(({ score }) => score !== null).length;
  };
  expect(scores()).toBe(189);
  const family = joinedFamily("hunan-evaluation-2024")
    .replaceAll("自评得分", "考核打分")
    .replaceAll(/"得分"/g, '"打分"');
  expect(scores("--forms", file("本级.json", family))).toBe(0);
});

describe("unusable files and calls: one clear line on stderr, status 2, nothing on stdout", () => {
  test.each([
    ["a file that is not there", () => [join(folder, "没有.xlsx")], "找不到文件"],
    ["a text file", () => [file("文本.xlsx", "一级指标")], "文本.xlsx"],
    ["a family that is not there", () => [casePath("jiangsu-goals-2023"), "--forms", "没有"], "没有"],
    ["no file", () => [], "用法"],
    ["a workbook without indicators", () => [sheetsReplaced("名单.xlsx")], "没有找到绩效指标"],
  ])("%s", (_what, args, words) => {
    const { status, out, err } = gouji(...args());
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toMatch(/Error|at .*\.ts|undefined/);
  });
});
