import fc from "fast-check";

import { normaliseName } from "./normalise";

test.each([
  ["收　支 总\u00a0表\r\n", "收支总表"],
  ["维修（护）费", "维修(护)费"],
  ["２０１３８１０", "2013810"],
  ["“三公”经费合计", '"三公"经费合计'],
  ["「三公」经费，合计：", '"三公"经费,合计:'],
  ["财预〔2017〕98号", "财预(2017)98号"],
  ["一、一般公共服务支出", "一、一般公共服务支出"],
  ["（一）一般公共预算拨款", "(一)一般公共预算拨款"],
  ["\ufeff基本支出\u200b――人员经费", "基本支出--人员经费"],
])("%j reads as %j", (typed, spelling) => {
  expect(normaliseName(typed)).toBe(spelling);
});

test("a normalised name is its own normal form", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = normaliseName(text);
      expect(normaliseName(once)).toBe(once);
    }),
  );
});
