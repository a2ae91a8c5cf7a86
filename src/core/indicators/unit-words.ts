/* Units of performance indicators as data. A new unit is a new line here; no code changes. */

/** What a unit measures, and how many base units one of it is, as a decimal text. */
export interface UnitWord {
  readonly base: string;
  readonly factor: string;
}

function measured(base: string, words: Readonly<Record<string, string>>): [string, UnitWord][] {
  return Object.entries(words).map(([word, factor]) => [word, { base, factor }]);
}

/**
 * Units with a size of their own. A month is no fixed number of days and a working day no fixed number of hours, so those
 * do not convert; 1 亩 is 666.67 ㎡ only roughly, so neither does it.
 */
export const MEASURES: ReadonlyMap<string, UnitWord> = new Map([
  ...measured("元", { 元: "1", 人民币元: "1", 元人民币: "1" }),
  ...measured("%", { "%": "1", "‰": "0.1" }),
  ...measured("百分点", { 百分点: "1", 个百分点: "1" }),
  ...measured("分", { 分: "1" }),
  ...measured("秒", {
    秒: "1",
    秒钟: "1",
    分钟: "60",
    小时: "3600",
    个小时: "3600",
    天: "86400",
    日: "86400",
    周: "604800",
    星期: "604800",
  }),
  ...measured("工作日", { 工作日: "1", 个工作日: "1" }),
  ...measured("月", { 月: "1", 个月: "1", 季度: "3", 个季度: "3", 年: "12", 年度: "12", 周年: "12" }),
  ...measured("米", {
    毫米: "0.001",
    mm: "0.001",
    厘米: "0.01",
    cm: "0.01",
    米: "1",
    m: "1",
    公里: "1000",
    km: "1000",
  }),
  ...measured("平方米", {
    平方米: "1",
    "㎡": "1",
    m2: "1",
    "m²": "1",
    平米: "1",
    公顷: "10000",
    平方公里: "1000000",
  }),
  ...measured("立方米", { 立方米: "1", "m³": "1", m3: "1", 方: "1" }),
  ...measured("亩", { 亩: "1" }),
  ...measured("克", { 克: "1", g: "1", 公斤: "1000", kg: "1000", 吨: "1000000", t: "1000000" }),
  ...measured("升", { 毫升: "0.001", ml: "0.001", 升: "1", L: "1" }),
  ...measured("千瓦时", { 千瓦时: "1", kWh: "1", 度: "1" }),
]);

/** Words that count things: one is one, and a noun may follow (“5 个产业链”). Longer words first where one begins another. */
export const COUNTERS: readonly string[] = [
  ..."人次 户次 家次 台次 车次 件次 场次 班次 批次 期次 站次 台件 台套 件套 学时 课时 市州 县区 个次 项次".split(
    " ",
  ),
  ..."个 家 项 次 人 户 场 批 件 份 套 台 辆 条 篇 期 本 册 起 例 处 块 类 名 位 支 部 座 栋 间 张 只 头 株 棵 幅 组 队 所".split(
    " ",
  ),
  ..."县 市 州 村 乡 镇 校 门 款 种 页 字 枚 艘 架 口 根 盏 颗 对 双 届 轮 节 站 点 笔 单 宗 桩 步 层 片 段 版 首 集 床 剂 卷 箱".split(
    " ",
  ),
];

/**
 * Counters written with a stroke or brackets: “人/次” is 人次 and “家（次）” is 家次, no “persons per time”. After
 * `normaliseName`.
 */
export const JOINED_COUNTERS: ReadonlyMap<string, string> = new Map(
  ["人次", "户次", "家次", "台件", "台套", "台次", "件套", "车次", "个次", "项次"].flatMap((word) => {
    const [first = "", second = ""] = word;
    return [
      [`${first}/${second}`, word] as const,
      [`${first}(${second})`, word] as const,
      [`${first}·${second}`, word] as const,
    ];
  }),
);

/** Multiples in front of a unit, the longest first: power of ten. */
export const MULTIPLES: readonly (readonly [word: string, power: number])[] = [
  ["万亿", 12],
  ["千亿", 11],
  ["百亿", 10],
  ["十亿", 9],
  ["千万", 7],
  ["百万", 6],
  ["十万", 5],
  ["亿", 8],
  ["万", 4],
  ["千", 3],
];
