import { writeFile } from "node:fs/promises";
import type { FormDefinition } from "../core/forms/definition";
import { BUILT_IN_FAMILIES } from "../core/forms/families";
import { describeDefect } from "../core/forms/family-files/defect";
import { familyRemarks } from "../core/forms/family-files/read-family";
import { tryFamily, type SheetTrial, type TableTrial, type Unknown } from "../core/try-family";
import { EXIT, unusable } from "./exit";
import { readFamilyFiles } from "./read-family-files";
import { readWorkbook } from "./read-workbook";
import { texts } from "./texts";

/** Unknown headings or lines named before “等”. */
const NAMED = 20;

/** `gouji forms check PATH [--sheet FILE]`: what is wrong with a family, or what it holds and how it reads a workbook. */
export async function formsCheckCommand(path: string, workbook: string | undefined): Promise<number> {
  const reading = await readFamilyFiles(path);
  if (typeof reading === "string") return unusable(reading);
  if (reading.family === null) {
    print(reading.defects.map(describeDefect));
    return EXIT.unusable;
  }
  const { family } = reading;
  print([
    texts.familyHeading(family.name, family.id, family.forms.length),
    ...family.forms.map(formLine),
    ...familyRemarks(reading, BUILT_IN_FAMILIES).map((remark) => texts.remark(describeDefect(remark))),
  ]);
  if (workbook === undefined) return EXIT.ok;
  const snapshot = await readWorkbook(workbook);
  if (typeof snapshot === "string") return unusable(snapshot);
  print(["", texts.trialHeading(snapshot.name), ...tryFamily(snapshot, family).flatMap(trialLines)]);
  return EXIT.ok;
}

/** `gouji forms pack PATH -o FILE`: the files of a family joined into one, to be loaded into a workbook. */
export async function formsPackCommand(path: string, output: string): Promise<number> {
  const reading = await readFamilyFiles(path);
  if (typeof reading === "string") return unusable(reading);
  if (reading.family === null) return unusable(texts.brokenFamily(path, reading.defects.map(describeDefect)));
  try {
    await writeFile(output, `${JSON.stringify(JSON.parse(reading.text), null, 2)}\n`);
  } catch (error) {
    if (error instanceof Error && "code" in error)
      return unusable(texts.cannotWrite(output, String(error.code)));
    throw error;
  }
  print([texts.packed(output, reading.family.name, reading.family.forms.length)]);
  return EXIT.ok;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

function formLine({ id, number, titles, header, blocks, terms }: FormDefinition): string {
  const ownTerms = terms.length + blocks.reduce((sum, block) => sum + block.terms.length, 0);
  return texts.form(id, number ?? "", titles[0] ?? "", header.length, blocks.length, ownTerms);
}

function trialLines({ sheet, tables, nearest }: SheetTrial): string[] {
  const lines = tables.flatMap((table) => tableLines(sheet, table));
  if (nearest !== null) {
    const { form, found, missing } = nearest;
    lines.push(
      texts.nearestForm(
        form.number ?? form.id,
        form.titles[0] ?? "",
        found,
        found + missing.length,
        listed(missing),
      ),
    );
  }
  return lines.length === 0 || tables.length === 0 ? [texts.notRecognised(sheet), ...lines] : lines;
}

function tableLines(
  sheet: string,
  { form, title, amounts, classified, headings, lines, missing }: TableTrial,
): string[] {
  if (form === null) return [texts.byLayout(sheet, title, amounts)];
  return [
    texts.recognised(sheet, form.number ?? form.id, form.titles[0] ?? "", amounts, classified),
    ...(headings.length > 0 ? [texts.unknownHeadings(listed(headings.map(unknownText)))] : []),
    ...(lines.length > 0 ? [texts.unknownLines(listed(lines.map(unknownText)))] : []),
    ...(missing.length > 0 ? [texts.missingHeadings(listed(missing.map(quoted)))] : []),
  ];
}

function unknownText({ cell, text }: Unknown): string {
  return `${cell}${quoted(text)}`;
}

function quoted(text: string): string {
  return `“${text}”`;
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, NAMED).join("、");
  return items.length > NAMED ? `${shown} 等 ${String(items.length)} 处` : shown;
}
