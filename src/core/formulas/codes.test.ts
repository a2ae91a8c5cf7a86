import { evaluateCall, shownResult } from "../../../test/support/formula-call";
import { departmentalEconomic, functional, governmentalEconomic } from "../classification/codebooks";
import { codeName, codeParent, econMap } from "./codes";

const show = (formula: string): string => shownResult(evaluateCall(formula));

test.each([
  ["=CODE_NAME(201)", "一般公共服务支出"],
  ["=CODE_NAME(20114)", "知识产权事务"],
  ["=CODE_NAME(2011499)", "其他知识产权事务支出"],
  ['=CODE_NAME("  2011499")', "其他知识产权事务支出"],
  ['=CODE_NAME("３０２０１")', "办公费"],
  ["=CODE_NAME(50101)", "工资奖金津补贴"],
  ['=CODE_NAME("")', ""],
  ["=CODE_NAME(0)", ""],
  ["=CODE_NAME(2999999)", "#N/A 科目表中没有编码 2999999，请核对编码。"],
  ["=CODE_NAME(101)", "#N/A 科目表中没有编码 101，请核对编码。"],
  ['=CODE_NAME("20114-99")', "#VALUE! 编码“20114-99”不是科目编码，应为 3 位、5 位或 7 位数字。"],
  ["=CODE_NAME(30201.5)", "#VALUE! 编码“30201.5”不是科目编码，应为 3 位、5 位或 7 位数字。"],
  ["=CODE_NAME({301;50101})", "工资福利支出; 工资奖金津补贴"],
  ["=CODE_PARENT(2011499)", "20114"],
  ["=CODE_PARENT(20114)", "201"],
  // Also where the book does not know the code: the digits say it.
  ["=CODE_PARENT(2999999)", "29999"],
  ["=CODE_PARENT(201)", "#N/A 201 是类级科目，没有上级。"],
  ["=CODE_NAME(CODE_PARENT(30201))", "商品和服务支出"],
  // 财预〔2017〕98号 附件3.
  ['=ECON_MAP(30101,"行政")', "50101"],
  ['=ECON_MAP(30101,"参公单位")', "50101"],
  ['=ECON_MAP(30101,"事业单位")', "50501"],
  ["=ECON_MAP(30101)", "50101、50501"],
  ["=ECON_MAP(50101)", "30101、30102、30103"],
  ['=ECON_MAP("50905")', "30301、30302、30303"],
  ['=ECON_MAP(301,"行政")', "501"],
  ['=ECON_MAP(301,"事业")', "505"],
  ["=ECON_MAP(505)", "301、302"],
  ['=ECON_MAP("")', ""],
  ['=ECON_MAP(30107,"行政")', "#N/A 30107 绩效工资没有对应的科目，请核对单位类型。"],
  ["=ECON_MAP(50599)", "#N/A 50599 其他对事业单位补助：没有单独对应的部门预算科目。"],
  ["=ECON_MAP(2011499)", "#N/A 2011499 不是经济分类科目，经济分类编码以 3（部门预算）或 5（政府预算）开头。"],
  ["=ECON_MAP(39988)", "#N/A 科目表中没有编码 39988，请核对编码。"],
  ['=ECON_MAP(30101,"企业")', "#VALUE! 单位类型“企业”不能识别，请写“行政”“参公”或“事业”。"],
  ['=ECON_MAP({30101;30201},{"行政";"事业"})', "50101; 50502"],
])("%s is %s", (formula, result) => {
  expect(show(formula)).toBe(result);
});

test("a parent is a number where the code is one, else a text", () => {
  expect(codeParent([[2011499, "2011499"]])).toEqual([[20114, "20114"]]);
});

test("an error of a cell is passed on", () => {
  expect(codeName([[{ error: "#REF!" }]])).toEqual([
    [{ error: "#REF!", message: "编码所引用的单元格是错误值 #REF!。" }],
  ]);
});

test("every code of the books has its name, and its parent has one too", () => {
  const codes = [functional, departmentalEconomic, governmentalEconomic].flatMap(({ entries }) => entries);
  expect(codes.length).toBeGreaterThan(500);
  expect(codeName(codes.map(({ code }) => [code]))).toEqual(codes.map(({ name }) => [name]));
  const below = codes.filter(({ code }) => code.length > 3).map(({ code }) => [code]);
  for (const [name] of codeName(codeParent(below).map(([parent]) => [String(parent)]))) {
    expect(name).toEqual(expect.stringMatching(/\p{Script=Han}/u));
  }
});

test("whatever corresponds one way corresponds the other way, for either kind of unit", () => {
  for (const kind of ["行政", "事业"]) {
    for (const { code } of departmentalEconomic.entries.filter((entry) => entry.code.length === 5)) {
      const [[there] = []] = econMap([[code]], [[kind]]);
      if (typeof there !== "string") continue;
      for (const other of there.split("、")) {
        const [[back] = []] = econMap([[other]], [[kind]]);
        expect(String(back).split("、")).toContain(code);
      }
    }
  }
});
