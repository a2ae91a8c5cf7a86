/* Sentences about rules written in the workbook, in Chinese. Each says what is wrong and what to write instead. */

/** One of several cells a name may mean: its address and what to write to mean it. */
export interface Candidate {
  readonly cell: string;
  readonly written: string;
}

const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("、");

/** “，相近的有……”; nothing where nothing resembles it. */
const similar = (names: readonly string[]): string => (names.length === 0 ? "" : `，相近的有${list(names)}`);

export const defects = {
  // The text itself. `near` is what stands there.
  blankSide: (side: "左" | "右"): string => `比较号的${side}边是空的，请把关系写完整。`,
  noComparison: "没有比较号，请用 =、≤ 或 ≥ 把两边连起来。",
  noComparisonHere: (near: string): string =>
    `“${near}”附近有比较号，这里只能写一个金额，如“预算02表[合计, 合计]”。`,
  noAmount: "没有写报表的数，请写成“表[行, 列]”。",
  twoComparisons: (near: string): string => `“${near}”附近又有一个比较号，一条规则只能比较一次，请拆成两行。`,
  notEqual: (near: string): string => `“${near}”附近用了“不等于”，勾稽规则只能写 =、≤ 或 ≥。`,
  strictly: (near: string): string => `“${near}”附近用了 < 或 >，请改为 ≤ 或 ≥。`,
  division: (near: string): string => `“${near}”附近用了除法，请改写成乘法，如“× 0.5”或“× 50%”。`,
  amountsMultiplied: (near: string): string =>
    `“${near}”附近是金额乘金额，没有意义，× 的一边必须是数或百分数。`,
  bareShare: (near: string): string =>
    `“${near}”附近的百分数没有乘以金额，请写成“表[行, 列] × 百分数”，或改写成数。`,
  noOperator: (near: string): string => `“${near}”前面缺少 +、−、× 或比较号。`,
  noOperand: (near: string): string => `“${near}”附近的运算符后面缺少“表[行, 列]”或数。`,
  openParenthesis: (near: string): string => `“${near}”附近的左括号没有对应的右括号。`,
  strayParenthesis: (near: string): string => `“${near}”附近多了一个右括号。`,
  tooDeep: "括号套得太多，看不懂，请写得简单一些。",
  tooLong: (most: number): string => `这条规则超过 ${String(most)} 个字，请拆成几行。`,
  noBracket: (near: string): string => `“${near}”后面缺少方括号，请写成“表[行, 列]”。`,
  cellAddress: (near: string): string =>
    `“${near}”是单元格地址，请改写成“表[行, 列]”，如“预算23表[合计, 项目支出]”。`,
  noTable: (near: string): string => `“${near}”前面缺少表名，请写成“表[行, 列]”。`,
  openBracket: (near: string): string => `“${near}”附近的方括号没有合上。`,
  strayBracket: (near: string): string => `“${near}”附近多了一个右方括号。`,
  blankName: (near: string): string => `“${near}”附近缺少名称，请写成“表[行, 列]”。`,
  manyNames: (near: string): string =>
    `“${near}”附近的方括号里多于两个名称，只能写“行, 列”；名称本身带逗号的，请加上引号。`,
  strayComma: (near: string): string => `“${near}”附近多了一个逗号。`,
  tooLargeNumber: (near: string): string => `“${near}”附近的数太大，不像金额，请核对。`,
  // What it says.
  noTerm: "两边都没有写报表的数，没有可核对的，请写成“表[行, 列] = …”。",
  sameCell: (cell: string): string =>
    `两边用到了同一个单元格${cell}，自己和自己比没有意义，请核对行、列名称。`,
  repeated: (row: number): string => `与规则第 ${String(row)} 行是同一个关系，不再重复核对，请删去一行。`,
  cycle: (rows: readonly number[]): string =>
    `与规则第 ${rows.map(String).join("、")} 行互相定义，成了循环，本行没有核对，请删去其中一行或改用 ≤、≥。`,
  tooLargeSum: "两边的数太大，不像金额，请核对乘数。",
  // What it names.
  noTables: "工作簿里没有认出报表，规则无从核对。",
  unknownTable: (name: string, near: readonly string[]): string =>
    `工作簿里没有报表“${name}”${similar(near)}，请改写表名。`,
  noTableOnSheet: (name: string): string => `工作表“${name}”里没有认出金额表，无法核对。`,
  ambiguousTable: (name: string, sheets: readonly string[]): string =>
    `“${name}”对应不止一张报表，分别在工作表${list(sheets)}，请改写成其中一个工作表名。`,
  unknownRow: (table: string, name: string, near: readonly string[]): string =>
    `《${table}》里没有行“${name}”${similar(near)}，请改写行名。`,
  unknownColumn: (table: string, name: string, near: readonly string[]): string =>
    `《${table}》里没有列“${name}”${similar(near)}，请改写列名。`,
  swapped: (table: string, row: string, column: string): string =>
    `《${table}》里的行和列写反了，请写成“[${column}, ${row}]”。`,
  notTogether: (table: string, row: string, column: string): string =>
    `《${table}》里行“${row}”的那一部分没有列“${column}”，请核对行名和列名。`,
  columnNeeded: (table: string, names: readonly string[]): string =>
    `《${table}》有不止一列金额，请写明是哪一列，如${list(names)}。`,
  ambiguousCell: (table: string, name: string, candidates: readonly Candidate[], more: boolean): string =>
    `《${table}》里的“${name}”不止一处：${candidates.map(({ cell, written }) => `${cell}（应写作“${written}”）`).join("、")}${more ? "等" : ""}，请写明是哪一处。`,
  sameNames: (table: string, name: string, cells: readonly string[]): string =>
    `《${table}》里的“${name}”不止一处（${cells.join("、")}），名称完全相同，无法分清，请改用科目编码，或在表中改名。`,
  unreadable: (sheet: string, cell: string): string =>
    `用到的《${sheet}》${cell}不是金额，本条没有核对，请先改正那个单元格。`,
  // The other columns of the sheet.
  tolerance: (text: string): string =>
    `容差“${text}”看不懂，请写成 0.05、0.05万元 或 1%，不填则按四舍五入判断。`,
  level: (text: string): string => `级别“${text}”看不懂，请写“错误”或“警告”，不填按错误处理。`,
  notText: "这一格是公式或错误值，不是一条规则，请在最前面加一个单引号（'），按文字输入。",
  noHeader: "没有找到“关系”一列，规则没有核对，请在表头写上“关系”，再在它下面逐行写规则。",
} as const;

