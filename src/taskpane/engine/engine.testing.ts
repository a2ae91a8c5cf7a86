import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { answerTo } from "./answer";
import type { EngineWork, Order, WorkName } from "./orders";
import { resultOf, type PaneEngine } from "./worker-engine";

/** Answers by the name of the work. */
type Answers = {
  readonly [Name in WorkName]?: (
    snapshot: WorkbookSnapshot,
  ) => EngineWork[Name]["answer"] | Promise<EngineWork[Name]["answer"]>;
};

/** The real engine, in the page, but for the answers given here; it never reaches a bundle. */
export function engineOf(answers: Answers = {}): PaneEngine {
  return async <Name extends WorkName>(
    snapshot: WorkbookSnapshot,
    work: Name,
    told: EngineWork[Name]["told"],
  ): Promise<EngineWork[Name]["answer"]> => {
    const answer = answers[work];
    return answer === undefined ? resultOf(answerTo(snapshot, { work, told } as Order)) : answer(snapshot);
  };
}
