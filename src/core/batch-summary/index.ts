export { batchSummary } from "./batch-summary";
export { suspectText } from "./messages";
export * from "./outcome";
export type { SummaryHead } from "./summary-draft";
