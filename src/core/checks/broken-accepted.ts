import type { Finding } from "../report";
import type { CellCheck, CheckContext } from "./check";
import { messages } from "./messages";

/** Accepted differences kept with the workbook that cannot be read. They belong to no cell: the first sheet stands for the book. */
export const brokenAccepted: CellCheck = {
  id: "broken-accepted",
  title: "差异说明读不懂",
  severity: "warning",
  explanation:
    "随工作簿保存的差异说明（接受某处差异的理由）被改坏、读不懂的不采用，相应的问题仍按没有说明列出；请重新填写说明。",
  findings: ({ accepted: { broken }, firstSheet }: CheckContext): Finding[] =>
    broken === 0
      ? []
      : [
          {
            id: brokenAccepted.id,
            check: brokenAccepted.id,
            severity: brokenAccepted.severity,
            message: messages.brokenAccepted(broken),
            sheet: firstSheet,
            cell: "A1",
            expected: null,
            actual: null,
            difference: null,
            cells: [],
          },
        ],
};
