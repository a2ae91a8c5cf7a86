import { functional } from "../classification/codebooks";
import { normaliseName } from "../classification/normalise";
import type { FindingCell } from "../report";
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
  findings: ({ facts }) => {
    const seen = new Set<string>();
    return facts.blocks.flatMap(({ table, block }) =>
      block.rows.flatMap(({ row, label, labelColumn, code }) => {
        if (code === null || labelColumn === null || label === "") return [];
        // One name is judged once, in the table that prints it first.
        const key = `${code} ${label}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const verdict = functional.judgeName(code, label);
        if (verdict.kind !== "former" && verdict.kind !== "different") return [];
        if (verdict.kind === "different" && (verdict.unconfirmed || alike(label, verdict.expected)))
          return [];
        const cell = toA1({ row, column: labelColumn });
        const subject: FindingCell = { sheet: table.sheet, cell, role: "subject", value: label };
        return [
          {
            id: `${codeName.id}/${table.sheet}!${cell}`,
            check: codeName.id,
            severity: codeName.severity,
            message:
              verdict.kind === "former"
                ? messages.formerName(table.sheet, cell, code, label, verdict.expected)
                : messages.otherName(table.sheet, cell, code, label, verdict.expected),
            sheet: table.sheet,
            cell,
            expected: verdict.expected,
            actual: label,
            difference: null,
            cells: [subject],
          },
        ];
      }),
    );
  },
};

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
