import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { fileProblem } from "../read-workbook";
import { systemCode } from "../system-error";
import { batchTexts } from "./texts";

/** A file to be checked, or a place where files could not be looked for. */
export interface FoundFile {
  /** As the user would type it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When it was changed last, as an ISO moment. */
  readonly modified: string;
  /** Why it cannot be checked; null where it can be tried. */
  readonly problem: string | null;
}

/**
 * Names taken for workbooks in a folder. Those that the reader refuses (.xls, .et, …) are among them: a unit whose tables
 * were not checked must not go unnoticed.
 */
const WORKBOOK_NAME = /\.(xls[xmb]?|xlt[xm]?|ett?|ods)$/i;

/** In this order files are checked and listed: 2 before 10. */
const byName = new Intl.Collator("zh-CN", { numeric: true });

/** Whether an argument stands for more than one file. */
export async function isMany(argument: string): Promise<boolean> {
  const found = await stat(argument).catch(() => null);
  return found === null ? isPattern(argument) : found.isDirectory();
}

/**
 * The files that arguments name, each once: files as given, folders with all workbooks below, patterns with what they
 * match. Hidden files and the lock files of open workbooks (~$…) are left out.
 */
export async function findWorkbooks(args: readonly string[]): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const argument of args) {
    for (const file of await filesOf(argument)) {
      const key = resolve(file.path);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function filesOf(argument: string): Promise<readonly FoundFile[]> {
  const there = await stat(argument).catch(() => null);
  if (there === null && isPattern(argument)) {
    const paths = (await glob(patternOf(argument), { expandDirectories: false })).filter(isVisible);
    if (paths.length === 0) return [unusable(argument, batchTexts.noMatch(argument))];
    return Promise.all(paths.sort(inOrder).map(fileAt));
  }
  return there?.isDirectory() === true ? filesBelow(argument, new Set()) : [await fileAt(argument)];
}

/** @param above real paths of the folders above, so that a link back to one of them is no endless way down. */
async function filesBelow(folder: string, above: ReadonlySet<string>): Promise<readonly FoundFile[]> {
  try {
    const here = await realpath(folder);
    if (above.has(here)) return [];
    const entries = await readdir(folder, { withFileTypes: true });
    const found: FoundFile[] = [];
    for (const entry of entries.sort((a, b) => inOrder(a.name, b.name))) {
      if (!isVisible(entry.name)) continue;
      const path = join(folder, entry.name);
      const isFolder = entry.isSymbolicLink()
        ? ((await stat(path).catch(() => null))?.isDirectory() ?? false)
        : entry.isDirectory();
      if (isFolder) found.push(...(await filesBelow(path, new Set([...above, here]))));
      else if (WORKBOOK_NAME.test(entry.name)) found.push(await fileAt(path));
    }
    return found;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return [unusable(folder, batchTexts.noFolder(folder))];
  }
}

async function fileAt(path: string): Promise<FoundFile> {
  try {
    const { size, mtime } = await stat(path);
    return { path, size, modified: mtime.toISOString(), problem: null };
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return unusable(path, fileProblem(path, code));
  }
}

function unusable(path: string, problem: string): FoundFile {
  return { path, size: 0, modified: "", problem };
}

function isVisible(path: string): boolean {
  return !/^(~\$|\.)/.test(basename(path));
}

function isPattern(argument: string): boolean {
  return isDynamicPattern(patternOf(argument));
}

/** In a pattern “\” takes the meaning from what follows; where it parts folders, it is meant so. */
function patternOf(argument: string): string {
  return sep === "\\" ? argument.replaceAll("\\", "/") : argument;
}

function inOrder(a: string, b: string): number {
  return byName.compare(a, b) || (a < b ? -1 : 1);
}
