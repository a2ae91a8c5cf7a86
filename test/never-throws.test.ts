import fc from "fast-check";
import { checkWorkbook } from "../src/core/check-workbook";
import { indicatorModel } from "../src/core/indicators/describe";
import type { Cell, CellValue, SheetSnapshot } from "../src/core/workbook/snapshot";
import { readCase } from "./support/cases";

/* Whatever stands in a workbook, the engine answers. */

/** Words of real tables, so that drawn sheets come close to being tables. */
const WORDS = [
  "合计",
  "小计",
  "其中：",
  "一、本年收入",
  "（一）基本支出",
  "1.项目支出",
  "总计",
  "单位：万元",
  "单位：元",
  "科目编码",
  "科目名称",
  "类",
  "款",
  "项",
  "单位代码",
  "单位名称",
  "一级指标",
  "二级指标",
  "三级指标",
  "指标值",
  "计量单位",
  "分值",
  "得分",
  "自评得分",
  "年度指标值",
  "实际完成值",
  "总分",
  "资金总额",
  "按收入性质分",
  "预算03表",
  "支出总表",
  "2026年部门预算表",
  "注：本表为空",
  "201",
  "20138",
  "2013801",
  "047",
  "047007",
  "047007-某局",
  "≥95%",
  "≤10万元",
  "2026年12月31日前",
  "定性",
  "满意度指标",
  "产出指标(50分)",
  "每少1次扣0.5分，扣完为止",
  "12O.36",
  "１，２３４．５",
  "/",
  "—",
  "执行率",
  "年初预算数",
  "全年预算数",
  "全年执行数",
  "年度资金总额",
  "项目名称",
  "＝1+1",
  "=SUM(A1)",
  "\u0000",
  "\ud800",
  "　",
  "续表",
  "第2页 共3页",
] as const;

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.integer({ min: -1000, max: 100_000 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>({ error: "#REF!" }, { error: "#DIV/0!" }, true, 20261231),
  },
);

const drawnSheet = (name: string): fc.Arbitrary<SheetSnapshot> =>
  fc
    .record({
      cells: fc.uniqueArray(fc.record({ row: fc.nat(14), column: fc.nat(9), value }), {
        maxLength: 90,
        selector: ({ row, column }) => row * 100 + column,
      }),
      merges: fc.array(fc.record({ top: fc.nat(14), left: fc.nat(9), height: fc.nat(4), width: fc.nat(4) }), {
        maxLength: 8,
      }),
    })
    .map(({ cells, merges }) => ({
      name,
      visibility: "visible" as const,
      cells: cells
        .filter((cell) => cell.value !== "")
        .sort((a, b) => a.row - b.row || a.column - b.column)
        .map((cell): Cell => ({ ...cell, text: textOf(cell.value), formula: null, decimals: null })),
      merges: merges.map(({ top, left, height, width }) => ({
        top,
        left,
        bottom: top + height,
        right: left + width,
      })),
      hiddenRows: [],
      hiddenColumns: [],
    }));

/** In the gate the same draws every time; `RUNS=1000` draws others. */
function runs(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const { RUNS } = process.env;
  return RUNS === undefined ? { numRuns: usual, seed: 2026 } : { numRuns: Number(RUNS) };
}

function textOf(cell: CellValue): string {
  return typeof cell === "object" ? cell.error : String(cell);
}

test("drawn sheets of tables' words and odd values", () => {
  fc.assert(
    fc.property(drawnSheet("Sheet1"), drawnSheet("勾稽规则"), drawnSheet("预算23表"), (one, two, three) => {
      const workbook = { name: "x.xlsx", sheets: [one, two, three] };
      expect(checkWorkbook(workbook).version).toBe(1);
      expect(indicatorModel(workbook).version).toBe(1);
    }),
    runs(150),
  );
});

/** Cells of a real workbook overwritten, taken away, and moved. */
test.each([
  "hunan-budget-2026",
  "changsha-budget-2025",
  "hunan-self-evaluation-2024",
  "hunan-special-fund-2023",
  "jiangsu-goals-2023",
] as const)("%s with cells torn", (name) => {
  const snapshot = readCase(name);
  fc.assert(
    fc.property(
      fc.array(fc.record({ sheet: fc.nat(), at: fc.nat(), value: fc.option(value, { nil: null }) }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.boolean(),
      (tears, keepMerges) => {
        const sheets = snapshot.sheets.map((sheet, index) => {
          let cells = [...sheet.cells];
          for (const tear of tears.filter(({ sheet: of }) => of % snapshot.sheets.length === index)) {
            const at = tear.at % Math.max(cells.length, 1);
            const torn = tear.value;
            cells =
              torn === null || torn === ""
                ? cells.filter((_, position) => position !== at)
                : cells.map((cell, position) =>
                    position === at ? { ...cell, value: torn, text: textOf(torn) } : cell,
                  );
          }
          return { ...sheet, cells, merges: keepMerges ? sheet.merges : [] };
        });
        const workbook = { ...snapshot, sheets };
        expect(checkWorkbook(workbook).version).toBe(1);
        expect(indicatorModel(workbook).version).toBe(1);
      },
    ),
    runs(12),
  );
});
