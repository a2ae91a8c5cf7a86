/** @jest-environment node */
import { createRequire } from "node:module";
import { join } from "node:path";
import { functionsFile } from "../../scripts/function-metadata";
import { FORMULA_FUNCTIONS } from "../core/formulas/catalogue";
import { parseA1 } from "../core/workbook/address";
import { REGISTERED_FUNCTIONS } from "./registered";

const file = functionsFile();

/** `EXEC_RATE(执行数:any[][], …)`, an optional parameter in brackets. */
const SIGNATURES = file.functions.map(({ name, parameters, result }) => {
  const shown = parameters.map(({ name: parameter, type, dimensionality, optional }) => {
    const typed = `${parameter}:${type}${dimensionality === "matrix" ? "[][]" : ""}`;
    return optional === true ? `[${typed}]` : typed;
  });
  return `${name}(${shown.join(", ")}) → ${result?.dimensionality ?? "scalar"}`;
});

test("Microsoft's generator sees the functions as they are meant, each followed by its Chinese twin", () => {
  expect(SIGNATURES.filter((_signature, at) => at % 2 === 0)).toEqual([
    "EXEC_RATE(执行数:any[][], 预算数:any[][], [小数位数:any]) → matrix",
    "EXEC_SCORE(分值:any[][], 执行率:any[][], [小数位数:any], [截尾:any]) → matrix",
    "SCORE_DEVIATION(分值:any[][], 得分:any[][], [相对:any]) → matrix",
    "CONTROL_RATE(实际数:any[][], 控制数:any[][], [小数位数:any]) → matrix",
    "CHANGE_RATE(本期数:any[][], 上期数:any[][], [小数位数:any]) → matrix",
    "SHARE(部分:any[][], 总计:any[][], [小数位数:any]) → matrix",
    "TARGET_MET(目标值:any[][], 实际值:any[][]) → matrix",
    "TARGET_DEVIATION(目标值:any[][], 实际值:any[][], [小数位数:any]) → matrix",
    "TARGET_SCORE(目标值:any[][], 实际值:any[][], 分值:any[][], [评分标准:any[][]], [小数位数:any]) → matrix",
    "PERIOD_DUE(目标时间:any[][], 实际时间:any[][], [年度:any]) → matrix",
    "SUM_CHECK(合计:any[][], 明细:any[][], [小数位数:any]) → matrix",
    "TO_WAN(金额:any[][], [小数位数:any]) → matrix",
    "TO_YUAN(金额:any[][], [小数位数:any]) → matrix",
    "RMB_UPPER(金额:any[][], [带人民币:any]) → matrix",
    "CODE_NAME(编码:any[][]) → matrix",
    "CODE_PARENT(编码:any[][]) → matrix",
    "ECON_MAP(编码:any[][], [单位类型:any[][]]) → matrix",
  ]);
  const withoutName = (signature: string | undefined) => signature?.replace(/^[^(]+/, "");
  FORMULA_FUNCTIONS.forEach(({ name }, at) => {
    expect(SIGNATURES[2 * at + 1]).toBe(`${name}${withoutName(SIGNATURES[2 * at]) ?? ""}`);
  });
});

test("the metadata describes exactly the functions that the add-in registers", () => {
  expect(file.functions.map(({ id }) => id)).toEqual(REGISTERED_FUNCTIONS.map(({ id }) => id));
});

test("every function and every parameter is explained in Chinese, with an example under its own name", () => {
  for (const { name, description, parameters } of file.functions) {
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text).toMatch(/\p{Script=Han}/u);
    }
    expect(description).toContain(`例：=${name}(`);
  }
});

/** What is used of the validator. */
type Validator = new (options: object) => {
  compile(schema: object): {
    (data: unknown): boolean;
    readonly errors?: readonly { readonly message?: string }[] | null;
  };
};

/** Complaints about a function by Microsoft's schema of manifests, with the validator and the release of their own package. */
const complaints = (() => {
  const manifestTool = createRequire(join(process.cwd(), "package.json")).resolve("office-addin-manifest");
  const own = createRequire(createRequire(manifestTool).resolve("@microsoft/app-manifest/package.json"));
  const { definitions } = own("./build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json") as {
    readonly definitions: object;
  };
  const { default: Ajv } = own("ajv-draft-04") as { readonly default: Validator };
  const validator = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const isValid = validator.compile({ definitions, $ref: "#/definitions/extensionFunction" });
  return (each: unknown) => (isValid(each) ? [] : (isValid.errors ?? []).map(({ message }) => message));
})();

test.each(file.functions.map((each) => [each.name, each] as const))(
  "%s is as Microsoft's schema wants it",
  (_name, each) => {
    expect(complaints(each)).toEqual([]);
  },
);

test("the schema is one that refuses: two characters are too short for a name", () => {
  const [first] = file.functions;
  expect(complaints({ ...first, name: "占比" })).toEqual(["must NOT have fewer than 3 characters"]);
  expect(complaints({ ...first, id: "执行率" })).toHaveLength(1);
  expect(complaints({ ...first, parameters: [{ description: "没有名称" }] })).toHaveLength(1);
});

/** Microsoft's rules for names: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-naming. */
test("no name is a cell's", () => {
  for (const { name } of file.functions) {
    expect(parseA1(name)).toBeNull();
    expect(name).not.toMatch(/^R\d*C\d*$/);
  }
});

test("errors in arguments reach the functions, so that one does not spoil a range", () => {
  expect(file).toMatchObject({ allowErrorForDataTypeAny: true });
});

test("what the generator complains about stops the build", () => {
  const [first] = REGISTERED_FUNCTIONS;
  if (first === undefined) throw new Error("no function");
  expect(() => functionsFile([{ ...first, id: "执行率" }])).toThrow(/invalid characters/);
  expect(() => functionsFile([first, first])).toThrow(/duplicate/);
});
