import { MAX_KEPT_CHARACTERS } from "../../workbook/kept-part";

/* What is said about a form family's files, in Chinese, to the person who writes one. */

/** What the fields of a file are called, for readers who do not know English. */
export type FieldNames = Readonly<Record<string, string>>;

const FAMILY_FIELDS: FieldNames = {
  about: "表头所示对象",
  authority: "发布机关",
  blocks: "数据块",
  columns: "列的含义",
  dimensions: "维度",
  execution: "预算执行行",
  header: "列标题",
  id: "编号",
  indicators: "绩效指标列",
  kind: "方式",
  members: "成员",
  name: "名称",
  number: "表号",
  openHeader: "列标题不限",
  phrases: "写法",
  rates: "比率列",
  relations: "勾稽关系",
  role: "用途",
  rows: "行的读法",
  source: "出处",
  sums: "各列之和",
  stub: "行标题栏",
  terms: "用语",
  textColumns: "文字列",
  titles: "标题",
  unit: "金额单位",
  year: "年度",
  until: "到此为止",
};

/** Kinds of JSON values, by zod's names for them. */
const KINDS: Readonly<Record<string, string>> = {
  string: "文字（用双引号括起来）",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表 [ … ]",
  object: "对象 { … }",
};

export const messages = {
  syntax: (column: number, reason: string): string =>
    `不是有效的 JSON：第 ${String(column)} 个字符${reason}。`,
  syntaxReasons: {
    comma: "前缺少逗号",
    colon: "前缺少冒号",
    closeBrace: "前缺少右花括号 }",
    closeBracket: "前缺少右方括号 ]",
    value: "前缺少内容（可能多了一个逗号）",
    key: "处的字段名应当用双引号括起来",
    string: "处的文字没有用双引号结束",
    comment: "处有注释，而 JSON 不允许注释",
    end: "处还有多余的内容",
    depth: "处的括号套得太深",
    other: "处有不认识的符号（引号、逗号等须用半角）",
  },
  duplicateKey: (key: string): string => `字段“${key}”写了两次，请删去一处。`,
  notAFamily:
    "这不是表套文件，请选择 family.json 和各表样文件（可多选），或用 gouji forms pack 合并成的一个文件。",
  tooLong: `表套文件过大（上限 ${String(MAX_KEPT_CHARACTERS / 10_000)} 万字），请核对是否选错了文件。`,
  noFamilyFile: (files: readonly string[]): string =>
    `缺少 family.json（表套的名称、发布机关、用语）${files.length === 0 ? "" : `；现有：${files.join("、")}`}。`,
  noForms: "除 family.json 外没有任何表样文件，请为每张表写一个 .json 文件。",

  missing: (field: string, kind: string, names = FAMILY_FIELDS): string =>
    `缺少必填的字段 ${fieldName(field, names)}，应为${KINDS[kind] ?? kind}。`,
  missingChoice: (field: string, allowed: readonly string[], names = FAMILY_FIELDS): string =>
    `缺少必填的字段 ${fieldName(field, names)}，可选：${allowed.join("、")}。`,
  missingItem: (kind: string): string => `缺少内容，应为${KINDS[kind] ?? kind}。`,
  wrongKind: (given: unknown, kinds: readonly string[]): string =>
    `写的是 ${shown(given)}，应为${kinds.map((kind) => KINDS[kind] ?? kind).join("或")}。`,
  unknownKey: (
    key: string,
    near: readonly string[],
    allowed: readonly string[],
    names = FAMILY_FIELDS,
  ): string =>
    `不认识的字段“${key}”${question(near)}这里可用的字段：${allowed.map((field) => fieldName(field, names)).join("、")}。`,
  unknownValue: (given: unknown, near: readonly string[], allowed: readonly string[]): string =>
    `${shown(given)} 不在可选的值之中${question(near)}可选：${allowed.join("、")}。`,
  empty: "不能为空。",
  emptyList: "至少要有一项。",
  badId: (given: unknown): string =>
    `${shown(given)} 不能用作编号，只能用小写字母、数字和连字符，例如 changsha-budget-2025。`,
  other: "不合要求，请对照 docs/forms.md 的说明。",

  unknownMember: (dimension: string, id: string, near: readonly string[], all: readonly string[]): string =>
    `维度 ${dimension} 中没有成员“${id}”${near.length > 0 ? question(near) : `，可用的成员：${all.join("、")}。`}`,
  unknownCode: (book: string, code: string, near: readonly string[]): string =>
    `${book}中没有编码“${code}”${question(near)}`,
  badFunction: (code: string): string =>
    `“${code}”不是支出功能分类编码，应为 3 位（类）、5 位（款）或 7 位（项）数字。`,
  blankPhrase: (phrase: string): string => `“${phrase}”去掉空格后什么也不剩，在表中无法找到。`,
  termTwice: (phrase: string, other: string): string =>
    `用语“${phrase}”在 ${other} 已有另一种含义，请只保留一处，或写成“上级标题/${phrase}”加以区分。`,
  stubWithoutName: "行标题栏中须有一列的 role 为 name（名称）或 code（编码），否则在表中找不到这个数据块。",
  listWithoutName: "按行文读取（kind 为 list）的数据块，行标题栏中须有一列的 role 为 name。",
  codedWithoutCode:
    "按编码读取（kind 为 coded）的数据块，行标题栏中须有编码列（role 为 code、class、section、item 或 unitCode）。",
  sameStub: (phrase: string): string => `同一数据块的两列行标题都写作“${phrase}”，无法区分哪一列是哪一列。`,
  sameId: (id: string, file: string): string => `表样编号“${id}”与 ${file} 相同，每张表样的编号须不同。`,
  sameNumber: (number: string, file: string): string =>
    `表号“${number}”与 ${file} 相同，识别报表时无法区分这两张表。`,
  sameLook: (title: string, file: string): string =>
    `标题“${title}”和列标题与 ${file} 完全相同，识别报表时无法区分，请补上不同的表号（number）、标题或列标题。`,

  replacesBuiltIn: (id: string, name: string): string =>
    `编号“${id}”与自带的表套“${name}”相同：使用本表套时，它取代自带的那一套。`,
  likeBuiltIn: (count: number, title: string, family: string, id: string): string =>
    `${count === 1 ? `“${title}”` : `“${title}”等 ${String(count)} 张表样`}与自带表套“${family}”的标题和列标题相同，` +
    `两者都适合的表按本表套识别；如要整套取代自带的表套，请把 family.json 的 id 改成“${id}”。`,
} as const;

function fieldName(field: string, names: FieldNames): string {
  const name = names[field];
  return name === undefined ? field : `${field}（${name}）`;
}

/** “，是不是“titles”？” or a full stop. */
function question(near: readonly string[]): string {
  return near.length === 0 ? "。" : `，是不是${near.map((word) => `“${word}”`).join("或")}？`;
}

/** A value as the file has it, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "空";
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
