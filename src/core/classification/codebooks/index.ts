import { createCodeBook } from "./codebook";
import { createCorrespondence } from "./correspondence";
import departmentalData from "./departmental-economic-2026.json";
import correspondenceData from "./economic-correspondence-2026.json";
import functionalData from "./functional-2026.json";
import governmentalData from "./governmental-economic-2026.json";
import { whenUsed } from "./when-used";

/** The books of the current catalogue, each built when it is first used. */
export const functional = whenUsed(() => createCodeBook(functionalData, "functional-2026.json"));
export const departmentalEconomic = whenUsed(() =>
  createCodeBook(departmentalData, "departmental-economic-2026.json"),
);
export const governmentalEconomic = whenUsed(() =>
  createCodeBook(governmentalData, "governmental-economic-2026.json"),
);
export const economicCorrespondence = whenUsed(() =>
  createCorrespondence(correspondenceData, "economic-correspondence-2026.json", {
    governmental: governmentalEconomic,
    departmental: departmentalEconomic,
  }),
);

export type { CodeBook } from "./codebook";
export type { UnitKind } from "./schema";
