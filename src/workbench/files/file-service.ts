import type { CellRows, OpenedWorkbook } from "./opened-workbook";
import type { CurrentSheet, FileAnswer, FileRequest } from "./worker-messages";

/** A failure the user can be told; `message` is a Chinese sentence, or empty for a defect of ours. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
}

/** Receives a file while it is being opened. */
export interface OpeningSteps {
  /** Called once; `activeCells` are those of the sheet that shows first. */
  readonly start: (workbook: OpenedWorkbook, activeCells: CellRows) => void;
  /** Called for every other sheet. */
  readonly cells: (sheet: number, cells: CellRows) => void;
  /** Called for every sheet with formulas that no program has computed yet. */
  readonly uncomputed: (sheet: number, formulas: CellRows) => void;
}

/** One opened file and the worker that keeps it. */
export class FileService {
  private constructor(private readonly worker: Worker) {}

  /**
   * Opens a file, handing it over piece by piece.
   * @throws FileProblem where it cannot be read
   */
  static async open(bytes: ArrayBuffer, name: string, steps: OpeningSteps): Promise<FileService> {
    const worker = new Worker(new URL("./file-worker.ts", import.meta.url), { name: "gouji-file" });
    const service = new FileService(worker);
    let workbook: OpenedWorkbook | null = null;
    let started = false;
    try {
      await service.ask({ type: "open", bytes, name }, [bytes], (answer) => {
        if (answer.type === "opened") workbook = answer.workbook;
        if (answer.type !== "cells" || workbook === null) return false;
        if (started) steps.cells(answer.sheet, answer.cells);
        else steps.start(workbook, answer.cells);
        started = true;
        if (Object.keys(answer.uncomputed).length > 0) steps.uncomputed(answer.sheet, answer.uncomputed);
        return answer.last;
      });
    } catch (error) {
      service.close();
      throw error;
    }
    return service;
  }

  /**
   * The file with the sheets as they are now.
   * @throws FileProblem where it cannot be written; nothing is lost then
   */
  async save(
    sheets: Iterable<CurrentSheet>,
    styles: OpenedWorkbook["styles"],
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly unkept: readonly string[] }> {
    for (const sheet of sheets) {
      this.send({ type: "sheet", sheet });
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    let saved: Extract<FileAnswer, { type: "saved" }> | null = null;
    await this.ask({ type: "save", styles }, [], (answer) => {
      if (answer.type === "saved") saved = answer;
      return answer.type === "saved";
    });
    return saved ?? { bytes: new Uint8Array(), unkept: [] };
  }

  close(): void {
    this.worker.terminate();
  }

  private send(request: FileRequest, transfer: Transferable[] = []): void {
    this.worker.postMessage(request, transfer);
  }

  /** Sends a request and waits until `done` says that an answer was the last. */
  private ask(
    request: FileRequest,
    transfer: Transferable[],
    done: (answer: FileAnswer) => boolean,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (sentence: string | null, detail: string): void => {
        reject(new FileProblem(sentence ?? "", { cause: new Error(detail) }));
      };
      this.worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
        if (data.type === "failed") fail(data.sentence, data.detail);
        else {
          try {
            if (done(data)) resolve();
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        }
      };
      this.worker.onerror = (event) => {
        fail(null, event.message);
      };
      this.send(request, transfer);
    });
  }
}
