import { rangeToA1, type CellRange } from "../core/workbook/address";

/** One piece of writing a sheet, small enough for a round trip. */
export interface Step {
  /** About what it adds to the request. */
  readonly bytes: number;
  readonly run: (sheet: Excel.Worksheet) => void;
}

/** What a range and a property of it cost in a request, measured with the client library. */
export const RANGE_BYTES = 400;
export const PROPERTY_BYTES = 150;

/** @param properties how many of the range are set */
export function step(properties: number, range: CellRange, change: (range: Excel.Range) => void): Step {
  const address = rangeToA1(range);
  return {
    bytes: RANGE_BYTES + properties * PROPERTY_BYTES,
    run: (sheet) => change(sheet.getRange(address).untrack()),
  };
}

/** Excel on the web refuses requests over 5 MB; what a step costs is an estimate. */
const TRIP_BYTES = 4_500_000;

/** The steps in order, in as few round trips as they fit in. */
export function tripsOf<T extends Pick<Step, "bytes">>(steps: readonly T[]): T[][] {
  const trips: T[][] = [[]];
  let room = TRIP_BYTES;
  for (const step of steps) {
    if (step.bytes > room && trips.at(-1)?.length !== 0) {
      trips.push([]);
      room = TRIP_BYTES;
    }
    trips.at(-1)?.push(step);
    room -= step.bytes;
  }
  return trips;
}
