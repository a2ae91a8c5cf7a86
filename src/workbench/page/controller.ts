import { ExcelWorkbookHost } from "../../excel";
import { pageEngine, pageLiveEngine } from "../../taskpane/engine/engine";
import { mountPane } from "../../taskpane/mount";
import { createPaneSession } from "../../taskpane/session/pane-session";
import { breathe } from "../breathe";
import { FileProblem, FileService } from "../files/file-service";
import type { CellRows, OpenedWorkbook } from "../files/opened-workbook";
import { currentlyKept, currentSheets, currentStyles } from "../sheet/current-sheets";
import { registerCustomFunctions } from "../sheet/custom-functions";
import { computeFormulas, fillSheet, loadWorkbook, type LoadedWorkbook } from "../sheet/load-workbook";
import type { UniverApp } from "../sheet/univer-app";
import { isEdit } from "../sheet/sheet-events";
import { UniverWorkbook } from "../sheet/univer-workbook";
import { texts } from "../texts";
import { download } from "./download";
import { openingNotices } from "./opening-notices";
import { startOffice } from "./start-office";
import { Store, type Notice, type WorkbenchState } from "./state";

const SAMPLE = { address: "sample.xlsx", name: "部门预算示例（湖南 2026）.xlsx" } as const;

interface OpenBook {
  readonly loaded: LoadedWorkbook;
  readonly file: FileService;
  /** Sheets whose rows or columns were moved. */
  readonly shifted: Set<string>;
}

/** What the buttons of the page do. One at a time: while a file is being opened or saved the page says so. */
export class WorkbenchController {
  readonly store: Store<WorkbenchState>;
  private model: UniverWorkbook | null = null;
  private book: OpenBook | null = null;
  private unmountPane: () => void = () => undefined;
  private officeStarted: Promise<void> | null = null;
  private pending: Uint8Array<ArrayBuffer> | null = null;

  constructor(
    private readonly app: UniverApp,
    private readonly paneElement: HTMLElement,
    dark: boolean,
  ) {
    this.store = new Store<WorkbenchState>({
      fileName: "",
      edited: false,
      busy: null,
      progress: null,
      notices: [],
      unkept: null,
      dark,
    });
    app.setDark(dark);
  }

  async openSample(): Promise<void> {
    await this.open(SAMPLE.name, async () => (await fetch(SAMPLE.address)).arrayBuffer());
  }

  async openFiles(files: readonly File[]): Promise<void> {
    const [file, ...more] = files;
    if (file === undefined) return;
    await this.open(file.name, () => file.arrayBuffer());
    if (more.length > 0) this.notify({ id: "more", intent: "info", title: texts.oneFile, body: "" });
  }

  /** Opens a file; the workbook before stays as it is where that fails. */
  private async open(name: string, read: () => Promise<ArrayBuffer>): Promise<void> {
    const { busy, edited, fileName } = this.store.get();
    if (busy !== null || (edited && !window.confirm(texts.discard(fileName)))) return;
    this.store.update({ busy: texts.opening(name), progress: null, notices: [], unkept: null });
    try {
      await this.load(name, await read());
    } catch (error) {
      console.error(`“${name}” could not be opened.`, error);
      const sentence =
        error instanceof FileProblem && error.message !== "" ? error.message : texts.openUnexpected(name);
      this.notify({
        id: "open",
        intent: "error",
        title: texts.openTitle,
        body: sentence + (this.book === null ? "" : texts.openAdvice),
      });
    } finally {
      this.store.update({ busy: null, progress: null });
    }
  }

  private async load(name: string, bytes: ArrayBuffer): Promise<void> {
    const before = this.book;
    let loaded: LoadedWorkbook | null = null;
    let workbook: OpenedWorkbook | null = null;
    const uncomputed: [string, CellRows][] = [];
    let done = 0;
    const file = await FileService.open(bytes, name, {
      start: async (opened, activeCells) => {
        workbook = opened;
        this.unmountPane();
        await breathe();
        loaded = loadWorkbook(this.app.univer, opened, activeCells);
        this.takeModel(loaded, opened);
      },
      cells: (sheet, cells) => {
        if (loaded === null || workbook === null) return;
        fillSheet(loaded.access, loaded.sheetIds[sheet] ?? "", cells);
        const all = workbook.sheets.length;
        this.store.update({ busy: texts.openingSheets(++done, all), progress: done / all });
      },
      uncomputed: (sheet, formulas) => {
        uncomputed.push([loaded?.sheetIds[sheet] ?? "", formulas]);
      },
    });
    if (loaded === null || workbook === null) return;
    if (before !== null) {
      before.file.close();
      await breathe();
      this.app.close(before.loaded.access.workbook.getUnitId());
      await breathe();
    }
    this.adopt(loaded, workbook, file, uncomputed);
    await this.startPane();
  }

