import { fill, drawn, lacks } from "./filled.testing";
import { template } from "./template.testing";

describe("sheets", () => {
  const projects = template("{{项目名称}} | {{年度}}", {
    each: "项目",
    sheetName: "附件3-{{序号}} {{项目名称}}",
  });

  test("one for each item of a list, each with a name of its own", () => {
    const { plans, missing } = fill(
      projects,
      {
        年度: "2026",
        项目: [{ 项目名称: "甲[1]/乙" }, { 项目名称: "长".repeat(40) }, {}],
      },
      { sheetNames: ["附件3-1 甲（1）-乙"] },
    );
    expect(plans.map(({ name }) => name)).toEqual([
      "附件3-1 甲（1）-乙（2）",
      `附件3-2 ${"长".repeat(25)}`,
      "附件3-3",
    ]);
    expect(plans.map(drawn)).toEqual(["甲[1]/乙 | '2026", `${"长".repeat(40)} | '2026`, " | '2026"]);
    expect(missing).toEqual([{ sheet: "附件3-3", cell: "A1", item: "项目名称", owner: "" }]);
  });

  test("a list without items leaves one sheet", () => {
    const empty = fill(projects, { 年度: "2026", 项目: [] });
    expect(empty.plans.map(drawn)).toEqual([" | '2026"]);
    expect(empty.missing).toEqual([]);
    expect(lacks(fill(projects, { 年度: "2026" }))).toEqual(["A1 项目名称"]);
  });
});
