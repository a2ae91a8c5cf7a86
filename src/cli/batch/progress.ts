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
  /** @param bytes of all files done so far: large ones take longer. */
  update(bytes: number, state: ProgressState): void;
  line(text: string): void;
  /** Says something on stderr. */
  note(text: string): void;
  stop(): void;
}

/** Without a terminal, or where the user wants none, there are lines alone. @param bytes of all files. */
export function startProgress(bytes: number, state: ProgressState, quiet: boolean): Progress {
  return quiet || !process.stderr.isTTY ? linesAlone() : withBar(bytes, state);
}

function linesAlone(): Progress {
  return {
    update: () => undefined,
    line: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    stop: () => undefined,
  };
}

function withBar(bytes: number, state: ProgressState): Progress {
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
    linewrap: null,
  });
  // An empty file takes its time, too.
  const bar: SingleBar = bars.create(Math.max(1, bytes), 0, { ...state });
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
