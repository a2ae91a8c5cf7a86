import type { EquationCheck } from "./check";
import { stateLayout } from "./layout-equations";

/** 合计 columns: each row's total is the sum of its parts, as the header lays them out. */
export const totalAcross: EquationCheck = {
  id: "total-across",
  title: "横向合计",
  severity: "error",
  explanation:
    "每一行的“合计”“小计”列应等于表头同一标题下各分项列之和；“其中”列只是一部分，不得大于所属的列。空白按 0 计。",
  state({ facts }, write) {
    for (const { block, offset } of facts.blocks) {
      stateLayout(
        facts,
        block.columnSums,
        offset,
        { count: block.rows.length, stride: block.columns.length, step: 1 },
        write,
      );
    }
  },
};
