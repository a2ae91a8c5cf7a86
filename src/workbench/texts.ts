/** All words of the workbench's own surface; the pane and Univer bring theirs. */
export const texts = {
  app: "勾稽工作台",
  open: "打开",
  save: "保存",
  sample: "示例",
  themes: { dark: "深色", light: "浅色" },
  toDark: "切换到深色外观",
  toLight: "切换到浅色外观",
  showPane: "显示检查窗格",
  hidePane: "隐藏检查窗格",
  resizePane: "调整检查窗格的宽度",
  edited: "已修改",
  privacy: "文件只在本机浏览器中处理，不上传",
  opening: (name: string) => `正在打开“${name}”…`,
  openingSheets: (done: number, all: number) => `正在载入工作表 ${String(done)} / ${String(all)}…`,
  saving: "正在保存…",
  dropHere: "松开鼠标，打开这个 .xlsx 文件",
  oneFile: "一次只能打开一个文件，已打开第一个。",
  discard: (name: string) => `“${name}”的修改还没有保存。打开别的文件将放弃这些修改，继续吗？`,
  openTitle: "没有打开",
  openUnexpected: (name: string) => `打开“${name}”时出了意外。`,
  openAdvice: "原来打开的工作簿没有变动。",
  saveTitle: "没有保存",
  saveUnexpected: "保存时出了意外。",
  saveAdvice: "您的修改都还在，可以再试一次。",
  saved: (name: string) => `已下载“${name}”。原文件没有改动。`,
  unkeptTitle: "保存前请确认：下列内容在新文件中不能保留",
  saveAnyway: "仍然保存",
  cancel: "取消",
  manualTitle: "此工作簿设为手动重算",
  manualAdvice: "当前显示的是文件中存的计算结果，可能不是最新的；检查以这些结果为准。",
  recalculate: "重新计算",
  hiddenTitle: (count: number) => `${String(count)} 张工作表处于隐藏状态`,
  hiddenAdvice: (names: readonly string[]) => `检查也包括它们：${names.join("、")}。`,
  protectedTitle: (count: number) => `${String(count)} 张工作表受保护`,
  protectedAdvice: (names: readonly string[]) => `可以查看和检查，不能编辑或标记：${names.join("、")}。`,
  staysHidden: (sheet: string) => `工作表“${sheet}”被深度隐藏，不能在这里显示；检查仍包括它。`,
  dismiss: "关闭提示",
  startFailed: "工作台没有启动。请刷新页面重试；仍然不行时请换用新版的 Chrome、Edge 或 Firefox 浏览器。",
  fileType: "Excel 工作簿",
} as const;

/** Named before saving: what a user has done to a sheet on screen and the saved file does not have. */
export const unkeptEditTexts = {
  /** What hangs on places of a sheet stays where it was in the file. */
  shifted: (sheet: string) =>
    `工作表“${sheet}”插入、删除或移动过行列：单元格的内容和格式会照新位置保存，` +
    "批注、数据验证、条件格式、图片和打印区域仍在原来的行列。",
  frozen: (sheet: string) => `工作表“${sheet}”的冻结窗格改动不能保存，文件中保持原样。`,
  tabColor: (sheet: string) => `工作表“${sheet}”的标签颜色改动不能保存，文件中保持原样。`,
  gridlines: (sheet: string) => `工作表“${sheet}”的网格线显示改动不能保存，文件中保持原样。`,
  richText: (sheet: string, cells: readonly string[]) =>
    `工作表“${sheet}”的 ${listed(cells)} 中部分文字的单独格式（如局部加粗、变色）不能保存，只保存文字内容。`,
  linked: (sheet: string, cells: readonly string[]) =>
    `工作表“${sheet}”的 ${listed(cells)} 中粘贴的链接或图片不能保存，只保存文字内容。`,
} as const;

/** Cells in a message; more would hide what it says. */
const MAX_CELLS = 5;

function listed(cells: readonly string[]): string {
  return cells.slice(0, MAX_CELLS).join("、") + (cells.length > MAX_CELLS ? " 等" : "");
}
