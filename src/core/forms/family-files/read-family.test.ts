import { describeDefect } from "./defect";
import { familyRemarks, readFamily, withFamilies, type FamilyReading } from "./read-family";

/* Small family, broken in one place at a time: what is said, and where. */

const FAMILY = `{
  "id": "demo-2026",
  "name": "示例表样",
  "authority": "某市财政局",
  "year": 2026,
  "source": "某市部门预算公开表样（2026年）",
  "unit": "万元",
  "terms": [
    {"phrases": ["基本支出"], "members": {"kind": "basic"}},
    {"phrases": ["项目支出"], "members": {"kind": "project"}}
  ]
}`;
const FORM = `{
  "id": "demo-2026-03",
  "number": "表3",
  "titles": ["支出总表"],
  "members": {"stage": "spent"},
  "columns": {"dimensions": ["kind"]},
  "header": ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  "blocks": [
    {
      "stub": [{"phrases": ["科目编码"], "role": "code"}, {"phrases": ["科目名称"], "role": "name"}],
      "rows": {"kind": "coded", "dimensions": ["unit", "function"]}
    }
  ],
  "terms": [{"phrases": ["人员经费"], "members": {"departmental": ["301", "303"]}}]
}`;
const OTHER = FORM.replace('"demo-2026-03"', '"demo-2026-05"')
  .replace('"表3"', '"表5"')
  .replace("支出总表", "一般公共预算支出表");
const SOUND = { "family.json": FAMILY, "03.json": FORM, "05.json": OTHER };

/** The sound family with one text of a file replaced. */
function broken(file: keyof typeof SOUND, from: string | RegExp, to: string): Record<string, string> {
  const text = SOUND[file].replace(from, to);
  if (text === SOUND[file]) throw new Error(`${file} has no ${String(from)}`);
  return { ...SOUND, [file]: text };
}

function told(texts: Readonly<Record<string, string>>): string[] {
  const reading = readFamily(texts);
  return reading.family === null ? reading.defects.map(describeDefect) : [];
}

function sound(texts: Readonly<Record<string, string>>): Extract<FamilyReading, { readonly text: string }> {
  const reading = readFamily(texts);
  if (reading.family === null) throw new Error(reading.defects.map(describeDefect).join("\n"));
  return reading;
}

test("a sound family has no defects; joined into one text it is the same family", () => {
  const { family, text, files } = sound(SOUND);
  expect(files).toEqual(["03.json", "05.json"]);
  expect(family.forms.map(({ id }) => id)).toEqual(["demo-2026-03", "demo-2026-05"]);
  expect(sound({ "任意名称.json": text }).family).toEqual(family);
  expect(sound({ ...SOUND, "03.json": `\ufeff${FORM}` }).family).toEqual(family);
});

describe("broken JSON: the first mistake of each file, with line and column", () => {
  test.each([
    [
      "comma left out",
      broken("03.json", '"表3",', '"表3"'),
      "第 4 行：不是有效的 JSON：第 3 个字符前缺少逗号。",
    ],
    [
      "comma too many",
      broken("03.json", '["kind"]}', '["kind",]}'),
      "第 6 行：不是有效的 JSON：第 37 个字符前缺少内容（可能多了一个逗号）。",
    ],
    [
      "full-width quotes",
      broken("03.json", '"表3"', "“表3”"),
      "第 3 行：不是有效的 JSON：第 13 个字符处有不认识的符号（引号、逗号等须用半角）。",
    ],
    [
      "comment",
      broken("03.json", '"number"', '// 表号\n  "number"'),
      "第 3 行：不是有效的 JSON：第 3 个字符处有注释，而 JSON 不允许注释。",
    ],
    [
      "cut off",
      broken("03.json", /\],\n {2}"terms"[^]*$/, ""),
      "第 13 行：不是有效的 JSON：第 3 个字符前缺少右方括号 ]。",
    ],
    [
      "empty",
      { ...SOUND, "03.json": "" },
      "第 1 行：不是有效的 JSON：第 1 个字符前缺少内容（可能多了一个逗号）。",
    ],
    [
      "key twice",
      broken("03.json", '"number": "表3"', '"id": "x"'),
      "第 3 行 · id：字段“id”写了两次，请删去一处。",
    ],
  ])("%s", (_what, texts, sentence) => {
    expect(told(texts)).toEqual([`03.json ${sentence}`]);
  });
});

