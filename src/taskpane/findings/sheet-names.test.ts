import { shortSheetNames, titleBeside } from "./sheet-names";

describe("shortSheetNames", () => {
  it("keep the form's number alone where it is unmistakable", () => {
    const sheets = ["预算03表 支出总表", "预算05表 机关", "预算05表 院", "预算07表", "附表 目录"];
    expect([...shortSheetNames(sheets).values()]).toEqual([
      "预算03表",
      "预算05表 机关",
      "预算05表 院",
      "预算07表",
      "附表 目录",
    ]);
  });
});

describe("titleBeside", () => {
  it.each([
    ["预算01表", "收支总表", "收支总表"],
    ["预算01表 收支总表", "收支总表", null],
    ["预算08表 人员经费(工资福利支出)", "人员经费(工资福利支出)(按政府预算经济分类)", null],
    ["Sheet1", "收支总表", "收支总表"],
    ["Sheet1", "", null],
    ["附表", undefined, null],
  ])("%s with the title %s adds %s", (sheet, title, added) => {
    expect(titleBeside(sheet, title)).toBe(added);
  });
});
