import {
  findNodeAtLocation,
  parseTree,
  getNodeValue,
  printParseErrorCode,
  type Node,
  type ParseError,
} from "jsonc-parser";
import type { FamilyDefect, Step } from "./defect";
import { pathText } from "./defect";
import { messages } from "./messages";

const { syntaxReasons } = messages;

/** By jsonc-parser's names of its errors. */
const REASONS: Readonly<Record<string, string>> = {
  CommaExpected: syntaxReasons.comma,
  ColonExpected: syntaxReasons.colon,
  CloseBraceExpected: syntaxReasons.closeBrace,
  CloseBracketExpected: syntaxReasons.closeBracket,
  ValueExpected: syntaxReasons.value,
  PropertyNameExpected: syntaxReasons.key,
  UnexpectedEndOfString: syntaxReasons.string,
  InvalidCommentToken: syntaxReasons.comment,
  EndOfFileExpected: syntaxReasons.end,
};

/** A JSON text with the lines of what stands in it. */
export interface JsonText {
  readonly value: unknown;
  /** Syntax errors and keys given twice; then `value` must not be used. */
  readonly defects: readonly FamilyDefect[];
  /** 1-based line of a place, or of what holds it where it is not there; null where all stands in one line. */
  lineOf(at: readonly Step[]): number | null;
}

/** Reads a JSON text strictly: no comments, no trailing commas. */
export function parseJson(file: string, text: string): JsonText {
  // Editors on Windows put a byte order mark in front.
  const source = text.replace(/^\ufeff/, "");
  const deep = tooDeepAt(source);
  if (deep !== null) {
    const { line, column } = position(source, deep);
    const message = messages.syntax(column, syntaxReasons.depth);
    return { value: undefined, defects: [{ file, path: "", line, message }], lineOf: () => null };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { disallowComments: true });
  const hasLines = /[\r\n]/.test(source.trim());
  const lineOf = (at: readonly Step[]): number | null => {
    if (!hasLines) return null;
    for (let steps = at.length; tree !== undefined && steps >= 0; steps--) {
      const node = findNodeAtLocation(tree, at.slice(0, steps));
      if (node !== undefined)
        return position(source, (node.parent?.type === "property" ? node.parent : node).offset).line;
    }
    return null;
  };
  const [error] = errors;
  if (error !== undefined || tree === undefined) {
    // What follows the first mistake is most often a consequence of it.
    const { line, column } = position(source, error?.offset ?? 0);
    const reason =
      REASONS[error === undefined ? "ValueExpected" : printParseErrorCode(error.error)] ??
      syntaxReasons.other;
    return {
      value: undefined,
      defects: [{ file, path: "", line, message: messages.syntax(column, reason) }],
      lineOf,
    };
  }
  const defects = keysTwice(tree).map(({ key, at, offset }): FamilyDefect => ({
    file,
    path: pathText(at),
    line: position(source, offset).line,
    message: messages.duplicateKey(key),
  }));
  return { value: getNodeValue(tree), defects, lineOf };
}

/** No family nests deeper; the parser calls itself for every level. */
const MAX_DEPTH = 100;

/** Offset of the first bracket that is nested too deep; null where there is none. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[{}[\]]/g)) {
    if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") depth--;
    if (depth > MAX_DEPTH) return index;
  }
  return null;
}

interface RepeatedKey {
  readonly key: string;
  readonly at: readonly Step[];
  readonly offset: number;
}

/** `JSON.parse` would silently take the last of them. */
function keysTwice(node: Node, at: readonly Step[] = []): RepeatedKey[] {
  const children = node.children ?? [];
  if (node.type === "array") return children.flatMap((child, index) => keysTwice(child, [...at, index]));
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return children.flatMap(({ children: [name, value] = [], offset }) => {
    const key = String(name?.value);
    const here = [...at, key];
    const repeated = seen.has(key) ? [{ key, at: here, offset }] : [];
    seen.add(key);
    return value === undefined ? repeated : [...repeated, ...keysTwice(value, here)];
  });
}

/** 1-based line and column (in characters) of an offset. */
function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
