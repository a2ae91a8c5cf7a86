import { analyseWorkbook } from "../core/analyse";
import { explainCell, type CellExplanation } from "../core/explain-cell";
import { withSeparators } from "../core/workbook/money";
import { EXIT, unusable } from "./exit";
import { readWorkbook } from "./read-workbook";
import { texts } from "./texts";

/** `gouji explain FILE SHEET!CELL`: prints the relations a cell stands in; status 1 where one of them is broken. */
export async function explainCommand(file: string, reference: string): Promise<number> {
  const parts = /^'?(.+?)'?!(.+)$/.exec(reference);
  if (parts === null) return unusable(texts.badReference(reference));
  const snapshot = await readWorkbook(file);
  if (typeof snapshot === "string") return unusable(snapshot);
  const [, sheet = "", cell = ""] = parts;
  const sheets = snapshot.sheets.map(({ name }) => name);
  const found = explainCell(analyseWorkbook(snapshot), sheets, sheet.replaceAll("''", "'"), cell);
  if (typeof found === "string") return unusable(texts.notExplained[found](sheet, cell));
  process.stdout.write(describe(found));
  return found.equations.some(({ verdict }) => verdict === "violated") ? EXIT.findings : EXIT.ok;
}

function describe({ sheet, cell, label, value, unit, equations }: CellExplanation): string {
  const amount = value === null ? texts.blank : `${withSeparators(value)} ${unit}`;
  const lines = [`《${sheet}》${cell}“${label}”：${amount}`];
  if (equations.length === 0) lines.push(texts.noEquations);
  else lines.push(texts.equationsHeading(equations.length));
  for (const { title, verdict, text, difference } of equations) {
    lines.push(
      `  ${texts.verdict[verdict]} ${title}：${text}${difference === null ? "" : texts.difference(difference)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
