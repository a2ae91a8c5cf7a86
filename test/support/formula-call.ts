import { formulaFunction } from "../../src/core/formulas/catalogue";
import { callFormula } from "../../src/core/formulas/formula-function";
import { isFormulaError, type Argument, type Grid } from "../../src/core/formulas/formula-value";
import { columnLetters, parseA1Range, type CellRange } from "../../src/core/workbook/address";

/** Cells a formula refers to, for a sheet before “!” or for its own (""). */
export type ReadRange = (sheet: string, range: CellRange) => Grid<Argument>;

const TOKEN =
  /\s*(?:(?<text>"(?:[^"]|"")*")|(?<reference>(?:(?:'[^']+'|[\p{L}\p{N}_]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\p{L}\d(])|(?<number>-?\d+(?:\.\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_.]*)|(?<sign>[(),{};]))/uy;

/**
 * Works out a formula of calls of our functions over literals, arrays `{1;2}` and references, as `docs/functions.md` shows
 * them. Throws where the formula is of any other kind.
 */
export function evaluateCall(formula: string, readRange: ReadRange = noCells): Grid<Argument> {
  const tokens = scan(formula.replace(/^=/, ""));
  const { value, rest } = readValue(tokens, readRange);
  if (rest.length > 0) throw new Error(`${formula}: “${rest[0]?.text ?? ""}” is left over`);
  return value;
}

function noCells(): never {
  throw new Error("The formula refers to cells.");
}

type Kind = "text" | "reference" | "number" | "name" | "sign";

interface Token {
  readonly kind: Kind;
  readonly text: string;
}

function scan(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < formula.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(formula)?.groups;
    if (groups === undefined) throw new Error(`${formula}: cannot be read from “${formula.slice(at)}”`);
    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) ?? ["sign", ""];
    tokens.push({ kind: kind as Kind, text });
  }
  return tokens;
}

interface Read {
  readonly value: Grid<Argument>;
  readonly rest: readonly Token[];
}

function readValue([first, ...rest]: readonly Token[], readRange: ReadRange): Read {
  switch (first?.kind) {
    case "text":
      return { value: [[first.text.slice(1, -1).replaceAll('""', '"')]], rest };
    case "number":
      return { value: [[Number(first.text)]], rest };
    case "reference":
      return { value: cellsOf(first.text, readRange), rest };
    case "name":
      if (rest[0]?.text === "(") return readCall(first.text, rest.slice(1), readRange);
      if (first.text === "TRUE" || first.text === "FALSE") return { value: [[first.text === "TRUE"]], rest };
      throw new Error(`“${first.text}” is no value`);
    default:
      if (first?.text === "{") return readArray(rest, readRange);
      throw new Error(`“${first?.text ?? ""}” where a value is due`);
  }
}

function readArray(tokens: readonly Token[], readRange: ReadRange): Read {
  const rows: Argument[][] = [[]];
  let rest = tokens;
  for (;;) {
    const read = readValue(rest, readRange);
    rows.at(-1)?.push(read.value[0]?.[0] ?? null);
    const sign = read.rest[0]?.text;
    rest = read.rest.slice(1);
    if (sign === "}") return { value: rows, rest };
    if (sign === ";") rows.push([]);
  }
}

function readCall(name: string, tokens: readonly Token[], readRange: ReadRange): Read {
  const called = formulaFunction(name);
  if (called === null) throw new Error(`There is no function ${name}.`);
  const { args, rest } = readArguments(tokens, readRange);
  return { value: callFormula(called, args), rest };
}

type Arguments = readonly (Grid<Argument> | undefined)[];

function readArguments(
  tokens: readonly Token[],
  readRange: ReadRange,
): { readonly args: Arguments; readonly rest: readonly Token[] } {
  const args: (Grid<Argument> | undefined)[] = [];
  let rest = tokens;
  for (;;) {
    const isLeftOut = rest[0]?.text === "," || rest[0]?.text === ")";
    const read = isLeftOut ? { value: undefined, rest } : readValue(rest, readRange);
    args.push(read.value);
    const sign = read.rest[0]?.text;
    rest = read.rest.slice(1);
    if (sign === ")") return { args, rest };
    if (sign !== ",") throw new Error(`“${sign ?? ""}” where a comma or bracket is due`);
  }
}

/** The function a formula calls last, and the arguments it is called with; missing ones are `undefined`. */
export function outerCall(formula: string): { readonly name: string; readonly args: Arguments } {
  const [name, , ...rest] = scan(formula.replace(/^=/, ""));
  return { name: name?.text ?? "", args: readArguments(rest, noCells).args };
}

function cellsOf(reference: string, readRange: ReadRange): Grid<Argument> {
  const [, quoted, plain, address = ""] = /^(?:(?:'([^']+)'|([^!']+))!)?(.+)$/.exec(reference) ?? [];
  const range = parseA1Range(address);
  if (range === null) throw new Error(`“${reference}” is no reference`);
  return readRange(quoted ?? plain ?? "", range);
}

/** A formula with its references so many rows and columns further on, as filling in Excel moves them; `$` holds them. */
export function moved(formula: string, rows: number, columns: number): string {
  return formula.replace(
    /("(?:[^"]|"")*")|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\p{L}\d(])/gu,
    (all, text: string | undefined, heldColumn: string, letters: string, heldRow: string, row: string) => {
      if (text !== undefined) return all;
      const column = heldColumn === "$" ? letters : columnLetters(columnOf(letters) + columns);
      return `${heldColumn}${column}${heldRow}${heldRow === "$" ? row : String(Number(row) + rows)}`;
    },
  );
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What a cell shows of a result: `0.9554`, `#N/A 目标值是空的…`; cells of a row joined by ` | `, rows by `; `. */
export function shownResult(results: Grid<Argument>): string {
  const shown = (cell: Argument): string =>
    isFormulaError(cell) ? `${cell.error} ${cell.message}` : String(cell);
  return results.map((row) => row.map(shown).join(" | ")).join("; ");
}
