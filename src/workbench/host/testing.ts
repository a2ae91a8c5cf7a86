import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import { ExcelBridge } from "./bridge";
import type { BridgeOptions } from "./bridge";
import { loadOfficeJs, unloadOfficeJs } from "./load-office-js.node";
import type { OfficeLibrary } from "./load-office-js.node";
import { MemoryWorkbook } from "./memory-workbook";
import type { MemoryWorkbookOptions } from "./memory-workbook";

afterAll(async () => {
  // The library cleans up after itself once a run is over.
  await settled();
  unloadOfficeJs();
});

/** A sheet as one would draw it: a line a row, cells between bars; a figure is a number with its decimals. */
export function drawnSheet(name: string, drawing: string, more: Partial<SheetSnapshot> = {}): SheetSnapshot {
  const lines = drawing
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const cells = lines.flatMap((line, row) =>
    line.split("|").flatMap((part, column) => drawnCell(row, column, part.trim())),
  );
  return { name, visibility: "visible", cells, merges: [], hiddenRows: [], hiddenColumns: [], ...more };
}

function drawnCell(row: number, column: number, text: string): Cell[] {
  if (text === "") return [];
  const figure = /^-?[\d,]+(?:\.(\d+))?$/.exec(text);
  return figure === null
    ? [{ row, column, value: text, text, formula: null, decimals: null }]
    : [
        {
          row,
          column,
          value: Number(text.replaceAll(",", "")),
          text,
          formula: null,
          decimals: figure[1]?.length ?? 0,
        },
      ];
}

export function drawnWorkbook(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { name: "样表.xlsx", sheets };
}

export interface OpenWorkbook extends OfficeLibrary {
  readonly model: MemoryWorkbook;
  readonly bridge: ExcelBridge;
}

/** Opens a workbook in memory and puts Microsoft's library, freshly loaded, on top of it. */
export function openWorkbook(
  content: WorkbookSnapshot,
  options: BridgeOptions & MemoryWorkbookOptions = {},
): OpenWorkbook {
  const model = new MemoryWorkbook(content, options);
  const bridge = new ExcelBridge(model, options);
  const { Excel, Office, OfficeExtension, CustomFunctions } = loadOfficeJs(bridge);
  return { model, bridge, Excel, Office, OfficeExtension, CustomFunctions };
}

/** Lets messages that are on their way arrive. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
