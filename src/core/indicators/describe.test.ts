import { grid, workbook } from "../../../test/support/grid";
import type { SheetSnapshot } from "../workbook/snapshot";
import { indicatorModel } from "./describe";
import type { IndicatorGroupModel, IndicatorModel } from "./model";

const HEADER = `
  项目支出绩效自评表 | | | | | | | |
  项目支出名称 | 设备更新 | | | | | | |
  绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评得分 | 偏差原因分析及改进措施
`;

function modelOf(lines: string): IndicatorModel {
  return indicatorModel(workbook(grid(`${HEADER.trim()}\n${lines.trim()}`)));
}

function read(lines: string): IndicatorGroupModel | undefined {
  const model = modelOf(lines);
  return model.tables[0]?.groups[0];
}

/** A column of the indicators, one text each. */
function shown(lines: string): string[] {
  return (read(lines)?.indicators ?? []).map(
    ({ level1, level2, name, target, weight, score, attainment }) =>
      `${level1} ${level2} ${name} ${target?.text ?? "–"} ${weight ?? "–"} ${score ?? "–"} ${attainment?.status ?? "–"}`,
  );
}

test("a line: levels, target, weight, score, attainment; the points in a level's name are not its name", () => {
  expect(
    shown(`
      | 产出指标（50分） | 数量指标 | 购置设备 | ≥3台 | 4台 | 10 | 10 |
      |                 |         | 检修设备 | ≥9台 | 8台 | 5  | 4.5 | 停机少
      |                 | 质量指标 | 合格率   | 100% | 100% | 5 | 5 |
    `),
  ).toEqual([
    "产出指标 数量指标 购置设备 ≥3台 10 10 attained",
    "产出指标 数量指标 检修设备 ≥9台 5 4.5 missed",
    "产出指标 质量指标 合格率 100% 5 5 attained",
  ]);
});

test("a level written on every row stays one level, and keeps the levels below it open", () => {
  expect(
    shown(`
      | 产出指标 | 数量指标 | 购置设备 | ≥3台 | 4台 | 10 | 10 |
      | 产出指标 |         | 检修设备 | ≥9台 | 9台 | 5  | 5  |
      | 效益指标 |         | 服务企业 | ≥2家 | 2家 | 5  | 5  |
    `),
  ).toEqual([
    "产出指标 数量指标 购置设备 ≥3台 10 10 attained",
    "产出指标 数量指标 检修设备 ≥9台 5 5 attained",
    "效益指标  服务企业 ≥2家 5 5 attained",
  ]);
});

test("a line with “/”, “—” or 无 in place of an indicator is an empty level", () => {
  const group = read(`
    | 成本指标 | 经济成本指标     | 总成本 | ≤9万元 | 8万元 | 20 | 20 | /
    |         | 社会成本指标     | /     | /      | /     | /  | /  | /
    |         | 生态环境成本指标 | 无    | —      | —     | —  | —  | —
  `);
  expect(group?.indicators.map(({ name, reason }) => [name, reason])).toEqual([["总成本", null]]);
  expect(group?.emptyLevels).toEqual([
    { cell: "C5", level1: "成本指标", level2: "社会成本指标" },
    { cell: "C6", level1: "成本指标", level2: "生态环境成本指标" },
  ]);
});

test("what is no value, and points that are no number, stay texts with their reason", () => {
  const [indicator] =
    read(`| 产出指标 | 数量指标 | 抽查 | 全省存量企业数*3% | 13.32% | 五成 | '4分 |`)?.indicators ?? [];
  expect(indicator).toMatchObject({
    target: { kind: "unread", text: "全省存量企业数*3%" },
    weight: null,
    score: "4",
    unread: [
      {
        field: "target",
        cell: "E4",
        text: "全省存量企业数*3%",
        reason: "“全省存量企业数*3%”中有数字，但不是一个能识别的指标值，按文字保留。",
      },
      { field: "weight", cell: "G4", text: "五成", reason: "“五成”不是分数，按文字保留。" },
    ],
  });
});

test("computed points carry no binary noise, ratios six decimals", () => {
  const group = read(`| 产出指标 | 数量指标 | 抽查 | ≥3家 | 2家 | 0.28000000000000003 | 0.1 |`);
  expect(group?.indicators[0]).toMatchObject({
    weight: "0.28",
    attainment: { status: "missed", degree: "0.666667", deviation: "-0.333333" },
  });
});

test("counts, owner, total; no table without indicators", () => {
  const model = modelOf(`
    | 产出指标 | 数量指标 | 抽查 | ≥3家 | 2家 | 50 | 40 | 人少
    | 产出指标 | 数量指标 | 走访 | ≥3家 | 全年走访了许多企业，其中规模以上的有 3家，详见简报。 | 50 | 50 |
    总分 | | | | | | 100 | 90 |
  `);
  expect(model.tables[0]).toMatchObject({
    groups: [{ unit: null, project: "设备更新" }],
    total: { weight: { cell: "G6", value: "100" }, score: { cell: "H6", value: "90" } },
    execution: null,
  });
  expect(model.summary).toMatchObject({ indicators: 2, unread: 1, attained: 1, missed: 1, unclear: 0 });
  const list: SheetSnapshot = grid("姓名 | 电话\n甲 | 1");
  expect(indicatorModel(workbook(list)).tables).toEqual([]);
});
