import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { readXlsx, UnreadableWorkbookError } from "../xlsx";
import { texts } from "./texts";

/** The workbook of a file, or a sentence saying why it cannot be read. */
export async function readWorkbook(file: string): Promise<WorkbookSnapshot | string> {
  try {
    return readXlsx(await readFile(file), basename(file));
  } catch (error) {
    if (error instanceof UnreadableWorkbookError) return error.message;
    if (error instanceof Error && "code" in error) return fileProblem(file, String(error.code));
    throw error;
  }
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
