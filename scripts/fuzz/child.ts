import { openSync, writeSync } from "node:fs";
import { kindOf, runCase, type CaseKind, type Target } from "./run-case";
import { FuzzFailure } from "./failure";
import { watchCases } from "./watch";

/** What a child is asked for; it runs every `step`th case from `first` on until it is ended. */
export interface ChildOrder {
  readonly target: Target;
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  /** File for the number of the case that is being run, should the process die of it. */
  readonly progress: string;
  readonly seconds: number;
  readonly megabytes: number;
}

export type ChildNews =
  | { readonly type: "failed"; readonly number: number; readonly kind: string; readonly detail: string }
  | {
      readonly type: "done";
      /** By kind. */
      readonly cases: Partial<Record<CaseKind, number>>;
      readonly next: number;
      readonly slowest: { readonly number: number; readonly ms: number };
      readonly maxMegabytes: number;
    };

const NEWS_EVERY_MS = 1000;

process.once("message", (order: ChildOrder) => {
  const watch = watchCases(order);
  const progress = openSync(order.progress, "w");
  const number8 = new Float64Array(1);
  let number = order.first;
  let slowest = { number, ms: 0 };
  const round = (): void => {
    const cases: Partial<Record<CaseKind, number>> = {};
    const until = performance.now() + NEWS_EVERY_MS;
    let start = performance.now();
    while (start < until) {
      number8[0] = number;
      writeSync(progress, number8, 0, 8, 0);
      watch.begin(number);
      const kind = kindOf(order.target, number);
      try {
        runCase(kind, order.seed, number);
      } catch (error) {
        process.send?.({ type: "failed", number, ...toldOf(error) } satisfies ChildNews);
      }
      cases[kind] = (cases[kind] ?? 0) + 1;
      // The clock on the wall: to ask for the time of the processor takes as long as a small case.
      const end = performance.now();
      if (end - start > slowest.ms) slowest = { number, ms: Math.round(end - start) };
      start = end;
      number += order.step;
    }
    watch.begin(-1);
    const maxMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    process.send?.({ type: "done", cases, next: number, slowest, maxMegabytes } satisfies ChildNews);
    setImmediate(round);
  };
  round();
});

/** A kind by which alike defects are known: that of a failure, or the error and the place that threw it. */
function toldOf(error: unknown): { readonly kind: string; readonly detail: string } {
  if (error instanceof FuzzFailure) return { kind: error.kind, detail: error.message };
  if (!(error instanceof Error)) return { kind: "thrown", detail: String(error) };
  const places = (error.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  const own = places.find((line) => line.includes("/src/")) ?? places[0] ?? "";
  return {
    kind: `${error.name} ${own
      .trim()
      .replace(/^at /, "")
      .replace(/\(?\/.*\/src\//, "(")}`,
    detail: `${error.name}: ${error.message.slice(0, 300)}\n${places.slice(0, 6).join("\n")}`,
  };
}