const FORM_FIELDS =
  "id（编号）、number（表号）、titles（标题）、members（成员）、columns（列的含义）、header（列标题）、openHeader（列标题不限）、textColumns（文字列）、blocks（数据块）、until（到此为止）、sums（各列之和）、rates（比率列）、indicators（绩效指标列）、execution（预算执行行）、about（表头所示对象）、terms（用语）";

describe("what does not fit: line, place, what is there, what may stand there", () => {
  test.each([
    [
      "field missing",
      broken("03.json", '"titles": ["支出总表"],', ""),
      "03.json 第 1 行 · titles：缺少必填的字段 titles（标题），应为列表 [ … ]。",
    ],
    [
      "field misspelt",
      broken("03.json", '"titles"', '"title"'),
      `03.json 第 4 行 · title：不认识的字段“title”，是不是“titles”？这里可用的字段：${FORM_FIELDS}。`,
    ],
    [
      "field misspelt, deep",
      broken("03.json", '"role": "code"', '"rule": "code"'),
      "03.json 第 10 行 · blocks[0].stub[0].rule：不认识的字段“rule”，是不是“role”？这里可用的字段：phrases（写法）、role（用途）。",
    ],
    [
      "field unknown",
      broken("family.json", '"year": 2026', '"year": 2026, "颜色": 1'),
      "family.json 第 5 行 · 颜色：不认识的字段“颜色”。这里可用的字段：id（编号）、name（名称）、authority（发布机关）、year（年度）、source（出处）、unit（金额单位）、terms（用语）、relations（勾稽关系）。",
    ],
    [
      "text for a list",
      broken("03.json", '["支出总表"]', '"支出总表"'),
      '03.json 第 4 行 · titles：写的是 "支出总表"，应为列表 [ … ]。',
    ],
    [
      "text for a number",
      broken("family.json", "2026,", '"2026",'),
      'family.json 第 5 行 · year：写的是 "2026"，应为数字。',
    ],
    [
      "number for a code",
      broken("03.json", '["301", "303"]', "301"),
      "03.json 第 14 行 · terms[0].members.departmental：写的是 301，应为文字（用双引号括起来）或列表 [ … ]。",
    ],
    [
      "year with a fraction",
      broken("family.json", "2026,", "2026.5,"),
      "family.json 第 5 行 · year：写的是 2026.5，应为整数。",
    ],
    [
      "value unknown",
      broken("03.json", '"kind": "coded"', '"kind": "code"'),
      '03.json 第 11 行 · blocks[0].rows.kind："code" 不在可选的值之中，是不是“coded”？可选：coded、list、inline、layout。',
    ],
    [
      "value missing",
      broken("03.json", '"kind": "coded", ', ""),
      "03.json 第 11 行 · blocks[0].rows.kind：缺少必填的字段 kind（方式），可选：coded、list、inline、layout。",
    ],
    [
      "id with capitals",
      broken("03.json", '"demo-2026-03"', '"Demo_03"'),
      '03.json 第 2 行 · id："Demo_03" 不能用作编号，只能用小写字母、数字和连字符，例如 changsha-budget-2025。',
    ],
    [
      "no header phrase",
      broken("03.json", /"header": \[[^\]]*\]/, '"header": []'),
      "03.json 第 7 行 · header：至少要有一项。",
    ],
    ["empty phrase", broken("03.json", '"合计"', '""'), "03.json 第 7 行 · header[2]：不能为空。"],
    [
      "phrase of blanks",
      broken("03.json", '"合计"', '"\u3000"'),
      "03.json 第 7 行 · header[2]：“\u3000”去掉空格后什么也不剩，在表中无法找到。",
    ],
    ["a file that is a list", { ...SOUND, "03.json": "[1]" }, "03.json：写的是 [1]，应为对象 { … }。"],
  ])("%s", (_what, texts, sentence) => {
    expect(told(texts)).toEqual([sentence]);
  });
});

