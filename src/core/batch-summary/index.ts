export { batchSummary } from "./batch-summary";
export * from "./outcome";
export type { SummaryHead, SummarySheet } from "./summary-draft";
