import fc from "fast-check";
import { formatTarget } from "./format";
import { readTarget, readTargetText } from "./read-target";
import type { Target } from "./target";
import { inBase } from "./unit";

/** One line that shows all that was read; the tables below are read by it. */
function shown(target: Target | null): string {
  if (target === null) return "nothing";
  switch (target.kind) {
    case "quantity": {
      const { label, operator, change, approximation, value, unit } = target;
      const size = `${inBase(value, unit).toFixed()} ${[unit.base, ...unit.per].join("/")}`.trim();
      return [label, operator, change, approximation, size]
        .filter((part) => part !== "" && part !== null)
        .join(" ");
    }
    case "range":
      return `${inBase(target.low, target.lowUnit).toFixed()} … ${inBase(target.high, target.highUnit).toFixed()} ${[target.highUnit.base, ...target.highUnit.per].join("/")}`;
    case "several":
      return target.parts.map(shown).join(" + ");
    case "date": {
      const day = ({ year, month, day: of }: (typeof target)["to"]): string =>
        `${year === null ? "" : `${String(year)}-`}${String(month)}-${String(of)}`;
      const from = day(target.from);
      const to = day(target.to);
      return target.deadline ? `until ${to}` : from === to ? to : `${from} … ${to}`;
    }
    case "recurring":
      return `every ${target.every} ${String(target.day)}`;
    case "qualitative":
      return `“${target.words}”`;
    case "unread":
      return `unread, mentions ${target.mentions.map(shown).join(", ") || "nothing"}`;
  }
}

describe("a target in one text", () => {
  test.each([
    ["≥2.5万人次", "≥ 25000 人次"],
    ["＞5000 人次", "> 5000 人次"],
    ["=100%", "= 100 %"],
    ["100％", "100 %"],
    ["90%以上", "≥ 90 %"],
    ["95%以上（不含）", "> 95 %"],
    ["达到 80 分以上", "≥ 80 分"],
    ["不低于90%", "≥ 90 %"],
    ["不超过3个工作日", "≤ 3 工作日"],
    ["2 个工作日以内", "≤ 2 工作日"],
    ["≤30 分钟", "≤ 1800 秒"],
    ["≤440元/人/天", "≤ 440 元/人/天"],
    ["≤0.18万元/批", "≤ 1800 元/批"],
    ["提升1个百分点", "提升 increase 1 百分点"],
    ["较上年度增加 10%", "较上年度增加 increase 10 %"],
    ["压缩至2个工作日", "压缩至 ≤ 2 工作日"],
    ["1.1万批次", "11000 批次"],
    ["≥1,500项", "≥ 1500 项"],
    ["≥5 个产业链", "≥ 5 个"],
    ["38人/次", "38 人次"],
    ["两次", "2 次"],
    ["400余家", "more 400 家"],
    ["近20项", "less 20 项"],
    ["全省 2022 年度企业年报公示率达到 85%", "全省2022年度企业年报公示率 ≥ 85 %"],
    ["≥-5%", "≥ -5 %"],
  ])("%s is an amount", (text, expected) => {
    expect(shown(readTargetText(text))).toBe(expected);
  });

  test.each([
    ["5-8项", "5 … 8 项"],
    ["2万元-20万元/个", "20000 … 200000 元/个"],
    ["1000~1500万元", "10000000 … 15000000 元"],
    ["10至50万元/个", "100000 … 500000 元/个"],
  ])("%s is a range", (text, expected) => {
    expect(shown(readTargetText(text))).toBe(expected);
  });

  test.each([
    ["50万元/县(市区); 100万元/市州", "500000 元/县(市区) + 1000000 元/市州"],
    ["全量推送4次，增量推送12次", "全量推送 4 次 + 增量推送 12 次"],
    ["6个市州、12个成员单位、40个县市区", "6 个 + 12 个 + 40 个"],
    ["市州覆盖率达 100%， 县市区覆盖率达 80%", "市州覆盖率 ≥ 100 % + 县市区覆盖率 ≥ 80 %"],
  ])("%s is several amounts", (text, expected) => {
    expect(shown(readTargetText(text))).toBe(expected);
  });

  test.each([
    ["2023年6月30日之前", "until 2023-6-30"],
    ["2023年6月30日之前完成验收", "until 2023-6-30"],
    ["2023 年 11 月 30 日完成", "2023-11-30"],
    ["2023年12月底", "2023-12-31"],
    ["2024年2月底前", "until 2024-2-29"],
    ["12月底前", "until 12-31"],
    ["≤2024 年内", "until 2024-12-31"],
    ["2023.12", "2023-12-1 … 2023-12-31"],
    ["2026年第三季度", "2026-7-1 … 2026-9-30"],
    ["2026年底前", "until 2026-12-31"],
    ["20261231", "2026-12-31"],
    ["每月15日前", "every month 15"],
    ["每月月底", "every month 31"],
    ["每季度末", "every quarter 31"],
  ])("%s is a date", (text, expected) => {
    expect(shown(readTargetText(text))).toBe(expected);
  });

  test.each([
    ["较显著", "“较显著”"],
    ["序时进度", "“序时进度”"],
    ["做好离退休党建服务工作。", "“做好离退休党建服务工作”"],
    ["形成统一体系", "“形成统一体系”"],
  ])("%s is words", (text, expected) => {
    expect(shown(readTargetText(text))).toBe(expected);
  });

  test.each([
    ["全省存量企业数*3%", "unread, mentions 3 %"],
    ["45家组织3个人", "unread, mentions 45 家, 3 个"],
    ["考试 2次，年报考人数 26710人。", "考试 2 次 + 年报考人数 26710 人"],
    ["按照年初计划，完成任务，上缴非税收入 1498万元。", "unread, mentions 14980000 元"],
    ["≥90%以下", "unread, mentions 90 %"],
    ["20261331", "unread, mentions nothing"],
    ["2026年2月30日前", "unread, mentions nothing"],
  ])("%s is not guessed", (text, expected) => {
    expect(shown(readTargetText(text))).toBe(expected);
  });

  test("what is not read is said in a sentence, and the text is kept", () => {
    expect(readTargetText("≥90%以下")).toMatchObject({
      kind: "unread",
      text: "≥90%以下",
      reason: "“≥90%以下”里的比较符号互相矛盾，按文字保留。",
    });
  });
});

