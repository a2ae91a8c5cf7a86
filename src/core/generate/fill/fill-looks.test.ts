import Decimal from "decimal.js";
import { rangeToA1 } from "../../workbook/address";
import { fill } from "./filled.testing";
import { amount, at, template } from "./template.testing";

describe("looks", () => {
  const given = template(
    `
      标题
      {{#项目}}{{项目名称}} | {{金额}} | {{率}}
      小计 | |
      {{#指标}}{{三级指标}} | {{备注}} | {{/指标}}{{/项目}}
      注
    `,
    {
      areas: [
        { range: at("A1:C5"), style: { fontSize: 9 } },
        { range: at("B2:B2"), style: { numberFormat: "#,##0.00" } },
        { range: at("A4:C4"), style: { border: {} } },
        { range: at("A5:C9"), style: { italic: true } },
      ],
      rowHeights: [
        { row: 0, points: 24 },
        { row: 3, points: 30 },
        { row: 6, points: 50 },
      ],
      dropDowns: [{ range: at("B4"), options: ["是", "否"], free: true }],
      frozenRows: 1,
      page: {
        orientation: "landscape",
        paper: "A4",
        titleRows: { top: 0, bottom: 0 },
        printArea: at("A1:C5"),
      },
    },
  );
  const rate = {
    kind: "number",
    number: new Decimal("0.5"),
    decimals: 1,
    percent: true,
    formula: null,
  } as const;

  test("areas, heights, lists and page set-up move and grow with the rows", () => {
    const { plan } = fill(given, {
      项目: [
        { 项目名称: "甲", 金额: amount(1), 率: rate, 指标: [{ 三级指标: "a" }, { 三级指标: "b" }] },
        { 项目名称: "乙", 金额: amount(2), 率: rate, 指标: [{ 三级指标: "c", 备注: "d" }] },
      ],
    });
    expect(plan.areas.map(({ range, style }) => [rangeToA1(range), style])).toEqual([
      ["A1:C9", { fontSize: 9 }],
      ["B2", { numberFormat: "#,##0.00" }],
      ["B6", { numberFormat: "#,##0.00" }],
      ["A4:C5", { border: {} }],
      ["A8:C8", { border: {} }],
      ["A9:C13", { italic: true }],
      ["C2", { numberFormat: "0.0%" }],
      ["C6", { numberFormat: "0.0%" }],
      ["B4:B5", { fillColor: "#FFF2CC" }],
    ]);
    expect(plan.rowHeights).toEqual([
      { row: 0, points: 24 },
      { row: 3, points: 30 },
      { row: 4, points: 30 },
      { row: 7, points: 30 },
      { row: 10, points: 50 },
    ]);
    expect(plan.dropDowns?.map(({ range }) => rangeToA1(range))).toEqual(["B4:B5", "B8"]);
    expect(plan.frozenRows).toBe(1);
    expect(plan.page).toEqual({
      orientation: "landscape",
      paper: "A4",
      titleRows: { top: 0, bottom: 0 },
      printArea: at("A1:C9"),
    });
  });

  test.each([
    ["0.00", amount("16.6172", 4), "0.0000"],
    ["#,##0.00;-#,##0.00;", amount("1416.617", 3), "#,##0.000;-#,##0.000;"],
    ["#,##0", amount("1.5", 1), "#,##0.0"],
    ["0%", { ...rate, number: new Decimal("0.2357"), decimals: 2 }, "0.00%"],
    // Shown without them where it comes from, or nothing but zeros.
    ["0.00", amount("16.6172", 2), null],
    ["0.00", amount("16.6100", 4), null],
    ["0.00%", amount("16.6172", 4), null],
    ["@", amount("16.6172", 4), null],
  ])(
    "a format of the template %s does not hide decimals that the content shows",
    (numberFormat, 金额, wider) => {
      const { plan } = fill(
        template("{{#项目}}{{金额}}{{/项目}}", { areas: [{ range: at("A1:A1"), style: { numberFormat } }] }),
        { 项目: [{ 金额: amount(1) }, { 金额 }] },
      );
      expect(plan.areas.slice(1).map(({ range, style }) => [rangeToA1(range), style.numberFormat])).toEqual(
        wider === null ? [] : [["A2", wider]],
      );
    },
  );

  test("8,000 rows of one repeated row are one area", () => {
    const { plan } = fill(
      template("{{#指标}}{{三级指标}} | {{分值}} | {{备注}}{{/指标}}", {
        areas: [{ range: at("A1:C1"), style: { border: {} } }],
      }),
      { 指标: Array.from({ length: 8000 }, (_, index) => ({ 三级指标: String(index), 分值: amount(1, 1) })) },
    );
    expect(plan.areas.map(({ range }) => rangeToA1(range))).toEqual(["A1:C8000", "B1:B8000", "C1:C8000"]);
    expect(plan.merges).toEqual([]);
  });
});
