import { CustomCommandExecutionError } from "@univerjs/core";
import type { ICommandInfo, IExecutionOptions } from "@univerjs/core";
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetOrderMutation,
  SetWorksheetShowCommand,
  SheetsSelectionsService,
  getPrimaryForRange,
} from "@univerjs/sheets";
import type { CellRange } from "../../core/workbook/address";
import { keptList, keptPartXml } from "../../core/workbook/kept-part";
import type { OpenedWorkbook } from "../files/opened-workbook";
import { ExcelError } from "../host/excel-error";
import type { CalculationMode, SheetModel, WorkbookModel } from "../host/model";
import { WorkbookExtras } from "../host/workbook-extras";
import type { LoadedWorkbook } from "./load-workbook";
import { moveRanges } from "./moved-ranges";
import { eventsOf } from "./sheet-events";
import { freshState, type SheetState } from "./sheet-state";
import { fromUniverRange, mutate, toUniverRange, worksheetById, type UniverAccess } from "./univer-access";
import { UniverSheet } from "./univer-sheet";

const TOP_LEFT: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };
const NEW_SHEET = { rowCount: 100, columnCount: 26 } as const;

/** What the page does about things that the model itself cannot. */
export interface WorkbookSurface {
  /** Scrolls a range into view. */
  readonly reveal: (sheetId: string, range: CellRange) => void;
  /** Lets the user edit a sheet, or not. */
  readonly setEditable: (sheetId: string, editable: boolean) => void;
  /** Says that a very hidden sheet is not shown at the user's wish. */
  readonly staysHidden: (sheetName: string) => void;
  /** Something beside the sheets has changed that is saved with the file. */
  readonly partsChanged: () => void;
}

/** The workbook on screen, as Excel's API knows it. One for the life of the page: opening a file swaps what is in it. */
export class UniverWorkbook extends WorkbookExtras implements WorkbookModel {
  private book: OpenedWorkbook;
  private access: UniverAccess;
  private mode: CalculationMode;
  private readonly states = new Map<string, SheetState>();
  private readonly known = new Map<string, UniverSheet>();
  private quiet = false;
  private shown: string;
  private stopListening: () => void;

  constructor(
    loaded: LoadedWorkbook,
    book: OpenedWorkbook,
    private readonly surface: WorkbookSurface,
  ) {
    super();
    this.book = book;
    this.access = loaded.access;
    this.mode = book.calculationMode;
    this.takeExtras(book);
    this.shown = this.activeId();
    this.takeOver(loaded);
    this.stopListening = this.listen();
  }

  /** Another file takes the place of the one before. */
  replace(loaded: LoadedWorkbook, book: OpenedWorkbook): void {
    this.stopListening();
    this.states.clear();
    this.known.clear();
    this.book = book;
    this.access = loaded.access;
    this.mode = book.calculationMode;
    this.takeExtras(book);
    this.shown = this.activeId();
    this.takeOver(loaded);
    this.stopListening = this.listen();
  }

  get name(): string {
    return this.book.name;
  }

  get calculationMode(): CalculationMode {
    return this.mode;
  }

  set calculationMode(mode: CalculationMode) {
    this.mode = mode;
  }

  sheets(): readonly SheetModel[] {
    return this.access.workbook.getSheetOrders().map((id) => this.sheet(id));
  }

  addSheet(name: string): SheetModel {
    const id = `added-${String(Date.now())}-${String(this.states.size)}`;
    const index = this.access.workbook.getSheetSize();
    const sheet = { id, name, ...NEW_SHEET, ...EMPTY_SHEET };
    this.quietly(() => {
      // A sheet that somebody else inserts is the one kind that Univer does not show at once; nor does Excel.
      mutate(this.access, id, InsertSheetMutation.id, { index, sheet }, { fromCollab: true });
    });
    this.announce({ kind: "added", sheetId: id });
    return this.sheet(id);
  }

  deleteSheet(id: string): void {
    const { workbook } = this.access;
    if (id === this.activeId()) {
      const next = this.sheets().find((sheet) => sheet.id !== id && sheet.visibility === "visible");
      if (next !== undefined) this.select(next.id);
    }
    this.quietly(() => {
      mutate(this.access, id, RemoveSheetMutation.id, {
        subUnitName: workbook.getSheetBySheetId(id)?.getName(),
      });
    });
    this.states.delete(id);
    this.known.delete(id);
    this.announce({ kind: "deleted", sheetId: id });
  }

  moveSheet(id: string, position: number): void {
    const fromOrder = this.access.workbook.getSheetOrders().indexOf(id);
    if (fromOrder < 0) throw new ExcelError("ItemNotFound", `worksheet ${id}`);
    mutate(this.access, id, SetWorksheetOrderMutation.id, { fromOrder, toOrder: position });
  }

  selection(): { readonly sheetId: string; readonly ranges: readonly CellRange[] } {
    const { injector, workbook } = this.access;
    const sheetId = this.activeId();
    const selected = injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(workbook.getUnitId())
      .getSelectionsOfWorksheet(sheetId);
    const ranges = selected.map(({ range }) => fromUniverRange(range));
    return { sheetId, ranges: ranges.length === 0 ? [TOP_LEFT] : ranges };
  }

