import { remembered } from "../../remembered";
import { normaliseName } from "../../classification/normalise";
import type { Indicator } from "../../indicators/indicator";
import { isCounting, isDuration, isMoney, isPercent, type Unit } from "../../indicators/unit";

/* What the name of an indicator says about its value: the words of the field, no authority's. */

/** A name in one spelling, without closing punctuation. */
export function plainName({ name }: Pick<Indicator, "name">): string {
  return withoutClosing(name);
}

const withoutClosing: (name: string) => string = remembered((name) =>
  normaliseName(name).replace(/[。.;,、:]+$/, ""),
);

const WHAT_HANDLES =
  /查处|处置|处理|整改|办结|解决|核查|受理|响应|整治|打击|监测|排查|查办|监督|检查|防范|防控|化解|巡查|处罚|调处|修复|清理|清零|减少|降低|下降|压减|控制|回复|答复|治理|预警|应对|演练|培训|宣传|线索|登记|报告|发布|覆盖|满意/;

const BAD =
  /(?:事故|事件|差错|失误|错误|出错|失业|辍学|发病|患病|感染|犯罪|发案|超标|负债|拥堵|缺勤|离职|偏差|变动|损失|损耗|漏损|空置|闲置|差评|滞留|违约|欠费|隐患|复发|返贫|病害|误差|延期|逾期|超期|违规|违纪|违法|投诉|上访|信访|故障|污染|泄密|伤亡|死亡|流失|浪费|结转结余|返工|退货|舆情|纠纷|不合格)(?:发生|修改|起|件|人|案件|行为|现象)*(?:率|数|次数|数量|起数|件数|人数|人次|批次|户数|量|比例|情况)?$/;

/** The less of it the better: accidents, mistakes, complaints; not what is done about them. */
export const isLowerBetter: (name: string) => boolean = remembered(
  (name) => BAD.test(name) && !WHAT_HANDLES.test(name),
);

const GOOD_WORDS =
  "完成|合格|达标|覆盖|满意|及时|准确|通过|到位|利用|普及|参与|出勤|就业|正常|正常运转|运转|完好|成功|可用|回传|处置|办结|整改|解决|知晓|有效|兑现|报道|举办|举行|圆满|保障|反馈|好评|优良|优秀|合规|规范|落实|转化|入库|入户|建成|开工|竣工|公开|公示|响应|通畅|畅通|检出|验收|认可|一致|达成|巩固|签约|使用|配备|救治|治愈|入学|毕业|巡检|执行到位";

const GOOD_RATE = new RegExp(`(?:${GOOD_WORDS}).{0,6}(?:率|度)$`);
const GOOD_PROPERTY = /(?:及时|准确|合规|规范|可用|有效|完整|满意|安全|稳定)性$/;

/** The more of it the better, up to all: rates of completion, quality and coverage, satisfaction. */
export const isHigherBetter: (name: string) => boolean = remembered((name) => {
  if (/满意度?/.test(name) && !/不满意/.test(name)) return true;
  if (
    isLowerBetter(name) ||
    /逾期|超期|延期|滞后|(?:不|未|非)(?:按|合格|达标|及时|规范|完成|满意)/.test(name)
  )
    return false;
  return (GOOD_RATE.test(name) && !/控制|执行率|偏离|偏差|结转|负债/.test(name)) || GOOD_PROPERTY.test(name);
});

/** Rates of a part in its whole, that cannot be more than 100 %. 完成率 can: a plan may be exceeded. */
export function isPartOfWhole(name: string): boolean {
  return (
    /率$/.test(name) &&
    isHigherBetter(name) &&
    !/(?:完成|完成进度|增长|变动|就业|转化|偿债|担保|保障倍数|任务|计划|目标).{0,4}率$/.test(name)
  );
}

const COUNTED_NAMES: readonly (readonly [name: RegExp, characters: RegExp, what: string])[] = [
  [/(?:次数|频次)$/, /[次场期轮批届班起]/, "次"],
  [/(?:人数|人次|人次数)$/, /[人名位]/, "人或人次"],
  [/(?:期数)$/, /[期次份]/, "期"],
  [/(?:份数)$/, /份/, "份"],
  [/(?:篇数)$/, /[篇份]/, "篇"],
];

const RATE = /(?:率|占比|比例|比重|百分比)$/;
/** End in 率 or 比 and are no percentages. */
const NO_PERCENTAGE =
  /(?:频率|效率|功率|汇率|速率|分辨率|曲率|斜率|码率|帧率|心率|转速率|生产率|容积率|配比|人均.*率|每.*率)$/;
const DEGREE = /(?:满意|便利|知晓|参与|配合|认可|达标|美誉|信任|支持|公开|吻合|契合|完整|覆盖|关注|友好)度$/;
const PROPERTY = /(?:准确|合规|规范|可用|有效|完整|合理|科学|及时|稳定|安全)性$/;
const AMOUNT =
  /(?:访问|下载|浏览|点击|阅读|播放|发布|推送|发放|供应|客流|产|销|进出口|吞吐|数)量$|(?:场次|批次|件数|个数|家数|户数|里程|面积)$/;
const COST = /(?:成本|费|费用|经费|支出|开支|价格|单价)$/;
/** A change is told in percent whatever changes. */
const CHANGE = /增长|增加|增幅|提高|提升|下降|降低|减少|压减|节约|变化|变动|同比|较上年/;

/** What unit a name asks for. */
export interface UnitExpectation {
  /** In Chinese, to be put after 应为. */
  readonly what: string;
  fits(unit: Unit): boolean;
}

/** The unit a name leaves no doubt about; null where it leaves any. */
export function expectedUnit(name: string, kind: Indicator["kind"]): UnitExpectation | null {
  const isRatio = (unit: Unit): boolean => isPercent(unit) || unit.base === "百分点" || unit.base === "分";
  if (RATE.test(name)) {
    if (NO_PERCENTAGE.test(name)) return null;
    // 设备利用率 is published in hours a year, too.
    const isOfTime = /[利使]用率$/.test(name);
    return { what: "%", fits: (unit) => isRatio(unit) || (isOfTime && isDuration(unit)) };
  }
  if (DEGREE.test(name)) return { what: "%或分", fits: (unit) => isRatio(unit) || isDuration(unit) };
  if (PROPERTY.test(name))
    return { what: "%或定性表述", fits: (unit) => !isCounting(unit) && !isMoney(unit) };
  if (CHANGE.test(name)) return null;
  for (const [words, characters, what] of COUNTED_NAMES)
    if (words.test(name)) return { what, fits: ({ base }) => characters.test(base) };
  if (AMOUNT.test(name)) return { what: "数量单位", fits: (unit) => !isPercent(unit) };
  if (kind === "cost" && COST.test(name))
    return { what: "元、万元等金额单位", fits: (unit) => !isCounting(unit) };
  return null;
}

/** Things one wants few of even where they are counted as output: meetings, receptions, journeys abroad. */
export function isLimitedByNature(name: string): boolean {
  return /会议|聘用|编外|派遣|供养|案件|出国|出境|接待|车辆|公车|用车|编制|人员控制|在职|控制|限额|压减|能耗|耗|用水|用电|用纸|排放|间隔|时间|时长|时限|周期|期限|天数|频次|距离|误差|债务|不超过|以内/.test(
    name,
  );
}
