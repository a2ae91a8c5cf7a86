/** What this folder says to the user, in Chinese; nothing else in `src/excel` speaks. */

/** By the client library's and Excel's error codes. */
export const ERROR_SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: "Excel 拒绝了这次操作：工作簿或工作表受保护，或以只读方式打开。请撤销保护后重试。",
  ActivityLimitReached: "Excel 一时忙不过来。请稍候再试。",
  ApiNotFound: "这个版本的 Excel 缺少所需的功能。请使用 Excel 2021 或更新的版本。",
  Conflict: "其他人正在修改同一处内容，Excel 未能完成操作。请稍候再试。",
  ConnectionFailure: "与 Excel 的连接中断，工作簿中的数据没有丢失。请检查网络后重试。",
  FilteredRangeConflict: "工作表正在筛选，Excel 未能完成操作。请取消筛选后重试。",
  InactiveWorkbook: "这个工作簿不在前台。请切换到它之后重试。",
  InvalidOperation: "Excel 当前的状态不允许这次操作。请结束正在进行的编辑或对话框后重试。",
  InvalidOperationInCellEditMode: "Excel 正在编辑单元格。请按回车键结束编辑，然后重试。",
  InvalidOrTimedOutSession:
    "工作簿的会话已过期，工作簿中的数据没有丢失。请重新打开工作簿，再打开勾稽重新检查。",
  InvalidReference: "所指的单元格已不存在。请重新检查。",
  ItemAlreadyExists: "刚刚出现了同名的工作表，Excel 未能完成操作。请重试。",
  ItemNotFound: "所指的工作表或单元格已不存在。请重新检查。",
  MergedRangeConflict: "合并单元格妨碍了这次操作。请取消合并后重试。",
  OperationCellsExceedLimit: "一次涉及的单元格太多，超出了 Excel 的限制。请删除表格之外多余的内容后重试。",
  RangeExceedsLimit: "一次涉及的单元格太多，超出了 Excel 的限制。请删除表格之外多余的内容后重试。",
  RequestAborted: "Excel 中止了这次操作，工作簿中的数据没有丢失。请重试。",
  RequestPayloadSizeLimitExceeded: "一次送出的内容太多，超出了 Excel 网页版的限制。请改用桌面版 Excel。",
  ResponsePayloadSizeLimitExceeded: "一次读取的内容太多，超出了 Excel 网页版的限制。请改用桌面版 Excel。",
  Timeout: "Excel 没有及时响应，工作簿中的数据没有丢失。请稍候再试。",
  UnsupportedOperation: "这类工作表不支持这次操作。请换一张普通工作表重试。",
  UnsupportedSheet: "这类工作表不支持这次操作。请换一张普通工作表重试。",
  WriteNotSupportedWhenModalDialogOpen: "Excel 中有打开的对话框。请关闭它之后重试。",
};

/** Where the code says nothing to a user; the code is for whoever helps them. */
export function unknownErrorSentence(code: string): string {
  return `Excel 未能完成操作（代码 ${code}）。请重试；仍不成功时请把代码告诉管理员。`;
}

export const SHEET_PROTECTED = "工作表受保护，未作标记。撤销保护后重新检查即可标记。";
export const FORMATS_UNREADABLE =
  "Excel 无法读取这张表的条件格式（常见于手工复制过的规则），为免标记清除不掉，未作标记。";
export const SELECTION_UNKNOWN = "这个版本的 Excel 不告知选中了哪个单元格。";
export const SHEET_GONE = "工作表已被删除或改名。";

export function marksLeftSentence(sheets: readonly string[]): string {
  return `工作表${quoted(sheets)}受保护，上面的标记未能清除。请撤销保护后再次清除。`;
}

export function formatsUnreadableSentence(sheets: readonly string[]): string {
  return `Excel 无法读取工作表${quoted(sheets)}的条件格式，上面若有标记，未能清除。请在“条件格式 › 管理规则”中删除重复的规则后再次清除。`;
}

export function sheetGoneSentence(sheet: string): string {
  return `工作表“${sheet}”已被删除或改名。请重新检查。`;
}

export function sheetHiddenSentence(sheet: string): string {
  return `工作表“${sheet}”已隐藏。请先取消隐藏，再定位单元格。`;
}

export function sheetVeryHiddenSentence(sheet: string): string {
  return `工作表“${sheet}”被深度隐藏，在 Excel 的菜单中看不到。请联系表格的制作人取消隐藏。`;
}

export function sheetTooLargeSentence(sheet: string, address: string): string {
  return `工作表“${sheet}”的内容一直延伸到 ${address}，范围过大，无法读取。请删除表格之外多余的内容后重试。`;
}

/** @param sheets names that new sheets may have, those they were to get and those they had before */
export function leftBehindSentence(sheets: readonly string[]): string {
  return `写入新工作表时 Excel 中断，未写完的工作表未能自动撤回。请查看工作簿，若其中有${quoted(sheets)}，请删除后重试。`;
}

export function notAddedSentence(sheets: readonly string[]): string {
  return `工作表${quoted(sheets)}不是本次打开后由勾稽生成的，不会删除。需要删除时请在 Excel 中自行操作。`;
}

export function spillSentence(sheet: string): string {
  return `工作表“${sheet}”中有结果占用多个单元格的动态数组公式，无法固化为数值。请先把它改为单格公式，或自行复制后“选择性粘贴 › 数值”。`;
}

export function stillComputingSentence(sheet: string, cell: string): string {
  return `工作表“${sheet}”的 ${cell} 还在计算，没有结果。请等它算完后再固化为数值。`;
}

export function sheetProtectedSentence(sheet: string): string {
  return `工作表“${sheet}”受保护，不能改动其中的公式。请撤销保护后重试。`;
}

export function halfFrozenSentence(sheet: string): string {
  return `固化工作表“${sheet}”时 Excel 中断，其中一部分公式可能已变成数值，未能自动恢复。请用 Excel 的“撤消”或关闭不保存来恢复。`;
}

export function halfThawedSentence(sheet: string): string {
  return `恢复工作表“${sheet}”的公式时 Excel 中断，其中一部分公式可能已经恢复。请待 Excel 恢复正常后再次恢复公式，其余的会接着恢复。`;
}

export function changingSentence(sheet: string): string {
  return `操作进行中工作表“${sheet}”的内容有改动，公式保持原样。请完成输入后重试。`;
}

export function halfReplacedSentence(sheet: string, cell: string): string {
  return `写入工作表“${sheet}”的 ${cell} 时 Excel 中断，无法确认是否已写入。请查看该单元格，需要时用 Excel 的“撤消”恢复。`;
}

export const CHANGES_UNKNOWN = "这个版本的 Excel 不告知单元格的改动，改动后请重新点“一键检查”。";

export const READING_CANCELLED = "读取已取消，工作簿没有任何改动。";

export const HALF_MARKED =
  "设置标记时 Excel 中断，表中可能留有一部分标记；单元格内容没有变动。请待 Excel 恢复正常后重新检查，或点“清除标记”。";

export const HALF_KEPT =
  "向工作簿保存时 Excel 中断，无法确认是否已保存；表格内容没有变动。请待 Excel 恢复正常后重新检查，不全的请再保存一次。";

export function textCellSentence(sheet: string, cell: string): string {
  return `工作表“${sheet}”的 ${cell} 是“文本”格式，公式写进去不会计算。请先把它的数字格式改为“常规”。`;
}

function quoted(sheets: readonly string[]): string {
  return sheets.map((sheet) => `“${sheet}”`).join("、");
}
