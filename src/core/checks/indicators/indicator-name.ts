import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Place, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { plainName } from "./name-kinds";
import { sectionsOf } from "./sections";

/** A word of two characters or more, written twice in a row. */
const TWICE = /([\p{Script=Han}]{2,6})\1/u;

/** A name that stands twice below one 二级指标, or says a word twice. */
export const indicatorName: CellCheck = {
  id: "indicator-name",
  title: "指标名称重复",
  severity: "warning",
  explanation:
    "同一单位或项目的同一个二级指标下，三级指标名称不应重复：多半是复制后忘了改。名称里同一个词连写两遍（如“报告报告”）的给出提示。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorName,
      indicators.flatMap((table) =>
        table.groups.flatMap((group) =>
          sectionsOf(group).flatMap(({ indicators: lines }) => {
            const first = new Map<string, Place>();
            return lines.flatMap((indicator): Remark[] => {
              const name = plainName(indicator);
              const at = placeOf(table, indicator, "name");
              if (name === "" || at?.cell.row !== indicator.line.row) return [];
              const earlier = first.get(name);
              if (earlier !== undefined)
                return [
                  { at, others: [earlier], message: reviewMessages.sameName(at, earlier, indicator.name) },
                ];
              first.set(name, at);
              const word = TWICE.exec(name)?.[1];
              return word === undefined
                ? []
                : [
                    {
                      at,
                      severity: "info",
                      message: reviewMessages.wordTwice(at, indicator.name, word),
                      expected: name.replace(word + word, word),
                    },
                  ];
            });
          }),
        ),
      ),
    ),
};
