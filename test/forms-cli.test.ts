import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckReport } from "../src/core/report";
import { saveXlsx, writeXlsx } from "../src/xlsx";
import { casePath } from "./support/cases";
import { familyPath } from "./support/families";

/* Form families on the command line, as somebody uses it who writes one. */

const folder = mkdtempSync(join(tmpdir(), "gouji-forms-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Every call starts a process of its own.
jest.setTimeout(60_000);

const CHANGSHA = casePath("changsha-budget-2025");

function gouji(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/gouji.mjs", ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, out: stdout, err: stderr };
}

/** A copy of the Changsha family under an id of its own, with texts of its files replaced; gives its folder. */
function family(
  name: string,
  ...changes: readonly (readonly [file: string, from: string, to: string])[]
): string {
  const path = join(folder, name);
  cpSync(familyPath("changsha-budget-2025"), path, { recursive: true });
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(path, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(join(path, file), text.replaceAll(from, to));
  }
  return path;
}

describe("gouji forms check", () => {
  test("a sound family: its forms with their counts, status 0", () => {
    const { status, out, err } = gouji("forms", "check", familyPath("hunan-budget-2026"));
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("表套 湖南省省级部门预算公开表样（hunan-budget-2026），23 张表样，没有问题。");
    expect(out).toMatch(
      / {2}hunan-budget-2026-03\u3000预算03表\u3000支出总表\u3000列标题 8 个，数据块 1 个，用语 0 条/,
    );
    expect(out).toContain("提示：family.json · id：编号“hunan-budget-2026”与自带的表套");
  });

  test("a broken family: every defect with file, line, place and what is meant, status 2", () => {
    const path = family(
      "broken",
      ["03.json", '"titles"', '"title"'],
      ["07.json", '"stage": "spent"', '"stage": "spend"'],
      ["family.json", '"万元"', '"万"'],
    );
    const { status, out } = gouji("forms", "check", path);
    expect(status).toBe(2);
    expect(out.trim().split("\n")).toEqual([
      expect.stringMatching(/^03\.json 第 \d+ 行 · title：不认识的字段“title”，是不是“titles”？/),
      expect.stringMatching(
        /^07\.json 第 \d+ 行 · members\.stage：维度 stage 中没有成员“spend”，是不是“spent”？$/,
      ),
      expect.stringMatching(/^family\.json 第 \d+ 行 · unit："万" 不在可选的值之中/),
    ]);
  });

  test("--sheet: what each sheet was taken for, and which headings and lines are not understood", () => {
    const path = family(
      "trial",
      ["family.json", "项目支出", "项目类支出"],
      ["03.json", '"总计"', '"总计", "其他资金"'],
      ["06.json", "departmental", "governmental"],
      ["07.json", "三公", "六公"],
    );
    const { status, out } = gouji("forms", "check", path, "--sheet", CHANGSHA);
    expect(status).toBe(0);
    expect(out).toContain("用 changsha-budget-2025.xlsx 试读：");
    const lines = out.split("\n").map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        "✓ 3部门支出总表\u3000认作 changsha-budget-2025-03 部门支出总体情况表，金额 19 个，已归类 13",
        "不认识的列标题：G3“项目支出”",
        "表样写了而工作表上没有的列标题：“其他资金”",
        "不认识的行：C6“二、项目支出”",
        expect.stringMatching(/^不认识的行：B6“工资福利支出”、B7“基本工资”.* 等 \d\d 处$/),
        "－ 7三公经费支出表\u3000“2025年一般公共预算“三公”经费支出情况表”不是本表套的表样，按版面读出金额 12 个",
        expect.stringMatching(/^最接近 changsha-budget-2025-07 .*列标题 \d 个中找到 \d 个，没有找到：/),
      ]),
    );
  });

  test.each([
    ["a folder without files", () => mkdtempSync(join(folder, "empty-")), "中没有 .json 文件"],
    ["a folder that is not there", () => join(folder, "没有"), "找不到文件"],
  ])("%s: one line on stderr, status 2", (_what, path, words) => {
    const { status, out, err } = gouji("forms", "check", path());
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

test("gouji forms pack joins a family into one file, which is checked like its folder", () => {
  const path = family("whole");
  const joined = join(folder, "whole.json");
  const { status, out } = gouji("forms", "pack", path, "-o", joined);
  expect({ status, out }).toEqual({
    status: 0,
    out: `已写入 ${joined}：长沙市市级部门预算公开表样，10 张表样。\n`,
  });
  expect(Object.keys(JSON.parse(readFileSync(joined, "utf8")) as object)).toContain("family.json");
  expect(gouji("forms", "check", joined)).toEqual(gouji("forms", "check", path));
  const broken = gouji("forms", "pack", family("bad", ["03.json", "{", ""]), "-o", join(folder, "bad.json"));
  expect({ status: broken.status, out: broken.out }).toEqual({ status: 2, out: "" });
  expect(broken.err).toMatch(/不能使用：03\.json 第 \d+ 行/);
});

describe("gouji check --forms", () => {
  test("uses the family beside the built-in ones", () => {
    const path = family("own", ["family.json", "长沙市市级部门预算公开表样", "自定表样"]);
    const families = (...args: readonly string[]): readonly string[] =>
      (JSON.parse(gouji("check", CHANGSHA, "--json", ...args).out) as CheckReport).families;
    expect(families("--forms", path, "--forms", familyPath("hunan-budget-2026"))).toEqual([
      "changsha-budget-2025",
    ]);
  });

  test("a broken family: one line on stderr, status 2", () => {
    const path = family("unusable", ["03.json", '"titles"', '"title"'], ["04.json", '"titles"', '"title"']);
    const { status, out, err } = gouji("check", CHANGSHA, "--forms", path);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/不能使用（共 2 处，用 gouji forms check 可全部列出）：03\.json 第 \d+ 行 · title：/);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

test("no table of a known form, and a broken family in the workbook: that is said", () => {
  const book = join(folder, "名单.xlsx");
  const cells = [{ row: 0, column: 0, content: { value: "姓名" } }];
  writeFileSync(
    book,
    saveXlsx(writeXlsx({ sheets: [{ name: "表", cells }] }), { kept: { families: ["{}"] } }).bytes,
  );
  const { status, out, err } = gouji("check", book);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toMatch(/^随工作簿保存的表套不能使用.*\n$/);
});

test("a family kept with a workbook is used without being named; a broken one is a warning", () => {
  const own = JSON.stringify({
    "family.json": {
      id: "my-city-2026",
      name: "我市表样",
      authority: "我市财政局",
      year: 2026,
      source: "我市部门预算表样",
      unit: "万元",
      terms: [
        { phrases: ["日常"], members: { kind: "basic" } },
        { phrases: ["专项"], members: { kind: "project" } },
      ],
    },
    "01.json": {
      id: "my-city-2026-01",
      titles: ["我市支出一览"],
      members: { stage: "spent" },
      columns: { dimensions: [] },
      header: ["编码", "名称", "合计", "日常", "专项"],
      blocks: [
        {
          stub: [
            { phrases: ["编码"], role: "code" },
            { phrases: ["名称"], role: "name" },
          ],
          rows: { kind: "coded", dimensions: ["unit", "function"] },
        },
      ],
    },
  });
  const rows = [
    ["我市支出一览"],
    ["编码", "名称", "合计", "日常", "专项"],
    ["201", "一般公共服务支出", 90, 4, 6],
  ];
  const cells = rows.flatMap((line, row) =>
    line.map((value, column) => ({ row, column, content: { value } })),
  );
  const book = join(folder, "我市.xlsx");
  writeFileSync(
    book,
    saveXlsx(writeXlsx({ sheets: [{ name: "表", cells }] }), { kept: { families: ["{}", own] } }).bytes,
  );
  const { status, out } = gouji("check", book, "--json");
  const { families, findings } = JSON.parse(out) as CheckReport;
  expect({ status, families }).toEqual({ status: 1, families: ["my-city-2026"] });
  expect(findings.map(({ check, cell }) => `${check} ${cell}`)).toEqual([
    "broken-family A1",
    "total-across C3",
  ]);
});
