import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** What Excel is told about one parameter of a custom function. A scalar of any type has no dimensionality and the type any. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type: string;
  readonly dimensionality?: "matrix";
  readonly optional?: true;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly dimensionality?: "matrix"; readonly type?: string };
}

/** The file functions.json that the manifest points to. */
export interface FunctionsFile {
  /** Without it Excel answers a call with an error cell itself, and one error in a range spoils the whole range. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/**
 * Reads the JSDoc tags of `sources` with Microsoft's generator.
 * @throws Error listing everything the generator complains about
 */
export async function functionsFile(sources: readonly string[]): Promise<FunctionsFile> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata([...sources]);
  if (errors.length > 0) throw new Error(`Custom functions metadata:\n${errors.join("\n")}`);
  const { functions } = JSON.parse(metadataJson) as Pick<FunctionsFile, "functions">;
  // The generator also writes allowCustomDataForDataTypeAny; these functions read plain values alone.
  return { allowErrorForDataTypeAny: true, functions };
}
