import { createCodeBook } from "./codebook";
import { createCorrespondence } from "./correspondence";
import departmentalData from "./departmental-economic-2026.json";
import correspondenceData from "./economic-correspondence-2026.json";
import functionalData from "./functional-2026.json";
import governmentalData from "./governmental-economic-2026.json";

/** The books of the current catalogue, built once when this module is first loaded. */
export const functional = createCodeBook(functionalData, "functional-2026.json");
export const departmentalEconomic = createCodeBook(departmentalData, "departmental-economic-2026.json");
export const governmentalEconomic = createCodeBook(governmentalData, "governmental-economic-2026.json");
export const economicCorrespondence = createCorrespondence(
  correspondenceData,
  "economic-correspondence-2026.json",
  { governmental: governmentalEconomic, departmental: departmentalEconomic },
);

export type { CodeBook } from "./codebook";
export type { UnitKind } from "./schema";
