import { drawnSheet, drawnWorkbook, openWorkbook } from "./testing";

// The library paces itself for half a second after results; its timer must not outlive the test.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 600)));

const workbook = drawnWorkbook(drawnSheet("表1", "x"));

describe("custom functions through the bridge", () => {
  test("are called with scalars and ranges, at once and later", async () => {
    const { CustomFunctions, bridge } = openWorkbook(workbook);
    CustomFunctions.associate("ADD", (a: number, b: number) => a + b);
    CustomFunctions.associate("TOTAL", (cells: number[][]) =>
      cells.flat().reduce((sum, cell) => sum + cell, 0),
    );
    CustomFunctions.associate("LATER", async (text: string) => [[text, text]]);
    expect(await bridge.callFunction("ADD", [1, 2])).toEqual({ ok: true, value: 3 });
    expect(
      await bridge.callFunction("TOTAL", [
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    ).toEqual({ ok: true, value: 10 });
    expect(await bridge.callFunction("LATER", ["甲"])).toEqual({ ok: true, value: [["甲", "甲"]] });
  });

  test("answer errors as the cell shows them", async () => {
    const { CustomFunctions, bridge } = openWorkbook(workbook);
    const library = (globalThis as unknown as { CustomFunctions: typeof globalThis.CustomFunctions })
      .CustomFunctions;
    CustomFunctions.associate("RATE", () => {
      throw new library.Error(library.ErrorCode.divisionByZero, "预算数为空");
    });
    expect(await bridge.callFunction("RATE", [])).toEqual({
      ok: false,
      error: "#DIV/0!",
      message: "预算数为空",
    });
    expect(await bridge.callFunction("NO_BODY", [])).toMatchObject({ ok: false, error: "#VALUE!" });
  });

  test("are not counted among the round trips of the pane", async () => {
    const { CustomFunctions, bridge } = openWorkbook(workbook);
    CustomFunctions.associate("ONE", () => 1);
    await bridge.callFunction("ONE", []);
    expect(bridge.trips.map(({ kind }) => kind)).toEqual(["functions"]);
  });
});