describe("ids and codes that do not exist", () => {
  test.each([
    [
      "member of the form",
      broken("03.json", '"stage": "spent"', '"stage": "spend"'),
      "03.json 第 5 行 · members.stage：维度 stage 中没有成员“spend”，是不是“spent”？",
    ],
    [
      "member in a list, like none",
      broken("family.json", '"kind": "project"', '"kind": ["project", "capital"]'),
      "family.json 第 10 行 · terms[1].members.kind[1]：维度 kind 中没有成员“capital”，可用的成员：basic、personnel、public、project、operating、upward、affiliated。",
    ],
    [
      "member of a block",
      broken("03.json", '"rows": {', '"members": {"fund": "genral"},\n      "rows": {'),
      "03.json 第 11 行 · blocks[0].members.fund：维度 fund 中没有成员“genral”，是不是“general”？",
    ],
    [
      "economic code",
      broken("03.json", '"303"', '"30398"'),
      "03.json 第 14 行 · terms[0].members.departmental[1]：部门预算支出经济分类中没有编码“30398”，是不是“30308 助学金”或“30399 其他对个人和家庭的补助”或“303 对个人和家庭的补助”？",
    ],
    [
      "half a code",
      broken("03.json", '"303"', '"3031"'),
      "03.json 第 14 行 · terms[0].members.departmental[1]：部门预算支出经济分类中没有编码“3031”，是不是“303 对个人和家庭的补助”或“30301 离休费”或“30310 个人农业生产补贴”？",
    ],
    [
      "functional code",
      broken("03.json", '"stage": "spent"', '"function": "20"'),
      "03.json 第 5 行 · members.function：“20”不是支出功能分类编码，应为 3 位（类）、5 位（款）或 7 位（项）数字。",
    ],
  ])("%s", (_what, texts, sentence) => {
    expect(told(texts)).toEqual([sentence]);
  });
});

