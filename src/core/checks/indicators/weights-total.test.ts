import { checkWorkbook } from "../../check-workbook";
import { grid, workbook } from "../../../../test/support/grid";
import { evaluationFindings } from "../../../../test/support/evaluation";

const check = (lines: string, funds?: string): string[] => evaluationFindings("weights-total", lines, funds);

test("weights and those of 预算执行 add up to the total", () => {
  const total = (weight: string, printed: string): string[] =>
    check(`
      | 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 50 | 50
      | 效益指标 | 社会效益指标 | 增长率 | ≥2% | 2% | ${weight} | 40
      总分 | | | | | | ${printed} | 99.60`);
  expect(total("40", "100")).toEqual([]);
  expect(total("30", "100")).toEqual([
    "error G9 《自评表》G9“总分”的分值为 100，各项分值（G7:G8、G4）之和为 90，少 10，请核对各项分值。",
  ]);
  expect(total("", "100")).toEqual([
    "info G9 《自评表》G9“总分”的分值为 100，已填的分值之和为 60，少 40，还有 1 项没有填分值（G8），请补填。",
  ]);
});

test("without points for 预算执行 in the table, 90 of 100 are as good", () => {
  const funds = "| 年度资金总额 | | 100.00 | 100.00 | 96.00 | | 96.00% | ";
  const total = (weight: number): string[] =>
    check(
      `
      | 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 50 | 50
      | 效益指标 | 社会效益指标 | 增长率 | ≥2% | 2% | ${String(weight)} | 40
      总分 | | | | | | 100 | 90`,
      funds,
    );
  expect(total(40)).toEqual([]);
  expect(total(50)).toEqual([]);
  expect(total(45)).toHaveLength(1);
});

test("rounded shares are a rounding finding", () => {
  expect(
    check(`
      | 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 60 | 50
      | 效益指标 | 社会效益指标 | 增长率 | ≥2% | 2% | 9.99 | 10
      | | | 覆盖率 | ≥2% | 2% | 9.99 | 10
      | | | 知晓率 | ≥2% | 2% | 9.99 | 10
      总分 | | | | | | 100 | 89.6`),
  ).toEqual([
    "error G11 《自评表》G11“总分”的分值为 100，各项分值（G7:G10、G4）之和为 99.97，少 0.03，请核对各项分值。",
  ]);
  expect(
    check(`
      | 产出指标 | 数量指标 | 检查次数 | ≥2次 | 2次 | 80 | 50
      | 效益指标 | 社会效益指标 | 增长率 | ≥2% | 2% | 3.33 | 10
      | | | 覆盖率 | ≥2% | 2% | 3.33 | 10
      | | | 知晓率 | ≥2% | 2% | 3.33 | 10
      总分 | | | | | | 100 | 89.6`),
  ).toEqual([
    "rounding G11 《自评表》G11“总分”的分值为 100，各项分值之和为 99.99，少 0.01，是 3 项平均分配的分值各按 3.33 取整造成的（尾差）。",
  ]);
});

/** The goals of one project (长沙 项目支出绩效目标表): weights in 备注, no total. */
const goals = (...weights: readonly string[]): string[] =>
  checkWorkbook(
    workbook(
      grid(
        `
项目支出绩效目标表
单位：某局 | | | | | | | | | | | | 单位：万元
单位编码 | 单位（项目）名称 | 资金总额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值内容 | 评（扣）分标准 | 度量单位 | 指标值类型 | 备注
| 合计 | 10.00
501001 | 某中心 | 10.00
501001 | 业务经费 | 10.00 | 做好工作 | 产出指标 | 数量指标 | 检查次数 | 2 | | | 次 | ≥ | ${weights[0] ?? ""}
| | | | | | 抽检批次 | 20 | | | 批次 | ≥ | ${weights[1] ?? ""}
| | | | | | 培训人数 | 30 | | | 人次 | ≥ | ${weights[2] ?? ""}`,
        "项目支出绩效目标表",
      ),
    ),
  )
    .findings.filter(({ check: id }) => id === "weights-total")
    .map(({ severity, cell, message }) => `${severity} ${cell} ${message}`);

test("goals of a project have 100 points, or 90 where 10 stay for 预算执行率", () => {
  expect(goals("50", "25", "15")).toEqual([]);
  expect(goals("50", "25", "25")).toEqual([]);
  expect(goals("", "", "")).toEqual([]);
  expect(goals("50", "20", "15")).toEqual([
    "warning M6 《项目支出绩效目标表》M6起“业务经费”各项绩效指标的分值（M6:M8）之和为 85，既不是 100 分，也不是留 10 分给预算执行率的 90 分，请核对是否漏填指标或分值。",
  ]);
});

test("blank weights are told once a project, as something to fill in", () => {
  expect(goals("50", "20", "")).toEqual([
    "info M8 《项目支出绩效目标表》M8等 1 项指标没有填分值（M8），“业务经费”已填的分值之和为 70，比 90 分少 20 分，请补填。",
  ]);
  expect(goals("60", "30", "")).toEqual([]);
});

test("a number among remarks is no weight", () => {
  expect(goals("2025", "", "")).toEqual([]);
});
