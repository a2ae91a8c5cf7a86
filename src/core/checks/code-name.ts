import { functional } from "../classification/codebooks";
import { normaliseName } from "../classification/normalise";
import type { Finding, FindingCell } from "../report";
import { toA1 } from "../workbook/address";
import type { CellCheck } from "./check";
import { messages } from "./messages";

/** A functional code with a name that the catalogue gives to no such code. */
export const codeName: CellCheck = {
  id: "code-name",
  title: "科目名称",
  severity: "warning",
  explanation:
    "支出功能分类科目的名称应与当年《政府收支分类科目》中该编码的名称一致；沿用旧名称或编码、名称对不上的给出警告。用字略有出入的不算。",
  findings({ facts }) {
    const findings: Finding[] = [];
    const judged = new Map<string, Set<string>>();
    for (const { table, block } of facts.blocks) {
      for (const { row, label, labelColumn, code } of block.rows) {
        // A row without a name is called by its code.
        if (code === null || labelColumn === null || /^\d*$/.test(label)) continue;
        // One name is judged once, in the table that prints it first.
        let names = judged.get(code);
        if (names === undefined) judged.set(code, (names = new Set()));
        if (names.has(label)) continue;
        names.add(label);
        const finding = findingOf(table.sheet, toA1({ row, column: labelColumn }), code, label);
        if (finding !== null) findings.push(finding);
      }
    }
    return findings;
  },
};

function findingOf(sheet: string, cell: string, code: string, label: string): Finding | null {
  const verdict = functional.judgeName(code, label);
  if (verdict.kind !== "former" && verdict.kind !== "different") return null;
  if (verdict.kind === "different" && (verdict.unconfirmed || alike(label, verdict.expected))) return null;
  const subject: FindingCell = { sheet, cell, role: "subject", value: label };
  return {
    id: `${codeName.id}/${sheet}!${cell}`,
    check: codeName.id,
    severity: codeName.severity,
    message:
      verdict.kind === "former"
        ? messages.formerName(sheet, cell, code, label, verdict.expected)
        : messages.otherName(sheet, cell, code, label, verdict.expected),
    sheet,
    cell,
    expected: verdict.expected,
    actual: label,
    difference: null,
    cells: [subject],
  };
}

/** Names that share most of their pairs of neighbouring characters: worded otherwise, but the same. */
function alike(a: string, b: string): boolean {
  const pairs = (text: string): Set<string> => {
    const name = normaliseName(text).replace(/支出$/, "");
    return new Set([...name].slice(0, -1).map((character, at) => character + (name[at + 1] ?? "")));
  };
  const [one, other] = [pairs(a), pairs(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / Math.max(one.size + other.size, 1) >= 0.4;
}
