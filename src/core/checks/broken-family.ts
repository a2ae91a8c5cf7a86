import type { Finding } from "../report";
import type { CellCheck, CheckContext } from "./check";
import { messages } from "./messages";

/** A form family kept with the workbook that cannot be used. It belongs to no cell: the first sheet stands for the book. */
export const brokenFamily: CellCheck = {
  id: "broken-family",
  title: "表套不能使用",
  severity: "warning",
  explanation:
    "随工作簿保存的表套（自定表样）有误时不能使用，核对照常进行，只是不识别它的报表；请更正后重新载入，或移除它。",
  findings: ({ brokenFamilies, firstSheet }: CheckContext): Finding[] =>
    brokenFamilies.map(({ id, name, defects }, at): Finding => ({
      id: `${brokenFamily.id}/${keyOf(brokenFamilies, id, at)}`,
      check: brokenFamily.id,
      severity: brokenFamily.severity,
      message: messages.brokenFamily(name ?? id, defects),
      sheet: firstSheet,
      cell: "A1",
      expected: null,
      actual: null,
      difference: null,
      cells: [],
    })),
};

/** A family kept twice, both times broken, is two findings. */
function keyOf(broken: CheckContext["brokenFamilies"], id: string | null, at: number): string {
  const isFirst = broken.findIndex((family) => family.id === id) === at;
  return id !== null && isFirst ? id : `${id ?? ""}#${String(at + 1)}`;
}
