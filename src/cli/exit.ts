/** Exit statuses of the command line. */
export const EXIT = { ok: 0, findings: 1, unusable: 2 } as const;

/** Says in one line on stderr why nothing can be done, and gives the status for it. */
export function unusable(message: string): number {
  process.stderr.write(`${message}\n`);
  return EXIT.unusable;
}
