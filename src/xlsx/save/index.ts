export type * from "./changes";
export { addPlannedSheets, plannedSheet, printSetup } from "./planned-sheet";
export { saveXlsx, unkept, writeXlsx } from "./save";
export { UnsavableChangeError } from "./unsavable";
