import { evaluateCall } from "../../../../test/support/formula-call";
import { FORMULA_FUNCTIONS, formulaFunction } from ".";

const ALL = FORMULA_FUNCTIONS.map((each) => [each.id, each] as const);

test("the functions are those that the manual promises, each with its Chinese name", () => {
  expect(FORMULA_FUNCTIONS.map(({ id, name }) => `${id} ${name}`)).toEqual([
    "EXEC_RATE 执行率",
    "EXEC_SCORE 执行得分",
    "SCORE_DEVIATION 得分偏差",
    "CONTROL_RATE 控制率",
    "CHANGE_RATE 增减率",
    "SHARE 占比率",
    "TARGET_MET 是否达标",
    "TARGET_DEVIATION 指标偏差率",
    "TARGET_SCORE 指标得分",
    "PERIOD_DUE 时限达成",
    "SUM_CHECK 合计校验",
    "TO_WAN 元转万元",
    "TO_YUAN 万元转元",
    "RMB_UPPER 人民币大写",
    "CODE_NAME 科目名称",
    "CODE_PARENT 上级科目",
    "ECON_MAP 经济分类对照",
  ]);
});

test.each(ALL)("%s is found under both names and has names of its own", (id, each) => {
  expect(formulaFunction(id)).toBe(each);
  expect(formulaFunction(id.toLowerCase())).toBe(each);
  expect(formulaFunction(each.name)).toBe(each);
  const names = FORMULA_FUNCTIONS.flatMap((other) => [other.id, other.name]);
  expect(names.filter((name) => name === id || name === each.name)).toHaveLength(2);
});

test.each(ALL)("%s: optional parameters stand last, and none has a name twice", (_id, { parameters }) => {
  const firstOptional = parameters.findIndex(({ optional }) => optional === true);
  const required = parameters.filter(({ optional }) => optional !== true).length;
  expect(firstOptional === -1 ? parameters.length : firstOptional).toBe(required);
  expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
});

const EXAMPLES = FORMULA_FUNCTIONS.flatMap(({ examples }) =>
  examples.map(({ formula, result }) => [formula, result] as const),
);

test.each(EXAMPLES)("%s gives %j, as the help says", (formula, result) => {
  expect(evaluateCall(formula)).toEqual([[result]]);
});

test.each(ALL)(
  "%s has an example under each of its names, or under one and its twin is the same",
  (id, { examples, name }) => {
    expect(examples.some(({ formula }) => formula.startsWith(`=${id}(`))).toBe(true);
    for (const { formula } of examples)
      expect(formula).toMatch(new RegExp(`^=(?:${id}|${name}|[^(]+\\(${name})\\(`));
  },
);

test("no name is no function", () => {
  expect(formulaFunction("SUM")).toBeNull();
});
