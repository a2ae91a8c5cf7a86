import { freeSheetName } from "./sheet-name";

test.each([
  ["绩效目标表", ["表一"], "绩效目标表"],
  ["绩效目标表", ["绩效目标表"], "绩效目标表（2）"],
  ["绩效目标表", ["绩效目标表", "绩效目标表（2）"], "绩效目标表（3）"],
  ["Goals", ["GOALS"], "Goals（2）"],
  ["History", [], "History（2）"],
  ["2025/2026 [草稿]：甲*乙?", [], "2025／2026 ［草稿］：甲＊乙？"],
  [" '甲\n乙' ", [], "甲乙"],
  ["", [], "工作表"],
  ["长".repeat(40), [], "长".repeat(31)],
  ["长".repeat(40), ["长".repeat(31)], `${"长".repeat(28)}（2）`],
  // A character of two units is not cut in two.
  [`${"长".repeat(30)}𠮷`, [], "长".repeat(30)],
] as const)("%j beside %j is %j", (wanted, taken, name) => {
  expect(freeSheetName(wanted, taken)).toBe(name);
});
