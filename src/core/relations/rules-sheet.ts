import type { CheckReport } from "../report";
import type { PlannedCell, SheetPlan } from "../workbook/sheet-plan";
import { EXAMPLE_RULES, type ExampleRule } from "./examples";
import { RULE_HEADINGS, RULES_SHEET_NAMES } from "./rule-columns";

const TITLE = "勾稽规则";

const HOW_TO = [
  "每行写一条关系：用“表[行, 列]”指一个数，用 =、≤、≥ 连接两边，可以用 +、−、× 和括号。不写单元格地址，插入行列后规则照样有效。",
  "表：写表号、表名或工作表名。行：写行标题或科目编码。列：写列标题。“合计”指合计行、合计列；重名的写成“上级/名称”，如“本年收入/小计”。",
  "容差、级别、说明、启用都可以不填。容差如 0.05、0.05万元、1%，不填则按四舍五入判断；级别写“错误”（默认）或“警告”；启用写“否”的不核对。",
  "写好后点“一键检查”：不成立的规则列在检查结果里，看不懂的规则在它所在的行说明原因，其余照常核对。",
];

/** Rows below the header that are formatted for rules. */
const RULE_ROWS = 200;
const MOST_EXAMPLES = 5;
/** Points: the relation, the tolerance, the level, the note (the longest of the examples in one line), whether it is used. */
const COLUMN_WIDTHS = [480, 70, 55, 400, 45];

const COLUMNS = ["relation", "tolerance", "level", "note", "enabled"] as const;

/**
 * The sheet 勾稽规则 with a title, how to write a rule, the header and examples: those of the forms that are in the
 * workbook are ready to be used; where the report knows no such forms, or there is none yet, the examples are switched off.
 */
export function rulesSheetPlan(report: CheckReport | null): SheetPlan {
  const header = HOW_TO.length + 2;
  const examples = examplesFor(report);
  const [name, ...otherNames] = RULES_SHEET_NAMES;
  const texts: readonly (readonly string[])[] = [
    [TITLE],
    ...HOW_TO.map((line) => [line]),
    [],
    COLUMNS.map((column) => RULE_HEADINGS[column][0]),
    ...examples,
  ];
  const cells = texts.flatMap((line, row) =>
    line.flatMap((value, column): PlannedCell[] => (value === "" ? [] : [{ row, column, value }])),
  );
  const lastColumn = COLUMNS.length - 1;
  const rules = { top: header + 1, bottom: header + RULE_ROWS, left: 0, right: lastColumn };
  return {
    name,
    otherNames,
    cells,
    areas: [
      { range: { top: 0, bottom: 0, left: 0, right: 0 }, style: { bold: true, fontSize: 14 } },
      { range: { top: 1, bottom: HOW_TO.length, left: 0, right: 0 }, style: { fontColor: "#595959" } },
      {
        range: { top: header, bottom: header, left: 0, right: lastColumn },
        style: { bold: true, fillColor: "#DDEBF7" },
      },
      { range: { ...rules, right: 0 }, style: { asText: true, wrapText: true } },
      { range: { ...rules, left: 3, right: 3 }, style: { wrapText: true } },
    ],
    columnWidths: COLUMN_WIDTHS,
    start: { row: header + 1, column: 0 },
  };
}

/** Rows of the sheet. */
function examplesFor(report: CheckReport | null): string[][] {
  const tables = report?.tables ?? [];
  const fitting = EXAMPLE_RULES.filter(({ forms }) =>
    // Two tables of one form cannot be told apart by its number.
    forms.every((form) => tables.filter((table) => table.form === form).length === 1),
  );
  if (fitting.length > 0) return fitting.slice(0, MOST_EXAMPLES).map((rule) => exampleRow(rule, true));
  const [first, second] = [...new Set(tables.map(({ sheet }) => sheet))];
  if (first !== undefined && second !== undefined) return [ownTables(first, second)];
  const hunan = EXAMPLE_RULES.filter(({ forms }) => forms.every((form) => form.startsWith("hunan-")));
  return hunan.slice(0, MOST_EXAMPLES).map((rule) => exampleRow(rule, false));
}

function exampleRow({ relation, level, note }: ExampleRule, enabled: boolean): string[] {
  return [relation, "", level, enabled ? note : `示例：${note}`, enabled ? "" : "否"];
}

/** Shows how to name tables that no form knows; what their rows and columns are called the user must say. */
function ownTables(first: string, second: string): string[] {
  const relation = `“${first}”[合计, 合计] = “${second}”[合计, 合计]`;
  return [relation, "", "错误", "示例：请改成表里的行标题、列标题，再删去右边的“否”", "否"];
}
