import { z } from "zod";
import { ExcelBridge } from "../host/bridge";
import type { WorkbookModel } from "../host/model";
import { completeOffice, prepareOffice, type OfficeGlobal } from "../host/office-globals";
import type { FunctionDescription } from "../sheet/custom-functions";

/** Microsoft's Excel library and the add-in's functions, as the build lays them beside the page. */
const LIBRARY = "office-js/excel-win32-16.01.js";
const FUNCTIONS = { script: "functions.js", descriptions: "functions.json" } as const;

const functionsFile = z.object({
  functions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      parameters: z.array(
        z.object({
          name: z.string(),
          description: z.string().optional(),
          dimensionality: z.string().optional(),
          optional: z.boolean().optional(),
        }),
      ),
    }),
  ),
});

export interface OfficePage {
  readonly bridge: ExcelBridge;
  readonly functions: readonly FunctionDescription[];
}

/** Makes the page one that Excel's client library works in: what the pane and the functions see is what they see in Excel. */
export async function startOffice(model: WorkbookModel, isDark: () => boolean): Promise<OfficePage> {
  const page = window as unknown as OfficeGlobal;
  const bridge = new ExcelBridge(model);
  prepareOffice(page, bridge);
  await loadScript(LIBRARY);
  completeOffice(page, isDark);
  await loadScript(FUNCTIONS.script);
  const response = await fetch(FUNCTIONS.descriptions);
  const { functions } = functionsFile.parse(await response.json());
  return { bridge, functions: functions as readonly FunctionDescription[] };
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`${src} could not be loaded.`));
    };
    document.head.append(script);
  });
}
