import { fill, drawn, table, merged, formulas, lacks } from "./filled.testing";
import { TemplateDefect } from "./template-defect";
import { amount, template, type ScopeDrawing } from "./template.testing";

describe("formulas", () => {
  const rates = template(
    `
      项目                  | 预算            | 执行            | 率
      {{#项目}}{{项目名称}} | {{预算}}        | {{执行}}        | =EXEC_RATE(C2,B2,4){{/项目}}
      合计                  | =SUM(B2:B2)     | =SUM(C2)        | =EXEC_RATE($C$3,B3,4)
    `,
  );
  const content: ScopeDrawing = {
    项目: [
      { 项目名称: "甲", 预算: amount("7324.16"), 执行: amount("7064.68", 2, "'03'!D9") },
      { 项目名称: "乙", 预算: amount("0"), 执行: amount("0.1") },
    ],
  };

  test("with the custom functions, with Excel's own, and without", () => {
    const functions = fill(rates, content).plan;
    expect(drawn(functions)).toBe(
      table(`
        项目 | 预算    | 执行    | 率
        甲   | 7324.16 | 7064.68 | 0.9646
        乙   | 0       | 0.1     | #DIV/0!
        合计 | 7324.16 | 7064.78 | 0.9646
      `),
    );
    expect(formulas(functions)).toEqual({
      C2: "='03'!D9",
      D2: "=EXEC_RATE(C2,B2,4)",
      D3: "=EXEC_RATE(C3,B3,4)",
      B4: "=SUM(B2:B3)",
      C4: "=SUM(C2:C3)",
      D4: "=EXEC_RATE(C4,B4,4)",
    });
    const builtIn = fill(rates, content, { mode: "builtin" }).plan;
    expect(drawn(builtIn)).toBe(drawn(functions));
    expect(formulas(builtIn)).toMatchObject({
      B4: "=SUM(B2:B3)",
      D2: expect.stringContaining("ROUND(") as string,
    });
    expect(JSON.stringify(formulas(builtIn))).not.toContain("EXEC_RATE");
    const plain = fill(rates, content, { mode: "values" }).plan;
    expect(formulas(plain)).toEqual({});
    expect(drawn(plain)).toBe(drawn(functions).replace("#DIV/0!", "").replace(" | \n", "\n"));
  });

  test("in Excel's own words: a mark for nothing is minded, and what has no such words is its value", () => {
    const given = template(`
      {{执行}} | {{预算}} | =EXEC_RATE(A1,B1) | =EXEC_RATE(A2,B1)    | =RMB_UPPER(TO_YUAN(B1))
      =IF(B1>0,"/",B1) |  | =EXEC_RATE(A2,B1) | =EXEC_RATE(N(A1),B1) | =RMB_UPPER('预算02表'!D9)
    `);
    const { plan } = fill(given, { 执行: "／", 预算: 8 }, { mode: "builtin" });
    const mark = (cell: string): string =>
      `IF(ISNUMBER(FIND("|"&${cell}&"|","||/|／|-|--|—|——|———|")),0,${cell})`;
    expect(formulas(plan)).toEqual({
      C1: `=ROUND(${mark("A1")}/B1,4)`,
      D1: `=ROUND(${mark("A2")}/B1,4)`,
      A2: '=IF(B1>0,"/",B1)',
      C2: `=ROUND(${mark("A2")}/B1,4)`,
      D2: "=ROUND(N(A1)/B1,4)",
    });
    expect(drawn(plan)).toBe("／ | 8 | 0 | 0 | 捌万元整\n/ |  | 0 | 0");
  });

  test("refer to the first cell of a merge, and to all instances from outside", () => {
    const { plan } = fill(
      template(`
        {{#项目}}{{#指标}}{{金额}} | {{分值}} | =B1/A1 | =A1*2 | =B1/SUM(B1) | =B1/B2{{/指标}}{{/项目}}
        =SUM(A1)                   | =SUM(B1,10) | =MAX(A1:B1)
      `),
      {
        项目: [
          { 金额: 10, 指标: [{ 分值: 1 }, { 分值: 4 }] },
          { 金额: 5, 指标: [{ 分值: 5 }] },
        ],
      },
    );
    expect(merged(plan)).toEqual(["A1:A2", "D1:D2"]);
    expect(formulas(plan)).toEqual({
      C1: "=B1/A1",
      D1: "=A1*2",
      E1: "=B1/SUM(B1)",
      F1: "=B1/B4",
      C2: "=B2/A1",
      E2: "=B2/SUM(B2)",
      F2: "=B2/B4",
      C3: "=B3/A3",
      D3: "=A3*2",
      E3: "=B3/SUM(B3)",
      F3: "=B3/B4",
      A4: "=SUM(A1:A3)",
      B4: "=SUM(B1:B3,10)",
      C4: "=MAX(A1:B3)",
    });
    expect(drawn(plan)).toBe(
      table(`
        10 | 1  | 0.1 | 20 | 1 | 0.05
           | 4  | 0.4 |    | 1 | 0.2
        5  | 5  | 1   | 10 | 1 | 0.25
        15 | 20 | 10
      `),
    );
  });

  test("more than 200 instances are nested", () => {
    const { plan } = fill(
      template(`
        {{#单位}}{{单位名称}} | {{金额}}
        小计                  | {{/单位}}
        合计                  | =SUM(B1)
      `),
      { 单位: Array.from({ length: 450 }, (_, at) => ({ 单位名称: String(at), 金额: 1 })) },
    );
    const total = plan.cells.at(-1);
    expect(total?.value).toBe(450);
    expect(total?.formula?.startsWith("=SUM(SUM(B1,B3,B5")).toBe(true);
    expect(total?.formula?.match(/B\d+/g)).toHaveLength(450);
  });

  test("more instances than a function takes leave the cell blank and listed", () => {
    const filled = fill(template("{{#单位}}{{金额}} | \n x{{/单位}} | \n =XYZ(A1)"), {
      单位: Array.from({ length: 300 }, () => ({ 金额: 1 })),
    });
    expect(filled.plan.cells.at(-1)).toEqual({ row: 599, column: 0, value: "x" });
    expect(lacks(filled)).toEqual(["A601 =XYZ(A1)"]);
  });

  test("placeholders within a formula become its amounts, with their cells, or texts", () => {
    const { plan, missing } = fill(
      template('={{资金总额}}/2+1 | ="截至{{年度}}年""底""" | ={{没有}}+1 | ={{备注?}}+1 | =10'),
      { 资金总额: amount(7, 0, "A!B1+A!B2"), 年度: "2026" },
    );
    expect(formulas(plan)).toEqual({ A1: "=('A'!B1+'A'!B2)/2+1", B1: '="截至"&"2026"&"年""底"""' });
    expect(plan.cells.map(({ value }) => value)).toEqual([4.5, '截至2026年"底"', 10]);
    expect(missing).toEqual([{ sheet: "测试表", cell: "C1", item: "没有", owner: "" }]);
  });

  test("what only Excel can tell has a formula and no result", () => {
    const given = template("=XLOOKUP(1,B1,B1) | =A1+1 | ='预算02表'!D9");
    expect(fill(given, {}).plan.cells).toEqual([
      { row: 0, column: 0, value: "", formula: "=XLOOKUP(1,B1,B1)" },
      { row: 0, column: 1, value: "", formula: "=A1+1" },
      { row: 0, column: 2, value: "", formula: "='预算02表'!D9" },
    ]);
  });

  test("a text that begins with = comes from the content as a text", () => {
    expect(fill(template("{{备注}}"), { 备注: "=1+1" }).plan.cells).toEqual([
      { row: 0, column: 0, value: "=1+1" },
    ]);
  });

  test.each([
    ["=B1+1 | =C1 | =SUM(A1:B1)", "模板 A1：公式绕一圈又用到了自己的结果"],
    ["=SUM(", "模板 A1："],
    ["{{#项目}}{{金额}}{{/项目}} | \n =A1*2", "模板 A2："],
  ])("the defect of %s", (drawing, sentence) => {
    const tried = (content: ScopeDrawing) => () => fill(template(drawing), content);
    expect(tried({ 项目: [{ 金额: 1 }] })).toThrow(TemplateDefect);
    expect(tried({ 项目: [] })).toThrow(sentence);
  });
});
