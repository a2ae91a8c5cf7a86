import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { isAboutMoney } from "../../core/checks/money-checks";
import type { Finding } from "../../core/report";
import { AmountsContext, type ShownAmount } from "./amounts";
import { formatAmount, formatDifference } from "./format-amount";

/** A figure of a finding. */
export interface Figure {
  readonly name: "expected" | "actual" | "difference";
  /** As it is to be shown, without separators. */
  readonly amount: string;
  /** “+1,087.59”, “10,875,900 元”. */
  readonly text: string;
}

/** The figures of findings in the unit the user wants to see; what a finding does not have is left out. */
export function useFigures(): (finding: Finding) => readonly Figure[] {
  const amounts = useContext(AmountsContext);
  const withUnit = useWithUnit();
  return (finding) =>
    (["expected", "actual", "difference"] as const).flatMap((name): Figure[] => {
      const figure = finding[name];
      if (figure === null) return [];
      const shown = isAboutMoney(finding) ? amounts(figure, finding) : { amount: figure, unit: null };
      const format = name === "difference" ? formatDifference : formatAmount;
      return [{ name, amount: shown.amount, text: withUnit(format(shown.amount), shown.unit) }];
    });
}

/** “10,875,900 元”; an amount in its table's own unit stands alone. */
export function useWithUnit(): (text: string, unit: ShownAmount["unit"]) => string {
  const { t } = useTranslation();
  return (text, unit) => (unit === null ? text : t("unit.amount", { amount: text, unit: t(`unit.${unit}`) }));
}
