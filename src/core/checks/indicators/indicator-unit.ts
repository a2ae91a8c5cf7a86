import type { Indicator, IndicatorTable } from "../../indicators/indicator";
import type { Quantity, Target } from "../../indicators/target";
import { isKnown, type Unit } from "../../indicators/unit";
import type { CellCheck } from "../check";
import { findingsOf, placeOf, type Place, type Remark } from "./finding";
import { reviewMessages } from "./messages";
import { expectedUnit, plainName, type UnitExpectation } from "./name-kinds";
import { isComplete, sectionsOf } from "./sections";

interface Misfit {
  readonly indicator: Indicator;
  readonly at: Place;
  readonly unit: Unit;
  readonly expectation: UnitExpectation;
}

/** A unit that does not go with the indicator's name. */
export const indicatorUnit: CellCheck = {
  id: "indicator-unit",
  title: "计量单位与指标名称",
  severity: "warning",
  explanation:
    "“…率”“占比”“比例”用%，“次数”用次、场、期等，“人数”“人次”用人或人次，“访问量”“数量”等不用%，“…度”“…性”不用个、次、元，成本类的“…费”“…成本”用金额单位（如“550 人/天”应为“550 元/人/天”）。两行的单位互相合适的，很可能填串了行，一并指出。名称说的是增长、下降的不检查。",
  findings: ({ indicators }) =>
    findingsOf(
      indicatorUnit,
      indicators.flatMap((table) =>
        table.groups.flatMap((group) => {
          const misfits = sectionsOf(group)
            .flatMap(({ indicators: lines, isListedApart }) =>
              isListedApart ? lines.filter(isComplete) : lines,
            )
            .flatMap((indicator) => misfitOf(table, indicator) ?? []);
          return misfits.map((misfit) => remarkOn(misfit, swappedWith(misfit, misfits)));
        }),
      ),
    ),
};

function misfitOf(table: IndicatorTable, indicator: Indicator): Misfit | null {
  const expectation = expectedUnit(plainName(indicator), indicator.kind);
  const at = placeOf(table, indicator, "unit");
  const quantity = quantityOf(indicator.target) ?? quantityOf(indicator.halfTarget);
  if (expectation === null || at === null || quantity === null) return null;
  const { unit, change } = quantity;
  if (change !== null || unit.base === "" || !isKnown(unit) || expectation.fits(unit)) return null;
  return { indicator, at, unit, expectation };
}

/** The only other line that fits this one's unit, as this one fits its. */
function swappedWith(misfit: Misfit, misfits: readonly Misfit[]): Misfit | null {
  const matches = misfits.filter(
    (other) => other !== misfit && misfit.expectation.fits(other.unit) && other.expectation.fits(misfit.unit),
  );
  const [only] = matches;
  return only !== undefined && matches.length === 1 ? only : null;
}

function remarkOn({ indicator, at, unit, expectation }: Misfit, other: Misfit | null): Remark {
  const half = indicator.line.cells.halfTarget;
  return {
    at,
    message:
      other === null
        ? reviewMessages.unitMisfit(at, indicator.name, indicator.target?.text ?? "", expectation.what)
        : reviewMessages.swapped(
            at,
            indicator.name,
            indicator.target?.text ?? "",
            other.at,
            other.indicator.name,
            other.indicator.target?.text ?? "",
          ),
    expected: other?.unit.text ?? expectation.what,
    actual: unit.text,
    others: [
      ...(half === undefined ? [] : [{ sheet: at.sheet, cell: half }]),
      ...(other === null ? [] : [other.at]),
    ],
  };
}

function quantityOf(target: Target | null): Quantity | null {
  return target?.kind === "quantity" ? target : null;
}
