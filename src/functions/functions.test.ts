/**
 * @jest-environment jsdom
 */
import { outerCall } from "../../test/support/formula-call";
import { REGISTERED_FUNCTIONS } from "./registered";
import { ERROR_CODE, startCustomFunctionsRuntime } from "./runtime.testing";

const runtime = startCustomFunctionsRuntime();

beforeAll(() => import("./index"));

/** An error value in an argument, as Excel hands it to a function that accepts errors. */
const cellError = (code: string) => ({ type: "CustomFunctionError", code });

/** An error value within an answered matrix. */
const answeredError = (code: string, message?: string) =>
  expect.objectContaining({
    valueType: "CustomFunctionError",
    code,
    ...(message !== undefined && { message }),
  });

test("a single cell comes back as one number", async () => {
  const answers = await Promise.all([
    runtime.call("EXEC_RATE", [[31610.23]], [[33085]], null),
    runtime.call("EXEC_RATE", [["31,610.23"]], [[33085]], 2),
    runtime.call("SCORE_DEVIATION", [[10]], [[9.55]], null),
    runtime.call("SCORE_DEVIATION", [[10]], [[9.55]], true),
  ]);
  expect(answers).toEqual([0.9554, 0.96, -0.45, -0.045].map((number) => ({ value: [[number]] })));
});

test("an optional parameter may be missing altogether", async () => {
  const answers = await Promise.all([
    runtime.call("EXEC_RATE", [[31610.23]], [[33085]]),
    runtime.call("SCORE_DEVIATION", [[10]], [[9]]),
  ]);
  expect(answers).toEqual([{ value: [[0.9554]] }, { value: [[-1]] }]);
});

test("a single error is thrown, with its sentence", async () => {
  const answers = await Promise.all([
    runtime.call("EXEC_RATE", [[1]], [[0]], null),
    runtime.call("EXEC_RATE", [["12.3O"]], [[1]], null),
    runtime.call("EXEC_RATE", [[1]], [[3]], 16),
  ]);
  expect(answers).toEqual([
    { errorCode: ERROR_CODE["#DIV/0!"], message: "预算数为空或为 0，无法计算执行率。" },
    { errorCode: ERROR_CODE["#VALUE!"], message: "执行数“12.3O”不是数字。" },
    { errorCode: ERROR_CODE["#NUM!"], message: "小数位数应为 0 到 15 的整数，不能是 16。" },
  ]);
});

test("in a range each cell has its own result, blanks as either Excel hands them over", async () => {
  const executed = [[31610.23], [null], [0], [cellError("#N/A")], ["无此数"]];
  const budget = [[33085], [100], [null], [1], [1]];
  expect(await runtime.call("EXEC_RATE", executed, budget, null)).toEqual({
    value: [
      [0.9554],
      [0],
      [answeredError("#DIV/0!")],
      [answeredError("#N/A", "执行数所引用的单元格是错误值 #N/A。")],
      [answeredError("#VALUE!", "执行数“无此数”不是数字。")],
    ],
  });
});

test("a #REF! of an argument goes out as #VALUE! that names it", async () => {
  expect(await runtime.call("EXEC_RATE", [[cellError("#REF!")]], [[1]], null)).toEqual({
    errorCode: ERROR_CODE["#VALUE!"],
    message: "执行数所引用的单元格是错误值 #REF!。",
  });
});

test("a picture in a cell is no number", async () => {
  const picture = { type: "WebImage", address: "" };
  expect(await runtime.call("EXEC_RATE", [[picture]], [[1]], null)).toMatchObject({
    errorCode: ERROR_CODE["#VALUE!"],
  });
});

test("every example of every function computes, under the Latin and under the Chinese name", async () => {
  const examples = REGISTERED_FUNCTIONS.flatMap(({ id, formula }) =>
    formula.examples
      .map(({ formula: call, result }) => ({ id, formula, ...outerCall(call), result }))
      .filter(({ name }) => name === formula.id || name === formula.name),
  );
  const answers = await Promise.all(
    examples.map(({ id, formula, args }) => {
      const parameters = formula.parameters.map(({ kind }, at) =>
        kind === "cells" ? (args[at] ?? null) : (args[at]?.[0]?.[0] ?? null),
      );
      return runtime.call(id, ...parameters);
    }),
  );
  expect(answers).toEqual(examples.map(({ result }) => ({ value: [[result]] })));
  expect(new Set(examples.map(({ id }) => id)).size).toBe(REGISTERED_FUNCTIONS.length);
});

test("texts, truth values and errors spill beside each other", async () => {
  const [met, names, capital] = await Promise.all([
    runtime.call("TARGET_MET", [["≥95%"], ["≥3次"], ["优秀"], [null]], [["96%"], ["2次"], ["26件"], [1]]),
    runtime.call("CODE_NAME_CN", [[2011499, "30201", null, 9999999]]),
    runtime.call("RMB_UPPER_CN", [[0.05], [-1]], true),
  ]);
  expect(met).toEqual({
    value: [
      [true],
      [false],
      [answeredError("#N/A", "目标“优秀”，实际“26件”，一个是数值、一个不是，不能判断是否达到。")],
      [answeredError("#N/A", "目标值是空的，请填写。")],
    ],
  });
  expect(names).toEqual({
    value: [
      ["其他知识产权事务支出", "办公费", "", answeredError("#N/A", "科目表中没有编码 9999999，请核对编码。")],
    ],
  });
  expect(capital).toEqual({ value: [["人民币伍分"], ["人民币负壹元整"]] });
});

test("an optional range may be missing altogether, or be null", async () => {
  const answers = await Promise.all([
    runtime.call("ECON_MAP", [[30101]]),
    runtime.call("ECON_MAP", [[30101]], null),
    runtime.call("TARGET_SCORE", [["≥95%"]], [["96%"]], [[10]]),
  ]);
  expect(answers).toEqual(["50101、50501", "50101、50501", 10].map((value) => ({ value: [[value]] })));
});
