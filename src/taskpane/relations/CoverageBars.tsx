import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RelationMap } from "../../core/relation-map";
import type { ChartColours } from "./chart-colours";
import { ChartView } from "./ChartView";
import { BAR_HEIGHT, coverageOption } from "./coverage-option";
import type { TableName } from "./table-names";

export interface CoverageBarsProps {
  readonly map: RelationMap;
  readonly names: readonly TableName[];
}

const useStyles = makeStyles({
  root: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  heading: {
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  chart: { height: "100%" },
  remark: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  // For screen readers, which are told nothing by bars.
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  place: { position: "relative" },
});

/** A bar for each table with amounts: how many of them stand in an equation. */
export function CoverageBars({ map, names }: CoverageBarsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const styles = useStyles();
  const rows = useMemo(
    () => map.nodes.map(({ amounts, covered }, at) => ({ name: names[at]?.short ?? "", amounts, covered })),
    [map, names],
  );
  const bars = useMemo(() => rows.filter(({ amounts }) => amounts > 0), [rows]);
  const format = useMemo(() => {
    const numbers = new Intl.NumberFormat(i18n.language);
    return (number: number): string => numbers.format(number);
  }, [i18n.language]);
  const draw = useCallback(
    (width: number, colours: ChartColours) => coverageOption(bars, colours, width, format),
    [bars, format],
  );
  const blank = rows.filter(({ amounts }) => amounts === 0).map(({ name }) => name);
  return (
    <section className={styles.root} aria-label={t("relations.coverage")}>
      <h3 className={styles.heading}>{t("relations.coverage")}</h3>
      {bars.length > 0 && (
        <div className={styles.place} style={{ height: bars.length * BAR_HEIGHT }}>
          <ChartView label={t("relations.coverageChart")} className={styles.chart} draw={draw} />
          <table className={styles.unseen}>
            <caption>{t("relations.coverage")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("relations.table")}</th>
                <th scope="col">{t("relations.amounts")}</th>
                <th scope="col">{t("relations.covered")}</th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ name, amounts, covered }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{format(amounts)}</td>
                  <td>{format(covered)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {blank.length > 0 && (
        <p className={styles.remark}>
          {t("relations.noAmounts", {
            count: blank.length,
            tables: blank.join(t("summary.sheetSeparator")),
          })}
        </p>
      )}
    </section>
  );
}
