import type { Acceptance } from "../core/report";

/* What the command line says, in Chinese. */

export const texts = {
  program: "勾稽：核对预算表，找出对不上的数。",
  helpOption: "显示用法",
  helpTitles: {
    "Usage:": "用法：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "Arguments:": "参数：",
  } as Readonly<Record<string, string>>,
  check: "核对一个或许多工作簿中的全部预算表",
  fileArgument: "工作簿文件（.xlsx）",
  explain: "说明一个单元格参加哪些勾稽关系、哪些成立",
  cellArgument: "工作表!单元格，例如 预算05表!L6",
  jsonOption: "输出 JSON 报告，供其他程序使用",
  truncatedOption: "表中的数是截尾得到的（缺省按四舍五入判断尾差）",
  reportOption: "把检查报告写成一个新的工作簿（.xlsx），可打印、签字、上报",
  reportExists: (file: string): string => `“${file}”已经存在，没有覆盖，请换一个文件名，或先移走它。`,
  reportName: (file: string): string => `检查报告写成 .xlsx 工作簿，“${file}”请改以 .xlsx 结尾。`,
  badCall: (args: readonly string[]): string =>
    args.length === 0
      ? "用法：gouji check 文件.xlsx [--json]；gouji --help 显示全部用法。"
      : `不认识的用法“gouji ${args.join(" ")}”，请用 gouji --help 查看用法。`,
  noFile: (file: string): string => `找不到文件“${file}”，请核对路径和文件名。`,
  notAFile: (file: string): string => `“${file}”不是文件，请给出一个 .xlsx 工作簿。`,
  noAccess: (file: string): string => `没有读取“${file}”的权限，请检查文件属性，或另存一份再试。`,
  cannotRead: (file: string, code: string): string =>
    `文件“${file}”读不出来（${code}），请确认它没有被其他程序独占，并另存一份再试。`,
  noTables: (file: string): string =>
    `“${file}”中没有找到预算表：没有一张工作表与已知表样相符，也没有像预算表那样的金额表。`,

  badReference: (reference: string): string =>
    `“${reference}”不是单元格，请写成 工作表!单元格，例如 预算05表!L6。`,
  notExplained: {
    "no-such-sheet": (sheet: string): string => `工作簿中没有名为“${sheet}”的工作表。`,
    "several-sheets": (sheet: string): string => `有几张工作表的名称以“${sheet}”开头，请写出全名。`,
    "not-a-cell": (_sheet: string, cell: string): string => `“${cell}”不是单元格地址，请写成 L6 这样的形式。`,
    "not-an-amount": (sheet: string, cell: string): string =>
      `“${sheet}”的 ${cell} 不在已识别报表的金额栏内，没有可说明的勾稽关系。`,
  },
  forms: "检查或合并自定的表套（一个文件夹，内有 family.json 和每张表样一个 .json 文件）",
  formsCheck: "检查表套，逐条指出问题所在的文件、行和位置；没有问题时列出各表样",
  formsPack: "把表套合并成一个文件，可在窗格中载入、随工作簿保存",
  folderArgument: "表套的文件夹，或合并成的一个 .json 文件",
  sheetOption: "用这个工作簿试读，列出各工作表认成哪张表样，哪些列标题和行还不认识",
  outputOption: "写到这个文件",
  formsOption: "除自带的表套外，还使用这个表套（文件夹或合并文件，可写多次）",
  noFamilyFiles: (path: string): string =>
    `文件夹“${path}”中没有 .json 文件，表套应有 family.json 和每张表样一个 .json 文件。`,
  brokenFamily: (path: string, defects: readonly string[]): string =>
    `表套“${path}”不能使用${defects.length > 1 ? `（共 ${String(defects.length)} 处，用 gouji forms check 可全部列出）` : ""}：${defects[0] ?? ""}`,
  cannotWrite: (file: string, code: string): string => `文件“${file}”写不进去（${code}），请核对路径和权限。`,
  packed: (file: string, name: string, forms: number): string =>
    `已写入 ${file}：${name}，${String(forms)} 张表样。`,
  familyHeading: (name: string, id: string, forms: number): string =>
    `表套 ${name}（${id}），${String(forms)} 张表样，没有问题。`,
  form: (
    id: string,
    number: string,
    title: string,
    headings: number,
    blocks: number,
    terms: number,
  ): string =>
    `  ${id}　${number === "" ? "" : `${number}　`}${title}　列标题 ${String(headings)} 个，数据块 ${String(blocks)} 个，用语 ${String(terms)} 条`,
  remark: (sentence: string): string => `  提示：${sentence}`,
  trialHeading: (file: string): string => `用 ${file} 试读：`,
  recognised: (sheet: string, number: string, title: string, amounts: number, classified: number): string =>
    `  ✓ ${sheet}　认作 ${number} ${title}，金额 ${String(amounts)} 个，已归类 ${String(classified)}`,
  byLayout: (sheet: string, title: string, amounts: number): string =>
    `  － ${sheet}　${title === "" ? "" : `“${title}”`}不是本表套的表样，按版面读出金额 ${String(amounts)} 个`,
  notRecognised: (sheet: string): string => `  － ${sheet}　不是本表套的表样`,
  nearestForm: (number: string, title: string, found: number, all: number, missing: string): string =>
    `      最接近 ${number} ${title}：列标题 ${String(all)} 个中找到 ${String(found)} 个${missing === "" ? "" : `，没有找到：${missing}`}`,
  unknownHeadings: (list: string): string => `      不认识的列标题：${list}`,
  unknownLines: (list: string): string => `      不认识的行：${list}`,
  missingHeadings: (list: string): string => `      表样写了而工作表上没有的列标题：${list}`,
  indicators: "列出工作簿中的绩效指标：目标值、实际值、分值、得分，没有读成数值的另行标出",
  indicatorsJsonOption: "输出 JSON，供其他程序使用",
  noIndicators: (file: string): string =>
    `“${file}”中没有找到绩效指标：没有一张表有“一级指标、二级指标、三级指标”这样的列标题。`,
  indicatorsTitle: (file: string): string => `绩效指标　${file}`,
  indicatorsSheet: (sheet: string, year: number | null): string =>
    year === null ? sheet : `${sheet}　${String(year)}年`,
  indicatorsOwner: (unit: string | null, project: string | null, count: number): string =>
    `  ${[unit, project].filter((name) => name !== null).join(" ▸ ") || "（表中没有写单位和项目）"}　${String(count)} 个指标`,
  indicatorUnnamed: "（没有名称）",
  indicatorNoTarget: "没有目标值",
  indicatorTarget: (text: string): string => `目标 ${text}`,
  indicatorHalfTarget: (text: string): string => `半年 ${text}`,
  indicatorActual: (text: string): string => `实际 ${text}`,
  indicatorWeight: (points: string): string => `分值 ${points}`,
  indicatorScore: (points: string): string => `得分 ${points}`,
  indicatorStatus: { attained: "已达到", missed: "未达到", unclear: "不能判断是否达到" },
  indicatorUnread: {
    target: "目标值没有读成数值",
    halfTarget: "半年目标值没有读成数值",
    actual: "实际值没有读成数值",
    weight: "分值没有读成数值",
    score: "得分没有读成数值",
  },
  indicatorRuleNotComputable: "评分标准不能计算",
  emptyLevels: (list: string): string => `    没有指标的级次：${list}`,
  indicatorsTotal: (weight: string, score: string): string => `  总分：分值 ${weight}，得分 ${score}`,
  indicatorsExecution: (
    unit: string,
    budget: string,
    executed: string,
    rate: string,
    score: string,
  ): string =>
    `  预算执行：全年预算数 ${budget}，全年执行数 ${executed}（${unit}），执行率 ${rate}，得分 ${score}`,
  indicatorsCounts: (indicators: number, unread: number): string =>
    `共 ${String(indicators)} 个指标，${unread === 0 ? "目标值、实际值全部读出。" : `${String(unread)} 处有数字而没有读成数值，按文字保留（标有“！”）。`}`,
  indicatorsAttained: (attained: number, missed: number, unclear: number): string =>
    `填了实际值的：已达到 ${String(attained)} 个，未达到 ${String(missed)} 个，不能判断 ${String(unclear)} 个。`,
  indicatorsRules: (rules: number, notComputable: number): string =>
    `评分标准 ${String(rules)} 条，其中 ${String(notComputable)} 条不能计算得分。`,
  blank: "空白",
  noEquations: "没有参加任何勾稽关系：没有别的数可以与它核对。",
  equationsHeading: (count: number): string => `参加 ${String(count)} 条勾稽关系：`,
  verdict: { satisfied: "[成立]", rounding: "[尾差]", violated: "[不成立]" },
  difference: (difference: string): string => `，相差 ${difference}`,

  title: (file: string): string => `勾稽核对报告　${file}`,
  tablesHeading: "报表",
  table: (sheet: string, unit: string, amounts: number, classified: number, covered: number): string =>
    `  ✓ ${sheet}　金额 ${String(amounts)} 个（${unit}），已归类 ${String(classified)}，已核对 ${String(covered)}`,
  tableByLayout: (sheet: string, unit: string, amounts: number, covered: number): string =>
    `  ○ ${sheet}　没有相符的表样，按版式读出金额 ${String(amounts)} 个（${unit}），只核对表内合计，已核对 ${String(covered)}`,
  emptyTable: (sheet: string): string => `  ✓ ${sheet}　空表`,
  unknownSheet: (sheet: string): string => `  － ${sheet}　未识别，没有核对`,
  summary: (equations: number, satisfied: number): string =>
    `共核对勾稽关系 ${String(equations)} 条，${String(satisfied)} 条成立。`,
  counts: (error: number, rounding: number, warning: number, info: number): string =>
    `错误 ${String(error)} 处，尾差 ${String(rounding)} 处，警告 ${String(warning)} 处，提示 ${String(info)} 处。`,
  accepted: (count: number): string => `其中 ${String(count)} 处已经说明。`,
  acceptedLabel: (severity: string): string => `${severity}·已说明`,
  reason: ({ reason, by, date }: Acceptance): string =>
    `（说明：${reason}；${by === "" ? "" : `${by}，`}${date}）`,
  reopened: ({ reason, date }: Acceptance): string =>
    `（${date} 曾说明“${reason}”，此后数据有变动，请重新核对）`,
  clean: "没有发现问题。",
  severity: { error: "错误", rounding: "尾差", warning: "警告", info: "提示" },
} as const;
