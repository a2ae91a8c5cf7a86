/** @jest-environment node */
import { join } from "node:path";
import { functionsFile } from "../../scripts/function-metadata";
import { FUNCTION_SOURCES } from "../../scripts/sources";
import { customFunctions } from "./table";

const file = functionsFile(FUNCTION_SOURCES.map((source) => join(process.cwd(), source)));

/** `EXEC_RATE(执行数:any[][], …)`, an optional parameter in brackets. */
async function signatures(): Promise<readonly string[]> {
  const { functions } = await file;
  return functions.map(({ name, parameters, result }) => {
    const shown = parameters.map(({ name, type, dimensionality, optional }) => {
      const typed = `${name}:${type}${dimensionality === "matrix" ? "[][]" : ""}`;
      return optional === true ? `[${typed}]` : typed;
    });
    return `${name}(${shown.join(", ")}) → ${result.dimensionality ?? "scalar"}`;
  });
}

test("Microsoft's generator accepts the tags and sees the functions as they are meant", async () => {
  expect(await signatures()).toEqual([
    "EXEC_RATE(执行数:any[][], 预算数:any[][], [小数位数:any]) → matrix",
    "SCORE_DEVIATION(分值:any[][], 得分:any[][], [相对:any]) → matrix",
  ]);
});

test("every function and every parameter is explained in Chinese", async () => {
  const { functions } = await file;
  for (const { description, parameters } of functions) {
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text).toMatch(/\p{Script=Han}/u);
    }
  }
});

test("errors in arguments reach the functions, so that one does not spoil a range", async () => {
  expect(await file).toMatchObject({ allowErrorForDataTypeAny: true });
});

test("the metadata describes exactly the functions that the add-in registers", async () => {
  const { functions } = await file;
  expect(Object.keys(customFunctions).sort()).toEqual(functions.map(({ id }) => id).sort());
});

test("what the generator complains about stops the build", async () => {
  await expect(
    functionsFile([join(process.cwd(), "scripts", "testdata", "bad-functions.ts")]),
  ).rejects.toThrow(/invalid characters/);
});
