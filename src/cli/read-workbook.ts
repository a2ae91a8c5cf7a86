import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { readXlsx, UnreadableWorkbookError, type UnreadableCode } from "../xlsx";
import { texts } from "./texts";

/** Why a file cannot be read: the reader's code, or “system”, and a sentence. */
export interface ReadFailure {
  readonly code: UnreadableCode | "system";
  readonly message: string;
}

/** The workbook of a file, or why it cannot be read. */
export async function tryReadWorkbook(file: string): Promise<WorkbookSnapshot | ReadFailure> {
  try {
    return readXlsx(await readFile(file), basename(file));
  } catch (error) {
    if (error instanceof UnreadableWorkbookError) return { code: error.code, message: error.message };
    if (error instanceof Error && "code" in error)
      return { code: "system", message: fileProblem(file, String(error.code)) };
    throw error;
  }
}

/** The workbook of a file, or a sentence saying why it cannot be read. */
export async function readWorkbook(file: string): Promise<WorkbookSnapshot | string> {
  const read = await tryReadWorkbook(file);
  return "message" in read ? read.message : read;
}

/** Why a file or folder cannot be read, by the code of the system's error. */
export function fileProblem(file: string, code: string): string {
  switch (code) {
    case "ENOENT":
      return texts.noFile(file);
    case "EISDIR":
      return texts.notAFile(file);
    case "EACCES":
    case "EPERM":
      return texts.noAccess(file);
    default:
      return texts.cannotRead(file, code);
  }
}
