import type { FormFamily } from "../definition";
import { loadFamily } from "../load-family";
import changshaFamily from "./changsha-budget-2025/family.json";
import c01 from "./changsha-budget-2025/01.json";
import c02 from "./changsha-budget-2025/02.json";
import c03 from "./changsha-budget-2025/03.json";
import c04 from "./changsha-budget-2025/04.json";
import c05 from "./changsha-budget-2025/05.json";
import c06 from "./changsha-budget-2025/06.json";
import c07 from "./changsha-budget-2025/07.json";
import c08 from "./changsha-budget-2025/08.json";
import c09 from "./changsha-budget-2025/09.json";
import c10 from "./changsha-budget-2025/10.json";
import hunanFamily from "./hunan-budget-2026/family.json";
import h01 from "./hunan-budget-2026/01.json";
import h02 from "./hunan-budget-2026/02.json";
import h03 from "./hunan-budget-2026/03.json";
import h04 from "./hunan-budget-2026/04.json";
import h05 from "./hunan-budget-2026/05.json";
import h06 from "./hunan-budget-2026/06.json";
import h07 from "./hunan-budget-2026/07.json";
import h08 from "./hunan-budget-2026/08.json";
import h09 from "./hunan-budget-2026/09.json";
import h10 from "./hunan-budget-2026/10.json";
import h11 from "./hunan-budget-2026/11.json";
import h12 from "./hunan-budget-2026/12.json";
import h13 from "./hunan-budget-2026/13.json";
import h14 from "./hunan-budget-2026/14.json";
import h15 from "./hunan-budget-2026/15.json";
import h16 from "./hunan-budget-2026/16.json";
import h17 from "./hunan-budget-2026/17.json";
import h18 from "./hunan-budget-2026/18.json";
import h19 from "./hunan-budget-2026/19.json";
import h20 from "./hunan-budget-2026/20.json";
import h21 from "./hunan-budget-2026/21.json";
import h22 from "./hunan-budget-2026/22.json";
import h23 from "./hunan-budget-2026/23.json";
import evaluationFamily from "./hunan-evaluation-2024/family.json";
import evaluationBreakdown from "./hunan-evaluation-2024/breakdown.json";
import evaluationBuildings from "./hunan-evaluation-2024/buildings.json";
import evaluationCosts from "./hunan-evaluation-2024/costs.json";
import evaluationOnSite from "./hunan-evaluation-2024/on-site.json";
import evaluationStaff from "./hunan-evaluation-2024/staff.json";
import evaluationUseOfFunds from "./hunan-evaluation-2024/use-of-funds.json";
import evaluationFunds from "./hunan-evaluation-2024/funds.json";
import evaluationIndicators from "./hunan-evaluation-2024/indicators.json";
import evaluationScores from "./hunan-evaluation-2024/scores.json";
import jiangsuFamily from "./jiangsu-goals-2023/family.json";
import jiangsuWholeIncome from "./jiangsu-goals-2023/whole-income.json";
import jiangsuWholeExpenditure from "./jiangsu-goals-2023/whole-expenditure.json";
import jiangsuProjectIncome from "./jiangsu-goals-2023/project-income.json";
import jiangsuProjectExpenditure from "./jiangsu-goals-2023/project-expenditure.json";
import jiangsuIndicators from "./jiangsu-goals-2023/indicators.json";
import anyFamily from "./performance-indicators/family.json";
import anyIndicators from "./performance-indicators/indicators.json";

/** The form families the tool brings along. */
export const BUILT_IN_FAMILIES: readonly FormFamily[] = [
  // First, so that the form of an authority goes before it where both fit.
  loadFamily("performance-indicators", { "family.json": anyFamily, "indicators.json": anyIndicators }),
  loadFamily("hunan-budget-2026", {
    "family.json": hunanFamily,
    "01.json": h01,
    "02.json": h02,
    "03.json": h03,
    "04.json": h04,
    "05.json": h05,
    "06.json": h06,
    "07.json": h07,
    "08.json": h08,
    "09.json": h09,
    "10.json": h10,
    "11.json": h11,
    "12.json": h12,
    "13.json": h13,
    "14.json": h14,
    "15.json": h15,
    "16.json": h16,
    "17.json": h17,
    "18.json": h18,
    "19.json": h19,
    "20.json": h20,
    "21.json": h21,
    "22.json": h22,
    "23.json": h23,
  }),
  loadFamily("changsha-budget-2025", {
    "family.json": changshaFamily,
    "01.json": c01,
    "02.json": c02,
    "03.json": c03,
    "04.json": c04,
    "05.json": c05,
    "06.json": c06,
    "07.json": c07,
    "08.json": c08,
    "09.json": c09,
    "10.json": c10,
  }),
  loadFamily("hunan-evaluation-2024", {
    "family.json": evaluationFamily,
    "funds.json": evaluationFunds,
    "breakdown.json": evaluationBreakdown,
    "buildings.json": evaluationBuildings,
    "costs.json": evaluationCosts,
    "on-site.json": evaluationOnSite,
    "staff.json": evaluationStaff,
    "use-of-funds.json": evaluationUseOfFunds,
    "indicators.json": evaluationIndicators,
    "scores.json": evaluationScores,
  }),
  loadFamily("jiangsu-goals-2023", {
    "family.json": jiangsuFamily,
    "indicators.json": jiangsuIndicators,
    "whole-income.json": jiangsuWholeIncome,
    "whole-expenditure.json": jiangsuWholeExpenditure,
    "project-income.json": jiangsuProjectIncome,
    "project-expenditure.json": jiangsuProjectExpenditure,
  }),
];
