import { ICommandService } from "@univerjs/core";
import type { Injector, IUnitRange } from "@univerjs/core";
import {
  CustomFunction,
  FunctionType,
  IFunctionService,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { qualifiedA1 } from "../../core/workbook/address";
import type { FunctionResult } from "../host/custom-function-calls";
import type { Json } from "../host/protocol";

/** What Excel reads in functions.json, as far as the sheet needs it. */
export interface FunctionDescription {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
  }[];
}

/** Calls a function through Microsoft's runtime. */
export type FunctionCaller = (
  id: string,
  parameters: readonly Json[],
  address: string,
) => Promise<FunctionResult>;

type CellInput = string | number | boolean | null | undefined;
type Input = CellInput | readonly (readonly CellInput[])[];
type Output = string | number | boolean | (string | number | boolean)[][];

/** What a cell shows until its result arrives, as in Excel. */
const WAITING = "#GETTING_DATA";
/**
 * Results are kept for the same arguments; where these take more characters, the oldest go. Much more than any workbook calls:
 * a result that went while its cell is computed again would be asked for again, and so on for ever.
 */
const MAX_CHARACTERS = 50_000_000;
const ERROR_VALUE = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

/**
 * Teaches Univer's formula engine the custom functions of the add-in. The runtime answers in batches, at most twice a
 * second, and the engine computes one formula after the other: waiting for each answer would make a hundred formulas
 * take a minute. So a formula whose answer is not known yet shows “#GETTING_DATA”, and is computed again once the
 * answers of all that were asked have come. The functions are pure, so answers can be kept.
 */
export function registerCustomFunctions(
  injector: Injector,
  functions: readonly FunctionDescription[],
  call: FunctionCaller,
): void {
  const answers = new Answers(call, (cells) => {
    // Also said to the engine as an edit would be: what depends on these cells is computed as well.
    void injector
      .get(ICommandService)
      .executeCommand(
        SetTriggerFormulaCalculationStartMutation.id,
        { dirtyRanges: cells },
        { onlyLocal: true },
      );
  });
  injector.get(IFunctionService).registerExecutors(...functions.map((each) => executor(each, answers)));
  injector.get(IDescriptionService).registerDescriptions(functions.map(infoOf));
}

function executor(description: FunctionDescription, answers: Answers): CustomFunction {
  const instance = new CustomFunction(description.name);
  const required = description.parameters.filter(({ optional }) => optional !== true).length;
  instance.minParams = required;
  instance.maxParams = description.parameters.length;
  instance.calculateCustom = (...values) => {
    // Lambdas, the other thing a formula may pass, are no value a cell could show.
    const inputs = values as Input[];
    const parameters = description.parameters.map(({ dimensionality }, index) =>
      parameterOf(inputs[index], dimensionality === "matrix"),
    );
    const { unitId, subUnitId, row, column } = instance;
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    const cell = { unitId: unitId ?? "", sheetId: subUnitId ?? "", range };
    return answers.get(description.id, parameters, cell);
  };
  return instance;
}

/** A parameter as Excel hands it over: a matrix where the metadata says so, else a scalar; errors as objects. */
function parameterOf(input: Input, matrix: boolean): Json {
  const rows = Array.isArray(input) ? (input as readonly (readonly CellInput[])[]) : null;
  if (matrix) return (rows ?? [[input as CellInput]]).map((row) => row.map(cellOf));
  return cellOf(rows === null ? (input as CellInput) : rows[0]?.[0]);
}

function cellOf(value: CellInput): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" && (ERROR_VALUE.test(value) || value === WAITING)) {
    return { type: "CustomFunctionError", code: value === WAITING ? "#N/A" : value };
  }
  return value;
}

class Answers {
  private readonly known = new Map<string, Output>();
  private characters = 0;
  /** Cells that wait, by the call they wait for; and those whose answer has come. */
  private readonly asked = new Map<string, IUnitRange[]>();
  private readonly ready: IUnitRange[] = [];

  constructor(
    private readonly call: FunctionCaller,
    private readonly compute: (cells: readonly IUnitRange[]) => void,
  ) {}

  get(id: string, parameters: readonly Json[], cell: IUnitRange): Output {
    const key = `${id}${JSON.stringify(parameters)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const waiting = this.asked.get(key);
    if (waiting !== undefined) waiting.push(cell);
    else {
      this.asked.set(key, [cell]);
      const address = qualifiedA1(cell.sheetId, { row: cell.range.startRow, column: cell.range.startColumn });
      void this.call(id, parameters, address).then((result) => {
        this.keep(key, outputOf(result));
      });
    }
    return WAITING;
  }

  /** Computes the waiting cells together, once nothing is on its way any more. */
  private keep(key: string, output: Output): void {
    this.known.set(key, output);
    this.characters += key.length;
    for (const oldest of this.known.keys()) {
      if (this.characters <= MAX_CHARACTERS) break;
      this.known.delete(oldest);
      this.characters -= oldest.length;
    }
    this.ready.push(...(this.asked.get(key) ?? []));
    this.asked.delete(key);
    if (this.asked.size > 0) return;
    this.compute(columnRuns(this.ready.splice(0)));
  }
}

/** The same cells with those below one another as one range: Univer compares every range with every other one. */
function columnRuns(cells: readonly IUnitRange[]): readonly IUnitRange[] {
  const inOrder = [...cells].sort(
    (a, b) =>
      a.sheetId.localeCompare(b.sheetId) ||
      a.range.startColumn - b.range.startColumn ||
      a.range.startRow - b.range.startRow,
  );
  const runs: IUnitRange[] = [];
  for (const cell of inOrder) {
    const run = runs.at(-1);
    const isBelow =
      run?.sheetId === cell.sheetId &&
      run.range.startColumn === cell.range.startColumn &&
      run.range.endRow >= cell.range.startRow - 1;
    if (isBelow) run.range.endRow = cell.range.endRow;
    else runs.push({ ...cell, range: { ...cell.range } });
  }
  return runs;
}

function outputOf(result: FunctionResult): Output {
  if (!result.ok) return result.error;
  const { value } = result;
  if (!Array.isArray(value)) return cellOutput(value);
  const rows = (value as readonly Json[]).map((row) => (Array.isArray(row) ? row : [row]).map(cellOutput));
  const [first] = rows[0] ?? [];
  return first !== undefined && rows.length === 1 && rows[0]?.length === 1 ? first : rows;
}

function cellOutput(value: Json): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const code = typeof value === "object" && value !== null && "code" in value ? value["code"] : null;
  return typeof code === "string" ? code : "#VALUE!";
}

function infoOf({ name: functionName, description = "", parameters }: FunctionDescription): IFunctionInfo {
  return {
    functionName,
    functionType: FunctionType.User,
    description,
    abstract: description.split("。")[0] ?? "",
    functionParameter: parameters.map(({ name, description: detail = "", optional, dimensionality }) => ({
      name,
      detail,
      example: dimensionality === "matrix" ? "A1" : "",
      require: optional === true ? 0 : 1,
      repeat: 0,
    })),
  };
}
