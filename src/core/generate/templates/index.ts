import type { Template } from "../template";
import { readTemplate } from "./definition";
import changsha09 from "./changsha-budget-2025-09.json";
import changsha10 from "./changsha-budget-2025-10.json";
import hunan21 from "./hunan-budget-2026-21.json";
import hunan22 from "./hunan-budget-2026-22.json";
import hunan23 from "./hunan-budget-2026-23.json";
import evaluation1 from "./hunan-evaluation-2024-annex-1.json";
import evaluation2 from "./hunan-evaluation-2024-annex-2.json";
import evaluation3 from "./hunan-evaluation-2024-annex-3.json";
import fund1 from "./hunan-evaluation-2024-fund-annex-1.json";
import fund2 from "./hunan-evaluation-2024-fund-annex-2.json";
import fund3 from "./hunan-evaluation-2024-fund-annex-3.json";
import fund4 from "./hunan-evaluation-2024-fund-annex-4.json";
import inputIndicators from "./input-indicators.json";
import inputLedger from "./input-ledger.json";
import inputTexts from "./input-texts.json";
import jiangsuProject from "./jiangsu-goals-2023-project.json";
import jiangsuWhole from "./jiangsu-goals-2023-whole.json";

/** The templates the tool brings along, in the order in which they are offered. */
export const BUILT_IN_TEMPLATES: readonly Template[] = [
  hunan21,
  hunan22,
  hunan23,
  changsha09,
  changsha10,
  evaluation1,
  evaluation2,
  evaluation3,
  fund1,
  fund2,
  fund3,
  fund4,
  jiangsuProject,
  jiangsuWhole,
].map(readTemplate);

/** Sheets a user fills in: 绩效指标录入, 绩效资料录入, 支出明细; filled with the rows of `sources/input/input-rows`. */
export const INPUT_TEMPLATES = {
  indicators: readTemplate(inputIndicators),
  texts: readTemplate(inputTexts),
  ledger: readTemplate(inputLedger),
} as const;