describe("what could never be read", () => {
  const STUB = '"phrases": ["科目编码"], "role": "code"}, {"phrases": ["科目名称"], "role": "name"}';
  test.each([
    [
      "stub without name and code",
      broken("03.json", STUB, '"phrases": ["科目编码"], "role": "item"}'),
      "03.json 第 10 行 · blocks[0].stub：行标题栏中须有一列的 role 为 name（名称）或 code（编码），否则在表中找不到这个数据块。",
    ],
    [
      "list without name",
      broken("03.json", /"role": "name"([^]*)"kind": "coded"/, '"role": "item"$1"kind": "list"'),
      "03.json 第 10 行 · blocks[0].stub：按行文读取（kind 为 list）的数据块，行标题栏中须有一列的 role 为 name。",
    ],
    [
      "codes without a column",
      broken(
        "03.json",
        /\{"phrases": \["科目编码"\], "role": "code"\}, ([^]*)\["unit", "function"\]/,
        '$1["function"]',
      ),
      "03.json 第 10 行 · blocks[0].stub：按编码读取（kind 为 coded）的数据块，行标题栏中须有编码列（role 为 code、class、section、item 或 unitCode）。",
    ],
    [
      "one heading for two columns",
      broken("03.json", '["科目名称"]', '["科目 编码"]'),
      "03.json 第 10 行 · blocks[0].stub[1].phrases[0]：同一数据块的两列行标题都写作“科目 编码”，无法区分哪一列是哪一列。",
    ],
    [
      "one phrase, two meanings",
      broken("family.json", '"项目支出"', '"基 本 支出"'),
      "family.json 第 10 行 · terms[1].phrases[0]：用语“基 本 支出”在 terms[0].phrases[0] 已有另一种含义，请只保留一处，或写成“上级标题/基 本 支出”加以区分。",
    ],
    [
      "same id",
      broken("05.json", "demo-2026-05", "demo-2026-03"),
      "05.json 第 2 行 · id：表样编号“demo-2026-03”与 03.json 相同，每张表样的编号须不同。",
    ],
    [
      "same number",
      broken("05.json", "表5", "表 3"),
      "05.json 第 3 行 · number：表号“表 3”与 03.json 相同，识别报表时无法区分这两张表。",
    ],
    [
      "same title and headings",
      broken("05.json", /"number": "表5",\n {2}"titles": \["一般公共预算支出表"\]/, '"titles": ["支出总表"]'),
      "05.json 第 3 行 · titles：标题“支出总表”和列标题与 03.json 完全相同，识别报表时无法区分，请补上不同的表号（number）、标题或列标题。",
    ],
    [
      "family.json missing",
      { "03.json": FORM, "05.json": OTHER },
      "family.json：缺少 family.json（表套的名称、发布机关、用语）；现有：03.json、05.json。",
    ],
    [
      "no forms",
      { "family.json": FAMILY },
      "family.json 第 1 行：除 family.json 外没有任何表样文件，请为每张表写一个 .json 文件。",
    ],
    [
      "one form alone",
      { "03.json": FORM },
      "03.json：这不是表套文件，请选择 family.json 和各表样文件（可多选），或用 gouji forms pack 合并成的一个文件。",
    ],
    [
      "something else",
      { "设置.json": "3" },
      "设置.json：这不是表套文件，请选择 family.json 和各表样文件（可多选），或用 gouji forms pack 合并成的一个文件。",
    ],
  ])("%s", (_what, texts, sentence) => {
    expect(told(texts)).toEqual([sentence]);
  });
});

test("every defect of every file, from top to bottom", () => {
  const texts = {
    ...broken("03.json", /"stage": "spent"([^]*)"item"|"stage": "spent"/, '"stage": "spend"'),
    "05.json": OTHER.replace('"titles"', '"title"').replace('"coded"', '"code"').replace('"表5"', "5"),
  };
  expect(told(texts).map((line) => line.split("：")[0])).toEqual([
    "03.json 第 5 行 · members.stage",
    "05.json 第 3 行 · number",
    "05.json 第 4 行 · title",
    "05.json 第 11 行 · blocks[0].rows.kind",
  ]);
});

test("in a joined file the line is one of that file, and the form's file is named behind it", () => {
  const files = { "family.json": JSON.parse(FAMILY) as unknown, "03.json": { id: "x" } };
  expect(told({ "表套.json": JSON.stringify(files, null, 1) })[0]).toMatch(
    /^表套\.json 第 \d\d 行 · 03\.json · titles：缺少必填/,
  );
});

describe("beside the built-in families", () => {
  const { family } = sound(SOUND);

  test("one of the same id takes the other's place, and that is said", () => {
    const own = { ...family, name: "自己的" };
    expect(withFamilies([family], [own])).toEqual([own]);
    expect(familyRemarks(sound(SOUND), [family]).map(describeDefect)).toEqual([
      "family.json · id：编号“demo-2026”与自带的表套“示例表样”相同：使用本表套时，它取代自带的那一套。",
    ]);
  });

  test("one with forms that fit the same tables is told of, once", () => {
    const copy = sound(broken("family.json", '"demo-2026"', '"my-2026"'));
    const [title = ""] = family.forms[0]?.titles ?? [];
    expect(familyRemarks(copy, [family]).map(describeDefect)).toEqual([
      `03.json · titles：“${title}”等 2 张表样与自带表套“示例表样”的标题和列标题相同，两者都适合的表按本表套识别；如要整套取代自带的表套，请把 family.json 的 id 改成“demo-2026”。`,
    ]);
    expect(familyRemarks(copy, [])).toEqual([]);
  });
});
