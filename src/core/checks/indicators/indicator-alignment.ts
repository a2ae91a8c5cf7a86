import type { CellCheck } from "../check";
import { findingsOf, placeOf } from "./finding";
import { reviewMessages } from "./messages";
import { sectionsOf } from "./sections";

/** Targets that are printed as lists of their own beside the names. */
export const indicatorAlignment: CellCheck = {
  id: "indicator-alignment",
  title: "指标值与指标名称没有逐行对应",
  severity: "info",
  explanation:
    "有的系统导出绩效目标表时，同一个二级指标下的指标值类型、指标值、计量单位只列出互不重复的几个，与三级指标名称不再一行对一行。这样的地方每个项目提示一次，其中的指标值不再逐行审核，只看本行填写齐全而明显矛盾的。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorAlignment,
      indicators.flatMap((table) =>
        table.groups.flatMap((group) => {
          const apart = sectionsOf(group).filter(({ isListedApart }) => isListedApart);
          const lines = apart.flatMap((section) => section.indicators);
          const [first] = lines;
          const at = first === undefined ? null : placeOf(table, first, "target");
          return at === null
            ? []
            : [
                {
                  at,
                  message: reviewMessages.listedApart(
                    at,
                    group.owner.project ?? group.owner.unit ?? "",
                    apart.map(({ indicators: [head] }) => head?.level2 ?? "").filter((name) => name !== ""),
                    lines.length,
                  ),
                },
              ];
        }),
      ),
    ),
};
