import { normaliseName } from "../classification/normalise";
import type { HeaderText } from "./header";
import { isOfWhich, isTotalWord } from "./words";

/** `total` column = (or ≥) the sum of `parts`; numbers are positions in the list the tree was made from. */
export interface ColumnSum {
  readonly total: number;
  readonly parts: readonly number[];
  /** `atLeast`: the parts are some of the whole (“其中”). */
  readonly relation: "equal" | "atLeast";
}

interface Node {
  readonly text: string;
  readonly key: string;
  /** Position of the column for a leaf. */
  readonly position: number | null;
  readonly children: Node[];
}

/**
 * Which columns add up to which, by the layout of the header alone: a 合计 is the sum of its neighbours under the
 * same heading; a heading without a 合计 of its own stands for its columns; “其中” columns are parts of the column
 * before. `paths` are the headings of neighbouring columns, from top to bottom.
 */
export function columnSums(paths: readonly (readonly HeaderText[])[]): ColumnSum[] {
  const root: Node = { text: "", key: "", position: null, children: [] };
  paths.forEach((path, position) => {
    let node = root;
    path.forEach(({ text, row, column }, depth) => {
      const key = `${String(row)},${String(column)}`;
      const last = node.children.at(-1);
      const isLeaf = depth === path.length - 1;
      if (!isLeaf && last !== undefined && last.key === key) {
        node = last;
        return;
      }
      const child: Node = {
        text: normaliseName(text),
        key,
        position: isLeaf ? position : null,
        children: [],
      };
      node.children.push(child);
      node = child;
    });
  });
  const sums: ColumnSum[] = [];
  collect(root, sums);
  return sums;
}

function collect(node: Node, sums: ColumnSum[]): void {
  const total = totalLeaf(node);
  const whole = node.children.filter((child) => !isOfWhich(child.text));
  if (total !== null) {
    const others = whole.filter((child) => child !== total);
    const breakdowns = [
      others.filter((child) => !isBreakdown(child)),
      ...others.filter(isBreakdown).map((child) => [child]),
    ];
    for (const breakdown of breakdowns) {
      const parts = breakdown.flatMap(columnsFor);
      if (parts.length > 0) sums.push({ total: positionOf(total), parts, relation: "equal" });
    }
  }
  collectOfWhich(node, sums);
  for (const child of node.children) if (child.position === null) collect(child, sums);
}

/** “按收入性质分” beside “按支出性质分”: each of them is all of the total. */
function isBreakdown({ text, position }: Node): boolean {
  return position === null && /^按.+分(?:类|列)?$/.test(text);
}

function collectOfWhich(node: Node, sums: ColumnSum[]): void {
  let base: Node | null = null;
  let parts: number[] = [];
  const close = (): void => {
    const total = base?.position ?? null;
    if (total !== null && parts.length > 0) {
      sums.push({ total, parts, relation: "atLeast" });
    }
    parts = [];
  };
  for (const child of node.children) {
    if (isOfWhich(child.text)) parts.push(...columnsFor(child));
    else {
      close();
      base = child;
    }
  }
  close();
}

function totalLeaf(node: Node): Node | null {
  return (
    node.children.find((child) => child.position !== null && isTotalWord(child.text)) ??
    // 金额 | 其中：… : the first of these columns is the whole.
    (node.children.length > 1 && node.children.slice(1).every((child) => isOfWhich(child.text))
      ? (node.children[0] ?? null)
      : null)
  );
}

/** The columns that stand for all of a node. */
function columnsFor(node: Node): number[] {
  if (node.position !== null) return [node.position];
  const total = totalLeaf(node);
  if (total !== null) return [positionOf(total)];
  return node.children.filter((child) => !isOfWhich(child.text)).flatMap(columnsFor);
}

function positionOf(leaf: Node): number {
  if (leaf.position === null) throw new Error("a total column is a leaf");
  return leaf.position;
}
