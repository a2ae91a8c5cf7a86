/**
 * The codes of one dimension that occur in a workbook, as a tree under “all”. Every code covers a run of leaves, so
 * that “contains” and “overlaps” are comparisons of numbers.
 */
export interface CodeTree {
  /** First leaf and the one after the last of a code; `null` asks for all. Throws a RangeError for a code not in the tree. */
  span(code: string | null): Span;
  has(code: string): boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Builds the tree. `parentOf` gives the code one level up, null at the top; codes in between that do not occur
 * themselves are added. A code with a single code below it spans the same leaf: it is the same thing.
 */
export function codeTree(codes: Iterable<string>, parentOf: (code: string) => string | null): CodeTree {
  const children = new Map<string | null, string[]>();
  const seen = new Set<string>();
  const add = (code: string): void => {
    if (seen.has(code)) return;
    seen.add(code);
    const parent = parentOf(code);
    if (parent !== null) add(parent);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [code]);
    else siblings.push(code);
  };
  for (const code of codes) add(code);

  const spans = new Map<string | null, Span>();
  let next = 0;
  const visit = (code: string | null): void => {
    const start = next;
    const below = children.get(code) ?? [];
    for (const child of below) visit(child);
    if (below.length === 0) next++;
    spans.set(code, { start, end: next });
  };
  visit(null);
  return {
    has: (code) => spans.has(code),
    span(code) {
      const span = spans.get(code);
      if (span === undefined) throw new RangeError(`code ${String(code)} is not in the tree`);
      return span;
    },
  };
}

/** The different spans of some codes: codes that are the same thing have one in common. */
export interface CodeSpans {
  readonly spans: readonly Span[];
  /** Position in `spans` by the position of a code; −1 for a code that is not in use. */
  readonly idOf: Int32Array;
}

/** Spans of `codes`, of which those in `used` are in the tree; `null` is always. */
export function spansOf(
  tree: CodeTree,
  used: ReadonlySet<string>,
  codes: readonly (string | null)[],
): CodeSpans {
  const spans: Span[] = [];
  const known = new Map<number, Map<number, number>>();
  const idOf = Int32Array.from(codes, (code) => {
    if (code !== null && !used.has(code)) return -1;
    const span = tree.span(code);
    const sameStart = known.get(span.start) ?? new Map<number, number>();
    known.set(span.start, sameStart);
    const found = sameStart.get(span.end);
    if (found !== undefined) return found;
    sameStart.set(span.end, spans.length);
    spans.push(span);
    return spans.length - 1;
  });
  return { spans, idOf };
}

/** Parent of a functional code by its digits: 2013808 ▸ 20138 ▸ 201; null for a 类. */
export function functionParent(code: string): string | null {
  return code.length > 3 ? code.slice(0, code.length - 2) : null;
}

/** Parent of a unit code: the longest other unit code it begins with; null where there is none. */
export function unitParents(codes: ReadonlySet<string>): (code: string) => string | null {
  return (code) => {
    for (let length = code.length - 1; length > 0; length--) {
      const prefix = code.slice(0, length);
      if (codes.has(prefix)) return prefix;
    }
    return null;
  };
}