export interface SideText {
  /** The figure the side comes to. */
  readonly sum: string;
  /** Its cells as a sum; one cell alone is named without its figure. */
  readonly cells: string;
}

const WORDS = { "=": "等于", "≤": "不大于", "≥": "不小于" } as const;

export const messages = {
  broken: (row: number, defect: string): string => `勾稽规则第 ${String(row)} 行：${defect}`,
  violated: (
    row: number,
    comparison: keyof typeof WORDS,
    left: SideText,
    right: SideText,
    difference: string,
    note: string,
  ): string =>
    `${ruleName(row)}不成立：左边${left.cells}为 ${left.sum}，应${WORDS[comparison]}右边${right.cells}的 ${right.sum}，${moreOrLess(difference)}，请核对${noteText(note)}。`,
  rounding: (row: number, left: SideText, right: SideText, difference: string, note: string): string =>
    `${ruleName(row)}：左边${left.cells}为 ${left.sum}，右边${right.cells}按显示位数计算为 ${right.sum}，${moreOrLess(difference)}，在四舍五入或截位的范围内（尾差）${noteText(note)}。`,
  cell: (sheet: string, cell: string, label: string): string => `《${sheet}》${cell}“${label}”`,
} as const;

function ruleName(row: number): string {
  return row === 0 ? "表样规定的关系" : `规则第 ${String(row)} 行`;
}

function moreOrLess(difference: string): string {
  return difference.startsWith("-") ? `少 ${difference.slice(1)}` : `多 ${difference}`;
}

function noteText(note: string): string {
  return note === "" ? "" : `（说明：${note}）`;
}
