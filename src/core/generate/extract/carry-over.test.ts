import { grid, workbook } from "../../../../test/support/grid";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { template } from "../fill/template.testing";
import { carryOver } from "./carry-over";
import { told } from "./told.testing";

const UNITS = template(
  `
  整体绩效目标表 | |
  单位名称 | 资金总额 | 部门职能职责描述
  {{#单位}}{{单位名称}} | {{资金总额}} | {{部门职能职责描述}}{{/单位}}
`,
  { id: "units" },
);
const PROJECT = template(
  `
  {{年度}}年项目自评表 | |
  项目名称 | {{项目名称}} |
  实施单位 | {{实施单位}} |
  三级指标 | 年度指标值 | 实际完成值
  {{#指标}}{{三级指标}} | {{年度指标值}} | {{实际完成值}}{{/指标}}
  总分 | |
`,
  { id: "project", each: "项目" },
);

const units = grid(
  `
  整体绩效目标表 | |
  单位名称 | 资金总额 | 部门职能职责描述
  质量 研究院 | 20.54 | 研究
  计量院 | 7.00 |
`,
  "整体",
);
const project = grid(
  `
  2024年项目自评表 | |
  项目名称 | 标准化经费 |
  实施单位 | 质量研究院 |
  三级指标 | 年度指标值 | 实际完成值
  制定标准 | ≥2.5万人次 | 3项
  及时率 | 及时 | 及时
  总分 | |
`,
  "项目一",
);
/** A goals table of no known layout. */
const foreign = grid(
  `
  某省项目绩效目标表 | | | | |
  项目名称 | 设备购置 | | | |
  一级指标 | 二级指标 | 三级指标 | 指标值类型 | 指标值 | 计量单位
  产出指标(50分) | 数量指标 | 购置台数 | ≥ | 4 | 台
  效益指标 | 社会效益指标 | 服务能力 | 定性 | 提升 |
`,
  "外省",
);

const carried = (sheets: readonly SheetSnapshot[], names?: readonly string[]) =>
  carryOver(workbook(...sheets), [UNITS, PROJECT], names);

test("a project is put to the unit it names, and targets stand in both forms", () => {
  const { root } = carried([units, project]);
  expect(told(root)).toEqual([
    "年度=2024",
    "- 单位: 单位名称=质量 研究院 | 资金总额=20.54 | 部门职能职责描述=研究",
    "  - 项目: 项目名称=标准化经费 | 实施单位=质量研究院",
    "    - 指标: 三级指标=制定标准 | 年度指标值=≥2.5万人次 | 实际完成值=3项 | 指标值类型=≥ | 指标值=2.5 | 计量单位=万人次 | 全年指标值=≥2.5万人次",
    "    - 指标: 三级指标=及时率 | 年度指标值=及时 | 实际完成值=及时 | 指标值类型=定性 | 指标值=及时 | 计量单位= | 全年指标值=及时",
    "- 单位: 单位名称=计量院 | 资金总额=7.00 | 部门职能职责描述=",
  ]);
});

test("an earlier table is only completed by a later one", () => {
  const later = grid(
    `
    整体绩效目标表 | |
    单位名称 | 资金总额 | 部门职能职责描述
    计量院 | 9.00 | 检定
    质量研究院 | 21.00 | 别的
  `,
    "更新",
  );
  expect(told(carried([units, later]).root)).toEqual([
    "- 单位: 单位名称=质量 研究院 | 资金总额=20.54 | 部门职能职责描述=研究",
    "- 单位: 单位名称=计量院 | 资金总额=7.00 | 部门职能职责描述=检定",
  ]);
});

test("what only a later table has stands behind its neighbour there", () => {
  const later = grid(
    `
    整体绩效目标表 | |
    单位名称 | 资金总额 | 部门职能职责描述
    质量研究院 | 21.00 |
    标准化院 | 3.00 |
    计量院 | 9.00 |
    特检院 | 1.00 |
  `,
    "更新",
  );
  expect(told(carried([units, later]).root).map((line) => line.split(" | ")[0])).toEqual([
    "- 单位: 单位名称=质量 研究院",
    "- 单位: 单位名称=标准化院",
    "- 单位: 单位名称=计量院",
    "- 单位: 单位名称=特检院",
  ]);
});

test("a table that no template fits gives its indicators", () => {
  const { root, sheets } = carried([foreign, grid("姓名 | 岗位 \n 张三 | 会计", "名单")]);
  expect(sheets.map(({ name, template: known, isRead }) => [name, known, isRead])).toEqual([
    ["外省", null, true],
    ["名单", null, false],
  ]);
  const lines = told(root);
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe(
    "  - 指标: 一级指标=产出指标 | 二级指标=数量指标 | 三级指标=购置台数 | 指标值类型=≥ | 指标值=4 | 计量单位=台 | 一级分值=50 | 年度指标值=≥4台 | 全年指标值=≥4台",
  );
  expect(lines[2]).toContain("指标值类型=定性 | 指标值=提升 | 年度指标值=提升 | 全年指标值=提升");
});

test("only the sheets asked for are taken over", () => {
  const { root, sheets } = carried([units, project], ["项目一"]);
  expect(sheets.map(({ name }) => name)).toEqual(["项目一"]);
  expect(root.lists.has("单位")).toBe(false);
  expect(root.lists.get("项目")).toHaveLength(1);
});
