import { beginning } from "../core/workbook/as-sentence";
import { MAX_CELLS } from "./limits";
import type { ProblemPlace, UnreadableCode } from "./problem";

/** Names of file kinds that people take for workbooks. */
export const FILE_KIND = {
  text: "文本文件",
  html: "网页文件",
  xml: "XML 文件",
  pdf: "PDF 文件",
  image: "图片文件",
  archive: "压缩包",
  word: "Word 文档",
  powerpoint: "PowerPoint 演示文稿",
  openDocument: "OpenDocument 文件",
  ofd: "OFD 版式文件",
  other: "其他类型的文件",
  xls: "旧版 .xls 格式",
  et: "WPS 旧版 .et 格式",
  htmlTable: "网页格式的表格（扩展名虽为 .xls）",
  xml2003: "XML 表格 2003 格式",
} as const;

const REDO = "请用 Excel 或 WPS 打开后另存为 .xlsx 再试";

const REASON: Record<UnreadableCode, (place: ProblemPlace) => string> = {
  empty: () => "是空文件（0 字节），请重新导出或复制该文件。",
  "not-workbook": ({ kind }) => `不是 Excel 工作簿，而是${kind ?? FILE_KIND.other}，请选择 .xlsx 文件。`,
  "old-format": ({ kind }) => `是${kind ?? FILE_KIND.xls}，请另存为 .xlsx 后再试。`,
  "binary-format": () => "是二进制格式（.xlsb），请另存为 .xlsx 后再试。",
  encrypted: () => "已加密（设有打开密码或权限保护），请先取消密码，另存为 .xlsx 后再试。",
  damaged: ({ part }) =>
    `已损坏或不完整${part === undefined ? "" : `（部件 ${part}）`}，请重新复制或下载；如能打开，${REDO}。`,
  unsafe: ({ part }) => `含有异常的内部路径（${part ?? ""}），可能被改动过，未予读取；${REDO}。`,
  "no-workbook-part": () => `里面没有工作簿内容，${REDO}。`,
  "broken-part": ({ part }) => `的内部部件 ${part ?? ""} 有错误，无法读取；${REDO}。`,
  "broken-sheet": ({ sheet, cell }) =>
    `的工作表“${sheet ?? ""}”${cell === undefined ? "" : ` ${cell} 处`}内容有错误，无法完整读取；${REDO}。`,
  "no-sheets": () => "里面没有工作表，请检查是否选错了文件。",
  "too-large": ({ sheet }) =>
    `${sheet === undefined ? "" : `的工作表“${sheet}”`}内容过大（上限为 ${String(MAX_CELLS / 10_000)} 万个单元格），` +
    "请删除多余的行列或拆分文件后再试。",
};

/** One Chinese sentence: which file, what is wrong with it, what to do. */
export function unreadableMessage(file: string, code: UnreadableCode, place: ProblemPlace): string {
  const told = Object.fromEntries(Object.entries(place).map(([key, name]) => [key, inOneLine(String(name))]));
  return `“${inOneLine(file)}”${REASON[code](told)}`;
}

/** Names longer than this are cut; what a package calls its parts may be anything. */
const LONGEST_NAME = 100;

function inOneLine(name: string): string {
  const line = name.replace(/\p{Cc}+/gu, " ");
  return line.length <= LONGEST_NAME ? line : `${beginning(line, LONGEST_NAME)}……`;
}
