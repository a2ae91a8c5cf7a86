import { functional } from ".";

/** Rows of published tables: the printed code and the printed name. */
test.each([
  ["201", "一般公共服务支出"],
  ["20114", "知识产权事务"],
  ["2011499", "其他知识产权事务支出"],
  ["20138", "市场监督管理事务"],
  ["2013808", "信息化建设"],
  ["2013810", "质量基础"],
  ["2013850", "事业运行"],
  ["2013899", "其他市场监督管理事务"],
  ["205", "教育支出"],
  ["20508", "进修及培训"],
  ["2050803", "培训支出"],
  ["208", "社会保障和就业支出"],
  ["20805", "行政事业单位养老支出"],
  ["2080502", "事业单位离退休"],
  ["2080505", "机关事业单位基本养老保险缴费支出"],
  ["20899", "其他社会保障和就业支出"],
  ["2089999", "其他社会保障和就业支出"],
  ["210", "卫生健康支出"],
  ["21011", "行政事业单位医疗"],
  ["2101102", "事业单位医疗"],
  ["221", "住房保障支出"],
  ["22102", "住房改革支出"],
  ["2210201", "住房公积金"],
])("预算03表 %s %s", (code, name) => {
  expect(functional.judgeName(code, name)).toEqual({ kind: "same" });
  expect(functional.codeOfName(name)).toContain(code);
});

test.each([
  ["215", "资源勘探工业信息等支出"],
  ["21505", "工业和信息产业"],
  ["2150501", "行政运行"],
  ["2150502", "一般行政管理事务"],
  ["2150517", "产业发展"],
  ["2150550", "事业运行"],
  ["2150599", "其他工业和信息产业支出"],
])("长沙 2、3、5表 %s %s", (code, name) => {
  expect(functional.judgeName(code, name)).toEqual({ kind: "same" });
});

/** 预算01、06表 and 长沙 4表 print no codes, so the name alone has to lead to the 类. */
test.each([
  ["一般公共服务支出", "201"],
  ["外交支出", "202"],
  ["公共安全支出", "204"],
  ["教育支出", "205"],
  ["科学技术支出", "206"],
  ["文化旅游体育与传媒支出", "207"],
  ["社会保障和就业支出", "208"],
  ["社会保险基金支出", "209"],
  ["卫生健康支出", "210"],
  ["节能环保支出", "211"],
  ["城乡社区支出", "212"],
  ["农林水支出", "213"],
  ["交通运输支出", "214"],
  ["资源勘探工业信息等支出", "215"],
  ["商业服务业等支出", "216"],
  ["金融支出", "217"],
  ["援助其他地区支出", "219"],
  ["自然资源海洋气象等支出", "220"],
  ["住房保障支出", "221"],
  ["粮油物资储备支出", "222"],
  ["国有资本经营预算支出", "223"],
  ["灾害防治及应急管理支出", "224"],
  ["预备费", "227"],
  ["其他支出", "229"],
  ["债务还本支出", "231"],
  ["债务付息支出", "232"],
  ["债务发行费用支出", "233"],
  ["抗疫特别国债安排的支出", "234"],
])("预算01、06表 and 长沙 4表 %s", (name, code) => {
  expect(functional.codeOfName(name).filter((found) => found.length === 3)).toEqual([code]);
});

test.each([
  ["207", "文化体育与传媒支出", 2018],
  ["210", "医疗卫生与计划生育支出", 2018],
  ["215", "资源勘探信息等支出", 2019],
  ["220", "国土海洋气象等支出", 2018],
  ["20805", "行政事业单位离退休", 2019],
  ["2080501", "归口管理的行政单位离退休", 2019],
  ["2013804", "市场主体管理", null],
])("%s was called %s until %s", (code, name, until) => {
  expect(functional.judgeName(code, name)).toEqual({
    kind: "former",
    expected: functional.nameOf(code),
    until,
  });
});

test("every 类 is there, and the rows each department has", () => {
  expect(functional.childrenOf().length).toBe(30);
  for (const [code, name] of [
    ["2010301", "行政运行"],
    ["2080506", "机关事业单位职业年金缴费支出"],
    ["2101101", "行政单位医疗"],
    ["2101103", "公务员医疗补助"],
    ["2210202", "提租补贴"],
    ["2210203", "购房补贴"],
  ] as const)
    expect(functional.nameOf(code)).toBe(name);
});

test("行政运行 is many codes, one within a 款", () => {
  expect(functional.codeOfName("行政运行").length).toBeGreaterThan(50);
  expect(functional.codeOfName("行政运行", "20138")).toEqual(["2013801"]);
});

test("a superseded 款 is still read", () => {
  expect(functional.nameOf("20115")).toBe("工商行政管理事务");
  expect(functional.childrenOf("201")).not.toContain("20115");
});