  select(sheetId: string, range?: CellRange): void {
    const sheet = worksheetById(this.access, sheetId);
    if (sheetId !== this.activeId()) {
      this.operate(SetWorksheetActiveOperation.id, { subUnitId: sheetId });
      this.announceActive();
    }
    if (range === undefined) return;
    const univerRange = toUniverRange(range);
    const selection = { range: univerRange, primary: getPrimaryForRange(univerRange, sheet), style: null };
    this.operate(SetSelectionsOperation.id, { subUnitId: sheetId, selections: [selection] });
    this.surface.reveal(sheetId, range);
  }

  protected partsChanged(): void {
    this.surface.partsChanged();
  }

  /** The worksheet of a sheet of the file, whatever has become of its name; for what else the page keeps by sheet. */
  get univer(): UniverAccess {
    return this.access;
  }

  /** Other programs' custom XML stays in the file and is not shown here. */
  private takeExtras({ names, kept }: OpenedWorkbook): void {
    this.setExtras(names, keptList(kept).map(keptPartXml));
  }

  private takeOver({ sheetIds }: LoadedWorkbook): void {
    for (const [index, id] of sheetIds.entries()) {
      const sheet = this.book.sheets[index];
      if (sheet === undefined) continue;
      this.states.set(
        id,
        freshState({ isProtected: sheet.protected, veryHidden: sheet.visibility === "veryHidden" }),
      );
      if (sheet.protected) this.surface.setEditable(id, false);
    }
  }

  private sheet(id: string): UniverSheet {
    let sheet = this.known.get(id);
    if (sheet === undefined) {
      const state = this.states.get(id) ?? freshState();
      this.states.set(id, state);
      sheet = new UniverSheet(id, {
        access: this.access,
        state,
        quietly: (change) => {
          state.used = null;
          this.quietly(change);
        },
        announceEdit: (range) => {
          this.announce({ kind: "changed", sheetId: id, range, change: "RangeEdited" });
        },
        showProtection: () => {
          this.surface.setEditable(id, !state.isProtected);
        },
      });
      this.known.set(id, sheet);
    }
    return sheet;
  }

  private activeId(): string {
    const { workbook } = this.access;
    return workbook.getActiveSheet(true)?.getSheetId() ?? workbook.ensureActiveSheet().getSheetId();
  }

  private operate(id: string, params: object): void {
    const { commands, workbook } = this.access;
    commands.syncExecuteCommand(id, { unitId: workbook.getUnitId(), ...params });
  }

  private quietly(change: () => void): void {
    const before = this.quiet;
    this.quiet = true;
    try {
      change();
    } finally {
      this.quiet = before;
    }
  }

  private listen(): () => void {
    const { commands, workbook } = this.access;
    const unitId = workbook.getUnitId();
    const heard = commands.onCommandExecuted((command, options) => {
      const { unitId: unit, subUnitId } = targetOf(command);
      if (unit === unitId) this.hear(command, options, subUnitId);
    });
    const asked = commands.beforeCommandExecuted((command) => {
      const { unitId: unit, subUnitId } = targetOf(command);
      if (unit === unitId && command.id === SetWorksheetShowCommand.id) this.keepHidden(subUnitId);
    });
    return () => {
      heard.dispose();
      asked.dispose();
    };
  }

  /**
   * Univer's list of sheets offers every hidden one to be shown; as in Excel, a very hidden one shows only where a program
   * makes it visible.
   */
  private keepHidden(sheetId: string | undefined): void {
    const sheet = this.sheets().find(({ id }) => id === sheetId);
    if (sheet?.visibility !== "veryHidden") return;
    this.surface.staysHidden(sheet.name);
    // Univer's way to refuse a command: it answers false.
    throw new CustomCommandExecutionError(`The worksheet ${sheet.id} is very hidden.`);
  }

  private hear(
    command: Readonly<ICommandInfo>,
    options: IExecutionOptions | undefined,
    sheetId: string | undefined,
  ): void {
    if (command.id.startsWith("sheet.mutation.") && sheetId !== undefined) {
      const state = this.states.get(sheetId);
      if (state !== undefined) state.used = null;
    }
    if (this.quiet) return;
    if (command.id === SetWorksheetActiveOperation.id) this.announceActive();
    for (const event of eventsOf(command, options)) {
      const state = event.kind === "changed" ? this.states.get(event.sheetId) : undefined;
      if (state !== undefined && event.kind === "changed") moveRanges(state, event);
      this.announce(event);
    }
  }

  private announceActive(): void {
    const [before, now] = [this.shown, this.activeId()];
    if (before === now) return;
    this.shown = now;
    if (this.access.workbook.getSheetBySheetId(before))
      this.announce({ kind: "deactivated", sheetId: before });
    this.announce({ kind: "activated", sheetId: now });
  }
}

function targetOf({ params }: Readonly<ICommandInfo>): {
  readonly unitId?: string;
  readonly subUnitId?: string;
} {
  return params ?? {};
}

/** The insertion of a sheet copies these without looking whether they are there. */
const EMPTY_SHEET = {
  cellData: {},
  rowData: {},
  columnData: {},
  mergeData: [],
  freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
  rowHeader: { width: 46 },
  columnHeader: { height: 20 },
} as const;
