import { evaluateCall, shownResult } from "../../../test/support/formula-call";

type Case = readonly [formula: string, result: string];

const show = (formula: string): string => shownResult(evaluateCall(formula));

const CONTROL: readonly Case[] = [
  // Hunan's self-evaluation of 2024, 附件1: 55 in post, 66 posts.
  ["=CONTROL_RATE(55,66)", "0.8333"],
  ["=CONTROL_RATE(36.16,49.8)", "0.7261"],
  ["=CONTROL_RATE(70,66)", "1.0606"],
  ['=CONTROL_RATE("",66)', "0"],
  ['=CONTROL_RATE(0,"/")', "#DIV/0! 控制数为空或为 0，无法计算控制率。"],
  ['=CONTROL_RATE("五十",66)', "#VALUE! 实际数“五十”不是数字。"],
  ["=CONTROL_RATE({55;60},66,2)", "0.83; 0.91"],
];

const CHANGE: readonly Case[] = [
  ["=CHANGE_RATE(36.16,51)", "-0.291"],
  ["=CHANGE_RATE(51,36.16)", "0.4104"],
  ["=CHANGE_RATE(51,51)", "0"],
  ['=CHANGE_RATE("—",51)', "-1"],
  ["=CHANGE_RATE(-51,51)", "-2"],
  ["=CHANGE_RATE(100.005,100)", "0.0001"],
  ["=CHANGE_RATE(0.3,0.1,15)", "2"],
  ["=CHANGE_RATE(1,0)", "#DIV/0! 上期数为空或为 0，无法计算增减率。"],
  ["=CHANGE_RATE(1,-2)", "#NUM! 上期数 -2 是负数，增减率没有意义。"],
  ["=CHANGE_RATE({1;2;3},{2;2;0})", "-0.5; 0; #DIV/0! 上期数为空或为 0，无法计算增减率。"],
];

const SHARE: readonly Case[] = [
  ["=SHARE(265.94,1311.34)", "0.2028"],
  ["=SHARE({1;1;1},3,2)", "0.33; 0.33; 0.33"],
  ['=SHARE("",3)', "0"],
  ["=SHARE(1,0)", "#DIV/0! 总计为空或为 0，无法计算占比。"],
  ["=SHARE({1,2},{1;2})", "#VALUE! 部分（1 行 2 列）与总计（2 行 1 列）的区域大小不一致。"],
];

const SCORE: readonly Case[] = [
  ["=EXEC_SCORE(10,0.9554)", "9.55"],
  // The self-evaluation cuts 9.645 to 9.64.
  ["=EXEC_SCORE(10,0.9645)", "9.65"],
  ["=EXEC_SCORE(10,0.9645,2,TRUE)", "9.64"],
  ["=EXEC_SCORE(10,0.9645,,TRUE)", "9.64"],
  ["=EXEC_SCORE(10,0.9645,0)", "10"],
  ["=EXEC_SCORE(10,0.9645,0,TRUE)", "9"],
  ['=EXEC_SCORE(10,"96.45%",3)', "9.645"],
  // Never more than the weight, never less than nothing.
  ["=EXEC_SCORE(10,1.2)", "10"],
  ["=EXEC_SCORE(10,10)", "10"],
  ["=EXEC_SCORE(10,-0.5)", "0"],
  ['=EXEC_SCORE(10,"")', "0"],
  ['=EXEC_SCORE("",0.95)', "0"],
  ["=EXEC_SCORE(10,95.54)", "#NUM! 执行率 95.54 太大，像是漏了百分号，请写成 95.54% 或小数。"],
  ["=EXEC_SCORE(-10,0.95)", "#NUM! 分值 -10 是负数，请填写不小于 0 的分值。"],
  ['=EXEC_SCORE(10,0.95,2,"是")', "#VALUE! 截尾应为 TRUE 或 FALSE，不能是“是”。"],
  ["=EXEC_SCORE(10,0.95,20)", "#NUM! 小数位数应为 0 到 15 的整数，不能是 20。"],
  ["=EXEC_SCORE({10;20},{0.5;0.25})", "5; 5"],
  ["=EXEC_SCORE(10,EXEC_RATE(31610.23,33085))", "9.55"],
  ["=EXEC_SCORE(10,EXEC_RATE(1,0))", "#DIV/0! 执行率所引用的单元格是错误值 #DIV/0!。"],
];

const CONVERTED: readonly Case[] = [
  ["=TO_WAN(13113412.35)", "1311.341235"],
  ["=TO_WAN(13113412.35,2)", "1311.34"],
  ["=TO_WAN(0.5,2)", "0"],
  ["=TO_WAN(50,2)", "0.01"],
  ["=TO_WAN(-50,2)", "-0.01"],
  ["=TO_YUAN(1311.34)", "13113400"],
  ["=TO_YUAN(0.29)", "2900"],
  ["=TO_YUAN(1.15)", "11500"],
  ["=TO_YUAN(1311.341235,2)", "13113412.35"],
  ['=TO_YUAN("1,311.34")', "13113400"],
  ['=TO_WAN("")', "0"],
  ['=TO_WAN({10000,"/";"一万",20000})', "1 | 0; #VALUE! 金额“一万”不是数字。 | 2"],
  ["=TO_WAN(1,-1)", "#NUM! 小数位数应为 0 到 15 的整数，不能是 -1。"],
];

test.each([...CONTROL, ...CHANGE, ...SHARE, ...SCORE, ...CONVERTED])("%s is %s", (formula, result) => {
  expect(show(formula)).toBe(result);
});
