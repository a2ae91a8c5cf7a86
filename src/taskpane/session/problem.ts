import { HostError } from "../../core/workbook/host";
import { EngineRefusal } from "../engine/orders";

/** What the pane was doing when it went wrong; decides what the user is told to do next. */
export type Operation =
  | "read"
  | "check"
  | "live"
  | "mark"
  | "clear"
  | "select"
  | "families"
  | "correct"
  | "accept"
  | "rules"
  | "survey"
  | "look"
  | "generate"
  | "inputs"
  | "remove"
  | "freeze"
  | "unfreeze"
  | "template"
  | "formula"
  | "relations"
  | "report"
  | "show";

/** A failure in the user's terms. `sentence` is the host's or the engine's own Chinese sentence, null for a defect of ours. */
export interface Problem {
  readonly operation: Operation;
  readonly sentence: string | null;
}

/**
 * A `HostError` or `EngineRefusal` speaks for itself. Anything else is a defect: the user gets a plain sentence by
 * operation, and the error with its stack goes to the console, where a developer can find it.
 */
export function problemOf(operation: Operation, error: unknown): Problem {
  if (error instanceof HostError || error instanceof EngineRefusal)
    return { operation, sentence: error.message };
  console.error(`Task pane failed to ${operation}.`, error);
  return { operation, sentence: null };
}
