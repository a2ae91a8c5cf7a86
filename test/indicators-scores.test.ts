import { checkWorkbook } from "../src/core/check-workbook";
import type { Finding } from "../src/core/report";
import { parseA1 } from "../src/core/workbook/address";
import { readCase, type CaseName } from "./support/cases";
import { withCell } from "./support/grid";

/* Weights, scores, execution and attainment in the published workbooks. */

const findings = new Map<CaseName, readonly Finding[]>();

function of(name: CaseName, check: string): Finding[] {
  const known = findings.get(name) ?? checkWorkbook(readCase(name)).findings;
  findings.set(name, known);
  return known.filter((finding) => finding.check === check);
}

/** “severity sheet!cell”, the sheet by its first word. */
const places = (name: CaseName, check: string): string[] =>
  of(name, check).map(({ severity, sheet, cell }) => `${severity} ${sheet.split(" ")[0] ?? ""}!${cell}`);

describe("hunan-special-fund-2023", () => {
  const name = "hunan-special-fund-2023";

  test("the scores add up to 97.88, 总分 says 97.63", () => {
    expect(of(name, "score-total")).toMatchObject([
      {
        id: "score-total/附件4 绩效目标完成情况汇总表!H202",
        severity: "error",
        cell: "H202",
        actual: "97.63",
        expected: "97.88",
        difference: "-0.25",
      },
    ]);
  });

  test("weights of many equal indicators are rounded: 75 × 0.27 = 20.25 under 20分", () => {
    expect(
      of(name, "weights-of-level").map(
        ({ severity, cell, expected }) => `${severity} ${cell} ${expected ?? ""}`,
      ),
    ).toEqual([
      "rounding C13 20.25",
      "rounding C88 9.88",
      "rounding C140 10.05",
      "rounding C155 10.08",
      "rounding C179 9.99",
      "rounding C182 10.01",
      "rounding C193 9.99",
      "rounding B196 10.02",
    ]);
    expect(of(name, "weights-of-level")[0]?.message).toContain("75 项平均分配的分值各按 0.27 取整");
    expect(of(name, "weights-total")).toMatchObject([
      { severity: "rounding", cell: "G202", actual: "100", expected: "100.27" },
    ]);
  });

  test("missed without a reason: 47; over-met by far: 56, 90, 103, 137, 160, 182", () => {
    expect(places(name, "deviation-reason")).toEqual(
      [47, 56, 90, 103, 137, 160, 182].map((row) => `warning 附件4!F${String(row)}`),
    );
  });

  test("no score contradicts attainment or weight, and the execution rate is right", () => {
    for (const check of ["score-attainment", "score-above-weight", "execution-score", "criteria-points"]) {
      expect(of(name, check)).toEqual([]);
    }
    expect(of(name, "execution-rate").filter(({ sheet }) => sheet.startsWith("附件4"))).toEqual([]);
  });

  test("actual values that repeat the bound of their target", () => {
    const rows = [77, 126, 127, 140, 141, 142, 144, 145, 147, 150, 151, 152, 153, 164, 165, 168, 169, 180];
    expect(places(name, "actual-copied")).toEqual(rows.map((row) => `info 附件4!F${String(row)}`));
  });
});

describe("hunan-self-evaluation-2024", () => {
  const name = "hunan-self-evaluation-2024";

  test("附件2 cuts the rate of execution and its score", () => {
    expect(of(name, "execution-rate")).toMatchObject([
      { severity: "rounding", cell: "H4", actual: "96.45%", expected: "96.46%" },
    ]);
    expect(of(name, "execution-score")).toMatchObject([
      { severity: "rounding", cell: "I4", actual: "9.64", expected: "9.65" },
    ]);
  });

  test("all sums of weights and scores hold", () => {
    for (const check of ["weights-of-level", "weights-total", "score-total", "score-above-weight"]) {
      expect(of(name, check)).toEqual([]);
    }
  });

  test("sentences as actual values are not judged", () => {
    for (const check of ["score-attainment", "deviation-reason", "computed-score"]) {
      expect(of(name, check)).toEqual([]);
    }
  });
});

