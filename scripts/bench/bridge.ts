import { checkWorkbook } from "../../src/core/check-workbook";
import { parseA1 } from "../../src/core/workbook/address";
import type { CellMark } from "../../src/core/workbook/host";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { ExcelWorkbookHost } from "../../src/excel";
import { ExcelBridge } from "../../src/workbench/host/bridge";
// By its full name: tsx takes “.node” for an ending.
import { loadOfficeJs, unloadOfficeJs } from "../../src/workbench/host/load-office-js.node.js";
import { MemoryWorkbook } from "../../src/workbench/host/memory-workbook";

/** What crossed the bridge between Microsoft's library and the host. */
export interface Traffic {
  readonly roundTrips: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** The larger of request and answer of the largest trip: Excel on the web refuses more than 5 MB. */
  readonly largestBytes: number;
}

/** Reads the workbook through Microsoft's library, and marks what the check finds. */
export async function measureBridge(
  workbook: WorkbookSnapshot,
): Promise<{ readonly reading: Traffic; readonly marking: Traffic }> {
  const bridge = new ExcelBridge(new MemoryWorkbook(workbook));
  const host = new ExcelWorkbookHost(loadOfficeJs(bridge).Excel);
  try {
    const snapshot = await host.readSnapshot();
    const reading = traffic(bridge, 0);
    const before = bridge.trips.length;
    await host.mark(
      checkWorkbook(snapshot).findings.flatMap(({ sheet, cell, severity }): CellMark[] => {
        const address = parseA1(cell);
        return address === null ? [] : [{ sheet, severity, ...address }];
      }),
    );
    return { reading, marking: traffic(bridge, before) };
  } finally {
    unloadOfficeJs();
  }
}

function traffic(bridge: ExcelBridge, from: number): Traffic {
  const trips = bridge.trips.slice(from);
  const sum = (bytes: (trip: (typeof trips)[number]) => number): number =>
    trips.reduce((total, trip) => total + bytes(trip), 0);
  return {
    roundTrips: trips.length,
    sentBytes: sum(({ requestBytes }) => requestBytes),
    receivedBytes: sum(({ responseBytes }) => responseBytes),
    largestBytes: trips.reduce(
      (most, { requestBytes, responseBytes }) => Math.max(most, requestBytes, responseBytes),
      0,
    ),
  };
}
