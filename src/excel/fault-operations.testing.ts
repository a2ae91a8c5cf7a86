import { parseA1, parseA1Range, type CellRange } from "../core/workbook/address";
import type { CellMark, FrozenSheet } from "../core/workbook/host";
import type { SheetPlan } from "../core/workbook/sheet-plan";
import { drawnSheet, drawnWorkbook, type OpenWorkbook } from "../workbench/host/testing";
import type { ExcelWorkbookHost } from "./excel-workbook-host";
import { openWithFaults, type Faults } from "./faults.testing";

const at = (address: string) => parseA1(address) ?? { row: 0, column: 0 };
function range(address: string): CellRange {
  const found = parseA1Range(address);
  if (found === null) throw new Error(address);
  return found;
}

/** Two tables with formulas, a format and a part of the user's own. */
export function open(faults: Faults = {}): OpenWorkbook {
  const book = openWithFaults(
    {
      ...drawnWorkbook(drawnSheet("收入", "甲 | 1.00\n乙 | 2.00\n合计"), drawnSheet("支出", "丙 | 9.00")),
      families: ['{"甲":1}', '{"乙":2}'],
    },
    { evaluate: (formula) => (formula === "=SUM(B1:B2)" ? 3 : 6) },
    faults,
  );
  const sheet = book.model.sheet("收入");
  sheet.write(range("B3:C3"), [[{ formula: "=SUM(B1:B2)" }, { formula: "=B3*2" }]]);
  const own = { type: "Custom", ranges: [range("A1")], formula: "=TRUE", fontColor: "", bold: null };
  sheet.addConditionalFormat({ ...own, stopIfTrue: false, fillColor: "#FF0000" });
  book.model.addCustomXmlPart('<p xmlns="urn:other">x</p>');
  return book;
}

const mark = (sheet: string, address: string): CellMark => ({ sheet, ...at(address), severity: "error" });
export const OLD = [mark("收入", "A1"), mark("支出", "B1")];
export const NEW = [mark("收入", "B3"), mark("收入", "C3")];

const plan = (name: string): SheetPlan => ({
  name,
  otherNames: [],
  cells: [
    { ...at("A1"), value: name },
    { ...at("B1"), value: 3, formula: "=SUM(B1:B2)" },
  ],
  areas: [{ range: range("A1:B2"), style: { bold: true, border: { style: "thin" }, fontName: "宋体" } }],
  merges: [range("A2:B2")],
  columnWidths: [80, 40],
  page: { orientation: "landscape", paper: "A4" },
  start: at("A1"),
});

/** Something the tool does to a workbook. `prepare` happens on a sound connection, before what is compared. */
export interface Operation {
  readonly title: string;
  readonly prepare?: (host: ExcelWorkbookHost) => Promise<unknown>;
  /** @param prepared what `prepare` answered */
  readonly run: (host: ExcelWorkbookHost, prepared: unknown) => Promise<unknown>;
  /** Whether it is also tried beside every other operation. */
  readonly alsoBeside?: true;
}

export const OPERATIONS: readonly Operation[] = [
  { title: "marking for the first time", run: (host) => host.mark(NEW), alsoBeside: true },
  { title: "marking anew", prepare: (host) => host.mark(OLD), run: (host) => host.mark(NEW) },
  {
    title: "marking after a reading",
    prepare: async (host) => {
      await host.mark(OLD);
      await host.readSnapshot();
    },
    run: (host) => host.mark(NEW),
  },
  {
    title: "bringing marks up to date",
    prepare: async (host) => {
      await host.readSnapshot();
      await host.mark(OLD);
    },
    run: (host) => host.updateMarks(NEW),
  },
  {
    title: "clearing marks",
    prepare: (host) => host.mark([...OLD, ...NEW]),
    run: (host) => host.clearMarks(),
  },
  {
    title: "a suggested value",
    run: (host) =>
      host.replaceCell({ sheet: "收入", ...at("B2"), formula: "", value: 2 }, { formula: "", value: 2.5 }),
  },
  {
    title: "a formula in the place of a value, and its way back",
    prepare: (host) =>
      host.replaceCell(
        { sheet: "收入", ...at("B2"), formula: "", value: 2 },
        { formula: "=B3*2", value: "" },
      ),
    run: (host) =>
      host.replaceCell({ sheet: "收入", ...at("B2"), formula: "=B3*2", value: 6 }, { formula: "", value: 2 }),
  },
  { title: "freezing", run: (host) => host.freeze("收入"), alsoBeside: true },
  {
    title: "unfreezing",
    prepare: (host) => host.freeze("收入"),
    run: (host, frozen) => host.unfreeze(frozen as FrozenSheet),
  },
  { title: "keeping", run: (host) => host.keep("families", ['{"乙":2}', '{"丙":3}']) },
  { title: "keeping nothing", run: (host) => host.keep("families", []) },
  { title: "adding a sheet", run: (host) => host.addSheet(plan("勾稽规则")) },
  {
    title: "adding two sheets",
    run: (host) => host.addSheets([plan("一"), plan("二")]),
    alsoBeside: true,
  },
  {
    title: "removing two sheets",
    prepare: (host) => host.addSheets([plan("一"), plan("二")]),
    run: (host, names) => host.removeSheets(names as readonly string[]),
  },
];

/** What a user, or somebody else in the same workbook, does between two requests. */
export const ACTS: readonly (readonly [string, (book: OpenWorkbook) => void])[] = [
  ["types over the cell", ({ model }) => type(model, "B2", 77)],
  ["types over a formula", ({ model }) => type(model, "C3", "新")],
  [
    "renames the sheet",
    ({ model }) => {
      model.sheet("收入").name = "改名";
    },
  ],
  ["deletes the sheet", ({ model }) => model.deleteSheet(model.sheet("收入").id)],
  ["protects the sheet", ({ model }) => model.sheet("收入").protect()],
  [
    "takes the name",
    ({ model }) => void (model.sheets().some(({ name }) => name === "一") || model.addSheet("一")),
  ],
];

function type(model: OpenWorkbook["model"], address: string, value: string | number): void {
  const sheet = model.sheets().find(({ name }) => name === "收入");
  sheet?.write(range(address), [[{ value }]]);
}
