import { departmentalEconomic, governmentalEconomic } from ".";
import { createCodeBook } from "./codebook";
import { createCorrespondence } from "./correspondence";

const source = [{ title: "测试" }];
const small = (entries: unknown, groups: unknown = []) =>
  createCodeBook({ id: "small", name: "小表", year: 2026, source, entries, groups }, "small.json");

const book = small([
  {
    code: "215",
    name: "资源勘探工业信息等支出",
    aliases: [{ name: "资源勘探信息等支出", former: true, until: 2019 }],
  },
  { code: "21505", name: "工业和信息产业", aliases: [{ name: "工业和信息产业监管", former: true }] },
  { code: "2150501", name: "行政运行" },
  { code: "21507", name: "国有资产监管" },
  { code: "2150701", name: "行政运行" },
  { code: "2150702", name: "存疑的项", unconfirmed: true },
  { code: "2150799", name: "旧项", superseded: true },
]);

describe("looking up", () => {
  test("a name that several codes bear gives all of them, or the one below the given code", () => {
    expect(book.codeOfName("行政运行")).toEqual(["2150501", "2150701"]);
    expect(book.codeOfName("行 政　运行", "21507")).toEqual(["2150701"]);
    expect(book.codeOfName("国有资产监管", "21507")).toEqual([]);
    expect(book.codeOfName("没有的科目")).toEqual([]);
  });

  test("a parent is found by digits, also for a code the book does not know", () => {
    expect(book.parentOf("2150599")).toBe("21505");
    expect(book.parentOf("21505")).toBe("215");
    expect(book.parentOf("215")).toBeNull();
    expect(book.parentOf("合计")).toBeNull();
    expect(book.nameOf("2150599")).toBeNull();
  });

  test("superseded codes keep their name but are no children", () => {
    expect(book.nameOf("2150799")).toBe("旧项");
    expect(book.childrenOf("21507")).toEqual(["2150701", "2150702"]);
  });

  test.each([
    ["215", "资源勘探工业信息等支出", { kind: "same" }],
    ["215", "资源勘探信息等支出", { kind: "former", expected: "资源勘探工业信息等支出", until: 2019 }],
    ["21505", "工业和信息产业监管", { kind: "former", expected: "工业和信息产业", until: null }],
    ["215", "农林水支出", { kind: "different", expected: "资源勘探工业信息等支出", unconfirmed: false }],
    ["2150702", "别的名称", { kind: "different", expected: "存疑的项", unconfirmed: true }],
    ["213", "农林水支出", { kind: "unknown-code" }],
  ])("%s printed as %s", (code, name, judgement) => {
    expect(book.judgeName(code, name)).toEqual(judgement);
  });

  test("brackets, quotes and punctuation do not matter", () => {
    for (const typed of ["维修（护）费", "维修(护)费", "维修护费", " 维修【护】费 "])
      expect(departmentalEconomic.codeOfName(typed)).toEqual(["30213"]);
  });

  test("present names come before other wordings", () => {
    const found = small([
      { code: "301", name: "甲", aliases: [{ name: "乙" }] },
      { code: "302", name: "乙" },
    ]).codeOfName("乙");
    expect(found).toEqual(["302", "301"]);
  });
});

test("a book cannot be changed", () => {
  expect(Object.isFrozen(departmentalEconomic)).toBe(true);
  expect(Object.isFrozen(departmentalEconomic.entries[0])).toBe(true);
  expect(() => (departmentalEconomic.entries as unknown[]).push({})).toThrow(TypeError);
});

describe("a data file that cannot be used", () => {
  test.each([
    ["a field of the wrong type", [{ code: "301", name: 5 }], "entries[0].name：无效输入"],
    ["a code of the wrong length", [{ code: "3011", name: "甲" }], "entries[0].code"],
    ["an unknown field", [{ code: "301", name: "甲", nmae: "乙" }], "entries[0]"],
    [
      "a code twice",
      [
        { code: "301", name: "甲" },
        { code: "301", name: "乙" },
      ],
      "entries[1].code：科目编码 301 重复",
    ],
    ["a child without parent", [{ code: "30101", name: "甲" }], "科目 30101 的上级 301 不在表中"],
  ])("%s is named with file, path and fix", (_what, entries, text) => {
    expect(() => small(entries)).toThrow(expect.objectContaining({ name: "CodeBookError" }));
    expect(() => small(entries)).toThrow(/small\.json 不能使用[^]*请/);
    expect(() => small(entries)).toThrow(text);
  });

  test("a group of codes that do not exist", () => {
    expect(() => small([{ code: "301", name: "甲" }], [{ name: "组", members: ["301", "302"] }])).toThrow(
      "groups[0].members[1]：科目 302 不在 小表 中",
    );
  });

  test("a pair of codes that do not exist", () => {
    const pair = { governmental: "50101", departmental: "30155", unitKind: "both" };
    const data = { id: "c", name: "对照", year: 2026, source, governmental: "g", departmental: "d" };
    const books = { governmental: governmentalEconomic, departmental: departmentalEconomic };
    const build = (pairs: unknown) => () =>
      createCorrespondence({ ...data, pairs, without: [] }, "pairs.json", books);
    expect(build([pair])).toThrow("pairs[0].departmental：科目 30155 不在 部门预算支出经济分类 中");
    const known = { ...pair, departmental: "30101" };
    expect(build([known, known])).toThrow("pairs[1]：对应关系 50101–30101（both） 重复");
  });
});