  private takeModel(loaded: LoadedWorkbook, workbook: OpenedWorkbook): void {
    const staysHidden = (sheet: string): void => {
      this.notify({ id: "veryHidden", intent: "info", title: texts.staysHidden(sheet), body: "" });
    };
    const partsChanged = (): void => {
      this.store.update({ edited: true });
    };
    if (this.model === null)
      this.model = new UniverWorkbook(loaded, workbook, { ...this.app.surface, staysHidden, partsChanged });
    else this.model.replace(loaded, workbook);
  }

  private adopt(
    loaded: LoadedWorkbook,
    workbook: OpenedWorkbook,
    file: FileService,
    uncomputed: readonly [string, CellRows][],
  ): void {
    const shifted = new Set<string>();
    this.book = { loaded, file, shifted };
    for (const [id, formulas] of uncomputed) computeFormulas(loaded.access, id, formulas);
    const notices = openingNotices(workbook, () => {
      this.app.recalculate();
    });
    this.store.update({ fileName: workbook.name, edited: false, notices });
    document.title = `${workbook.name} - ${texts.app}`;
  }

  /** The pane of the workbook; a new one for each, as in Excel. */
  private async startPane(): Promise<void> {
    const model = this.model;
    if (model === null) return;
    this.officeStarted ??= this.connect(model);
    await this.officeStarted;
    const openSample = (): void => void this.openSample();
    const host = new ExcelWorkbookHost();
    const session = createPaneSession(host, pageEngine, undefined, openSample, pageLiveEngine);
    this.unmountPane = mountPane(this.paneElement, session, "zh-CN");
  }

  private async connect(model: UniverWorkbook): Promise<void> {
    const { bridge, functions } = await startOffice(model, () => this.store.get().dark);
    registerCustomFunctions(model.univer.injector, functions, (id, parameters, address) =>
      bridge.callFunction(id, parameters, address),
    );
    model.subscribe((event) => {
      if (event.kind === "changed" && event.change !== "RangeEdited") this.book?.shifted.add(event.sheetId);
    });
    model.univer.commands.onCommandExecuted((command, options) => {
      const { busy, edited } = this.store.get();
      if (busy === null && !edited && isEdit(command, options)) this.store.update({ edited: true });
    });
  }

  /** Makes the file; where it would lose something the user is asked first. */
  async save(): Promise<void> {
    const { busy, fileName } = this.store.get();
    if (busy !== null || this.book === null || this.model === null) return;
    this.store.update({ busy: texts.saving, progress: null, unkept: null });
    try {
      const { loaded, file, shifted } = this.book;
      const { bytes, unkept } = await file.save(
        currentSheets(this.model, loaded, shifted),
        currentStyles(loaded.access),
        currentlyKept(this.model),
      );
      this.pending = bytes;
      if (unkept.length > 0) this.store.update({ unkept });
      else this.confirmSave();
    } catch (error) {
      console.error(`“${fileName}” could not be saved.`, error);
      const sentence =
        error instanceof FileProblem && error.message !== "" ? error.message : texts.saveUnexpected;
      this.notify({ id: "save", intent: "error", title: texts.saveTitle, body: sentence + texts.saveAdvice });
    } finally {
      this.store.update({ busy: null });
    }
  }

  readonly confirmSave = (): void => {
    const bytes = this.pending;
    if (bytes === null) return;
    const { fileName } = this.store.get();
    download(bytes, fileName);
    this.pending = null;
    this.store.update({ edited: false, unkept: null });
    this.notify({ id: "save", intent: "success", title: texts.saved(fileName), body: "" });
  };

  readonly cancelSave = (): void => {
    this.pending = null;
    this.store.update({ unkept: null });
  };

  toggleDark(): void {
    const dark = !this.store.get().dark;
    this.store.update({ dark });
    this.app.setDark(dark);
    // The pane looks at Excel's theme when the user comes back to it.
    window.dispatchEvent(new Event("focus"));
  }

  readonly dismiss = (id: string): void => {
    this.store.update({ notices: this.store.get().notices.filter((notice) => notice.id !== id) });
  };

  private notify(notice: Notice): void {
    const others = this.store.get().notices.filter(({ id }) => id !== notice.id);
    this.store.update({ notices: [...others, notice] });
  }
}
