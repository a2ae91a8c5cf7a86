import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { nearest } from "../core/forms/family-files/nearest";
import { generateInputSheets, generateTables, UnknownProject, type GeneratedTables } from "../core/generate";
import { TemplateDefect } from "../core/generate/fill/template-defect";
import type { Template } from "../core/generate/template";
import { BUILT_IN_TEMPLATES } from "../core/generate/templates";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import {
  addPlannedSheets,
  readTemplates,
  readXlsx,
  UnreadableWorkbookError,
  UnsavableChangeError,
  writeTemplate,
} from "../xlsx";
import { EXIT, unusable } from "./exit";
import { generateTexts as texts } from "./generate-texts";
import { listMissing } from "./missing-list";
import { fileProblem } from "./read-workbook";
import { texts as general } from "./texts";
import { isSameFile, writeWhole } from "./write-file";

export interface GenerateCommandOptions {
  readonly list: boolean;
  /** Id of a built-in template to be written out with its placeholders. */
  readonly export?: string;
  /** Ids of templates. */
  readonly template: readonly string[];
  /** Workbook with the user's own templates. */
  readonly templateFile?: string;
  readonly from?: string;
  readonly out?: string;
  readonly mode: string;
  /** Sheets whose content is taken over, and the workbook they stand in where it is another one. */
  readonly carry: readonly string[];
  readonly carryFrom?: string;
  readonly project?: string;
  /** Whether the sheets to be filled in are written instead of the tables. */
  readonly input: boolean;
  readonly force: boolean;
}

/** Why the call cannot be carried out, as a Chinese sentence. */
class UnusableCall extends Error {}

/**
 * `gouji generate`: fills templates with what a workbook tells and writes the workbook with the new sheets, `--list`s the
 * templates, or `--export`s one. What is missing is listed on stderr and marked in the tables; that is no failure.
 */
export async function generateCommand(options: GenerateCommandOptions): Promise<number> {
  try {
    if (options.list) print(BUILT_IN_TEMPLATES.map(texts.template));
    else if (options.export !== undefined) await exportTemplate(options.export, options);
    else await generate(options);
    return EXIT.ok;
  } catch (error) {
    const isSentence =
      error instanceof UnusableCall ||
      error instanceof UnreadableWorkbookError ||
      error instanceof UnsavableChangeError ||
      error instanceof TemplateDefect;
    if (isSentence) return unusable(error.message);
    if (error instanceof UnknownProject) {
      return unusable(texts.noProject(error.project, near(error.project, error.known)));
    }
    throw error;
  }
}

async function exportTemplate(id: string, options: GenerateCommandOptions): Promise<void> {
  const [template] = chosen([id], BUILT_IN_TEMPLATES);
  if (template === undefined) throw new UnusableCall(texts.nothingAsked);
  const out = freeOutput(options);
  await write(out, writeTemplate(template));
  print([texts.exported(out, template.title)]);
}

async function generate(options: GenerateCommandOptions): Promise<void> {
  const { template: ids, templateFile, from, mode, carry, project } = options;
  if (ids.length === 0 && templateFile === undefined) throw new UnusableCall(texts.nothingAsked);
  if (from === undefined) throw new UnusableCall(texts.noFrom);
  if (mode !== "builtin" && mode !== "values") throw new UnusableCall(texts.badMode(mode));
  const own = templateFile === undefined ? [] : await ownTemplates(templateFile);
  // An own template goes before one of the same id that the tool brings along.
  const templates = ids.length === 0 ? own : chosen(ids, [...own, ...BUILT_IN_TEMPLATES]);
  const out = freeOutput(options);
  const bytes = await read(from);
  const snapshot = readXlsx(bytes, basename(from));
  const carryFrom = options.carryFrom === undefined ? null : await workbook(options.carryFrom);
  requireSheets(carryFrom ?? snapshot, carry);
  const generated = (options.input ? generateInputSheets : generateTables)(snapshot, {
    templates,
    mode,
    carry,
    ...(carryFrom === null ? {} : { carryFrom }),
    ...(project === undefined ? {} : { project }),
  });
  if (generated.plans.length === 0) throw new UnusableCall(texts.inputThere);
  await write(out, addPlannedSheets(bytes, generated.plans));
  print([texts.written(out), ...generated.plans.map(({ name }) => texts.sheet(name))]);
  const remarks = [...generated.problems.map(({ message }) => message), ...unread(generated, carry)];
  const missing = options.input ? [] : listMissing(generated.missing);
  for (const line of [...remarks, ...missing]) process.stderr.write(`${line}\n`);
}

/** Sheets named to be taken over that say nothing to take over. */
function unread({ carried }: GeneratedTables, carry: readonly string[]): readonly string[] {
  return carried.flatMap(({ name, isRead }) =>
    isRead || !carry.includes(name) ? [] : [texts.notCarried(name)],
  );
}

function requireSheets({ sheets }: WorkbookSnapshot, wanted: readonly string[]): void {
  const names = sheets.map(({ name }) => name);
  const unknown = wanted.find((sheet) => !names.includes(sheet));
  if (unknown !== undefined) throw new UnusableCall(texts.noSheet(unknown, near(unknown, names)));
}

async function workbook(path: string): Promise<WorkbookSnapshot> {
  return readXlsx(await read(path), basename(path));
}

/** Templates by id, or by a title that only one of them has or begins with. */
function chosen(ids: readonly string[], known: readonly Template[]): readonly Template[] {
  return ids.map((id) => {
    const [byTitle, other] = known.filter(({ title }) => title === id || title.startsWith(`${id} `));
    const found = known.find((template) => template.id === id) ?? (other === undefined ? byTitle : undefined);
    if (found === undefined) {
      const ways = known.flatMap(({ id: one, title }) => [one, title]);
      throw new UnusableCall(texts.noTemplate(id, near(id, ways)));
    }
    return found;
  });
}

async function ownTemplates(path: string): Promise<readonly Template[]> {
  const { templates, defects } = readTemplates(await read(path), basename(path));
  if (defects.length > 0) throw new UnusableCall(defects.join("\n"));
  return templates;
}

/** Where to write. What is there is replaced only where the user says so. */
function freeOutput({ out, from, force }: GenerateCommandOptions): string {
  if (out === undefined) throw new UnusableCall(texts.noOut);
  if (force) return out;
  if (from !== undefined && isSameFile(out, from)) throw new UnusableCall(texts.sameFile(out));
  if (existsSync(out)) throw new UnusableCall(texts.outExists(out));
  return out;
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      throw new UnusableCall(fileProblem(path, String(error.code)), { cause: error });
    }
    throw error;
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeWhole(path, bytes);
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      throw new UnusableCall(general.cannotWrite(path, String(error.code)), { cause: error });
    }
    throw error;
  }
}

/** “是不是……？” for a name that is not known. */
function near(name: string, known: readonly string[]): string | null {
  const containing = known.find((candidate) => candidate.includes(name));
  return containing ?? nearest(name, known)[0] ?? null;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
