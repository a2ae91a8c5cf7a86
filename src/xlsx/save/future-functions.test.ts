import { asStored } from "./future-functions";

test.each([
  ["SUM(A1:A3)", "SUM(A1:A3)"],
  ["IFS(A1>0,XLOOKUP(A1,B:B,C:C))", "_xlfn.IFS(A1>0,_xlfn.XLOOKUP(A1,B:B,C:C))"],
  ["SORT(FILTER(A1:A3,B1:B3))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,B1:B3))"],
  // The add-in's own functions, under either name, as Excel marks them.
  ["EXEC_RATE(F4,E4)", "_xldudf_EXEC_RATE(F4,E4)"],
  ["执行得分(10,EXEC_RATE(F4,E4))", "_xldudf_执行得分(10,_xldudf_EXEC_RATE(F4,E4))"],
  // Not within texts, sheet names and longer names, and nobody else's functions.
  ["\"EXEC_RATE(\"&'EXEC_RATE(1'!A1", "\"EXEC_RATE(\"&'EXEC_RATE(1'!A1"],
  ["MY_EXEC_RATE(1)+EXEC_RATE2(1)", "MY_EXEC_RATE(1)+EXEC_RATE2(1)"],
])("%s is stored as %s", (formula, stored) => {
  expect(asStored(formula)).toBe(stored);
});
