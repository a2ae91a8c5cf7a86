/** Chinese texts of this folder. */
export const messages = {
  invalidFile: (file: string, problems: readonly string[]): string =>
    `科目表文件 ${file} 不能使用：\n${problems.join("\n")}`,
  problem: (path: string, reason: string, fix: string): string => `- ${path}：${reason}。${fix}`,
  wholeFile: "（整个文件）",
  fixShape: "请按同目录其他科目表的格式修改该处",
  duplicateCode: (code: string): string => `科目编码 ${code} 重复`,
  fixDuplicate: "请删去多余的一条",
  missingParent: (code: string, parent: string): string => `科目 ${code} 的上级 ${parent} 不在表中`,
  fixParent: "请补上上级科目或更正编码",
  unknownCode: (code: string, book: string): string => `科目 ${code} 不在 ${book} 中`,
  fixUnknown: "请更正编码，或先在科目表中补上该科目",
  duplicatePair: (pair: string): string => `对应关系 ${pair} 重复`,
} as const;
