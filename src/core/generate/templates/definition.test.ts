import { BUILT_IN_TEMPLATES } from ".";
import { checkTemplate, readTemplate } from "./definition";

/* A small template file, then the same broken in one place at a time: what is said, and where. */

const SOUND = {
  id: "demo-goals",
  title: "绩效目标表",
  authority: "某市财政局",
  source: "某市表样（2026年）",
  sheetName: "绩效目标表",
  columns: [10, 24],
  rows: [["{{年度}}年绩效目标表"], ["单位", "资金总额"], [null, "{{资金总额}}"], ["", "=B3"]],
  merges: ["A1:B1", "A2:A3"],
  styles: { title: { bold: true, border: { style: "medium", color: "#112233" } } },
  areas: [{ range: "A1:B1", style: "title" }],
  heights: { "1": 30 },
  dropDowns: [{ range: "A3", options: ["甲", "乙"], free: true }],
  page: { orientation: "landscape", paper: "A3", titleRows: "1:2", printArea: "A1:B4" },
  amounts: { 资金总额: ["预算02表[合计, 合计]"] },
  optional: ["备注"],
};

function told(change: Readonly<Record<string, unknown>>): readonly string[] {
  const read = checkTemplate({ ...SOUND, ...change });
  return "defects" in read ? read.defects : [];
}

test("ranges, rows, widths and margins of a file become those of a template", () => {
  expect(
    readTemplate({
      ...SOUND,
      page: { ...SOUND.page, margins: { top: 2.54, bottom: 0, left: 1.27, right: 0 } },
    }),
  ).toEqual({
    id: "demo-goals",
    title: "绩效目标表",
    authority: "某市财政局",
    sheetName: "绩效目标表",
    each: null,
    cells: [
      { row: 0, column: 0, text: "{{年度}}年绩效目标表" },
      { row: 1, column: 0, text: "单位" },
      { row: 1, column: 1, text: "资金总额" },
      { row: 2, column: 1, text: "{{资金总额}}" },
      { row: 3, column: 1, text: "=B3" },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ],
    areas: [
      {
        range: { top: 0, left: 0, bottom: 0, right: 1 },
        style: { bold: true, border: { style: "medium", color: "#112233" } },
      },
    ],
    columnWidths: [60, 144],
    rowHeights: [{ row: 0, points: 30 }],
    dropDowns: [{ range: { top: 2, left: 0, bottom: 2, right: 0 }, options: ["甲", "乙"], free: true }],
    frozenRows: 0,
    page: {
      orientation: "landscape",
      paper: "A3",
      titleRows: { top: 0, bottom: 1 },
      printArea: { top: 0, left: 0, bottom: 3, right: 1 },
      margins: { top: 72, bottom: 0, left: 36, right: 0 },
    },
    amounts: { 资金总额: ["预算02表[合计, 合计]"] },
    optional: ["备注"],
  });
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ["misspelt field", { sheetname: "表" }, "sheetname：不认识的字段“sheetname”"],
  [
    "field left out",
    { title: undefined },
    "title：缺少必填的字段 title（名称），应为文字（用双引号括起来）。",
  ],
  ["wrong kind", { columns: "10" }, 'columns：写的是 "10"，应为列表 [ … ]。'],
  ["no rows", { rows: [] }, "rows：至少要有一项。"],
  ["no range", { merges: ["A1-B1"] }, "merges[0]：不是单元格区域，请写成 A1 或 A1:S1。"],
  [
    "style not defined",
    { areas: [{ range: "A1", style: "titel" }] },
    "areas[0].style：样式“titel”没有在 styles 中定义，是不是“title”？",
  ],
  [
    "merges that overlap",
    { merges: ["A1:B2", "B2:B3"] },
    "merges[0]：合并区域 A1:B2 会盖住文字“单位”，请把它写在该区域左上角的单元格，或缩小合并区域。",
  ],
  [
    "the same merge twice",
    { merges: ["A1:B1", "A1:A2"] },
    "merges[1]：合并区域 A1:A2 与 A1:B1 重叠，请改成互不相交的区域。",
  ],
  [
    "more cells than columns",
    { rows: [["一", "二", "三"]], merges: [] },
    "rows[0]：第 1 行有 3 个单元格，而 columns 只给了 2 列的宽度，请补上列宽或删去多余的单元格。",
  ],
  ["row number", { heights: { 首行: 30 } }, 'heights.首行：“首行”不是行号，请写从 1 起的整数，例如 "1"。'],
  [
    "title rows upside down",
    { page: { orientation: "portrait", paper: "A4", titleRows: "6:4" } },
    "page.titleRows：不是行号范围，请写成 4:6（从上到下）。",
  ],
  [
    "paper",
    { page: { orientation: "portrait", paper: "A5" } },
    'page.paper："A5" 不在可选的值之中，是不是“A3”或“A4”？可选：A3、A4。',
  ],
  [
    "amount that cannot be read",
    { amounts: { 资金总额: ["预算02表[{单位代码}, 合计]", "预算02表.合计 − 预算02表[合计, 合计"] } },
    "amounts.资金总额[1]：“[合计, 合计”附近的方括号没有合上。",
  ],
  [
    "amount of the only unit that cannot be read",
    { amounts: { 资金总额: ["只有一个单位时：收支总表.合计", "只有一个单位时：收支总表[合计"] } },
    "amounts.资金总额[1]：“[合计”附近的方括号没有合上。",
  ],
  ["width of nothing", { columns: [10, 0] }, "columns[1]：应为大于 0 的数。"],
  [
    "colour",
    { styles: { title: { fillColor: "red" } } },
    "styles.title.fillColor：不是颜色，请写成 #RRGGBB，例如 #FFF2CC。",
  ],
])("%s", (_name, change, expected) => {
  expect(told(change)[0]).toContain(`模板文件 demo-goals.json · ${expected}`);
});

test("every defect is told, and reading throws the first", () => {
  const change = { columns: [0, 1], frozenRows: -1, merges: ["nowhere"] };
  expect(told(change)).toHaveLength(3);
  expect(() => readTemplate({ ...SOUND, ...change })).toThrow(told(change)[0] ?? "no defect");
});

test("the built-in templates have ids of their own", () => {
  const ids = BUILT_IN_TEMPLATES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
});
