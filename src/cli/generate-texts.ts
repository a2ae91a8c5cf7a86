import type { Template } from "../core/generate/template";

/* What `gouji generate` says, in Chinese. */

function guess(near: string | null): string {
  return near === null ? "" : `是不是“${near}”？`;
}

export const generateTexts = {
  command: "按模板生成绩效目标表、自评附件，写入新的工作表",
  listOption: "列出自带的模板",
  exportOption: "把自带的模板连同占位符写成工作簿，用作自己模板的底稿",
  templateOption: "模板的编号或名称（可写多次），见 --list",
  templateFileOption: "自己的模板：写有占位符的工作簿",
  fromOption: "取数的工作簿（.xlsx）",
  outOption: "写到这个文件：原工作簿加上新的工作表",
  modeOption: "公式的写法：builtin 用 Excel 自带函数（缺省），values 只写数值",
  carryOption: "沿用这些工作表的内容，如上年的绩效目标表",
  carryFromOption: "要沿用的工作表所在的另一个工作簿，如上年的文件；不写 --carry 时沿用其中全部的表",
  projectOption: "只生成这一个项目",
  inputOption: "不生成表，而是生成录入表（绩效指标录入、绩效资料录入、支出明细），填好后再生成",
  forceOption: "文件已存在时覆盖",

  template: ({ id, title, authority }: Template): string =>
    `${id}　${title}${authority === "" ? "" : `（${authority}）`}`,
  exported: (out: string, title: string): string =>
    `已写入 ${out}：模板“${title}”。修改后用 --template-file 生成。`,
  written: (out: string): string => `已写入 ${out}，新增工作表：`,
  sheet: (name: string): string => `  ${name}`,
  missing: (count: number): string => `缺 ${String(count)} 项，表中已标黄、留空：`,
  missingOf: (sheet: string, owner: string): string => `  《${sheet}》${owner}缺：`,
  missingItem: (item: string, cells: readonly string[], all: number | null): string =>
    `${item}（${cells.join("、")}${all === null ? "" : ` 等 ${String(all)} 处`}）`,

  inputThere: "工作簿中已有所需的录入表，没有新增，请直接在其中填写。",
  notCarried: (sheet: string): string =>
    `工作表“${sheet}”看不出是哪种绩效表，没有沿用到内容，请核对它的标题行。`,

  nothingAsked: "没有指定模板，请写 --template 编号（用 --list 列出）或 --template-file 自己的模板.xlsx。",
  noFrom: "没有指定取数的工作簿，请写 --from 文件.xlsx。",
  noOut: "没有指定写到哪里，请写 --out 文件.xlsx。",
  badMode: (mode: string): string =>
    mode === "functions"
      ? "脱离 Excel 生成的文件不能用自定义函数，--mode 请写 builtin 或 values。"
      : `--mode“${mode}”不认识，请写 builtin（Excel 自带函数）或 values（只写数值）。`,
  noTemplate: (id: string, near: string | null): string =>
    `没有模板“${id}”。${guess(near)}用 gouji generate --list 列出全部模板。`,
  noProject: (name: string, near: string | null): string =>
    `工作簿的各表中没有项目“${name}”。${guess(near)}请写项目全称。`,
  noSheet: (name: string, near: string | null): string =>
    `工作簿中没有工作表“${name}”，无法沿用。${guess(near)}`,
  sameFile: (file: string): string =>
    `--out 与 --from 是同一个文件“${file}”，请另写一个文件名；确要写入原文件，请加 --force。`,
  outExists: (file: string): string => `文件“${file}”已存在，请另写一个文件名；确要覆盖，请加 --force。`,
} as const;
