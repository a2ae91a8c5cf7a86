import { emptyReport, finding, reportOf } from "../reports.testing";
import { cellAddress, marksOf } from "./marks";

describe("marksOf", () => {
  it("marks the first cell of each finding, one mark a cell by the worst severity", () => {
    const report = reportOf([
      finding("info", "预算03表", "C11"),
      finding("error", "预算03表", "C11"),
      finding("rounding", "预算03表", "C11"),
      finding("rounding", "预算05表", "C11"),
    ]);
    expect(marksOf(report)).toEqual([
      { sheet: "预算03表", row: 10, column: 2, severity: "error" },
      { sheet: "预算05表", row: 10, column: 2, severity: "rounding" },
    ]);
  });

  it("leaves the parts of a sum unmarked but marks a suspect among them", () => {
    const wrong = finding("error", "预算03表", "C11", {
      cells: [
        { sheet: "预算03表", cell: "C12", role: "part", value: "1.00" },
        { sheet: "预算03表", cell: "C13", role: "part", value: "2.00" },
      ],
    });
    const report = {
      ...reportOf([wrong]),
      diagnoses: [
        {
          sheet: "预算03表",
          cell: "C13",
          actual: "2.00",
          suggested: "3.00",
          confidence: 0.9,
          message: "",
          findings: [wrong.id],
        },
      ],
    };
    expect(marksOf(report).map(({ row }) => row)).toEqual([10, 12]);
  });

  it("marks nothing for a report without findings", () => {
    expect(marksOf(emptyReport())).toEqual([]);
  });
});

describe("cellAddress", () => {
  it("takes the top left cell of a range and refuses what is no cell", () => {
    expect(cellAddress("F6:F8")).toEqual({ row: 5, column: 5 });
    expect(cellAddress("第3行")).toBeNull();
  });
});
