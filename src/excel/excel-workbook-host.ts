import type { CellAddress } from "../core/workbook/address";
import { HostError } from "../core/workbook/host";
import type {
  CellMark,
  CellPlace,
  FrozenSheet,
  HeldCell,
  MarkOutcome,
  ReadChanges,
  Reading,
  UnfreezeOutcome,
  WorkbookChange,
  WorkbookHost,
} from "../core/workbook/host";
import type { KeptKind } from "../core/workbook/kept-part";
import type { WorkbookPatch } from "../core/workbook/patch";
import type { SheetPlan } from "../core/workbook/sheet-plan";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { createTurns } from "../core/workbook/turns";
import { activeCell, replaceCell } from "./active-cell";
import { addSheetOnce } from "./add-sheet";
import { runInExcel } from "./excel-run";
import type { ExcelLibrary } from "./excel-run";
import { freeze, unfreeze } from "./freeze";
import { keep, readKept } from "./kept-parts";
import { surveyMarks } from "./mark-survey";
import type { MarkedSheet } from "./mark-survey";
import { formatsUnreadableSentence, HALF_MARKED, marksLeftSentence, notAddedSentence } from "./messages";
import { addSheets, deleteSheets, type AddedSheet } from "./new-sheets";
import { concerns, readChanges, type KnownWorkbook } from "./read-changes";
import { readWorkbook } from "./read-workbook";
import { selectCell } from "./select-cell";
import { followSelection } from "./selection";
import type { SheetEntry } from "./sheet-list";
import { MarkMemory, updateMarks } from "./update-marks";
import { followChanges } from "./watch";
import { groupBySheet, planMarks, writeMarks } from "./write-marks";

/** Longer than a check takes, shorter than a user needs to change conditional formats by hand. */
const KNOWN_FOR_MS = 30_000;

/**
 * The open workbook through Office.js. Needs ExcelApi 1.13. Reads, marks, adds sheets, and keeps what is ours in parts of its
 * own. Values and formulas that are there change only where a sheet is frozen or a cell is replaced; calculation mode and settings never do.
 */
export class ExcelWorkbookHost implements WorkbookHost {
  /** Marks found by the last reading, good for the marking that follows it soon; then asked for anew. */
  private known: { readonly sheets: readonly MarkedSheet[]; readonly until: number } | null = null;

  /** Excel's names for what stands in a snapshot, as long as somebody has it. */
  private readonly read = new WeakMap<WorkbookSnapshot, KnownWorkbook>();

  /** As of the last reading. */
  private sheets: readonly SheetEntry[] = [];

  private readonly marks = new MarkMemory();

  /** Nobody reads what is half written, and no two write at once, whoever asks. */
  private readonly inTurn = createTurns();

  /** Sheets added and not removed since, oldest first. */
  private added: AddedSheet[] = [];

  /** @param library the client library; office.js puts it into the global `Excel`. */
  constructor(private readonly library: ExcelLibrary = Excel) {}

  async readSnapshot(reading: Reading = {}): Promise<WorkbookSnapshot> {
    await this.allWritten();
    this.known = null;
    const read = await runInExcel(this.library, (context) => readWorkbook(context, reading));
    const { snapshot, marks } = read;
    this.hasRead(read);
    this.known = marks === null ? null : { sheets: marks, until: Date.now() + KNOWN_FOR_MS };
    return snapshot;
  }

  onChanged(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    return followChanges(this.library, (change) => {
      if (change.kind === "cells") this.marks.touch(change.sheet);
      listener(change);
    });
  }

  async readChanges(before: WorkbookSnapshot, changes: readonly WorkbookChange[]): Promise<ReadChanges> {
    await this.allWritten();
    const known = this.read.get(before) ?? { snapshot: before, sheets: [], keptIds: [] };
    if (!concerns(known, changes)) return { patch: nothingChanged(before), snapshot: before };
    const read = await runInExcel(this.library, (context) => readChanges(context, known, changes));
    this.hasRead(read);
    return read;
  }

  /** A reading waits for what is being written; nothing waits for a reading, whose answer may never come. */
  private allWritten(): Promise<void> {
    return this.inTurn(() => Promise.resolve());
  }

  /** `read` is good for the next reading of changes, and for marks. */
  private hasRead(read: KnownWorkbook): void {
    this.read.set(read.snapshot, read);
    this.sheets = read.sheets;
  }

  updateMarks(marks: readonly CellMark[]): Promise<MarkOutcome> {
    return this.inTurn(async () => {
      this.known = null;
      const due = groupBySheet(marks);
      const doubtful = this.marks.inDoubt(this.sheets, due);
      if (doubtful === null) return this.markOrNothing(marks);
      // Nothing is read of the others: as if they carried no marks.
      const { marked, skipped } = planMarks(
        this.sheets.map((sheet) => ({ sheet, markIds: [] })),
        marks,
      );
      this.marks.remember(this.sheets, due);
      const open = doubtful.filter(({ isProtected }) => !isProtected);
      if (open.length === 0) return { marked, skipped };
      try {
        await runInExcel(this.library, (context) => updateMarks(context, open, due));
        return { marked, skipped };
      } catch (error) {
        this.marks.forget();
        // A sheet was deleted or protected, or Excel cannot list its formats.
        if (!(error instanceof HostError)) throw error;
        return await this.markOrNothing(marks);
      }
    });
  }

