import type { CheckReport } from "../../core/report";
import type { CellMark } from "../../core/workbook/host";
import { HostError } from "../../core/workbook/host";
import { readAccepted } from "../../core/accepted/kept-accepted";
import { quietHost } from "../host.testing";
import { finding, reportOf } from "../reports.testing";
import { shownReport } from "./check-session";
import { createCheckSession } from "./session-store";

const wrong = finding("error", "预算03表", "C11", { expected: "1.00", actual: "2.00", difference: "1.00" });
const other = finding("error", "预算03表", "C12");

async function open(keep?: () => Promise<void>) {
  let kept: readonly string[] = [];
  const marked: (readonly CellMark[])[] = [];
  const host = quietHost({
    mark: (marks) => {
      marked.push(marks);
      return Promise.resolve({ marked: marks.length, skipped: [] });
    },
    readKept: () => Promise.resolve(kept),
    keep: (_kind, texts) => {
      kept = texts;
      return keep?.() ?? Promise.resolve();
    },
  });
  const session = createCheckSession(host, () => reportOf([wrong, other]));
  await session.check();
  const shown = (): CheckReport => shownReport(session.getState()) ?? reportOf([]);
  return { session, acceptance: session.acceptance, kept: () => readAccepted(kept).accepted, marked, shown };
}

describe("说明", () => {
  test("is kept with the workbook under today's date, shown at once, and its mark goes", async () => {
    const { acceptance, kept, shown, marked } = await open();
    await acceptance.accept(wrong, { reason: " 追加预算 ", by: " 张三 " });
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
    expect(kept()).toMatchObject([{ id: wrong.id, reason: "追加预算", by: "张三", date: today }]);
    expect(shown().findings.map(({ accepted }) => accepted?.reason)).toEqual(["追加预算", undefined]);
    expect(shown().summary.accepted).toBe(1);
    expect(marked.map((marks) => marks.length)).toEqual([2, 1]);
    expect(acceptance.getState().by).toBe("张三");
  });

  test("is taken back by 撤回", async () => {
    const { acceptance, kept, shown, marked } = await open();
    await acceptance.accept(wrong, { reason: "追加预算", by: "" });
    await acceptance.accept(other, { reason: "跨年", by: "" });
    await acceptance.withdraw(wrong.id);
    expect(kept().map(({ id }) => id)).toEqual([other.id]);
    expect(shown().findings.map(({ accepted }) => accepted?.reason)).toEqual([undefined, "跨年"]);
    expect(marked.at(-1)).toHaveLength(1);
  });

  test("takes the place of what was accepted before with other figures", async () => {
    const { acceptance, kept } = await open();
    await acceptance.accept(other, { reason: "旧", by: "" });
    const [{ id: record, ...old } = { id: "" }] = kept();
    await acceptance.accept(wrong, { reason: "新", by: "" }, { ...old, record, finding: wrong.id } as never);
    expect(kept().map(({ reason }) => reason)).toEqual(["新"]);
  });

  test("that cannot be kept is told, and nothing is shown as accepted", async () => {
    const { acceptance, shown } = await open(() => Promise.reject(new HostError("工作簿受保护。")));
    await acceptance.accept(wrong, { reason: "追加预算", by: "" });
    expect(acceptance.getState().problem).toEqual({ operation: "accept", sentence: "工作簿受保护。" });
    expect(shown().findings.every(({ accepted }) => accepted === undefined)).toBe(true);
  });
});