describe("changsha-budget-2025", () => {
  const name = "changsha-budget-2025";

  test("rules that contradict themselves, their weight or their target", () => {
    const cells = (part: string): string[] =>
      of(name, "grading-rule")
        .filter(({ message }) => message.includes(part))
        .map(({ sheet, cell }) => `${/^\d+/.exec(sheet)?.[0] ?? ""} ${cell}`);
    expect(cells("共4分")).toEqual(["9 J133", "9 J133"]);
    expect(cells("30% 与 40% 之间")).toEqual(["9 J7", "9 J29", "9 J41", "9 J60", "9 J72", "10 R6", "10 R7"]);
    expect(cells("两种口径")).toEqual(["9 J18", "9 J80"]);
    expect(cells("误粘")).toEqual(["9 J174", "9 J187"]);
    expect(cells("就得满分")).toEqual(["9 J158", "9 J174"]);
    expect(cells("计数")).toEqual(["9 J77"]);
    expect(cells("越低越好")).toEqual(
      [150, 151, 152, 153, 154, 159, 162, 163, 164].map((row) => `9 J${String(row)}`),
    );
    expect(of(name, "grading-rule")).toHaveLength(25);
  });

  test("blank weights are asked for, sums that are neither 90 nor 100 told", () => {
    expect(
      of(name, "weights-total").map(
        ({ severity, sheet, cell }) => `${severity} ${/^\d+/.exec(sheet)?.[0] ?? ""} ${cell}`,
      ),
    ).toEqual(["info 9 M22", "info 9 M59", "info 9 M84", "info 9 M104", "warning 10 S6", "warning 10 S29"]);
  });
});

test("tables without weights and scores give none of these findings", () => {
  const checks = ["weights-of-level", "weights-total", "score-total", "deviation-reason", "grading-rule"];
  for (const name of ["hunan-budget-2026", "jiangsu-goals-2023"] as const) {
    expect(checks.flatMap((check) => of(name, check))).toEqual([]);
  }
});

/** One figure of a copy of 附件2 or 附件3 typed wrongly, and the findings it brings. */
describe("slips of the pen", () => {
  const cases: readonly (readonly [
    sheet: string,
    cell: string,
    typed: number | string,
    brings: readonly string[],
  ])[] = [
    ["附件2", "G14", 6, ["weights-of-level B13", "weights-total G34", "deviation-reason F14"]],
    ["附件2", "H14", 6, ["score-above-weight H14", "score-total H34"]],
    ["附件2", "H15", 4, ["deviation-reason F15", "score-total H34"]],
    ["附件2", "H34", 100, ["score-total H34"]],
    ["附件2", "G34", 90, ["weights-total G34", "score-above-weight H34"]],
    ["附件2", "F32", "80%", ["computed-score H32", "deviation-reason F32", "score-attainment H32"]],
    ["附件3-1", "H5", "98%", ["execution-rate H5"]],
    ["附件3-2", "I5", 2.63, ["execution-score I5", "score-total H23"]],
    ["附件3-2", "F5", 87.92, ["execution-rate H5"]],
  ];

  test.each(cases)("%s %s: %s", (sheet, cell, typed, brings) => {
    const name = "hunan-self-evaluation-2024";
    const checks = [
      ...["weights-of-level", "weights-total", "score-above-weight", "score-total", "execution-rate"],
      ...["execution-score", "score-attainment", "deviation-reason", "computed-score"],
    ];
    const snapshot = readCase(name);
    const address = parseA1(cell);
    if (address === null) throw new Error(`no cell ${cell}`);
    const known = new Set(
      checks.flatMap((check) => of(name, check).map(({ id, severity }) => id + severity)),
    );
    const found = checkWorkbook(withCell(snapshot, sheet, address, typed)).findings.filter(
      ({ check, id, severity }) => checks.includes(check) && !known.has(id + severity),
    );
    expect(found.map((finding) => `${finding.check} ${finding.cell}`).sort()).toEqual([...brings].sort());
  });
});
