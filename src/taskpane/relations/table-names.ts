import type { RelationNode } from "../../core/relation-map";
import { shortSheetNames, titleBeside } from "../findings/sheet-names";

/** How a table is called where there is little room, and where there is enough. */
export interface TableName {
  readonly short: string;
  readonly full: string;
}

/**
 * Names of the tables, in their order: short is the number of the form (“预算03表”), else the short name of the sheet, else
 * the title — the first of them that no other table has.
 */
export function tableNames(nodes: readonly RelationNode[]): readonly TableName[] {
  const sheets = shortSheetNames(nodes.map(({ sheet }) => sheet));
  const candidates = nodes.map(({ number, sheet, title }) => [
    ...(number === null ? [] : [number]),
    sheets.get(sheet) ?? sheet,
    ...(title === "" ? [] : [title]),
  ]);
  const uses = new Map<string, number>();
  for (const name of candidates.flatMap((names) => [...new Set(names)]))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  return nodes.map(({ sheet, title }, at) => {
    const beside = titleBeside(sheet, title);
    const full = beside === null ? sheet : `${sheet} ${beside}`;
    return { short: candidates[at]?.find((name) => uses.get(name) === 1) ?? full, full };
  });
}
