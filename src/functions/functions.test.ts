/**
 * @jest-environment jsdom
 */
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