describe("operator | value | unit", () => {
  test.each([
    ["≥", "2.5", "万人次", "≥ 25000 人次"],
    ["大于等于", "95", "%", "≥ 95 %"],
    ["≤", "20261231", "日", "until 2026-12-31"],
    ["≤", "2025.6", "万元", "≤ 20256000 元"],
    ["≤", "1900.13", "万元", "≤ 19001300 元"],
    ["≤", "2025.6", "", "until 2025-6-30"],
    ["≤", "20,261,231", "日", "until 2026-12-31"],
    ["定性", "每月15日前", "", "every month 15"],
    ["定性", "2026年12月31日前", "", "until 2026-12-31"],
    ["定性", "提升", "", "“提升”"],
    ["≥", "95%", "%", "≥ 95 %"],
    ["", "8", "万/项", "80000 /项"],
    ["≥", "260", "万条", "≥ 2600000 条"],
    ["=", "1", "家（次）", "= 1 家次"],
    ["≥", "/", "次", "nothing"],
  ])("%s | %s | %s", (operator, value, unit, expected) => {
    expect(shown(readTarget({ operator, value, unit }))).toBe(expected);
  });

  test.each([
    ["定性", "1", "年", "qualitative-number"],
    ["≥", "≤95%", "", "operator-twice"],
    ["≥", "5家", "次", "unit-twice"],
    ["=", "服务企业满意度", "%", "number-for-words"],
    ["≥", "显著", "", "operator-for-words"],
    ["", "95%以上计满分，每降5%扣 1分，扣完为止。", "", "grading-rule"],
  ])("%s | %s | %s is odd: %s", (operator, value, unit, kind) => {
    expect(readTarget({ operator, value, unit })?.remarks.map((remark) => remark.kind)).toEqual([kind]);
  });
});

test("what is read, written out and read again is the same", () => {
  const unit = fc.constantFrom(
    "",
    "%",
    "万人次",
    "元/人/天",
    "个产业链",
    "工作日",
    "百分点",
    "亿元",
    "万元/个",
    "㎡",
  );
  const operator = fc.constantFrom("≥", "≤", "=", ">", "<", "");
  const value = fc
    .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => (digits / 10 ** places).toFixed(places));
  fc.assert(
    fc.property(operator, value, unit, (sign, number, of) => {
      const target = readTargetText(`${sign}${number}${of}`);
      expect(["quantity", "date"]).toContain(target.kind);
      expect(shown(readTargetText(formatTarget(target)))).toBe(shown(target));
      if (target.kind === "quantity") expect(target.value.eq(number)).toBe(true);
    }),
  );
});

test("the original text is kept to the letter, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      expect(readTargetText(text).text).toBe(text);
    }),
  );
});
