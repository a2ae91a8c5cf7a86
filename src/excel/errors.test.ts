import { HostError } from "../core/workbook/host";
import { ExcelError } from "../workbench/host/excel-error";
import type { ExcelErrorCode } from "../workbench/host/excel-error";
import { EXCEL_ERROR_CODES } from "../workbench/host/excel-error";
import type { WorkbookModel } from "../workbench/host/model";
import { drawnSheet, drawnWorkbook, openWorkbook } from "../workbench/host/testing";
import { toHostError } from "./errors";
import { ExcelWorkbookHost } from "./excel-workbook-host";

/** A workbook that fails with this code whatever is asked of it. */
function failing(code: ExcelErrorCode): ReturnType<typeof openWorkbook> {
  const opened = openWorkbook(drawnWorkbook(drawnSheet("表", "a")));
  const model: WorkbookModel = opened.model;
  model.sheets = () => {
    throw new ExcelError(code);
  };
  return opened;
}

describe("errors of Office.js in Chinese", () => {
  test.each(EXCEL_ERROR_CODES)("%s", async (code) => {
    const { Excel } = failing(code);
    const error = await new ExcelWorkbookHost(Excel).readSnapshot().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    const { message, cause } = error as HostError;
    expect(message).toMatch(/^[^a-z]*(?:Excel|代码 [A-Za-z]+|[^a-z])*$/);
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(cause).toMatchObject({ code });
  });

  test("a code nobody has a sentence for is named for the helper", () => {
    const error = Object.assign(new Error("boom"), { code: "SomethingNew", debugInfo: {} });
    expect(toHostError(error)).toMatchObject({
      name: "HostError",
      message: expect.stringContaining("代码 SomethingNew"),
    });
  });

  test("a defect of ours is not dressed up", () => {
    const defect = new TypeError("undefined is not a function");
    expect(toHostError(defect)).toBe(defect);
    const ours = new HostError("已经是中文。");
    expect(toHostError(ours)).toBe(ours);
  });
});
