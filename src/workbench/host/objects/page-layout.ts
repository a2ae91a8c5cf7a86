import type { CellRange } from "../../../core/workbook/address";
import type { PageSetup } from "../../../core/workbook/sheet-plan";
import { parseAddress } from "../addresses";
import type { HostArguments } from "../arguments";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import { HostObject, notCovered } from "../object-type";
import type { ObjectType, Property } from "../object-type";
import type { Json } from "../protocol";
import { booleanOf, numberOf, textOf } from "../property-values";
import { sheetById, writableSheet } from "../sheet-access";
import { rangeType } from "./range";

/** A sheet of which nothing is known is printed like this: upright on A4, with Excel's own margins in points. */
const UNSET: PageSetup = {
  orientation: "portrait",
  paper: "A4",
  margins: { left: 54, right: 54, top: 72, bottom: 72 },
};

const ORIENTATIONS = { Portrait: "portrait", Landscape: "landscape" } as const;
const PAPERS = ["A3", "A4"] as const;

function setup(id: string, host: HostContext): PageSetup {
  return { ...UNSET, ...sheetById(host, id).pageSetup };
}

function change(id: string, host: HostContext, patch: Partial<PageSetup>): void {
  const sheet = writableSheet(host, id);
  sheet.pageSetup = {
    ...(sheet.pageSetup ?? { orientation: UNSET.orientation, paper: UNSET.paper }),
    ...patch,
  };
}

function margin(side: "top" | "bottom" | "left" | "right"): Property<string> {
  const margins = (id: string, host: HostContext): NonNullable<PageSetup["margins"]> =>
    setup(id, host).margins ?? { left: 0, right: 0, top: 0, bottom: 0 };
  return {
    get: (id, host) => margins(id, host)[side],
    set: (id, value, host) =>
      change(id, host, { margins: { ...margins(id, host), [side]: numberOf(value) } }),
  };
}

/** Of the options only whether all columns go on one page; other scales are not covered. */
function fitsToWidth(zoom: Json): boolean {
  const options = typeof zoom === "object" && zoom !== null && !Array.isArray(zoom) ? zoom : {};
  const { horizontalFitToPages, verticalFitToPages, scale } = options as Record<string, Json>;
  if ((scale ?? null) !== null || (verticalFitToPages ?? null) !== null) {
    throw notCovered("PageLayout", "zoom with a scale or pages down");
  }
  return horizontalFitToPages === 1;
}

/** A range object or an address. */
function rangeOf(args: HostArguments): CellRange {
  const value = args.any(0);
  const range = value instanceof HostObject ? value.as(rangeType)?.range : parseAddress(args.text(0));
  if (range === undefined || range === null) throw new ExcelError("InvalidArgument", "a range is needed");
  return range;
}

/** How a sheet is printed, as far as a sheet plan goes. A sheet is known by its id. */
export const pageLayoutType: ObjectType<string> = {
  name: "PageLayout",
  properties: {
    Orientation: {
      get: (id, host) => (setup(id, host).orientation === "portrait" ? "Portrait" : "Landscape"),
      set: (id, value, host) => {
        const orientation = ORIENTATIONS[textOf(value) as keyof typeof ORIENTATIONS] as
          PageSetup["orientation"] | undefined;
        if (orientation === undefined) throw new ExcelError("InvalidArgument", "no such orientation");
        change(id, host, { orientation });
      },
    },
    PaperSize: {
      get: (id, host) => setup(id, host).paper,
      set: (id, value, host) => {
        const paper = PAPERS.find((known) => known === textOf(value));
        if (paper === undefined) throw notCovered("PageLayout", `paperSize ${textOf(value)}`);
        change(id, host, { paper });
      },
    },
    Zoom: {
      get: (id, host) => (setup(id, host).fitToWidth === true ? { horizontalFitToPages: 1 } : { scale: 100 }),
      set: (id, value, host) => change(id, host, { fitToWidth: fitsToWidth(value) }),
    },
    CenterHorizontally: {
      get: (id, host) => setup(id, host).centred === true,
      set: (id, value, host) => change(id, host, { centred: booleanOf(value) }),
    },
    TopMargin: margin("top"),
    BottomMargin: margin("bottom"),
    LeftMargin: margin("left"),
    RightMargin: margin("right"),
  },
  methods: {
    SetPrintArea: (id, args, host) => {
      change(id, host, { printArea: rangeOf(args) });
      return undefined;
    },
    SetPrintTitleRows: (id, args, host) => {
      const { top, bottom } = rangeOf(args);
      change(id, host, { titleRows: { top, bottom } });
      return undefined;
    },
  },
};