  mark(marks: readonly CellMark[]): Promise<MarkOutcome> {
    return this.inTurn(async () => {
      const known = this.known;
      this.known = null;
      if (known !== null && Date.now() < known.until) {
        try {
          return await this.write(known.sheets, marks);
        } catch (error) {
          // The workbook has changed since it was read: a sheet deleted, protected, a format removed. Look again.
          if (!(error instanceof HostError)) throw error;
        }
      }
      return this.markOrNothing(marks);
    });
  }

  clearMarks(): Promise<void> {
    return this.inTurn(async () => {
      this.known = null;
      this.marks.forget();
      const found = await this.clear();
      const unreadable = found.filter(({ markIds }) => markIds === null);
      if (unreadable.length > 0) throw new HostError(formatsUnreadableSentence(namesOf(unreadable)));
      const left = found.filter(({ sheet, markIds }) => sheet.isProtected && markIds?.length !== 0);
      if (left.length > 0) throw new HostError(marksLeftSentence(namesOf(left)));
    });
  }

  async select(sheet: string, address: CellAddress): Promise<void> {
    await runInExcel(this.library, (context) => selectCell(context, sheet, address));
  }

  onSelectionChanged(listener: (place: CellPlace) => void): Promise<() => Promise<void>> {
    return followSelection(this.library, listener);
  }

  activeCell(): Promise<HeldCell> {
    return runInExcel(this.library, activeCell);
  }

  replaceCell(seen: HeldCell, content: Pick<HeldCell, "formula" | "value">): Promise<HeldCell | null> {
    return this.inTurn(() => runInExcel(this.library, (context) => replaceCell(context, seen, content)));
  }

  addSheet(plan: SheetPlan): Promise<string> {
    return this.inTurn(async () => {
      const { name, added } = await runInExcel(this.library, (context) => addSheetOnce(context, plan));
      this.added.push(...added);
      return name;
    });
  }

  async addSheets(plans: readonly SheetPlan[]): Promise<readonly string[]> {
    if (plans.length === 0) return [];
    return this.inTurn(async () => {
      const added = await runInExcel(this.library, (context) => addSheets(context, plans));
      this.added.push(...added);
      return added.map(({ name }) => name);
    });
  }

  removeSheets(names: readonly string[]): Promise<void> {
    return this.inTurn(() => this.remove(names));
  }

  private async remove(names: readonly string[]): Promise<void> {
    // A name may have been given twice, the first sheet being renamed since: the last one is meant.
    const ours = names.map((name) => this.added.findLast((sheet) => sheet.name === name));
    const others = names.filter((_name, index) => ours[index] === undefined);
    if (others.length > 0) throw new HostError(notAddedSentence(others));
    const ids = new Set(ours.map((sheet) => sheet?.id));
    const removing = (): Promise<void> =>
      runInExcel(this.library, (context) => deleteSheets(context, ({ id }) => ids.has(id)));
    // What is deleted cannot be brought back: so the rest goes, too.
    await removing().catch(removing);
    this.added = this.added.filter(({ id }) => !ids.has(id));
  }

  freeze(sheet: string): Promise<FrozenSheet> {
    return this.inTurn(() => runInExcel(this.library, (context) => freeze(context, sheet)));
  }

  unfreeze(frozen: FrozenSheet): Promise<UnfreezeOutcome> {
    return this.inTurn(() => runInExcel(this.library, (context) => unfreeze(context, frozen)));
  }

  async readKept(kind: KeptKind): Promise<readonly string[]> {
    const kept = await runInExcel(this.library, (context) => readKept(context, kind));
    return kept.map(({ text }) => text);
  }

  keep(kind: KeptKind, texts: readonly string[]): Promise<void> {
    return this.inTurn(() => runInExcel(this.library, (context) => keep(context, kind, texts)));
  }

  /** A marking that fails twice takes all marks off: half of them would be worse than none. */
  private async markOrNothing(marks: readonly CellMark[]): Promise<MarkOutcome> {
    const before = await this.survey();
    try {
      return await this.write(before, marks);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      try {
        const now = await this.survey();
        if (idsOf(now) !== idsOf(before)) await this.write(now, []);
      } catch (failure) {
        throw new HostError(HALF_MARKED, { cause: failure });
      }
      throw error;
    }
  }

  /** Takes marks off, with a second attempt; answers what was found. */
  private async clear(): Promise<readonly MarkedSheet[]> {
    const found = await this.survey();
    try {
      await this.write(found, []);
      return found;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const left = await this.survey();
      await this.write(left, []);
      return left;
    }
  }

  private survey(): Promise<MarkedSheet[]> {
    return runInExcel(this.library, surveyMarks);
  }

  private async write(sheets: readonly MarkedSheet[], marks: readonly CellMark[]): Promise<MarkOutcome> {
    const { writes, marked, skipped } = planMarks(sheets, marks);
    this.marks.remember(
      sheets.map(({ sheet }) => sheet),
      groupBySheet(marks),
    );
    try {
      if (writes.length > 0) await runInExcel(this.library, (context) => writeMarks(context, writes));
    } catch (error) {
      this.marks.forget();
      throw error;
    }
    return { marked, skipped };
  }
}

function nothingChanged({ name, sheets }: WorkbookSnapshot): WorkbookPatch {
  return {
    name,
    sheets: sheets.map((sheet, before) => ({
      kind: "areas",
      before,
      name: sheet.name,
      visibility: sheet.visibility,
      areas: [],
      merges: null,
    })),
    kept: null,
  };
}

function idsOf(sheets: readonly MarkedSheet[]): string {
  return JSON.stringify(sheets.map(({ sheet, markIds }) => [sheet.id, markIds]));
}

function namesOf(sheets: readonly MarkedSheet[]): string[] {
  return sheets.map(({ sheet }) => sheet.name);
}
