import { cursorTo, clearLine } from "node:readline";
import { MultiBar, type SingleBar } from "cli-progress";
import { batchTexts } from "./texts";

/** How far a run has come. */
export interface ProgressState {
  readonly done: number;
  readonly files: number;
  readonly wrong: number;
  readonly unread: number;
}

/** A bar on stderr with the time left, and lines on stdout above it. */
export interface Progress {
  /** @param work done so far, in the unit of the whole. */
  update(work: number, state: ProgressState): void;
  line(text: string): void;
  /** Says something on stderr. */
  note(text: string): void;
  stop(): void;
}

/** Without a terminal, or where the user wants none, there are lines alone. @param work all there is to do. */
export function startProgress(work: number, state: ProgressState, quiet: boolean): Progress {
  return quiet || !process.stderr.isTTY ? linesAlone() : withBar(work, state);
}

function linesAlone(): Progress {
  return {
    update: () => undefined,
    line: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    stop: () => undefined,
  };
}

function withBar(work: number, state: ProgressState): Progress {
  const bars = new MultiBar({
    stream: process.stderr,
    format: batchTexts.progress,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 20,
    fps: 4,
    etaBuffer: 50,
    formatTime: batchTexts.time,
    forceRedraw: true,
    clearOnComplete: true,
    // Ctrl+C is ours.
    gracefulExit: false,
    hideCursor: false,
    // Otherwise a killed run would leave the terminal without.
    linewrap: true,
  });
  const bar: SingleBar = bars.create(Math.max(1, work), 0, { ...state });
  const above = (write: () => void): void => {
    clearLine(process.stderr, 0);
    cursorTo(process.stderr, 0);
    write();
    bars.update();
  };
  return {
    update: (now, to) => {
      bar.update(now, { ...to });
    },
    line: (text) => {
      // A file or a pipe does not disturb the bar.
      if (process.stdout.isTTY) above(() => process.stdout.write(`${text}\n`));
      else process.stdout.write(`${text}\n`);
    },
    note: (text) => {
      above(() => process.stderr.write(`${text}\n`));
    },
    stop: () => {
      bars.stop();
    },
  };
}
