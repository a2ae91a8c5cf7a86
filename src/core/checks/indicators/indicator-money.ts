import Decimal from "decimal.js";
import { hasAmount, type BlockFacts, type Facts } from "../../facts/facts";
import type { AmountColumn } from "../../forms/table";
import { normaliseName } from "../../classification/normalise";
import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { Quantity } from "../../indicators/target";
import { inBase, isMoney } from "../../indicators/unit";
import { amountText, liPer, withSeparators } from "../../workbook/money";
import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Place, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { plainName } from "./name-kinds";
import { isComplete, sectionsOf } from "./sections";

/** Money of the unit or project that indicators are about. */
interface Money {
  readonly place: Place;
  /** Innermost heading, in one spelling. */
  readonly heading: string;
  /** In 元. */
  readonly yuan: Decimal;
  /** Half of the last digit shown, in 元. */
  readonly half: Decimal;
  /** As shown, in the unit of its table. */
  readonly amount: string;
  /** The same for a sentence, with its unit. */
  readonly text: string;
}

const LI_PER_YUAN = liPer("元");

/** A cost against the money of the same unit or project. */
export const indicatorMoney: CellCheck = {
  id: "indicator-money",
  title: "成本指标与资金",
  severity: "warning",
  explanation:
    "金额类成本指标与同一单位、同一项目的资金对照：名为总成本、资金总额、项目支出、基本支出（限额）的，应与表中该项资金一致；其他成本指标不应大于资金总额。单价（如元/批次）不比。允许末位四舍五入的差别。",
  findings: ({ indicators, facts }) =>
    findingsOf(
      indicatorMoney,
      indicators.flatMap((table) =>
        table.groups.flatMap((group) =>
          sectionsOf(group)
            .flatMap(({ indicators: lines, isListedApart }) =>
              isListedApart ? lines.filter(isComplete) : lines,
            )
            .flatMap((indicator) => review(table, indicator, facts) ?? []),
        ),
      ),
    ),
};

function review(table: IndicatorTable, indicator: Indicator, facts: Facts): Remark | null {
  const { target, kind } = indicator;
  const at = placeOf(table, indicator, "target");
  if (kind !== "cost" || at === null || target?.kind !== "quantity") return null;
  const { unit, operator } = target;
  if (!isMoney(unit) || unit.per.length > 0 || operator === "≥" || operator === ">") return null;
  const cost = inBase(target.value, unit);
  const money = moneyOf(facts, table, indicator);
  const named = namedMoney(plainName(indicator), money);
  const [first] = named;
  if (first !== undefined)
    return named.every((one) => isOff(cost, one, halfOf(target)))
      ? remark(at, indicator, first, reviewMessages.costNotMoney)
      : null;
  const largest = money.reduce<Money | null>(
    (best, one) => (best === null || one.yuan.gt(best.yuan) ? one : best),
    null,
  );
  if (largest === null || !cost.gt(largest.yuan.plus(largest.half).plus(halfOf(target)))) return null;
  return remark(at, indicator, largest, reviewMessages.costAboveMoney);
}

function remark(
  at: Place,
  indicator: Indicator,
  money: Money,
  message: (typeof reviewMessages)["costNotMoney"],
): Remark {
  return {
    at,
    others: [money.place],
    message: message(
      at,
      indicator.name,
      indicator.target?.text ?? "",
      money.place,
      money.heading,
      money.text,
    ),
    expected: money.amount,
    actual: indicator.target?.text ?? at.cell.text,
  };
}

/** The money that a cost's name speaks of, of several stages any; none where it speaks of a part of it. */
function namedMoney(name: string, money: readonly Money[]): readonly Money[] {
  const words =
    /^(?:项目|年度|全年|部门|单位|整体|预算|经济)*(总成本|总支出|总开支|成本总额|支出总额|资金总额|预算总额|经费总额|实际开支|(?<!项目)基本支出|项目支出)(?:总额|成本|额)?(?:控制数|限额|控制额)?$/.exec(
      name,
    )?.[1];
  if (words === undefined) return [];
  if (/^(?:基本|项目)支出$/.test(words)) return money.filter(({ heading }) => heading === words);
  return money.filter(({ heading }) => /总额|合计/.test(heading));
}

function isOff(cost: Decimal, { yuan, half }: Money, costHalf: Decimal): boolean {
  return cost.minus(yuan).abs().gt(Decimal.max(half, costHalf));
}

/** Half of the last digit a cost is printed with, in 元. */
function halfOf({ value, unit }: Quantity): Decimal {
  return inBase(new Decimal(10).pow(-value.decimalPlaces()), unit).div(2);
}

/** The amounts in the line of the unit or project an indicator belongs to, else those of the tables above on its sheet. */
function moneyOf(facts: Facts, { table }: IndicatorTable, { line }: Indicator): Money[] {
  const own = facts.blocks
    .filter((block) => block.table === table)
    .flatMap((block) => {
      const { rows } = block.block;
      const at = rows.findLastIndex(({ row, label }) => row <= line.row && label !== "");
      return moneyInRow(facts, block, at, ({ headings }) => headings.at(-1) ?? "");
    });
  if (own.length > 0) return own;
  return facts.blocks
    .filter((block) => block.table.sheetIndex === table.sheetIndex && block.table !== table)
    .flatMap((block) =>
      block.block.rows.flatMap(({ row, label }, at) =>
        row < line.row ? moneyInRow(facts, block, at, () => label) : [],
      ),
    );
}

function moneyInRow(
  facts: Facts,
  { block, offset, table: { unit, sheet } }: BlockFacts,
  at: number,
  headingOf: (column: AmountColumn) => string,
): Money[] {
  const row = block.rows[at]?.row;
  if (row === undefined) return [];
  return block.columns.flatMap((column, position): Money[] => {
    const index = offset + at * block.columns.length + position;
    if (!hasAmount(facts, index)) return [];
    const decimals = facts.shownDecimals[index] ?? 0;
    const li = facts.value[index] ?? 0;
    const amount = amountText(li, unit, decimals);
    const text = `${withSeparators(amount)} ${unit}`;
    return [
      {
        place: { sheet, cell: { row, column: column.column, text, value: text } },
        heading: normaliseName(headingOf(column)),
        yuan: new Decimal(li).div(LI_PER_YUAN),
        half: new Decimal(liPer(unit)).div(LI_PER_YUAN).times(new Decimal(10).pow(-decimals)).div(2),
        amount,
        text,
      },
    ];
  });
}
