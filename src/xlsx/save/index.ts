export type * from "./changes";
export { saveXlsx, unkept, writeXlsx } from "./save";
export { UnsavableChangeError } from "./unsavable";
