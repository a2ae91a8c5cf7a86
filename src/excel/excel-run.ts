import { toHostError } from "./errors";

/** The part of the client library this folder starts from. */
export type ExcelLibrary = Pick<typeof Excel, "run">;

/**
 * One conversation with Excel; may sync several times. Waits while the user edits a cell (where the host can), and
 * rejects with a `HostError` in Chinese for whatever Excel refuses.
 *
 * Ranges are untracked wherever this folder makes one: it never uses a range after the sync it was made for, and a
 * tracked one would cost a round trip of its own at the end.
 */
export async function runInExcel<T>(
  excel: ExcelLibrary,
  body: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await excel.run({ delayForCellEdit: true }, body);
  } catch (thrown) {
    throw toHostError(thrown);
  }
}

/** Lets the page breathe between two pieces of work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
