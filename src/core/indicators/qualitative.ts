import { normaliseName } from "../classification/normalise";

/** Grades that have an order, the best first. Words of one step mean the same. */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    ["优秀", "优"],
    ["良好", "良"],
    ["中等", "中"],
    ["合格", "及格"],
    ["不合格", "不及格", "差"],
  ],
  [
    ["非常显著"],
    ["显著", "明显"],
    ["较显著", "较为显著", "比较显著", "较明显"],
    ["一般"],
    ["不显著", "不明显"],
  ],
  [["非常满意"], ["满意"], ["比较满意", "较满意"], ["一般", "基本满意"], ["不满意"]],
  [["好"], ["较好", "比较好"], ["一般"], ["较差"], ["差"]],
];

/** One spelling for words of a qualitative value: no blanks, no closing punctuation. */
export function qualitativeWords(text: string): string {
  return normaliseName(text).replace(/[。.;,、!]+$/, "");
}

/** Which way two qualitative values compare; "unknown" where words alone do not tell. */
export type QualitativeComparison = "same" | "better" | "worse" | "unknown";

/** “未提升” denies “提升”, “否” denies “是”. */
function isDenial(target: string, actual: string): boolean {
  if ((target === "是" && actual === "否") || (target === "否" && actual === "是")) return true;
  return /^(?:未|没有|不|未能)/.test(actual) && actual.replace(/^(?:未能|没有|未|不)/, "") === target;
}

/**
 * “较显著” against “较显著” is the same, “良好以上” against “优秀” is better, “提升” against “有所改善” nobody can tell from
 * the words. Both texts as `qualitativeWords` gives them.
 */
export function compareWords(target: string, actual: string): QualitativeComparison {
  if (target === actual) return "same";
  if (isDenial(target, actual)) return "worse";
  const grade = target.replace(/(?:及|或)?以上$/, "");
  for (const scale of SCALES) {
    const asked = scale.findIndex((words) => words.includes(grade));
    const reached = scale.findIndex((words) => words.includes(actual.replace(/(?:及|或)?以上$/, "")));
    if (asked < 0 || reached < 0) continue;
    return reached === asked ? "same" : reached < asked ? "better" : "worse";
  }
  return "unknown";
}
