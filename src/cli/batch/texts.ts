import { suspectText, type CheckedOutcome, type Counts, type FindingOutcome } from "../../core/batch-summary";

/* What `gouji check` says of many files, in Chinese. */

const COUNT_NAMES = [
  ["error", "错误"],
  ["rounding", "尾差"],
  ["warning", "警告"],
  ["info", "提示"],
  ["accepted", "已说明"],
] as const;

export const batchTexts = {
  filesArgument: "工作簿文件（.xlsx、.xlsm）、文件夹（连同下级文件夹）或加引号的通配符，可写多个",
  optionsGroup: "核对多个文件时：",
  jobsOption: "同时核对几个文件（缺省为处理器的核数）",
  jsonlOption: "每核对完一个文件，就把它的 JSON 报告作为一行写入这个文件",
  resumeOption: "接着上次做：--jsonl 文件里已有且没有变动的文件不再核对",
  summaryOption: "写一个汇总工作簿（.xlsx）：各文件、各报表的情况，问题清单，未能核对的文件",
  forceOption: "--jsonl、--summary 的文件已经存在时覆盖",
  quietOption: "不显示进度，通过的文件不逐行列出",
  timeoutOption: "一个文件最多核对多少秒，超过的跳过（缺省 600）",
  memoryOption: "全部核对最多用多少 MB 内存（缺省为本机内存的一半）",

  noWorkbooks: (names: readonly string[]): string =>
    `“${names.join("”“")}”中没有找到工作簿（.xlsx、.xlsm），请核对路径；隐藏的文件和以 ~$ 开头的临时文件不算。`,
  noMatch: (pattern: string): string => `没有与“${pattern}”相符的文件，请核对路径和通配符。`,
  badNumber: (option: string, value: string): string =>
    `选项 ${option} 应为大于 0 的数，“${value}”不能用，请改正。`,
  resumeWithoutJsonl: "要接着上次做，请同时用 --jsonl 给出上次写入的文件。",
  reportOfMany: "--report 只用于一个文件；核对多个文件请用 --summary 写汇总工作簿。",
  summaryName: (file: string): string => `汇总写成 .xlsx 工作簿，“${file}”请改以 .xlsx 结尾。`,
  outputExists: (file: string): string => `“${file}”已经存在，没有覆盖，请换一个文件名，或加 --force 覆盖。`,
  outputExistsResumable: (file: string): string =>
    `“${file}”已经存在，没有覆盖；要接着上次做请加 --resume，要重新做请换一个文件名或加 --force。`,
  outputIsInput: (file: string): string => `“${file}”是要核对的工作簿，不能写入，请换一个文件名。`,
  sameOutput: (file: string): string => `--jsonl 和 --summary 不能是同一个文件“${file}”，请换一个文件名。`,
  notAJournal: (file: string): string =>
    `“${file}”不是核对时写的 JSON 行文件，没有改动它，请用 --jsonl 给出上次写入的文件。`,

  ownReport: (file: string): string => `“${file}”是勾稽写的检查报告或汇总，不必核对。`,
  timeout: (file: string, seconds: number): string =>
    `“${file}”核对了 ${String(seconds)} 秒还没有结果，已跳过；请单独核对，或用 --timeout 放宽时间。`,
  memory: (file: string): string =>
    `“${file}”过大，内存不够，已跳过；请关闭其他程序后单独核对，或用 --memory 放宽内存，或拆分文件。`,
  crashed: (file: string): string =>
    `“${file}”核对时程序中断，没有结果，已跳过；请单独核对这个文件，仍不行时另存一份再试。`,
  noFolder: (folder: string): string =>
    `没有读取文件夹“${folder}”的权限，其中的文件没有核对，请检查文件夹属性。`,

  passed: "[通过]",
  wrong: "[错误]",
  unread: "[未核对]",
  line: (label: string, path: string, { tables, counts }: CheckedOutcome): string => {
    const found = countsText(counts);
    const number = tables.filter(({ sheet }) => sheet !== "").length;
    return `${label} ${path}　报表 ${String(number)} 张${found === "" ? "" : `，${found}`}`;
  },
  suspect: (cause: NonNullable<FindingOutcome["cause"]>): string => `；疑点${suspectText(cause)}`,
  unreadLine: (path: string, reason: string): string => `[未核对] ${path}　${reason}`,
  total: (files: number, passed: number, wrong: number, errors: number, unread: number): string =>
    `共 ${String(files)} 个文件：通过 ${String(passed)} 个，有错误 ${String(wrong)} 个（${String(errors)} 处），未核对 ${String(unread)} 个。`,
  reused: (count: number): string => `其中 ${String(count)} 个没有变动，沿用上次的结果。`,
  written: (file: string): string => `汇总已写入 ${file}。`,
  stopping: (running: number): string =>
    `正在停止：等 ${String(running)} 个文件核对完；再按一次 Ctrl+C 立即退出。`,
  stopped: (left: number): string => `已停止，还有 ${String(left)} 个文件没有核对。`,
  howToGoOn: "接着做：用同样的命令，加上 --resume。",
  howToGoOnNextTime: "下次用 --jsonl 把结果写入一个文件，停止后就能用 --resume 接着做。",
  progress:
    "{bar} {percentage}%　{done}/{files} 个文件，有错误 {wrong}，未核对 {unread}，剩余 {eta_formatted}",
  time: (seconds: number): string => {
    if (!Number.isFinite(seconds)) return "—";
    const minutes = Math.floor(seconds / 60);
    if (minutes === 0) return `${String(Math.round(seconds))} 秒`;
    return minutes < 60
      ? `${String(minutes)} 分 ${String(Math.round(seconds % 60))} 秒`
      : `${String(Math.floor(minutes / 60))} 小时 ${String(minutes % 60)} 分`;
  },
} as const;

/** “错误 3，尾差 10”; "" where nothing was found. */
function countsText(counts: Counts): string {
  return COUNT_NAMES.filter(([name]) => counts[name] > 0)
    .map(([name, label]) => `${label} ${String(counts[name])}`)
    .join("，");
}
