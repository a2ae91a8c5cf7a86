import type { CellRows, OpenedWorkbook } from "./opened-workbook";
import { breathe } from "../breathe";
import type { KeptTexts } from "../../core/workbook/kept-part";
import type { CurrentSheet, FileAnswer, FileRequest } from "./worker-messages";

/** A failure the user can be told; `message` is a Chinese sentence, or empty for a defect of ours. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
}

/** Receives a file while it is being opened. */
export interface OpeningSteps {
  /** Called once; `activeCells` are those of the sheet that shows first. */
  readonly start: (workbook: OpenedWorkbook, activeCells: CellRows) => Promise<void>;
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
    try {
      const answers = new Answers(worker);
      service.send({ type: "open", bytes, name }, [bytes]);
      await receive(answers, steps);
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
    kept: KeptTexts,
  ): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly unkept: readonly string[] }> {
    for (const sheet of sheets) {
      this.send({ type: "sheet", sheet });
      await breathe();
    }
    const answers = new Answers(this.worker);
    this.send({ type: "save", styles, kept });
    const saved = await answers.next();
    if (saved.type !== "saved") throw new Error(`The worker answered ${saved.type}.`);
    return saved;
  }

  close(): void {
    this.worker.terminate();
  }

  private send(request: FileRequest, transfer: Transferable[] = []): void {
    this.worker.postMessage(request, transfer);
  }
}

async function receive(answers: Answers, steps: OpeningSteps): Promise<void> {
  const opened = await answers.next();
  if (opened.type !== "opened") throw new Error(`The worker answered ${opened.type}.`);
  for (let first = true; ; first = false) {
    const answer = await answers.next();
    if (answer.type !== "cells") throw new Error(`The worker answered ${answer.type}.`);
    if (first) await steps.start(opened.workbook, answer.cells);
    else steps.cells(answer.sheet, answer.cells);
    if (Object.keys(answer.uncomputed).length > 0) steps.uncomputed(answer.sheet, answer.uncomputed);
    if (answer.last) return;
  }
}

/** Answers of a worker in order, each handled in a task of its own: unpacking one is work enough for a task. */
class Answers {
  private readonly arrived: FileAnswer[] = [];
  private problem: FileProblem | null = null;
  private wake: () => void = () => undefined;

  constructor(worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
      if (data.type === "failed") this.fail(data.sentence, data.detail);
      else this.arrived.push(data);
      this.wake();
    };
    worker.onerror = (event) => {
      this.fail(null, event.message);
      this.wake();
    };
  }

  /** @throws FileProblem where the worker says that it failed */
  async next(): Promise<FileAnswer> {
    await breathe();
    for (;;) {
      const answer = this.arrived.shift();
      if (answer !== undefined) return answer;
      if (this.problem !== null) throw this.problem;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      await breathe();
    }
  }

  private fail(sentence: string | null, detail: string): void {
    this.problem = new FileProblem(sentence ?? "", { cause: new Error(detail) });
  }
}
