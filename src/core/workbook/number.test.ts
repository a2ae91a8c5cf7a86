import { decimalPlaces, readNumber } from "./number";

describe("readNumber", () => {
  test.each([
    ["1,257.94", 1257.94, 2],
    ["１，２５７．９４", 1257.94, 2],
    [" 12.30 ", 12.3, 2],
    ["(1.20)", -1.2, 2],
    ["（1.20）", -1.2, 2],
    ["－1.20", -1.2, 2],
    ["−3", -3, 0],
    ["+7", 7, 0],
    ["￥5.5", 5.5, 1],
    ["96.45%", 0.9645, 4],
    ["100％", 1, 2],
    ["1 257.94", 1257.94, 2],
    [".5", 0.5, 1],
    ["5.", 5, 0],
    ["1,257,000", 1257000, 0],
  ])("reads %s", (text, value, decimals) => {
    expect(readNumber(text)).toEqual({ kind: "number", value, decimals, typed: "text" });
  });

  test.each(["/", "—", "-", "－", "——", "无", "  "])("takes %j for nothing", (text) => {
    expect(readNumber(text)).toEqual({ kind: "none" });
  });

  test.each([
    ["12.3O", "12.30"],
    ["l2.5", "12.5"],
    ["12。5", "12.5"],
    ["见附件", null],
    ["1,25.94", null],
    ["12.3.4", null],
    ["--1", null],
    ["(-1)", null],
    [".", null],
  ])("does not guess %s", (text, likely) => {
    expect(readNumber(text)).toEqual({ kind: "text", text, likely });
  });

  test("passes numbers, errors and truth values through", () => {
    expect(readNumber(904.8200000000001)).toEqual({
      kind: "number",
      value: 904.8200000000001,
      decimals: 2,
      typed: "number",
    });
    expect(readNumber({ error: "#REF!" })).toEqual({ kind: "error", error: "#REF!" });
    expect(readNumber(true)).toEqual({ kind: "text", text: "TRUE", likely: null });
  });
});

test.each([
  [69, 0],
  [0.1, 1],
  [9.140000000000001, 2],
  [9.199999999999999, 1],
  [265.9412345, 7],
  [1e-7, 7],
  [5e-324, 100],
  [33.333333333333336, 13],
  [123456789.12, 2],
])("decimal places of %s", (value, places) => {
  expect(decimalPlaces(value)).toBe(places);
});
