import type { Cell, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { hunanWorkbook, type Entry, type Unit } from "./hunan-ledger";

/* A department with many projects: its budget as the Hunan tables print it, and 绩效指标录入 as a user has filled it in. */

export interface DepartmentSize {
  readonly units: number;
  /** Over all units. */
  readonly projects: number;
  /** Of each project, and of each unit as a whole. */
  readonly indicators: number;
}

const HEADINGS = [
  "单位",
  "项目",
  "一级指标",
  "二级指标",
  "三级指标",
  "指标值类型",
  "指标值",
  "计量单位",
  "分值",
  "指标解释",
  "评分标准",
] as const;

const LEVELS = [
  ["成本指标", "经济成本指标"],
  ["产出指标", "数量指标"],
  ["产出指标", "质量指标"],
  ["产出指标", "时效指标"],
  ["效益指标", "社会效益指标"],
  ["满意度指标", "服务对象满意度指标"],
] as const;

/** The same workbook for the same size. */
export function largeDepartment(size: DepartmentSize): WorkbookSnapshot {
  const units = Array.from({ length: size.units }, (_, index): Unit => {
    const number = String(index + 1).padStart(3, "0");
    return { code: `047${number}`, name: `单位${number}`, administrative: false };
  });
  const budget = hunanWorkbook({
    department: { code: "047", name: "某局" },
    entries: units.flatMap(entriesOf),
  });
  // What the budget prints of projects itself would be more projects than asked for.
  const sheets = budget.sheets.filter(({ name }) => !/预算2[123]表/.test(name));
  return { ...budget, sheets: [...sheets, indicatorSheet(units, size)] };
}

function entriesOf(unit: Unit, index: number): Entry[] {
  const common = { unit, function: "2013801", fund: "general", prior: false } as const;
  return [
    { ...common, kind: "basic", economic: "30101", amount: 1_234_500 + index * 100 },
    { ...common, kind: "project", economic: "30201", amount: 567_800 + index * 100 },
  ];
}

function indicatorSheet(units: readonly Unit[], { projects, indicators }: DepartmentSize): SheetSnapshot {
  const owners = units.flatMap(({ name }, index) => {
    const own = Array.from({ length: projects }, (_, project) => project).filter(
      (project) => project % units.length === index,
    );
    return [[name, ""], ...own.map((project) => [name, `项目${String(project + 1)}`])];
  });
  const rows = owners.flatMap((owner) =>
    Array.from({ length: indicators }, (_, number): string[] => {
      const [level1, level2] = LEVELS[Math.floor((number * LEVELS.length) / indicators)] ?? LEVELS[0];
      const named = `第${String(number + 1)}项${level2.replace(/指标$/, "")}完成情况`;
      const target = ["≥", String(90 + (number % 10)), "%", String(100 / indicators)];
      return [
        ...owner,
        level1,
        level2,
        named,
        ...target,
        "按年度工作计划统计的完成比例",
        "达到指标值得满分，每低1个百分点扣1分",
      ];
    }),
  );
  const cells = [HEADINGS, ...rows].flatMap((line, row) =>
    line.flatMap((value, column): Cell[] =>
      value === "" ? [] : [{ row, column, value, text: value, formula: null, decimals: null }],
    ),
  );
  return {
    name: "绩效指标录入",
    visibility: "visible",
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}
