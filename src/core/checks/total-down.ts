import type { EquationCheck } from "./check";
import { stateLayout } from "./layout-equations";

/** 合计 rows and rows with parts below them: units, functional codes, ordinals. */
export const totalDown: EquationCheck = {
  id: "total-down",
  title: "纵向合计",
  severity: "error",
  explanation:
    "每一列中，合计行、部门行、单位行以及类、款等上级科目行，应等于其直接下级各行之和；收支清单中“一、”等于其下各细项之和，“合计”“总计”等于其上各大项之和。空白按 0 计。",
  state({ facts }, write) {
    for (const { block, offset } of facts.blocks) {
      stateLayout(
        facts,
        block.rowSums,
        offset,
        { count: block.columns.length, stride: 1, step: block.columns.length },
        write,
      );
    }
  },
};
