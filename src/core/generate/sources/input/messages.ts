/* What is said about the sheets a user fills in, in Chinese: where, what is wrong, what to do. */

export const messages = {
  noHeader: (sheet: string, headings: readonly string[]): string =>
    `工作表“${sheet}”里没有找到同时写着${headings.map((heading) => `“${heading}”`).join("、")}的标题行，整张表没有读入，请补上标题行。`,
  noItem: (sheet: string, cell: string): string =>
    `工作表“${sheet}” ${cell} 填了内容却没有写资料项，这一行没有读入，请补上资料项。`,
  noIndicatorOwner: (sheet: string, cell: string): string =>
    `工作表“${sheet}” ${cell} 所在行没有写单位和项目，上面也没有，按整个部门的指标读入，请核对。`,
  badAmount: (sheet: string, cell: string, text: string): string =>
    `工作表“${sheet}” ${cell} 的金额“${text}”不是数，这一笔没有计入，请改成数字。`,
  noAmount: (sheet: string, cell: string): string =>
    `工作表“${sheet}” ${cell} 没有填金额，这一笔没有计入，请填写金额或删去这一行。`,
  unknownSource: (sheet: string, cell: string, text: string): string =>
    `工作表“${sheet}” ${cell} 的资金来源“${text}”看不懂，这一笔没有计入，请写“专项资金”或“业务工作经费”。`,
  noProject: (sheet: string, cell: string): string =>
    `工作表“${sheet}” ${cell} 所在行没有写项目，这一笔没有计入，请补上项目。`,
  noExpense: (sheet: string, cell: string): string =>
    `工作表“${sheet}” ${cell} 所在行没有写费用项，这一笔没有计入，请补上费用项，资金到位的写“资金到位”。`,
} as const;

/** A row of an input sheet that could not be used, or not surely. */
export interface InputProblem {
  readonly sheet: string;
  /** A1 address; of a whole sheet A1. */
  readonly cell: string;
  readonly message: string;
}
