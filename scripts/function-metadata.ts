import { parseTree, type IFunction } from "custom-functions-metadata";
import type { FormulaParameter } from "../src/core/formulas/formula-function";
import { REGISTERED_FUNCTIONS, type RegisteredFunction } from "../src/functions/registered";

/** The file functions.json that the manifest points to. */
export interface FunctionsFile {
  /** Without it Excel answers a call with an error cell itself, and one error in a range spoils the whole range. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly IFunction[];
}

/**
 * What Excel is told about the custom functions. It comes from the catalogue (src/core/formulas/catalogue), written out as the tagged source
 * that Microsoft's generator reads, so that the file is the generator's own and follows all of its rules.
 * @throws Error listing everything the generator complains about
 */
export function functionsFile(
  functions: readonly RegisteredFunction[] = REGISTERED_FUNCTIONS,
): FunctionsFile {
  const parsed = parseTree(functions.map(taggedSource).join("\n"), "functions.ts");
  const errors = parsed.extras.flatMap((extra) => extra.errors);
  if (errors.length > 0) throw new Error(`Custom functions metadata:\n${errors.join("\n")}`);
  return { allowErrorForDataTypeAny: true, functions: parsed.functions };
}

/** The declaration of a function with its JSDoc tags, as a developer would write it. */
function taggedSource({ id, name, formula }: RegisteredFunction, at: number): string {
  const { parameters, result } = formula;
  const lines = [
    descriptionOf(name, formula),
    `@customfunction ${id} ${name}`,
    ...parameters.map((parameter) => `@param ${tagName(parameter)} ${parameter.description}`),
    `@returns ${result}`,
  ];
  const declared = parameters.map(
    ({ name: parameter, kind, optional }) =>
      `${parameter}${optional === true ? "?" : ""}: ${kind === "cells" ? "unknown[][]" : "unknown"}`,
  );
  const comment = lines.map((line) => ` * ${line}`).join("\n");
  return `/**\n${comment}\n */\nfunction f${String(at)}(${declared.join(", ")}): unknown[][] {}`;
}

function tagName({ name, optional }: FormulaParameter): string {
  return optional === true ? `[${name}]` : name;
}

/** What the function does, an example, and its other name. */
function descriptionOf(name: string, formula: RegisteredFunction["formula"]): string {
  const { id, description, examples } = formula;
  const [example] = examples;
  const other = name === id ? formula.name : id;
  if (example === undefined) return `${description}也可写作 =${other}(…)。`;
  const call = example.formula.replace(`=${id}(`, `=${name}(`);
  return `${description}例：${call} 得 ${resultText(example.result)}。也可写作 =${other}(…)。`;
}

/** A result as the cell shows it. */
export function resultText(result: number | string | boolean): string {
  return typeof result === "boolean" ? String(result).toUpperCase() : String(result);
}
