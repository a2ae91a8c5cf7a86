import { EXCEL_ERROR_CODES } from "./excel-error";
import type { ExcelErrorCode } from "./excel-error";
import { drawnSheet, drawnWorkbook, openWorkbook } from "./testing";

const workbook = drawnWorkbook(
  drawnSheet("表1", "项目 | 1.00"),
  drawnSheet("隐藏", "x", { visibility: "hidden" }),
  drawnSheet("保护", "x"),
);

type Attempt = (sheets: Excel.WorksheetCollection, context: Excel.RequestContext) => void;

/** What fails, how, and the code Excel gives it. */
const FAILURES: readonly (readonly [string, ExcelErrorCode, Attempt])[] = [
  ["a sheet that is not there", "ItemNotFound", (sheets) => sheets.getItem("没有").load("name")],
  ["a statement on a null object", "ItemNotFound", (sheets) => sheets.getItemOrNullObject("没有").delete()],
  [
    "a sheet deleted in the same batch",
    "ItemNotFound",
    (sheets) => {
      const sheet = sheets.getItem("隐藏");
      const range = sheet.getRange("A1").untrack();
      sheet.delete();
      range.load("values");
    },
  ],
  [
    "a conditional format that is not there",
    "ItemNotFound",
    (sheets) => sheets.getItem("表1").getRange().untrack().conditionalFormats.getItem("x").delete(),
  ],
  ["no address", "InvalidArgument", (sheets) => sheets.getItem("表1").getRange("不是地址").untrack().load()],
  [
    "outside the sheet",
    "InvalidArgument",
    (sheets) => sheets.getItem("表1").getRange("A1").untrack().getOffsetRange(-1, 0).untrack().load(),
  ],
  [
    "an array of another shape",
    "InvalidArgument",
    (sheets) => {
      sheets.getItem("表1").getRange("A1:B2").untrack().values = [["一", "二"]];
    },
  ],
  [
    "a large array of another shape",
    "InvalidArgument",
    (sheets) => {
      const rows = Array.from({ length: 2_000 }, () => [1]);
      sheets.getItem("表1").getRange("A1:A1999").untrack().values = rows;
    },
  ],
  ["a sheet name of 32 characters", "InvalidArgument", (sheets) => sheets.add("长".repeat(32))],
  ["a forbidden character", "InvalidArgument", (sheets) => sheets.add("收入/支出")],
  ["a blank name", "InvalidArgument", (sheets) => sheets.add(" ")],
  ["a name between apostrophes", "InvalidArgument", (sheets) => sheets.add("'表'")],
  [
    "renaming to a forbidden name",
    "InvalidArgument",
    (sheets) => {
      sheets.getItem("表1").name = "a:b";
    },
  ],
  ["a name that is taken", "ItemAlreadyExists", (sheets) => sheets.add("表1")],
  [
    "a defined name that is taken",
    "ItemAlreadyExists",
    (_sheets, { workbook: { names } }) => {
      names.add("合计", "=表1!A1");
      names.add("合计", "=表1!A2");
    },
  ],
  [
    "a value on a protected sheet",
    "AccessDenied",
    (sheets) => {
      sheets.getItem("保护").getRange("A1").untrack().values = [[1]];
    },
  ],
  [
    "a conditional format on a protected sheet",
    "AccessDenied",
    (sheets) => sheets.getItem("保护").getRange("A1").untrack().conditionalFormats.add("Custom"),
  ],
  [
    "a merge on a protected sheet",
    "AccessDenied",
    (sheets) => sheets.getItem("保护").getRange("A1:B1").untrack().merge(),
  ],
  ["showing a hidden sheet", "InvalidOperation", (sheets) => sheets.getItem("隐藏").activate()],
  [
    "selecting on a hidden sheet",
    "InvalidOperation",
    (sheets) => sheets.getItem("隐藏").getRange("A1").untrack().select(),
  ],
  [
    "hiding the last visible sheet",
    "InvalidOperation",
    (sheets) => {
      sheets.getItem("保护").visibility = "Hidden";
      sheets.getItem("表1").visibility = "Hidden";
    },
  ],
  [
    "a name that is no range",
    "InvalidReference",
    (_sheets, { workbook: { names } }) => {
      names.add("税率", "=0.13");
      names.getItem("税率").getRange().untrack().load("address");
    },
  ],
  [
    "more than five million cells",
    "RangeExceedsLimit",
    (sheets) => sheets.getItem("表1").getRange("A1:F1000000").untrack().load("values"),
  ],
  [
    "a method outside this host",
    "ApiNotFound",
    (sheets) => sheets.getItem("表1").charts.add("Line", sheets.getItem("表1").getRange("A1")),
  ],
  ["a property outside this host", "ApiNotFound", (sheets) => sheets.getItem("表1").load("standardWidth")],
  [
    "another kind of conditional format",
    "ApiNotFound",
    (sheets) => sheets.getItem("表1").getRange("A1").untrack().conditionalFormats.add("DataBar"),
  ],
  [
    "an internal error of the model",
    "GeneralException",
    (sheets) => {
      const sheet = sheets.getItem("表1");
      for (let row = 1; row <= 513; row++)
        sheet
          .getRange(`A${String(row)}:B${String(row)}`)
          .untrack()
          .merge();
      sheet.getRange("A1:B513").untrack().getMergedAreasOrNullObject().untrack().load("address");
    },
  ],
];

async function codeOf(attempt: Attempt, payloadLimit?: number): Promise<string> {
  const { Excel, model } = openWorkbook(workbook, payloadLimit === undefined ? {} : { payloadLimit });
  model.sheet("保护").protect();
  try {
    await Excel.run(async (context) => {
      attempt(context.workbook.worksheets, context);
      await context.sync();
    });
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  return "no error";
}

describe("errors carry Excel's codes", () => {
  test.each(FAILURES)("%s: %s", async (_what, code, attempt) => {
    expect(await codeOf(attempt)).toBe(code);
  });

  test("an answer over the limit", async () => {
    const everything: Attempt = (sheets) =>
      sheets.getItem("表1").getRange("A1:Z100").untrack().load("values,text");
    expect(await codeOf(everything, 10_000)).toBe("ResponsePayloadSizeLimitExceeded");
    expect(await codeOf(everything)).toBe("no error");
  });

  test("a request over the limit is not carried out", async () => {
    const { Excel, model } = openWorkbook(workbook, { payloadLimit: 10_000 });
    const attempt = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").getRange("A1").untrack().values = [["长".repeat(10_000)]];
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    expect(model.sheet("表1").values({ top: 0, bottom: 0, left: 0, right: 0 })).toEqual([["项目"]]);
  });

  test("the limit is 5 MB unless said otherwise", async () => {
    const megabytes = (count: number): Attempt => {
      return (sheets) => {
        sheets.getItem("表1").getRange("A1").untrack().values = [["x".repeat(count * 1024 * 1024)]];
      };
    };
    expect(await codeOf(megabytes(4))).toBe("no error");
    expect(await codeOf(megabytes(5))).toBe("RequestPayloadSizeLimitExceeded");
  });

  test("a call newer than ExcelApi 1.14 is refused by the library itself", async () => {
    const { Excel } = openWorkbook(workbook);
    const attempt = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").getRange("A1").untrack().getDependents();
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  test("every code of the host is tried above", () => {
    const tried = new Set<string>(FAILURES.map(([, code]) => code));
    tried.add("ResponsePayloadSizeLimitExceeded").add("RequestPayloadSizeLimitExceeded");
    expect([...tried].sort()).toEqual([...EXCEL_ERROR_CODES].sort());
  });
});
