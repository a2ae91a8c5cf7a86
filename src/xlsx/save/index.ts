export type * from "./changes";
export { addPlannedSheets, plannedSheet } from "./planned-sheet";
export { saveXlsx, unkept, writeXlsx } from "./save";
export { UnsavableChangeError } from "./unsavable";
