export { batchSummary } from "./batch-summary";
export * from "./outcome";
export type { SummaryHead } from "./summary-draft";
