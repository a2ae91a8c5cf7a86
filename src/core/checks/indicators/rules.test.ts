import { checkWorkbook } from "../../check-workbook";
import { grid, workbook } from "../../../../test/support/grid";

/** Findings on a table of scores by criteria (附件3 绩效评价指标评分表), columns A–H, from row 4 on. */
const scores = (check: string, lines: string): string[] =>
  checkWorkbook(
    workbook(
      grid(
        `
附件3
市场监督管理专项资金绩效评价指标评分表
一级指标 | 二级指标 | 三级指标 | 分值 | 指标解释 | 评分标准 | 得分 | 扣分因素
${lines.trim()}`,
        "评分表",
      ),
    ),
  )
    .findings.filter((finding) => finding.check === check)
    .map(({ severity, cell, message }) => `${severity} ${cell} ${message}`);

describe("criteria-points", () => {
  test("points of yes-or-no criteria add up to the weight", () => {
    const table = (weight: number): string[] =>
      scores(
        "criteria-points",
        `
      决策（7分） | 项目立项（7分） | 立项依据充分性 | ${String(weight)} | 依据是否充分 | ①是否符合法规；是计1分，否计0分； | 2.00
      | | | | | ②是否存在截留、挪用等情况；不存在计2分，存在计0分。
      | | | | | 注：也可考核其他任务目标；`,
      );
    expect(table(3)).toEqual([]);
    expect(table(4)).toEqual([
      "warning F4 《评分表》F4“立项依据充分性”的分值为 4，评分标准各条的分数之和为 3，请改为一致。",
    ]);
  });

  test("criteria that count steps are not judged", () => {
    expect(
      scores(
        "criteria-points",
        `
      决策（7分） | 项目立项（7分） | 立项程序规范性 | 4 | 程序是否规范 | ①是否按照程序申请；是计1分，否计0分； | 2.00
      | | | | | ②事前是否经过论证、评估。每涉及环节计0.4分，否计0分；`,
      ),
    ).toEqual([]);
  });
});

test("a deduction in the table of scores needs its reason", () => {
  const table = (score: string, reason: string): string[] =>
    scores(
      "deviation-reason",
      `过程（4分） | 资金管理（4分） | 资金到位率 | 4 | 到位资金 | 到位率100%计4分，每下降1%扣0.2分，扣完为止。 | ${score} | ${reason}`,
    );
  expect(table("4.00", "")).toEqual([]);
  expect(table("3.60", "到位率98%")).toEqual([]);
  expect(table("3.60", "")).toEqual([
    "warning G4 《评分表》G4“资金到位率”分值 4、得分 3.6，扣了分而没有填写原因，请补填扣分因素。",
  ]);
});

test("sub-totals in the names of levels: 22 = 9 + 7 + 6", () => {
  const table = (points: number): string[] =>
    scores(
      "weights-of-level",
      `
      决策（22分） | 项目立项（9分） | 立项依据 | 9 | 略 | 略 | 9
      | 绩效目标（${String(points)}分） | 目标合理性 | ${String(points)} | 略 | 略 | 7
      | 资金投入（6分） | 编制科学性 | 6 | 略 | 略 | 6`,
    );
  expect(table(7)).toEqual([]);
  expect(table(8).map((text) => text.slice(0, 8))).toEqual(["error A4", "error A4"]);
});

/** Findings on the grading rule of one goal (长沙 项目支出绩效目标表). */
const rule = (value: string, text: string, unit: string, operator: string, weight: string): string[] =>
  checkWorkbook(
    workbook(
      grid(
        `
项目支出绩效目标表
单位：某局 | | | | | | | | | | | | 单位：万元
单位编码 | 单位（项目）名称 | 资金总额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值内容 | 评（扣）分标准 | 度量单位 | 指标值类型 | 备注
| 合计 | 10.00
501001 | 某中心 | 10.00
501001 | 业务经费 | 10.00 | 做好工作 | 产出指标 | 数量指标 | 招商活动 | ${value} | 略 | ${text} | ${unit} | ${operator} | ${weight}`,
        "目标表",
      ),
    ),
  )
    .findings.filter(({ check }) => check === "grading-rule")
    .map(({ severity, cell, message }) => `${severity} ${cell} ${message}`);

describe("grading-rule", () => {
  test("a sound rule passes", () => {
    expect(rule("4", "共5分，完成4次得5分，完成3次得3分，3次以下不得分。", "次", "≥", "5")).toEqual([]);
    expect(rule("4", "酌情给分", "次", "≥", "5")).toEqual([]);
  });

  test("a rule against its weight", () => {
    expect(rule("4", "共4分，完成4次得5分，完成3次得3分，3次以下不得分。", "次", "≥", "5")).toEqual([
      "warning J6 《目标表》J6“招商活动”的评分标准写“共4分”，分值却是 5 分，请改为一致。",
      "warning J6 《目标表》J6“招商活动”的评分标准写“共4分”，最高一档却得 5 分，请改为一致。",
    ]);
  });

  test("a rule against its target", () => {
    expect(
      rule(
        "94",
        "完成率小于60%不得分，大于等于60%，得分=（完成率-60%）/（1-60%）*指标分值",
        "万元",
        "≤",
        "5",
      ),
    ).toEqual([
      "warning J6 《目标表》J6“招商活动”的指标值“≤94万元”是越低越好，评分标准却按少完成扣分或按完成率给分，请核对指标值类型。",
    ]);
  });
});
