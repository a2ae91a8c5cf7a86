export { readXlsx } from "./read";
export { UnreadableWorkbookError, type UnreadableCode } from "./problem";
export * from "./save";
export * from "./template";
